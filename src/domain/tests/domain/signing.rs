//! Drafting and signing, for the tests.

use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::event::Event;
use acordo_domain::case::refusal::Refused;

impl World {
    /// Does what the shell does about `Owed::Draft`.
    pub fn draft(&mut self) {
        let command = self.drafting();
        self.does(Who::System, command);
    }
    pub fn drafting(&self) -> Command {
        let wanted = self.case.joint().deal.as_ref().map_or(1, |deal| deal.version);
        Command::AgreementDraft {
            version: wanted,
            document_hash: HASH_A.into(),
            pdf_hash: HASH_B.into(),
            joint_size: self.case.joint().size,
        }
    }
    pub fn signing(&self, who: Who) -> Command {
        let draft = self.case.joint().deal.as_ref().and_then(|deal| deal.draft.as_ref());
        Command::AgreementSign {
            version: draft.map_or(1, |draft| draft.version),
            document_hash: HASH_A.into(),
            pdf_hash: HASH_B.into(),
            name: who.person().name,
            consent: true,
            challenge: challenge(),
            response: "123456".into(),
        }
    }
    pub fn signs(&mut self, who: Who) -> Result<Vec<Event>, Refused> {
        self.tells(who, &self.signing(who))
    }

    /// Drafts what was accepted, and both sides sign it at once.
    pub fn sides_sign(&mut self) {
        self.identify_company();
        self.draft();
        let version = self.case.joint().deal.as_ref().map(|deal| deal.version);
        self.does(Who::Ana, Command::AgreementWaiveReflection { version });
        for who in [Who::Ana, Who::Bruna] {
            self.signs(who).unwrap();
        }
    }
}
