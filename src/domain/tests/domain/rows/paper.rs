//! Drafting, signing, sealing.

use super::{Row, after, at, row};
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::decide::Filing;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::*;
use acordo_domain::terms::*;
use uuid::Uuid;

pub fn agreement_rows() -> Vec<Row> {
    use Refusal::*;
    let sign = |who: Who, change: &dyn Fn(&mut Signing)| {
        let Command::AgreementSign { version, document_hash, pdf_hash, name, consent, challenge, response } =
            World::drafted().signing(who)
        else {
            panic!()
        };
        let mut signing = Signing { version, document_hash, pdf_hash, name, consent, challenge, response };
        change(&mut signing);
        signing.command()
    };
    let as_is = |who| sign(who, &|_| {});
    let waived = after(World::drafted(), Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    let mut reflected = World::drafted();
    reflected.later(1);
    let mut signed = World::drafted();
    signed.signs(Who::Bruna).unwrap();
    let mut unproven = World::drafted();
    unproven.proves = false;
    let mut late = waived.clone();
    late.later(9);
    let draft = |version, document_hash: &str, pdf_hash: &str| Command::AgreementDraft {
        version,
        document_hash: document_hash.into(),
        pdf_hash: pdf_hash.into(),
        joint_size: World::drafted().case.joint().size,
    };
    let seal = |version, document_hash: &str, pdf_hash: &str| Command::AgreementSeal {
        version,
        document_hash: document_hash.into(),
        pdf_hash: pdf_hash.into(),
    };
    let bound = |powers| World { powers, ..World::drafted() };
    let mut ended = power(None);
    ended.power.ended = true;
    let mut nameless = World::filed(&Filing { identifier: None, ..filing() });
    nameless.does(Who::Bruna, Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None });
    nameless.does(Who::Bruna, propose(refund(100)));
    nameless.accepts(Who::Ana, 1);
    nameless.identify_company();
    let unnamed = nameless.drafting();
    let mut ready = World::agreed();
    ready.identify_company();
    let sealed = after(World::settled(), Who::System, seal(1, HASH_A, HASH_B));
    let word = |count| Command::AgreementWord { clauses: vec!["x".into(); count] };
    let refuse = Command::AgreementRefuse { ground: AgreementRefuseGround::Other };
    let mut only_clauses = World::negotiation();
    only_clauses.does(Who::Bruna, propose(Terms { obligations: vec![], clauses: vec!["Paz.".into()], chosen: vec![] }));
    only_clauses.accepts(Who::Ana, 1);
    vec![
        row(ready.clone(), Who::Ana, as_is(Who::Ana), NoDraft),
        row(ready.clone(), Who::Ana, Command::AgreementWaiveReflection { version: Some(1) }, NoDraft),
        row(ready.clone(), Who::System, Command::LegalIdentityTake {}, LegalIdentityTaken),
        row(waived.clone(), Who::Ana, Command::AgreementWaiveReflection { version: Some(1) }, ReflectionAlreadyWaived),
        row(reflected, Who::Ana, Command::AgreementWaiveReflection { version: Some(1) }, ReflectionOver),
        row(World::drafted(), Who::Ana, as_is(Who::Ana), ReflectionRunning),
        at(waived.clone(), Who::Ana, sign(Who::Ana, &|signing| signing.version = 2), DraftReplaced, "/version"),
        at(
            waived.clone(),
            Who::Ana,
            sign(Who::Ana, &|signing| signing.document_hash = HASH_B.into()),
            DocumentHashMismatch,
            "/document_hash",
        ),
        at(
            waived.clone(),
            Who::Ana,
            sign(Who::Ana, &|signing| signing.pdf_hash = HASH_A.into()),
            PdfHashMismatch,
            "/pdf_hash",
        ),
        at(waived.clone(), Who::Ana, sign(Who::Ana, &|signing| signing.consent = false), ConsentMissing, "/consent"),
        at(
            waived.clone(),
            Who::Ana,
            sign(Who::Ana, &|signing| signing.name = "Outra Pessoa".into()),
            NameMismatch,
            "/name",
        ),
        at(waived.clone(), Who::Ana, sign(Who::Ana, &|signing| signing.name = "".into()), TextEmpty, "/name"),
        row(bound(vec![]), Who::Bruna, as_is(Who::Bruna), PowerMissing),
        row(bound(vec![power(Some(199_999))]), Who::Bruna, as_is(Who::Bruna), PowerTooSmall),
        row(bound(vec![ended]), Who::Bruna, as_is(Who::Bruna), PowerExpired),
        row(World::agreed(), Who::Bruna, as_is(Who::Bruna), LegalIdentityMissing),
        row(World::agreed(), Who::System, Command::LegalIdentityTake {}, LegalIdentityMissing),
        row(World::drafted(), Who::System, Command::LegalIdentityTake {}, DraftExists),
        at(
            World::drafted(),
            Who::Bruna,
            sign(Who::Bruna, &|signing| signing.name = "Aurora Comércio Ltda.".into()),
            NameMismatch,
            "/name",
        ),
        at(
            World::drafted(),
            Who::Bruna,
            sign(Who::Bruna, &|signing| signing.challenge = ChallengeId(Uuid::from_u128(3))),
            SigningProofMissing,
            "/challenge",
        ),
        row(unproven, Who::Bruna, as_is(Who::Bruna), SigningProofMissing),
        row(signed.clone(), Who::Bruna, as_is(Who::Bruna), AlreadySigned),
        row(late.clone(), Who::Ana, as_is(Who::Ana), SignaturePeriodOver),
        row(signed, Who::Bruna, refuse.clone(), AlreadySigned),
        row(World::settled(), Who::Ana, refuse, WrongPhase),
        row(World::drafted(), Who::Ana, word(1), NotYours),
        at(World::drafted(), Who::Mediator, word(41), TooManyClauses, "/clauses"),
        at(only_clauses, Who::Ana, word(0), TermsEmpty, "/clauses"),
        row(World::drafted(), Who::System, draft(1, HASH_A, HASH_B), DraftExists),
        at(ready.clone(), Who::System, draft(2, HASH_A, HASH_B), DraftReplaced, "/version"),
        at(ready.clone(), Who::System, draft(1, "x", HASH_B), DocumentHashMismatch, "/document_hash"),
        at(ready.clone(), Who::System, draft(1, HASH_A, "x"), PdfHashMismatch, "/pdf_hash"),
        at(ready, Who::System, draft(1, HASH_A, HASH_B), Conflict, "/joint_size"),
        row(nameless, Who::System, unnamed, PartyNotIdentified),
        row(World::agreed(), Who::System, draft(1, HASH_A, HASH_B), LegalIdentityMissing),
        row(World::drafted(), Who::System, Command::AgreementLapse {}, SignaturePeriodRunning),
        row(World::agreed(), Who::System, Command::AgreementLapse {}, SignaturePeriodRunning),
        row(World::drafted(), Who::System, seal(1, HASH_A, HASH_B), AgreementNotConcluded),
        row(sealed, Who::System, seal(1, HASH_A, HASH_B), AgreementAlreadySealed),
        at(World::settled(), Who::System, seal(1, HASH_A, "x"), PdfHashMismatch, "/pdf_hash"),
    ]
}

struct Signing {
    version: u32,
    document_hash: String,
    pdf_hash: String,
    name: String,
    consent: bool,
    challenge: ChallengeId,
    response: String,
}

impl Signing {
    fn command(self) -> Command {
        let Self { version, document_hash, pdf_hash, name, consent, challenge, response } = self;
        Command::AgreementSign { version, document_hash, pdf_hash, name, consent, challenge, response }
    }
}
