//! What is sent as a file of its own.

use crate::evidence::part_of;
use crate::export::ExportFile;
use crate::http::answer::HandlerResult;
use actix_web::HttpResponse;
use actix_web::http::header::{Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};
use futures_util::StreamExt;

/// An export as a download. When it is sent, or nobody takes it any more, it is gone.
pub async fn sent(export: ExportFile) -> HandlerResult {
    let ExportFile { name, size, file, place } = export;
    let bytes = part_of(tokio::fs::File::from_std(file), 0, size).await?;
    let held = bytes.inspect(move |_| {
        let _until_then = &place;
    });
    Ok(HttpResponse::Ok()
        .content_type("application/zip")
        .insert_header(saved_as(&name))
        .no_chunking(size)
        .streaming(held))
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
