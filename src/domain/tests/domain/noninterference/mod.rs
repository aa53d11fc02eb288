//! Non-interference: two histories that differ only in channels that a viewer cannot read give that viewer the same
//! view, rows, events, letters and order, until something is declassified.

mod knowledge;
mod secrets;
mod tales;

use crate::play::{Step, step, steps};
use crate::world::*;
use acordo_domain::case::audience::may_read;
use acordo_domain::case::command::{Command, CommandKind};
use acordo_domain::case::event::Event;
use acordo_domain::case::owed::{Notice, NoticeTo, Owed};
use acordo_domain::case::register::{Registered, register};
use acordo_domain::case::show::{Audience, row};
use acordo_domain::case::watched::told_of;
use acordo_domain::seat::*;
use knowledge::{knows_any, may_know, only_invited, reads_first_words};
use proptest::prelude::*;
use secrets::{Answered, Numbers, opens, retold, secret};
use std::collections::{BTreeMap, BTreeSet};
use tales::{TALES, next, opening};

const VIEWERS: [Who; 13] = [
    Who::Ana,
    Who::Bruna,
    Who::Carlos,
    Who::Mediator,
    Who::Successor,
    Who::Ombudsman,
    Who::Colleague,
    Who::Ouvidora,
    Who::Legal,
    Who::Jurista,
    Who::Manager,
    Who::Coordinator,
    Who::Viewer,
];

/// Everything that a viewer gets, as bytes.
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
    let registered = Registered::of(&world.case, &actor).map(|_| register(&world.case, &world.rules, world.now));
    let told = told_of(&world.case.procedure, &actor);
    format!("{view}\n{}\n{events:?}\n{registered:?}\n{told:?}", serde_json::to_string(&row).unwrap())
}

/// The letters that this viewer gets because of one command.
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
            NoticeTo::Members { organisation, roles } => memberships
                .iter()
                .any(|membership| membership.organisation == *organisation && roles.contains(&membership.role)),
        })
        .collect();
    list.sort_by_key(|notice| (notice.channel, notice.seq, notice.kind));
    list
}

/// What the code lets this viewer read is exactly what the tables say.
fn reads_by_the_book(world: &World, viewer: Who) {
    let actor = viewer.actor();
    let channels: BTreeSet<Channel> = world.history.iter().map(|event| event.channel).collect();
    for channel in channels.into_iter().filter(|channel| *channel != Channel::Procedure) {
        let reads = may_read(&world.case.procedure, &actor, channel, 1);
        let whole = may_know(world, viewer, channel);
        // An invited consumer who proved who they are, and whoever is invited for the company, read the first event of
        // `joint`, and none after it.
        let first = channel == Channel::Joint && (reads_the_account(world, viewer) || reads_first_words(world, viewer));
        assert_eq!(reads, first || whole, "{viewer:?} and {channel:?} in {:?}", world.phase());
        assert!(whole || !may_read(&world.case.procedure, &actor, channel, 2));
    }
}

fn reads_the_account(world: &World, viewer: Who) -> bool {
    let confirmed = world.history.iter().any(|event| event.kind.name() == "addressee_confirmed");
    only_invited(world, viewer) && confirmed
}

/// Two histories of one play; the second has secrets of its own.
struct Pair {
    viewer: Who,
    one: World,
    two: World,
    numbers: Numbers,
    /// The channels in which the two differ.
    differ: BTreeSet<Channel>,
    answered: Answered,
    /// How many secrets each channel holds.
    kept: BTreeMap<Channel, usize>,
}

impl Pair {
    fn new(viewer: Who, tale: u8) -> Self {
        let one = opening(tale);
        Self {
            viewer,
            two: one.clone(),
            numbers: one.history.iter().map(|event| ((event.channel, event.seq), event.seq)).collect(),
            one,
            differ: BTreeSet::new(),
            answered: Answered::new(),
            kept: BTreeMap::new(),
        }
    }

    /// Adds one secret to the second history, unless the viewer may read an event that it causes.
    fn whisper(&mut self, step: &Step) {
        let mut answered = self.answered.clone();
        let Some((who, command)) = secret(step, &self.two, self.viewer, &mut answered) else { return };
        let mut tried = self.two.clone();
        let Ok(events) = tried.tells(who, &command) else { return };
        if knows_any(&tried, self.viewer, &events) {
            return;
        }
        assert_eq!(letters(&tried, self.viewer, &events), [], "{command:?}");
        for event in &events {
            *self.kept.entry(event.channel).or_default() += 1;
            self.differ.insert(event.channel);
        }
        self.two = tried;
        self.answered = answered;
        assert_eq!(gets(&self.one, self.viewer), gets(&self.two, self.viewer), "{:?} after the secret", self.viewer);
    }

