//! Intake, seats, the mediator, the ways to end.

use super::{Row, after, at, long, row};
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::decide::{CompanyFiling, Filing};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::money::AMOUNT_MAX;
use acordo_domain::seat::*;

pub fn intake_rows() -> Vec<Row> {
    use Refusal::*;
    let accept = |rules_version, online| Command::InvitationAccept { rules_version, online, proof: None, own: None };
    let identify = |name: &str, identifier: &str, address: Option<String>| Command::PartyIdentify {
        name: name.into(),
        identifier: identifier.into(),
        address,
    };
    let hand_over = |to: Who| Command::SeatHandOver { to: to.id(), note: "".into(), reason: HandOverReason::Other };
    let wish =
        |own| Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: Some(Box::new(own)) };
    let mut lapsed = World::intake();
    lapsed.later(60);
    let refused = after(World::intake(), Who::Bruna, Command::InvitationRefuse {});
    let mut refused_in_a_queue = World::intake();
    refused_in_a_queue.later(20);
    refused_in_a_queue.clock_strikes();
    refused_in_a_queue.does(Who::Bruna, Command::InvitationRefuse {});
    let received = after(World::intake(), Who::System, Command::InvitationRecordMail { delivered: true });
    let company_filed = World::invited();
    let mut note = World::negotiation();
    note.does(Who::Carlos, Command::SeatJoin {});
    vec![
        row(World::intake(), Who::Coordinator, Command::CaseAdmit {}, AlreadyAdmitted),
        row(World::intake(), Who::Stranger, Command::CaseAdmit {}, NoCapacity),
        row(World::negotiation(), Who::Coordinator, Command::CaseRefuse { ground: RefuseGround::Abusive }, WrongPhase),
        row(World::intake(), Who::Ana, Command::CaseRefuse { ground: RefuseGround::Abusive }, NotYours),
        at(World::intake(), Who::Bruna, accept(2, true), RulesVersionUnknown, "/rules_version"),
        at(World::intake(), Who::Bruna, accept(1, false), OnlineConsentMissing, "/online"),
        row(World::intake(), Who::Ana, accept(1, true), OtherSide),
        row(World::negotiation(), Who::Bruna, accept(1, true), InvitationAlreadyAccepted),
        row(lapsed.clone(), Who::Ana, Command::InvitationRefuse {}, NotYours),
        row(refused.clone(), Who::Bruna, Command::InvitationRefuse {}, CaseClosed),
        row(refused_in_a_queue, Who::Bruna, Command::InvitationRefuse {}, InvitationNotOpen),
        row(company_filed.clone(), Who::Carlos, Command::InvitationRefuse {}, OtherSide),
        row(World::intake(), Who::System, Command::InvitationLapse {}, InvitationStillOpen),
        row(World::intake(), Who::Coordinator, Command::InvitationRecordMail { delivered: true }, NotYours),
        row(received, Who::System, Command::InvitationRecordMail { delivered: false }, InvitationNotOpen),
        row(refused, Who::System, Command::InvitationLapse {}, CaseClosed),
        row(World::intake(), Who::Bruna, Command::SeatJoin {}, SeatNotHeld),
        row(World::negotiation(), Who::Bruna, Command::SeatJoin {}, AlreadySeated),
        row(company_filed.clone(), Who::Ana, Command::SeatJoin {}, OtherSide),
        at(company_filed.clone(), Who::Ana, accept(1, true), AddresseeNotConfirmed, "/proof"),
        at(company_filed.clone(), Who::Ana, accept_with(Some("4712")), AddresseeNotConfirmed, "/proof"),
        at(World::confirmed(), Who::Ana, accept(1, true), OwnAccountMissing, "/own"),
        at(
            World::confirmed(),
            Who::Ana,
            wish(OwnAccount { story: Some(long(10_001)), ..own_account() }),
            TextTooLong,
            "/own/story",
        ),
        at(
            company_filed.clone(),
            Who::Ana,
            Command::InvitationConfirm { proof: "1".into() },
            AddresseeNotConfirmed,
            "/proof",
        ),
        row(World::confirmed(), Who::Ana, confirm(), AddresseeAlreadyConfirmed),
        row(World::intake(), Who::Bruna, confirm(), OtherSide),
        row(company_filed.clone(), Who::Bruna, confirm(), NotYours),
        row(World::confirmed(), Who::Ana, Command::InvitationDisown {}, AddresseeAlreadyConfirmed),
        row(World::intake(), Who::Bruna, Command::InvitationDisown {}, OtherSide),
        row(
            after(World::invited(), Who::Ana, Command::InvitationRefuse {}),
            Who::Bruna,
            Command::InvitationCallBack {},
            CaseClosed,
        ),
        row(World::invited(), Who::Ana, Command::InvitationCallBack {}, NotYours),
        row(company_filed, Who::Carlos, Command::InvitationDisown {}, OtherSide),
        at(World::negotiation(), Who::Bruna, hand_over(Who::Bruna), AlreadySeated, "/to"),
        at(World::negotiation(), Who::Bruna, hand_over(Who::OtherRep), PersonNotEligible, "/to"),
        at(World::negotiation(), Who::Bruna, hand_over(Who::Viewer), PersonNotEligible, "/to"),
        at(World::mediation(), Who::Mediator, hand_over(Who::Coordinator), PersonNotEligible, "/to"),
        at(
            note,
            Who::Bruna,
            Command::SeatHandOver { to: Who::Manager.id(), note: long(4_001), reason: HandOverReason::Other },
            TextTooLong,
            "/note",
        ),
        at(World::negotiation(), Who::Ana, identify("", "52998224725", None), TextEmpty, "/name"),
        at(World::negotiation(), Who::Ana, identify("\u{200b}", "52998224725", None), TextEmpty, "/name"),
        at(World::negotiation(), Who::Ana, identify("🎉", "52998224725", None), TextEmpty, "/name"),
        at(World::negotiation(), Who::Ana, identify("Ana", "52998224726", None), IdentifierInvalid, "/identifier"),
        at(World::negotiation(), Who::Ana, identify("Ana", "123", None), IdentifierInvalid, "/identifier"),
        at(World::negotiation(), Who::Ana, identify("Ana 山田", "52998224725", None), NotPrintable, "/name"),
        at(
            World::negotiation(),
            Who::Ana,
            identify("Ana", "52998224725", Some("Rua 🏠".into())),
            NotPrintable,
            "/address",
        ),
        at(World::negotiation(), Who::Ana, identify("Ana", "52998224725", Some(long(301))), TextTooLong, "/address"),
        row(World::drafted(), Who::Ana, identify("Ana", "52998224725", None), DraftExists),
        // Nobody types in a company's name.
        row(World::negotiation(), Who::Bruna, identify("Padaria do Bairro Ltda.", "11222333000181", None), NotYours),
    ]
}

