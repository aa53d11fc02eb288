//! Messages, files, terms, proposals, ideas.

use super::{Row, after, at, long, one, row};
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::*;
use acordo_domain::money::{AMOUNT_MAX, Currency, Money};
use acordo_domain::seat::*;
use acordo_domain::terms::*;
use uuid::Uuid;

pub fn talk_rows() -> Vec<Row> {
    use Refusal::*;
    let said = after(World::mediation(), Who::Ana, message(Channel::Joint, "Insulto"));
    let seq = said.case.joint().size;
    let hide = |channel, seq| Command::MessageHide { channel, seq, ground: HideGround::Insult };
    let hidden = after(said.clone(), Who::Mediator, hide(Channel::Joint, seq));
    let reply = |to| Command::MessagePost {
        channel: Channel::Joint,
        text: "Re".into(),
        reply_to: Some(to),
        evidence: vec![],
        kind: None,
    };
    let attach = |count: u128| Command::MessagePost {
        channel: Channel::Joint,
        text: "Anexo".into(),
        reply_to: None,
        evidence: (0..count).map(|id| EvidenceId(Uuid::from_u128(id))).collect(),
        kind: None,
    };
    let add = |name: &str, shared_from| Command::EvidenceAdd {
        channel: Channel::Joint,
        evidence: EvidencePart { name: name.into(), ..evidence(3) },
        shared_from,
    };
    let put = |channel, text: &str| Command::NotePut { channel, text: text.into() };
    let one_file = after(World::negotiation(), Who::Ana, add("a.png", None));
    let mut many_files = World::negotiation();
    for id in 0..100 {
        many_files.does(
            Who::Ana,
            Command::EvidenceAdd { channel: Channel::Joint, evidence: evidence(1_000 + id), shared_from: None },
        );
    }
    vec![
        at(World::negotiation(), Who::Ana, message(Channel::Joint, ""), TextEmpty, "/text"),
        at(World::negotiation(), Who::Ana, message(Channel::Joint, " \n "), TextEmpty, "/text"),
        at(World::negotiation(), Who::Ana, message(Channel::Joint, &long(10_001)), TextTooLong, "/text"),
        at(World::negotiation(), Who::Ana, message(Channel::Joint, "a\u{7}b"), ControlCharacters, "/text"),
        at(World::negotiation(), Who::Ana, message(Channel::Joint, "a\u{202e}b"), ControlCharacters, "/text"),
        at(World::negotiation(), Who::Ana, message(Channel::Joint, "a\u{85}b"), ControlCharacters, "/text"),
        at(World::negotiation(), Who::Ana, message(Channel::Internal, "x"), ChannelNotFound, "/channel"),
        at(World::negotiation(), Who::Bruna, message(Channel::Internal, "x"), ChannelNotWritable, "/channel"),
        at(World::negotiation(), Who::Ana, message(caucus(Side::Consumer), "x"), ChannelNotFound, "/channel"),
        at(World::negotiation(), Who::Ana, message(Channel::Procedure, "x"), ChannelNotWritable, "/channel"),
        at(World::negotiation(), Who::Ana, reply(99), EventNotFound, "/reply_to"),
        at(World::negotiation(), Who::Ana, reply(0), EventNotFound, "/reply_to"),
        at(World::negotiation(), Who::Ana, attach(1), EvidenceNotFound, "/evidence/0"),
        at(World::negotiation(), Who::Ana, attach(11), TooManyItems, "/evidence"),
        row(World::mediator_came(), Who::Ana, message(Channel::Joint, "x"), GroundRulesNotAccepted),
        row(
            after(World::mediation(), Who::Mediator, Command::FloorPause {}),
            Who::Bruna,
            message(Channel::Joint, "x"),
            FloorPaused,
        ),
        row(World::closed(), Who::Ana, message(Channel::Joint, "x"), CaseClosed),
        at(said.clone(), Who::Mediator, hide(Channel::Joint, 1), EventNotFound, "/seq"),
        at(said.clone(), Who::Mediator, hide(Channel::Joint, 999), EventNotFound, "/seq"),
        at(said, Who::Mediator, hide(Channel::Sealed { side: Side::Consumer }, 1), ChannelNotFound, "/channel"),
        row(hidden, Who::Mediator, hide(Channel::Joint, seq), MessageAlreadyHidden),
        at(World::negotiation(), Who::Bruna, put(Channel::Joint, "x"), ChannelNotWritable, "/channel"),
        at(World::mediation(), Who::Mediator, put(Channel::Internal, "x"), ChannelNotFound, "/channel"),
        at(World::negotiation(), Who::Bruna, put(Channel::Internal, ""), TextEmpty, "/text"),
        at(World::negotiation(), Who::Ana, add("", None), TextEmpty, "/evidence/name"),
        at(World::negotiation(), Who::Ana, add("a\nb", None), ControlCharacters, "/evidence/name"),
        at(
            World::negotiation(),
            Who::Ana,
            add("a.png", Some(EvidenceId(Uuid::from_u128(8)))),
            EvidenceNotFound,
            "/shared_from",
        ),
        at(one_file, Who::Ana, add("a.png", None), Conflict, "/evidence/id"),
        at(many_files, Who::Ana, add("a.png", None), TooManyItems, "/evidence"),
    ]
}