    fn step(&mut self, step: &Step) -> bool {
        let command = step.command(&self.one);
        self.tell(step.who(), &command)
    }

    /// Gives one command in both histories; `false` where a secret is rightly disclosed, which ends the comparison.
    fn tell(&mut self, who: Who, command: &Command) -> bool {
        let viewer = self.viewer;
        if opens(command, &self.answered, &self.differ) || self.concludes_other_terms(command) {
            return false;
        }
        let Ok(events) = self.one.tells(who, command) else { return true };
        let open = knows_any(&self.one, viewer, &events);
        let told = retold(who, command, &self.numbers, &self.two, (viewer, &self.one));
        if told != *command {
            self.differ.extend(
                events.iter().map(|event| event.channel).filter(|channel| !may_know(&self.one, viewer, *channel)),
            );
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
        reads_by_the_book(&self.one, viewer);
        // Somebody who takes a seat later may read what was written before, and then the two may differ.
        if self.differ.iter().any(|channel| may_know(&self.one, viewer, *channel)) {
            return false;
        }
        let told = letters(&self.one, viewer, &events);
        let strange = told.iter().find(|notice| !may_know(&self.one, viewer, notice.channel));
        assert_eq!(strange, None, "{viewer:?} after {who:?} {command:?}");
        assert_eq!(told, letters(&self.two, viewer, &again), "{command:?}");
        assert_eq!(gets(&self.one, viewer), gets(&self.two, viewer), "{viewer:?} after {who:?} {command:?}");
        true
    }

    /// What everybody signs is told in `procedure`, with its sums.
    fn concludes_other_terms(&self, command: &Command) -> bool {
        let terms = |world: &World| world.case.joint().deal.as_ref().map(|deal| deal.terms.clone());
        command.kind() == CommandKind::AgreementSign && terms(&self.one) != terms(&self.two)
    }

    /// Plays the tale with two secrets before each of its steps.
    fn hear(&mut self, tale: u8, secrets: &[Step]) -> bool {
        let mut whispered = secrets.iter().cycle();
        for at in 0.. {
            for world in [&mut self.one, &mut self.two] {
                world.now = world.now.plus_hours(1);
            }
            for step in whispered.by_ref().take(2) {
                self.whisper(step);
            }
            let Some((who, command)) = next(tale, at, &self.one) else { return true };
            let done = self.one.history.len();
            if !self.tell(who, &command) {
                return false;
            }
            assert!(self.one.history.len() > done, "tale {tale} stops at {at}: {who:?} {command:?}");
        }
        true
    }
}

/// Plays the pair and returns how many secrets there were, by channel.
fn compare(viewer: Who, tale: u8, played: &[Step], secrets: &[Step]) -> BTreeMap<Channel, usize> {
    let mut pair = Pair::new(viewer, tale);
    if pair.hear(tale, secrets) {
        for (step, whispered) in played.iter().zip(secrets) {
            step.pass(&mut pair.one);
            step.pass(&mut pair.two);
            pair.whisper(whispered);
            if !pair.step(step) {
                break;
            }
        }
    }
    pair.kept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn secrets_change_nothing_for_those_who_may_not_know_them(
        viewer in prop::sample::select(VIEWERS.to_vec()),
        tale in 0..TALES,
        played in steps(45),
        secrets in prop::collection::vec(step(), 45),
    ) {
        compare(viewer, tale, &played, &secrets);
    }
}

#[test]
fn the_pairs_of_histories_really_differ_in_every_kind_of_channel() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let strategy = (prop::collection::vec(step(), 40), prop::collection::vec(step(), 40));
    let mut kept: BTreeMap<String, usize> = BTreeMap::new();
    for tale in 0..TALES {
        for viewer in VIEWERS {
            let (played, secrets) = strategy.new_tree(&mut runner).unwrap().current();
            for (channel, count) in compare(viewer, tale, &played, &secrets) {
                *kept.entry(channel.to_string()).or_default() += count;
            }
        }
    }
    for channel in [
        "joint",
        "caucus:consumer",
        "caucus:company",
        "caucus:consumer/2",
        "internal:company",
        "notes:mediator",
        "notes:mediator/2",
        "sealed:consumer",
        "sealed:company",
        "review:1",
        "review:2",
        "desk:1",
        "desk:2",
    ] {
        assert!(kept.get(channel).is_some_and(|count| *count >= 2), "hardly a secret in {channel}: {kept:?}");
    }
}