/// A mediator was asked for, but nobody is free.
fn nobody_free() -> World {
    let asked = after(World::negotiation(), Who::Ana, Command::MediatorRequest {});
    after(asked, Who::System, Command::MediatorFindNobody {})
}

pub fn mediator_rows() -> Vec<Row> {
    use Refusal::*;
    let accept = |no_conflict, disclosure: &str| Command::MediatorAccept { no_conflict, disclosure: disclosure.into() };
    let assign = |who: Who| Command::MediatorAssign { user: who.id() };
    let stage = |stage| Command::StageMove { stage, note: None };
    let asked = after(
        World::mediation(),
        Who::Mediator,
        Command::DisclosureAsk { side: Side::Consumer, words: "Palavras".into() },
    );
    let answered = after(asked.clone(), Who::Ana, Command::DisclosureAnswer { id: 1, allow: true });
    let used = after(answered.clone(), Who::Mediator, Command::DisclosureUse { side: Side::Consumer, id: 1 });
    let summed =
        after(World::mediation(), Who::Mediator, Command::SummaryWrite { side: Side::Consumer, text: "Ouvi.".into() });
    let mut left = World::mediation();
    left.does(
        Who::Mediator,
        Command::SeatHandOver { to: Who::Successor.id(), note: "".into(), reason: HandOverReason::Absence },
    );
    vec![
        row(World::negotiation(), Who::Coordinator, Command::MediatorReplace { user: None }, NoMediator),
        row(World::mediation(), Who::Ana, Command::MediatorReplace { user: None }, NotYours),
        at(
            World::mediation(),
            Who::Coordinator,
            Command::MediatorReplace { user: Some(Who::Mediator.id()) },
            PersonNotEligible,
            "/user",
        ),
        at(
            World::mediation().with_conflict(),
            Who::Coordinator,
            Command::MediatorReplace { user: Some(Who::Successor.id()) },
            MediatorHasConflict,
            "/user",
        ),
        row(World::assigned().with_conflict(), Who::Mediator, accept(true, "Nenhum"), MediatorHasConflict),
        row(World::mediation(), Who::System, Command::MediatorFindNobody {}, SeatTaken),
        row(nobody_free(), Who::System, Command::MediatorFindNobody {}, MediatorMissingAlready),
        row(World::mediator_came(), Who::System, Command::MediationLapse {}, DeadlineNotReached),
        row(World::assigned(), Who::Ana, Command::MediatorRequest {}, MediatorAlreadyRequested),
        row(World::mediation(), Who::Ana, Command::MediatorRequest {}, WrongPhase),
        row(World::negotiation(), Who::System, assign(Who::Mediator), MediatorNotRequested),
        row(World::assigned(), Who::System, assign(Who::Successor), MediatorAlreadyAssigned),
        row(World::mediation(), Who::System, assign(Who::Successor), SeatTaken),
        at(
            after(World::negotiation(), Who::Ana, Command::MediatorRequest {}),
            Who::Coordinator,
            assign(Who::Coordinator),
            PersonNotEligible,
            "/user",
        ),
        at(World::assigned(), Who::Mediator, accept(false, "Nenhum"), ConflictNotExcluded, "/no_conflict"),
        at(World::assigned(), Who::Mediator, accept(true, " "), TextEmpty, "/disclosure"),
        row(World::assigned(), Who::Successor, accept(true, "Nenhum"), NoCapacity),
        row(World::mediation(), Who::Mediator, accept(true, "Nenhum"), NotYours),
        row(World::assigned(), Who::System, Command::MediatorDecline {}, DeadlineNotReached),
        row(World::negotiation(), Who::System, Command::MediatorDecline {}, MediatorNotAssigned),
        at(
            World::mediator_came(),
            Who::Ana,
            Command::GroundRulesAccept { version: 9 },
            RulesVersionUnknown,
            "/version",
        ),
        row(World::mediation(), Who::Ana, Command::GroundRulesAccept { version: 1 }, GroundRulesAlreadyAccepted),
        at(World::mediation(), Who::Mediator, stage(Stage::Opening), StageNotMovable, "/stage"),
        at(World::mediation(), Who::Mediator, stage(Stage::Signing), StageNotMovable, "/stage"),
        at(
            World::mediation(),
            Who::Mediator,
            Command::StageMove { stage: Stage::Facts, note: Some("".into()) },
            TextEmpty,
            "/note",
        ),
        at(
            World::mediation(),
            Who::Mediator,
            Command::SummaryWrite { side: Side::Consumer, text: "a\u{0}".into() },
            ControlCharacters,
            "/text",
        ),
        row(World::mediation(), Who::Ana, Command::SummaryConfirm {}, NoSummary),
        row(
            after(summed.clone(), Who::Ana, Command::SummaryConfirm {}),
            Who::Ana,
            Command::SummaryConfirm {},
            NoSummary,
        ),
        row(left.clone(), Who::Ana, Command::SummaryConfirm {}, NoMediator),
        row(World::mediation(), Who::Ana, Command::SummaryCorrect { text: "x".into() }, NoSummary),
        at(summed, Who::Ana, Command::SummaryCorrect { text: "".into() }, TextEmpty, "/text"),
        at(
            World::mediation(),
            Who::Mediator,
            Command::DisclosureAsk { side: Side::Consumer, words: long(2_001) },
            TextTooLong,
            "/words",
        ),
        at(asked.clone(), Who::Ana, Command::DisclosureAnswer { id: 7, allow: true }, DisclosureNotFound, "/id"),
        at(asked.clone(), Who::Bruna, Command::DisclosureAnswer { id: 1, allow: true }, DisclosureNotFound, "/id"),
        row(answered, Who::Ana, Command::DisclosureAnswer { id: 1, allow: false }, DisclosureAlreadyAnswered),
        row(asked, Who::Mediator, Command::DisclosureUse { side: Side::Consumer, id: 1 }, DisclosureNotAllowed),
        row(used, Who::Mediator, Command::DisclosureUse { side: Side::Consumer, id: 1 }, DisclosureAlreadyUsed),
        at(
            World::mediation(),
            Who::Mediator,
            Command::DisclosureUse { side: Side::Company, id: 1 },
            DisclosureNotFound,
            "/id",
        ),
        row(
            after(World::mediation(), Who::Mediator, Command::FloorPause {}),
            Who::Mediator,
            Command::FloorPause {},
            FloorAlreadyPaused,
        ),
        row(World::mediation(), Who::Mediator, Command::FloorOpen {}, FloorAlreadyOpen),
        row(World::mediation(), Who::Ana, Command::FloorPause {}, NotYours),
        row(left, Who::Ana, Command::IdeaGive { terms: refund(1) }, NoMediator),
        row(World::negotiation(), Who::Ana, Command::MediationLeave {}, WrongPhase),
        row(
            World::mediation(),
            Who::System,
            Command::ImpasseDeclare { ground: ImpasseGround::TimeOver },
            DeadlineNotReached,
        ),
    ]
}