pub fn terms_rows() -> Vec<Row> {
    use Refusal::*;
    let make = |terms: Terms, code, pointer| at(World::negotiation(), Who::Bruna, propose(terms), code, pointer);
    let on = |text: &str| Due::On(DueDate { on: text.parse().unwrap() });
    let many =
        |count| Terms { obligations: vec![refund(1).obligations[0].clone(); count], clauses: vec![], chosen: vec![] };
    let clauses = |clauses: Vec<String>| Terms { obligations: vec![], clauses, chosen: vec![] };
    vec![
        make(Terms { obligations: vec![], clauses: vec![], chosen: vec![] }, TermsEmpty, "/terms"),
        make(many(41), TooManyObligations, "/terms/obligations"),
        make(clauses(vec!["x".into(); 41]), TooManyClauses, "/terms/clauses"),
        make(clauses(vec!["x".into(), "Paz 🕊".into()]), NotPrintable, "/terms/clauses/1"),
        make(clauses(vec!["x".into(), "".into()]), TextEmpty, "/terms/clauses/1"),
        make(chosen(&[("release_when_performed", None), ("silence", None)]), ClauseUnknown, "/terms/chosen/1/clause"),
        make(chosen(&[("late_penalty", None)]), ClauseValueMissing, "/terms/chosen/0/value"),
        make(chosen(&[("forum_consumer", Some(1))]), ClauseValueNotAllowed, "/terms/chosen/0/value"),
        make(chosen(&[("late_penalty", Some(201))]), ClauseValueOutOfBounds, "/terms/chosen/0/value"),
        make(chosen(&[("acceleration", Some(4))]), ClauseValueOutOfBounds, "/terms/chosen/0/value"),
        make(
            chosen(&[("release_when_performed", None), ("release_at_signature", None)]),
            ClausesExclusive,
            "/terms/chosen/1/clause",
        ),
        make(chosen(&[("forum_consumer", None), ("forum_consumer", None)]), ClausesExclusive, "/terms/chosen/1/clause"),
        make(one(|obligation| obligation.money = None), AmountMissing, "/terms/obligations/0/money"),
        make(one(|obligation| obligation.money = Some(brl(0))), AmountMissing, "/terms/obligations/0/money/amount"),
        make(one(|obligation| obligation.money = Some(brl(-1))), AmountNegative, "/terms/obligations/0/money/amount"),
        make(
            one(|obligation| obligation.money = Some(brl(AMOUNT_MAX + 1))),
            AmountTooLarge,
            "/terms/obligations/0/money/amount",
        ),
        make(
            one(|obligation| obligation.kind = ObligationKind::Apologise),
            AmountNotAllowed,
            "/terms/obligations/0/money",
        ),
        make(
            Terms {
                obligations: ["BRL", "USD"]
                    .map(|code| {
                        let mut one = refund(1).obligations[0].clone();
                        one.money = Some(Money { amount: 1, currency: Currency::try_from(code.to_owned()).unwrap() });
                        one
                    })
                    .to_vec(),
                clauses: vec![],
                chosen: vec![],
            },
            CurrencyMismatch,
            "/terms/obligations/1/money/currency",
        ),
        make(
            one(|obligation| {
                obligation.money = Some(Money { amount: 1, currency: Currency::try_from("ZZZ".to_owned()).unwrap() })
            }),
            CurrencyUnknown,
            "/terms/obligations/0/money/currency",
        ),
        make(one(|obligation| obligation.due = on("2026-11-22")), DateInThePast, "/terms/obligations/0/due/on"),
        make(one(|obligation| obligation.due = on("2037-01-01")), DateTooFar, "/terms/obligations/0/due/on"),
        make(
            one(|obligation| {
                obligation.due = Due::After(DueAfter { days_after_signature: 3_651, working_days: false })
            }),
            DateTooFar,
            "/terms/obligations/0/due/days_after_signature",
        ),
        make(
            one(|obligation| obligation.description = Some(long(2_001))),
            TextTooLong,
            "/terms/obligations/0/description",
        ),
        make(
            one(|obligation| {
                obligation.kind = ObligationKind::Other;
                obligation.money = None;
            }),
            TextEmpty,
            "/terms/obligations/0/description",
        ),
    ]
}

