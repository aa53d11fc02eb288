//! The law of the house: two histories that differ only in channels a viewer cannot read give that
//! viewer the same view, rows, events, letters and order, up to what declassifies.

use crate::play::{Step, start, step, steps};
use crate::world::*;
use acordo_domain::case::audience::may_read;
use acordo_domain::case::command::*;
use acordo_domain::case::event::Event;
use acordo_domain::case::owed::{Notice, NoticeTo, Owed};
use acordo_domain::case::show::{Audience, row};
use acordo_domain::id::EvidenceId;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const VIEWERS: [Who; 8] =
    [Who::Ana, Who::Bruna, Who::Carlos, Who::Manager, Who::Mediator, Who::Successor, Who::Coordinator, Who::Ombudsman];

/// Everything a viewer gets, as bytes.
fn gets(world: &World, viewer: Who) -> String {
    let actor = viewer.actor();
    let view = serde_json::to_string(&world.view(viewer)).unwrap();
    let row = Audience::of(&world.case.procedure, &actor)
        .and_then(|audience| row(&world.case, audience, &world.rules, world.now));
    let events: Vec<&Event> = world
        .history
        .iter()
        .filter(|event| may_read(&world.case.procedure, &actor, event.channel, event.seq))
        .collect();
    format!("{view}\n{}\n{events:?}", serde_json::to_string(&row).unwrap())
}

/// The letters of one command that this viewer gets.
fn letters(world: &World, viewer: Who, events: &[Event]) -> Vec<Notice> {
    let memberships = viewer.memberships();
    let mut list: Vec<Notice> = world
        .owes(events)
        .into_iter()
        .filter_map(|owed| match owed {
            Owed::Notice(notice) => Some(notice),
            _ => None,
        })
        .filter(|notice| match &notice.to {
            NoticeTo::User(user) => *user == viewer.id(),
            NoticeTo::Members { organisation, roles } => {
                memberships.iter().any(|of| of.organisation == *organisation && roles.contains(&of.role))
            }
        })
        .collect();
    list.sort_by_key(|notice| (notice.channel, notice.seq, notice.kind));
    list
}

/// Who may read what, as domain.md's table says it: on purpose not asked of the code under test.
fn may_know(world: &World, viewer: Who, channel: Channel) -> bool {
    let procedure = &world.case.procedure;
    let sits = |seat| procedure.seats.iter().any(|tenure| tenure.seat == seat && tenure.person.id == viewer.id());
    match channel {
        Channel::Procedure => true,
        Channel::Joint => sits(Seat::Consumer) || sits(Seat::Company) || sits(Seat::Mediator),
        Channel::Caucus { side, nth } => sits(side.seat()) || (sits(Seat::Mediator) && nth == procedure.mediation.nth),
        Channel::Internal => sits(Seat::Company) || viewer == Who::Manager,
        Channel::Notes { nth } => sits(Seat::Mediator) && nth == procedure.mediation.nth,
        Channel::Sealed { side } => sits(side.seat()),
        Channel::Review { .. } | Channel::Desk { .. } | Channel::Challenge { .. } => false,
    }
}

fn knows_any(world: &World, viewer: Who, events: &[Event]) -> bool {
    events.iter().any(|event| may_know(world, viewer, event.channel))
}

/// A command of the first history, retold in the second, where private events have other numbers and words.
fn retold(
    who: Who,
    command: &Command,
    numbers: &BTreeMap<(Channel, u64), u64>,
    world: &World,
    private: bool,
) -> Command {
    let nth = world.case.procedure.mediation.nth.max(1);
    let moved = |channel: Channel, seq: u64| numbers.get(&(channel, seq)).copied().unwrap_or(seq);
    let in_caucus = |side: Side, id: u64| moved(Channel::Caucus { side, nth }, id);
    let own = if who == Who::Ana { Side::Consumer } else { Side::Company };
    let mut told = command.clone();
    match &mut told {
        Command::MessagePost { text, .. } | Command::NotePut { text, .. } if private => text.push_str(" (outra)"),
        Command::MessageHide { channel, seq, .. } => *seq = moved(*channel, *seq),
        Command::DisclosureUse { side, id } | Command::IdeaConvey { side, id } => *id = in_caucus(*side, *id),
        Command::DisclosureAnswer { id, .. } | Command::IdeaAllowConveying { id } => *id = in_caucus(own, *id),
        Command::AgreementDraft { joint_size, .. } => *joint_size = world.case.joint().size,
        _ => {}
    }
    told
}

/// Something somebody else does where the viewer cannot look.
fn secret(step: &Step, world: &World, viewer: Who, answered: &mut BTreeSet<u32>) -> Option<(Who, Command)> {
    let nth = world.case.procedure.mediation.nth.max(1);
    let detail = step.detail;
    let who = [Who::Ana, Who::Bruna, Who::Mediator, Who::Manager][usize::from(step.who) % 4];
    let side = match who {
        Who::Ana => Side::Consumer,
        Who::Mediator if detail.is_multiple_of(2) => Side::Consumer,
        _ => Side::Company,
    };
    let caucus = Channel::Caucus { side, nth };
    let text = format!("segredo {detail}");
    let command = match step.kind % 12 {
        0 | 1 => message(caucus, &text),
        2 => Command::NotePut {
            channel: if who == Who::Mediator { Channel::Notes { nth } } else { Channel::Internal },
            text,
        },
        3 => Command::IdeaGive { terms: refund(i64::from(detail % 900) + 1) },
        4 => Command::DisclosureAsk { side, words: text },
        5 => Command::SummaryWrite { side, text },
        6 => Command::EvidenceAdd {
            channel: if detail.is_multiple_of(2) { caucus } else { Channel::Internal },
            evidence: EvidencePart { id: EvidenceId(Uuid::from_u128(0xF000_0000 + u128::from(detail))), ..evidence(1) },
            shared_from: None,
        },
        7 => message(Channel::Joint, &text),
        _ => {
            // An answer that stays hidden, as long as the other one is not in.
            let waiting = world.case.joint().proposals.iter().rev().find(|of| of.author.side().is_none())?;
            let answers = |side| world.case.talk(Channel::Sealed { side }).answer_to(Channel::Joint, waiting.number);
            if Side::BOTH.into_iter().any(|side| answers(side).is_some()) {
                return None;
            }
            answered.insert(waiting.number);
            let (number, terms_hash) = (waiting.number, waiting.terms_hash.clone());
            if detail.is_multiple_of(2) {
                Command::ProposalAccept { channel: Channel::Joint, number, terms_hash }
            } else {
                Command::ProposalDecline { channel: Channel::Joint, number, ground: None, would_work: None }
            }
        }
    };
    (who != viewer).then_some((who, command))
}