pub fn end_rows() -> Vec<Row> {
    use Refusal::*;
    vec![
        row(World::settled(), Who::Ana, Command::CaseWithdraw {}, AgreementStands),
        row(World::negotiation(), Who::Bruna, Command::CaseWithdraw {}, NotYours),
        row(World::mediation(), Who::Mediator, Command::MediationLeave {}, NotYours),
        row(World::escalated(), Who::Mediator, Command::ImpasseDeclare { ground: ImpasseGround::Conduct }, NoCapacity),
    ]
}

/// Filings that are refused, each with the pointer into the body of `POST complaints`.
pub fn filings() -> Vec<(Filing, Refusal, &'static str)> {
    use Refusal::*;
    let with = |change: &dyn Fn(&mut Filing)| {
        let mut filing = filing();
        change(&mut filing);
        filing
    };
    vec![
        (with(&|filing| filing.rules_version = 2), RulesVersionUnknown, "/rules_version"),
        (with(&|filing| filing.online = false), OnlineConsentMissing, "/online"),
        (with(&|filing| filing.consumer.name = " ".into()), TextEmpty, "/consumer/name"),
        (with(&|filing| filing.legal_name = long(201)), TextTooLong, "/consumer/name"),
        (with(&|filing| filing.identifier = Some("529.982.247-26".into())), IdentifierInvalid, "/consumer/identifier"),
        (with(&|filing| filing.complaint.product = "".into()), TextEmpty, "/complaint/product"),
        (with(&|filing| filing.complaint.story = "\u{200b}\n\u{2800}".into()), TextEmpty, "/complaint/story"),
        (with(&|filing| filing.complaint.product = "a\nb".into()), ControlCharacters, "/complaint/product"),
        (with(&|filing| filing.complaint.story = long(10_001)), TextTooLong, "/complaint/story"),
        (with(&|filing| filing.complaint.order_number = Some(long(101))), TextTooLong, "/complaint/order_number"),
        (with(&|filing| filing.complaint.remedy_words = Some("".into())), TextEmpty, "/complaint/remedy_words"),
        (with(&|filing| filing.complaint.accessibility = Some(long(1_001))), TextTooLong, "/complaint/accessibility"),
        (
            with(&|filing| filing.complaint.earlier_protocols = vec!["1".into(); 11]),
            TooManyItems,
            "/complaint/earlier_protocols",
        ),
        (
            with(&|filing| filing.complaint.earlier_protocols = vec!["".into()]),
            TextEmpty,
            "/complaint/earlier_protocols/0",
        ),
        (
            with(&|filing| filing.complaint.happened_on = Some("2026-11-24".parse().unwrap())),
            DateInTheFuture,
            "/complaint/happened_on",
        ),
        (
            with(&|filing| filing.complaint.amount_in_dispute = Some(brl(-5))),
            AmountNegative,
            "/complaint/amount_in_dispute/amount",
        ),
        (
            with(&|filing| filing.complaint.amount_in_dispute = Some(brl(AMOUNT_MAX + 1))),
            AmountTooLarge,
            "/complaint/amount_in_dispute/amount",
        ),
    ]
}