pub fn proposal_rows() -> Vec<Row> {
    use Refusal::*;
    let offered = after(World::negotiation(), Who::Bruna, propose(refund(100)));
    let mediated = after(World::mediation(), Who::Mediator, propose(refund(100)));
    let accept = |world: &World, number| world.acceptance(number);
    let decline = |number, ground, would_work: Option<&str>| Command::ProposalDecline {
        channel: Channel::Joint,
        number,
        ground,
        would_work: would_work.map(str::to_owned),
    };
    let withdraw = |number| Command::ProposalWithdraw { channel: Channel::Joint, number };
    let expire = |number| Command::ProposalExpire { channel: Channel::Joint, number };
    let until = |world: &World, days| Command::ProposalMake {
        channel: Channel::Joint,
        terms: refund(1),
        note: None,
        valid_days: None,
        valid_until: Some(world.now.plus_days(days)),
        answers: None,
    };
    let lasting = |days, until| Command::ProposalMake {
        channel: Channel::Joint,
        terms: refund(1),
        note: None,
        valid_days: Some(days),
        valid_until: until,
        answers: None,
    };
    let answers = |number| Command::ProposalMake {
        channel: Channel::Joint,
        terms: refund(1),
        note: None,
        valid_days: None,
        valid_until: None,
        answers: Some(number),
    };
    let within = |channel| Command::ProposalMake {
        channel,
        terms: refund(1),
        note: None,
        valid_days: None,
        valid_until: None,
        answers: None,
    };
    let withdrawn = after(offered.clone(), Who::Bruna, withdraw(1));
    let declined = after(offered.clone(), Who::Ana, decline(1, None, None));
    let mut late = offered.clone();
    late.later(20);
    let answered = after(mediated.clone(), Who::Ana, decline(1, None, None));
    let idea = after(World::mediation(), Who::Ana, Command::IdeaGive { terms: refund(5) });
    let allowed = after(idea.clone(), Who::Ana, Command::IdeaAllowConveying { id: 1 });
    let convey = Command::IdeaConvey { side: Side::Consumer, id: 1 };
    let conveyed = after(allowed.clone(), Who::Mediator, convey.clone());
    let mut stale = after(
        World::mediation(),
        Who::Ana,
        Command::IdeaGive {
            terms: one(|obligation| obligation.due = Due::On(DueDate { on: "2026-11-24".parse().unwrap() })),
        },
    );
    stale.does(Who::Ana, Command::IdeaAllowConveying { id: 1 });
    stale.later(3);
    let wrong_hash = Command::ProposalAccept { channel: Channel::Joint, number: 1, terms_hash: HASH_A.into() };
    let unknown = Command::ProposalAccept { channel: Channel::Joint, number: 9, terms_hash: HASH_A.into() };
    let wait = World::mediator_came();
    vec![
        at(offered.clone(), Who::Bruna, until(&offered, 0), ValidityInThePast, "/valid_until"),
        at(offered.clone(), Who::Bruna, until(&offered, 61), ValidityTooLong, "/valid_until"),
        at(offered.clone(), Who::Bruna, lasting(0, None), ValidityInThePast, "/valid_days"),
        at(offered.clone(), Who::Bruna, lasting(61, None), ValidityTooLong, "/valid_days"),
        at(offered.clone(), Who::Bruna, lasting(5, Some(offered.now.plus_days(5))), ValidityTwice, "/valid_until"),
        at(offered.clone(), Who::Ana, answers(7), AnswersUnknownProposal, "/answers"),
        at(offered.clone(), Who::Bruna, answers(1), ProposalIsYours, "/answers"),
        at(withdrawn.clone(), Who::Ana, answers(1), ProposalNotOpen, "/answers"),
        at(late.clone(), Who::Ana, answers(1), ProposalExpired, "/answers"),
        at(World::mediation(), Who::Ana, within(caucus(Side::Consumer)), ChannelNotWritable, "/channel"),
        at(World::mediation(), Who::Ana, within(caucus(Side::Company)), ChannelNotFound, "/channel"),
        row(wait.clone(), Who::Ana, within(Channel::Joint), GroundRulesNotAccepted),
        row(wait, Who::Ana, Command::IdeaGive { terms: refund(1) }, GroundRulesNotAccepted),
        row(offered.clone(), Who::Bruna, accept(&offered, 1), ProposalIsYours),
        at(offered.clone(), Who::Ana, wrong_hash, TermsHashMismatch, "/terms_hash"),
        at(offered.clone(), Who::Ana, unknown, ProposalNotFound, "/number"),
        row(withdrawn.clone(), Who::Ana, accept(&withdrawn, 1), ProposalNotOpen),
        row(late.clone(), Who::Ana, accept(&late, 1), ProposalExpired),
        row(World::drafted(), Who::Ana, accept(&World::drafted(), 1), WrongPhase),
        row(answered.clone(), Who::Ana, accept(&answered, 1), ProposalAlreadyAnswered),
        row(declined.clone(), Who::Ana, decline(1, None, None), ProposalNotOpen),
        at(offered.clone(), Who::Ana, decline(1, None, Some("")), TextEmpty, "/would_work"),
        at(mediated.clone(), Who::Ana, decline(1, Some(DeclineGround::TooLate), None), NoteNotAllowed, "/ground"),
        at(mediated.clone(), Who::Ana, decline(1, None, Some("Mais.")), NoteNotAllowed, "/would_work"),
        row(mediated, Who::Mediator, decline(1, None, None), NotYours),
        row(offered.clone(), Who::Ana, withdraw(1), ProposalIsNotYours),
        row(declined, Who::Bruna, withdraw(1), ProposalNotOpen),
        row(offered.clone(), Who::System, expire(1), ProposalNotExpired),
        row(withdrawn, Who::System, expire(1), ProposalNotOpen),
        at(offered, Who::System, expire(4), ProposalNotFound, "/number"),
        at(
            World::mediation(),
            Who::Ana,
            Command::IdeaGive { terms: Terms { obligations: vec![], clauses: vec![], chosen: vec![] } },
            TermsEmpty,
            "/terms",
        ),
        at(idea.clone(), Who::Bruna, Command::IdeaAllowConveying { id: 1 }, IdeaNotFound, "/id"),
        row(allowed, Who::Ana, Command::IdeaAllowConveying { id: 1 }, IdeaAlreadyAllowed),
        row(conveyed.clone(), Who::Ana, Command::IdeaAllowConveying { id: 1 }, IdeaAlreadyConveyed),
        row(idea, Who::Mediator, convey.clone(), IdeaNotAllowed),
        row(conveyed, Who::Mediator, convey.clone(), IdeaAlreadyConveyed),
        at(World::mediation(), Who::Mediator, convey.clone(), IdeaNotFound, "/id"),
        at(stale, Who::Mediator, convey, DateInThePast, "/terms/obligations/0/due/on"),
    ]
}
