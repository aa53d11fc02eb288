//! What the page computes too, on the same cases as the page's own tests (frontend/src/lib/golden.test.ts). With
//! `ACORDO_WRITE_GOLDEN` set the expected values are written anew instead of compared.

use crate::world::*;
use acordo_domain::case::audience::may_read;
use acordo_domain::case::command::*;
use acordo_domain::case::event::Event;
use acordo_domain::diff::{Change, ClauseChange, clause_diff, diff};
use acordo_domain::seat::*;
use acordo_domain::terms::Terms;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

const DIFF: &str = include_str!("../../../../tests/golden/diff.json");
const ROOMS: &str = include_str!("../../../../tests/golden/rooms.json");

/// Compares the committed text with what is computed now, or replaces it.
fn holds(name: &str, committed: &str, computed: &Value) {
    if std::env::var_os("ACORDO_WRITE_GOLDEN").is_some() {
        let path = format!("{}/../../tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
        // The domain itself opens no files; a test that writes golden values has to.
        #[allow(clippy::disallowed_methods)]
        std::fs::write(path, serde_json::to_string_pretty(computed).unwrap() + "\n").unwrap();
        return;
    }
    let committed: Value = serde_json::from_str(committed).unwrap();
    assert_eq!(&committed, computed, "tests/golden/{name}");
}

#[derive(Serialize, Deserialize)]
struct GoldenPair {
    name: String,
    before: Terms,
    after: Terms,
    changes: Vec<Change>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    clause_changes: Vec<ClauseChange>,
}

#[test]
fn the_difference_between_terms_is_the_golden_one() {
    let mut pairs: Vec<GoldenPair> = serde_json::from_str(DIFF).unwrap();
    assert!(pairs.len() > 10);
    for pair in &mut pairs {
        pair.changes = diff(&pair.before, &pair.after);
        pair.clause_changes = clause_diff(&pair.before, &pair.after);
    }
    holds("diff.json", DIFF, &serde_json::to_value(&pairs).unwrap());
}

/// A mediation in which everything that a log displays happens at least once.
fn talk() -> World {
    let mut world = World::mediation();
    let own = caucus(Side::Consumer);
    let post = |channel, text: &str, reply_to, evidence| Command::MessagePost {
        channel,
        text: text.to_owned(),
        reply_to,
        kind: None,
        evidence,
    };
    world.does(Who::Ana, message(Channel::Joint, "O aparelho não liga."));
    let size = world.case.joint().size;
    world.does(Who::Bruna, post(Channel::Joint, "Sinto muito.", Some(size), vec![]));
    world.does(Who::Bruna, message(Channel::Joint, "Isso é mentira."));
    let rude = world.case.joint().size;
    world.does(Who::Mediator, Command::MessageHide { channel: Channel::Joint, seq: rude, ground: HideGround::Insult });
    world.does(Who::Ana, Command::EvidenceAdd { channel: Channel::Joint, evidence: evidence(1), shared_from: None });
    world.does(Who::Ana, Command::EvidenceAdd { channel: Channel::Joint, evidence: evidence(2), shared_from: None });
    world.does(Who::Ana, post(Channel::Joint, "A nota.", None, vec![evidence(1).id]));
    world.does(Who::Bruna, propose(refund(900)));
    world.does(Who::Ana, propose(refund(1200)));
    world.does(Who::Mediator, propose(refund(1050)));
    world.does(Who::Ana, message(own, "Aceito mil."));
    world.does(Who::Mediator, Command::SummaryWrite { side: Side::Consumer, text: "Quer mil.".into() });
    world.does(Who::Ana, Command::SummaryCorrect { text: "Mil e cem.".into() });
    world.does(Who::Mediator, Command::SummaryWrite { side: Side::Consumer, text: "Quer mil e cem.".into() });
    world.does(Who::Ana, Command::SummaryConfirm {});
    world.does(Who::Ana, Command::IdeaGive { terms: refund(1100) });
    let idea = world.case.talk(own).size;
    world.does(Who::Ana, Command::IdeaAllowConveying { id: idea });
    world.does(Who::Mediator, Command::IdeaConvey { side: Side::Consumer, id: idea });
    world.does(Who::Mediator, Command::DisclosureAsk { side: Side::Consumer, words: "Aceito mil.".into() });
    let asked = world.case.talk(own).size;
    world.does(Who::Ana, Command::DisclosureAnswer { id: asked, allow: true });
    world.does(Who::Mediator, Command::DisclosureUse { side: Side::Consumer, id: asked });
    world.does(Who::Mediator, Command::NotePut { channel: Channel::Notes { nth: 1 }, text: "Perto.".into() });
    world.does(Who::Bruna, Command::NotePut { channel: Channel::Internal, text: "Até mil.".into() });
    world
}

/// The event as it goes over the wire.
fn frame(event: &Event) -> Value {
    json!({
        "t": "event",
        "channel": event.channel,
        "seq": event.seq,
        "at": event.at,
        "seat": event.seat,
        "by": event.by,
        "event": event.fact,
        "evidence": event.evidence,
    })
}

/// What the domain's fold holds of each channel that this viewer reads, as far as a log displays it.
fn folded(world: &World, viewer: Who) -> Value {
    let view = world.sees(viewer);
    let channels = view.heads.iter().filter(|(channel, _)| **channel != Channel::Procedure).map(|(channel, head)| {
        let talk = world.case.talk(*channel);
        let seqs = |has: &dyn Fn(u64) -> bool| (1..=*head).filter(|seq| has(*seq)).collect::<Vec<_>>();
        let within = |candidate: &Channel| candidate == channel;
        let summary = view.summaries.iter().find(|summary| within(&summary.channel)).map(|summary| &summary.text);
        let folded = json!({
            "head": head,
            "messages": seqs(&|seq| talk.messages.has(seq)),
            "hidden": seqs(&|seq| talk.hidden.has(seq)),
            "files": talk.evidence.keys().collect::<Vec<_>>(),
            "proposals": view.proposals.iter().filter(|shown| within(&shown.channel)).map(|shown| (shown.seq, shown.number)).collect::<Vec<_>>(),
            "ideas": view.ideas.iter().filter(|shown| within(&shown.channel)).map(|shown| shown.id).collect::<Vec<_>>(),
            "disclosures": view.disclosures.iter().filter(|shown| within(&shown.channel)).map(|shown| shown.id).collect::<Vec<_>>(),
            "summary": summary,
        });
        (channel.to_string(), folded)
    });
    channels.collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn what_a_room_folds_from_its_frames_is_the_golden_state() {
    let world = talk();
    let rooms: Vec<Value> = [Who::Ana, Who::Bruna, Who::Mediator]
        .into_iter()
        .map(|viewer| {
            let actor = viewer.actor();
            let readable = |event: &&Event| may_read(&world.case.procedure, &actor, event.channel, event.seq);
            json!({
                "you": { "id": viewer.id(), "name": viewer.person().name, "seat": null },
                "view": world.sees(viewer),
                "frames": world.history.iter().filter(readable).map(frame).collect::<Vec<_>>(),
                "folded": folded(&world, viewer),
            })
        })
        .collect();
    holds("rooms.json", ROOMS, &Value::from(rooms));
}