/// Does this command open what was hidden: the second of two answers?
fn opens(command: &Command, answered: &BTreeSet<u32>) -> bool {
    match command {
        Command::ProposalAccept { number, .. } | Command::ProposalDecline { number, .. } => answered.contains(number),
        _ => false,
    }
}

/// Two histories of one play; the second holds other secrets.
struct Pair {
    viewer: Who,
    one: World,
    two: World,
    /// Where an event of the first history stands in the second.
    numbers: BTreeMap<(Channel, u64), u64>,
    /// Where the two say different things.
    differ: BTreeSet<Channel>,
    answered: BTreeSet<u32>,
    kept: usize,
}

impl Pair {
    fn new(viewer: Who, from: u8) -> Self {
        let mut one = start(from);
        if from.is_multiple_of(3) && one.phase() == Phase::Mediation {
            // Something to answer in secret.
            one.does(Who::Mediator, propose(refund(70_000)));
        }
        Self {
            viewer,
            two: one.clone(),
            numbers: one.history.iter().map(|event| ((event.channel, event.seq), event.seq)).collect(),
            one,
            differ: BTreeSet::new(),
            answered: BTreeSet::new(),
            kept: 0,
        }
    }

    /// Adds one secret to the second history, if the viewer may not know what it makes.
    fn whisper(&mut self, step: &Step) {
        let mut answered = self.answered.clone();
        let Some((who, command)) = secret(step, &self.two, self.viewer, &mut answered) else { return };
        let mut tried = self.two.clone();
        let Ok(events) = tried.tells(who, &command) else { return };
        if knows_any(&tried, self.viewer, &events) {
            return;
        }
        assert_eq!(letters(&tried, self.viewer, &events), [], "{command:?}");
        self.differ.extend(events.iter().map(|event| event.channel));
        self.two = tried;
        self.answered = answered;
        self.kept += 1;
    }

    /// One step in both histories; `false` where a secret came out by right and the comparison ends.
    fn step(&mut self, step: &Step) -> bool {
        step.pass(&mut self.one);
        step.pass(&mut self.two);
        let (viewer, who) = (self.viewer, step.who());
        let command = step.command(&self.one);
        if opens(&command, &self.answered) {
            return false;
        }
        let Ok(events) = self.one.tells(who, &command) else { return true };
        let open = knows_any(&self.one, viewer, &events);
        let told = retold(who, &command, &self.numbers, &self.two, !open);
        if told != command {
            self.differ.extend(events.iter().map(|event| event.channel).filter(|of| !may_know(&self.one, viewer, *of)));
        }
        let again = match self.two.tells(who, &told) {
            Ok(again) => again,
            Err(refused) => {
                assert!(!open, "{viewer:?} would notice: {who:?} {told:?} refused {refused:?}");
                self.differ.extend(events.iter().map(|event| event.channel));
                Vec::new()
            }
        };
        for (event, other) in events.iter().zip(&again) {
            self.numbers.insert((event.channel, event.seq), other.seq);
        }
        // Who takes a seat later reads what was written before: then the two differ by right.
        if self.differ.iter().any(|channel| may_know(&self.one, viewer, *channel)) {
            return false;
        }
        assert_eq!(letters(&self.one, viewer, &events), letters(&self.two, viewer, &again), "{command:?}");
        assert_eq!(gets(&self.one, viewer), gets(&self.two, viewer), "{viewer:?} after {who:?} {command:?}");
        true
    }
}

/// Plays the pair and answers how many secrets there were.
fn compare(viewer: Who, from: u8, played: &[Step], secrets: &[Step]) -> usize {
    let mut pair = Pair::new(viewer, from);
    for (step, whispered) in played.iter().zip(secrets) {
        pair.whisper(whispered);
        if !pair.step(step) {
            break;
        }
    }
    pair.kept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 240, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn secrets_change_nothing_for_those_who_may_not_know_them(
        viewer in prop::sample::select(VIEWERS.to_vec()),
        from in any::<u8>(),
        played in steps(45),
        secrets in prop::collection::vec(step(), 45),
    ) {
        compare(viewer, from, &played, &secrets);
    }
}

#[test]
fn the_pairs_of_histories_really_differ() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let strategy = (prop::collection::vec(step(), 40), prop::collection::vec(step(), 40));
    let mut kept = 0;
    for round in 0..24 {
        let (played, secrets) = strategy.new_tree(&mut runner).unwrap().current();
        kept += compare(VIEWERS[round % 3], 3, &played, &secrets);
    }
    assert!(kept > 100, "only {kept} secrets were kept");
}
