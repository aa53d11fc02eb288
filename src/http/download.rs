//! What is sent as a file of its own.

use crate::evidence::part_of;
use crate::export::ExportFile;
use crate::http::answer::HandlerResult;
use crate::problem::{Fault, Shell};
use actix_web::http::header::{
    Charset, ContentDisposition, DispositionParam, DispositionType, EntityTag, ExtendedValue, IF_RANGE, RANGE,
    Range as ByteRanges,
};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::StreamExt;

/// An export as a download. When it is sent, or nobody takes it any more, it is gone.
pub async fn sent(export: ExportFile) -> HandlerResult {
    let ExportFile { name, size, file, place } = export;
    let until_then = (ClosedElsewhere(Some(file.try_clone()?)), place);
    let bytes = part_of(tokio::fs::File::from_std(file), 0, size).await?;
    let held = bytes.inspect(move |_| {
        let _until_then = &until_then;
    });
    Ok(HttpResponse::Ok()
        .content_type("application/zip")
        .insert_header(saved_as(&name))
        .no_chunking(size)
        .streaming(held))
}

/// Closing the last handle of a file without a name frees its blocks: a fifth of a second for two gigabytes, in which a
/// thread that serves would serve nobody.
struct ClosedElsewhere(Option<std::fs::File>);

impl Drop for ClosedElsewhere {
    fn drop(&mut self) {
        let file = self.0.take();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn_blocking(move || drop(file));
        }
    }
}

/// As an attachment: saved by the browser, never rendered.
pub fn saved_as(name: &str) -> ContentDisposition {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') { c } else { '_' }).collect();
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: name.as_bytes().to_vec(),
            }),
        ],
    }
}

/// Where the asked part begins and how long it is; nothing where the whole file is sent.
pub fn asked_range(request: &HttpRequest, whole: u64, tag: &EntityTag) -> Result<Option<(u64, u64)>, Fault> {
    let Some(asked) = request.headers().get(RANGE).and_then(|value| value.to_str().ok()) else { return Ok(None) };
    // Begun with other bytes, or by a date, which nothing here has.
    let same = request.headers().get(IF_RANGE).is_none_or(|value| value.as_bytes() == tag.to_string().as_bytes());
    let Some(range) = asked.parse().ok().filter(|_| same) else { return Ok(None) };
    let ByteRanges::Bytes(specs) = range else { return Ok(None) };
    let [spec] = specs.as_slice() else { return Ok(None) };
    let (first, last) = spec.to_satisfiable_range(whole).ok_or_else(|| Fault::new(Shell::RangeNotSatisfiable))?;
    Ok(Some((first, last - first + 1)))
}
