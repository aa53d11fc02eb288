//! Evidence: files that belong to one channel.

use crate::commands::Visitor;
use crate::evidence::name::{handed_out, shortened};
use crate::evidence::{Arrived, part_of};
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::arrival::unread_form;
use crate::http::body::{EvidenceDone, EvidenceForm, ShareInto};
use crate::http::download::{asked_range, saved_as};
use crate::http::limits::FORM_BYTES_MAX;
use crate::http::read::{CurrentUser, IdempotencyKey, Json};
use crate::http::throttle::{What, Whose};
use crate::problem::{Fault, Problem, Shell};
use crate::store::Execution;
use acordo_domain::case::audience::Readable;
use acordo_domain::case::command::{Command, EvidencePart};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::Exhibit;
use acordo_domain::id::{CaseId, CommandId, EvidenceId, UserId};
use acordo_domain::limit::FILE_NAME_CHARS_MAX;
use acordo_domain::seat::Channel;
use actix_multipart::Multipart;
use actix_web::http::header::{
    ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_SECURITY_POLICY, ContentDisposition, ETag, EntityTag,
};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(upload_evidence).service(download_evidence).service(share_evidence);
}

/// Put a file into a channel.
#[utoipa::path(
    tag = "evidence",
    params(
        ("case" = CaseId, Path), ("channel" = Channel, Path),
        ("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once"),
    ),
    request_body(content = EvidenceForm, content_type = "multipart/form-data"),
    responses((status = 201, body = EvidenceDone), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/cases/{case}/channels/{channel}/evidence")]
pub async fn upload_evidence(
    state: web::Data<AppState>,
    path: web::Path<(CaseId, Channel)>,
    someone: CurrentUser,
    key: IdempotencyKey,
    form: Multipart,
) -> HandlerResult {
    let (case, channel) = path.into_inner();
    state.throttle.take(What::Uploads, Whose::Person(someone.0.who.user.id.0))?;
    // Refused before the upload, so that nobody can fill the disk for a room that they cannot see.
    state.store.view(case, &someone.actor()).await?;
    let (arrived, name) = take_file(&state, form).await?;
    let id = evidence_id(someone.0.who.user.id, key.0);
    let kept = state.files.keep(case, id, arrived, &name).await?;
    let evidence = EvidencePart {
        id,
        media_type: kept.media_type.to_owned(),
        name,
        original_sha256: kept.original_sha256,
        sha256: kept.sha256,
        size: kept.size,
    };
    let command = Command::EvidenceAdd { channel, evidence, shared_from: None };
    execute_with_file(&state, &someone.0, case, key.0, command, &kept.new).await
}

/// A file: the original for its owner, a copy without metadata for others.
#[utoipa::path(
    tag = "evidence",
    params(
        ("case" = CaseId, Path), ("id" = EvidenceId, Path),
        ("Range" = Option<String>, Header, description = "One range of bytes, `bytes=0-1023`; of several the whole file is sent"),
    ),
    responses((status = 200, content_type = "application/octet-stream"), (status = 206, content_type = "application/octet-stream"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/evidence/{id}")]
pub async fn download_evidence(
    state: web::Data<AppState>,
    path: web::Path<(CaseId, EvidenceId)>,
    someone: CurrentUser,
    request: HttpRequest,
) -> HandlerResult {
    let (case, id) = path.into_inner();
    let (exhibit, part) = find_exhibit(&state, &someone.0, case, id).await?;
    let own = exhibit.owner == Some(someone.0.who.user.id);
    let digest = if own { &part.original_sha256 } else { &part.sha256 };
    let (whole, file) = state.files.open_stored(case, id, digest).await?;
    let tag = EntityTag::new_strong(digest.clone());
    let asked = asked_range(&request, whole, &tag)?;
    let (from, size) = asked.unwrap_or((0, whole));
    let stream = part_of(file, from, size).await?;
    let mut answer = if asked.is_some() { HttpResponse::PartialContent() } else { HttpResponse::Ok() };
    if asked.is_some() {
        answer.insert_header((CONTENT_RANGE, format!("bytes {from}-{}/{whole}", from + size - 1)));
    }
    Ok(answer
        .content_type(part.media_type.clone())
        .insert_header((CONTENT_LENGTH, size))
        .insert_header((ACCEPT_RANGES, "bytes"))
        .insert_header(ETag(tag))
        .insert_header(saved_as(&handed_out(&part.name, &part.media_type)))
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; frame-ancestors 'none'"))
        .no_chunking(size)
        .streaming(stream))
}

/// Share a file of yours into another channel, under a new id.
#[utoipa::path(
    tag = "evidence",
    params(
        ("case" = CaseId, Path), ("id" = EvidenceId, Path),
        ("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once"),
    ),
    request_body = ShareInto,
    responses((status = 201, body = EvidenceDone), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/cases/{case}/evidence/{id}/share")]
pub async fn share_evidence(
    state: web::Data<AppState>,
    path: web::Path<(CaseId, EvidenceId)>,
    someone: CurrentUser,
    key: IdempotencyKey,
    into: Json<ShareInto>,
) -> HandlerResult {
    let (case, from) = path.into_inner();
    let (exhibit, part) = find_exhibit(&state, &someone.0, case, from).await?;
    if exhibit.owner != Some(someone.0.who.user.id) {
        return Err(Refusal::EvidenceNotFound.into());
    }
    let id = evidence_id(someone.0.who.user.id, key.0);
    let mut new = state.files.share(case, (from, &part.original_sha256), id).await?;
    new.extend(state.files.share(case, (from, &part.sha256), id).await?);
    let evidence = EvidencePart { id, ..part };
    let command = Command::EvidenceAdd { channel: into.0.channel, evidence, shared_from: Some(from) };
    execute_with_file(&state, &someone.0, case, key.0, command, &new).await
}

/// The same for the same person and key, so that an upload sent twice is the same command twice.
/// Version 8 of RFC 9562: the bits are a hash.
fn evidence_id(user: UserId, key: CommandId) -> EvidenceId {
    let digest = Sha256::new().chain_update(user.0.as_bytes()).chain_update(key.0.as_bytes()).finalize();
    let mut bits = [0; 16];
    bits.copy_from_slice(&digest[..16]);
    EvidenceId(uuid::Builder::from_custom_bytes(bits).into_uuid())
}

async fn execute_with_file(
    state: &AppState,
    visitor: &Visitor,
    case: CaseId,
    id: CommandId,
    command: Command,
    new: &[PathBuf],
) -> HandlerResult {
    let Command::EvidenceAdd { channel, evidence, .. } = &command else {
        return Err(Fault::internal("not a file"));
    };
    let actor = visitor.who.actor();
    let execution = Execution {
        case,
        actor: &actor,
        id,
        command: &command,
        origin: visitor.origin.clone(),
        signing: None,
        addressee_shown: false,
    };
    match state.store.execute(execution).await {
        Ok(done) => {
            let seq = done.at.get(channel).copied().unwrap_or_default();
            Ok(HttpResponse::Created().json(EvidenceDone { evidence: evidence.clone(), seq }))
        }
        Err(crate::store::StoreError::Unavailable(cause)) => {
            // It may have been committed: the files stay, and a retry with the same key tells.
            Err(Fault::new(Shell::Unavailable).after_seconds(2).because(cause))
        }
        Err(error) => {
            state.files.forget(new).await;
            Err(error.into())
        }
    }
}

/// A file that this viewer may read.
async fn find_exhibit(
    state: &AppState,
    visitor: &Visitor,
    case: CaseId,
    id: EvidenceId,
) -> Result<(Exhibit, EvidencePart), Fault> {
    let case = state.store.case(case).await?;
    let readable = Readable::of(&case, &visitor.who.actor()).ok_or(Shell::NotFound)?;
    let found = readable.channels().find_map(|channel| {
        readable.exhibits(channel).find_map(|(known, exhibit)| (known == id).then_some((channel, exhibit)))
    });
    let (channel, exhibit) = found.ok_or(Refusal::EvidenceNotFound)?;
    let part = exhibit.part.clone().ok_or(Refusal::EvidenceNotFound)?;
    state.store.note_read(&case, &visitor.who.actor(), [channel]).await?;
    Ok((exhibit.clone(), part))
}

/// The form's one file, streamed to disk, and its name.
async fn take_file(state: &AppState, mut form: Multipart) -> Result<(Arrived, String), Fault> {
    let mut taken = None;
    while let Some(field) = form.next().await {
        let mut field = field.map_err(unread_form)?;
        if field.name() != Some("file") {
            let pointer = format!("/{}", field.name().unwrap_or_default().chars().take(40).collect::<String>());
            let _ = field.bytes(FORM_BYTES_MAX).await;
            return Err(Fault::new(Shell::UnknownField).at(pointer));
        }
        if taken.is_some() {
            return Err(Shell::TooManyFiles.into());
        }
        let name = file_name(field.content_disposition().and_then(ContentDisposition::get_filename));
        let mut arriving = state.files.begin().await?;
        while let Some(chunk) = field.next().await {
            let chunk = chunk.map_err(unread_form)?;
            arriving.write(&chunk).await?;
        }
        taken = Some((arriving.done().await?, name));
    }
    taken.ok_or(Shell::FileMissing.into())
}

/// The last path segment of the client's file name, without characters that could mislead.
fn file_name(given: Option<&str>) -> String {
    let last = given.unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|c| {
            !c.is_control() && !matches!(c, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        })
        .collect();
    let clean = shortened(clean.trim(), FILE_NAME_CHARS_MAX);
    if clean.is_empty() || clean.chars().all(|c| c == '.') { Uuid::now_v7().to_string() } else { clean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_becomes_a_path() {
        assert_eq!(file_name(Some("../../etc/passwd")), "passwd");
        assert_eq!(file_name(Some("C:\\fotos\\nota\u{202E}gpj.exe")), "notagpj.exe");
        assert_eq!(file_name(Some("nota\r\nX: 1.pdf")), "notaX: 1.pdf");
        assert_eq!(file_name(Some("..")).len(), 36);
        assert_eq!(file_name(None).len(), 36);
        let long = file_name(Some(&format!("{}.pdf", "é".repeat(500))));
        assert_eq!((long.chars().count(), long.ends_with("é.pdf")), (FILE_NAME_CHARS_MAX, true));
    }

    #[test]
    fn the_same_key_of_the_same_person_is_the_same_file() {
        let (ana, rui) = (UserId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)));
        let (one, two) = (CommandId(Uuid::from_u128(3)), CommandId(Uuid::from_u128(4)));
        assert_eq!(evidence_id(ana, one), evidence_id(ana, one));
        assert_ne!(evidence_id(ana, one), evidence_id(ana, two));
        assert_ne!(evidence_id(ana, one), evidence_id(rui, one));
    }
}
