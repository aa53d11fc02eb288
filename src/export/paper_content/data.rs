//! A paper for machines: codes and times, no sentences.

use super::{ContentWriter, code};
use acordo_domain::case::command::PaperKind;
use acordo_domain::case::event::Event;
use acordo_domain::moment::Moment;
use serde_json::json;

impl ContentWriter<'_> {
    /// The same for machines: codes and times, no sentences.
    pub(super) fn data(&self) -> serde_json::Value {
        let procedure = &self.point.case.procedure;
        let time = |at: Moment| at.to_string();
        let listed = (self.point.paper == PaperKind::Procedure).then_some(self.point.events.iter());
        let events: Vec<serde_json::Value> =
            listed.into_iter().flatten().map(|event| told_to_machines(event)).collect();
        let obligations: Vec<serde_json::Value> =
            procedure.obligations.iter().map(|owing| self.owing_data(owing)).collect();
        json!({
            "v": 1,
            "paper": self.point.paper.name(),
            "number": self.point.number,
            "case": self.point.case.id.to_string(),
            "reference": self.filed.reference.to_string(),
            "language": self.language.tag(),
            "operator": self.point.house.name,
            "house": self.point.house.data(),
            "filed_by": self.filed.filed_by,
            "law": self.filed.law,
            "issued_at": time(self.point.issued_at),
            "consumer": self.filed.consumer.name,
            "company": self.filed.company_name,
            "company_identity": self.point.identity,
            "mediators": self.mediators(),
            "filed_at": time(self.filed.at),
            "invited_at": procedure.invitation.as_ref().map(|invitation| time(invitation.since)),
            "invitation": procedure.invitation.as_ref().map(|invitation| code(&invitation.state)),
            "invitation_mail": procedure.invitation.as_ref().and_then(|invitation| invitation.mail).map(|mail| json!({
                "delivered": mail.delivered, "at": time(mail.at),
            })),
            "invitation_until": procedure.invitation.as_ref().map(|invitation| time(invitation.until)),
            "invitation_turned_down_at":
                procedure.invitation.as_ref().and_then(|invitation| invitation.turned_down_at).map(time),
            "mediations": self.mediations().iter().map(|span| json!({
                "began": time(span.began), "ended": span.ended.map(time),
            })).collect::<Vec<_>>(),
            "first_reply": {
                "consumer": procedure.first_reply.consumer.map(time),
                "company": procedure.first_reply.company.map(time),
            },
            "ground": self.term().map(|term| code(&term.ground)),
            "ended_at": self.term().map(|term| time(term.at)),
            "document_hash": procedure.concluded.as_ref().map(|concluded| concluded.document_hash.clone()),
            "agreements": procedure.agreements().map(|concluded| json!({
                "version": concluded.version,
                "concluded_at": time(concluded.at),
                "document_hash": concluded.document_hash,
                "sealed_pdf_hash": concluded.sealed_pdf_hash,
            })).collect::<Vec<_>>(),
            "enforces": self.enforced().filter(|_| self.point.paper == PaperKind::Enforcement).map(|owing| json!({
                "agreement": owing.version, "obligation": owing.place,
            })),
            "late_clauses": self.late_clauses(),
            "obligations": obligations,
            "events": events,
            "record": { "size": self.point.procedure_size, "root": self.point.procedure_root },
        })
    }
}

fn told_to_machines(event: &Event) -> serde_json::Value {
    json!({
        "seq": event.seq,
        "at": event.at.to_string(),
        "seat": event.seat.name(),
        "by": event.by.as_ref().map(|by| by.name.clone()),
        "kind": event.kind.name(),
    })
}