/// Invitations by a company that are refused, each with the pointer into the body of `POST complaints/invite`.
pub fn invitations() -> Vec<(CompanyFiling, Refusal, &'static str)> {
    use Refusal::*;
    let with = |change: &dyn Fn(&mut CompanyFiling)| {
        let mut filing = company_filing();
        change(&mut filing);
        filing
    };
    let care = |protocol: Option<&str>, answer: &str| CareContact {
        protocol: protocol.map(str::to_owned),
        on: None,
        answer: answer.to_owned(),
    };
    let tomorrow = || Some("2026-11-24".parse().unwrap());
    vec![
        (with(&|filing| filing.rules_version = 2), RulesVersionUnknown, "/rules_version"),
        (with(&|filing| filing.online = false), OnlineConsentMissing, "/online"),
        (with(&|filing| filing.consumer.name = " ".into()), TextEmpty, "/consumer/name"),
        (with(&|filing| filing.consumer = filing.filer.clone()), OtherSide, "/consumer/email"),
        (with(&|filing| filing.account.product = "".into()), TextEmpty, "/account/product"),
        (with(&|filing| filing.account.story = long(10_001)), TextTooLong, "/account/story"),
        (with(&|filing| filing.account.order_number = Some(long(101))), TextTooLong, "/account/order_number"),
        (with(&|filing| filing.account.happened_on = tomorrow()), DateInTheFuture, "/account/happened_on"),
        (
            with(&|filing| filing.account.amount_in_dispute = Some(brl(-5))),
            AmountNegative,
            "/account/amount_in_dispute/amount",
        ),
        (with(&|filing| filing.account.care = vec![care(None, "Não."); 11]), TooManyItems, "/account/care"),
        (with(&|filing| filing.account.care = vec![care(None, "")]), TextEmpty, "/account/care/0/answer"),
        (with(&|filing| filing.account.care = vec![care(Some(""), "Não.")]), TextEmpty, "/account/care/0/protocol"),
        (
            with(&|filing| filing.account.care = vec![CareContact { on: tomorrow(), ..care(None, "Não.") }]),
            DateInTheFuture,
            "/account/care/0/on",
        ),
    ]
}
