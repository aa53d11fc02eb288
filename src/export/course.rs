//! When a case was in mediation, by what `procedure` says: each mediation by its own dates.

use acordo_domain::case::event::{Event, Fact};
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::seat::Side;

/// One mediation. It began when both sides had accepted the mediator's terms: that is its first session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediationSpan {
    pub began: Moment,
    pub ended: Option<Moment>,
}

/// Every mediation that began. While its agreement is signed it goes on; without both acceptances none began.
pub fn mediations<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<MediationSpan> {
    let mut all: Vec<MediationSpan> = Vec::new();
    let mut accepted: Vec<Side> = Vec::new();
    for event in events {
        match &event.fact {
            Some(Fact::MediatorAccepted { .. }) => accepted.clear(),
            Some(Fact::GroundRulesAccepted { side, .. }) => {
                if !accepted.contains(side) {
                    accepted.push(*side);
                }
                let runs = all.last().is_some_and(|last| last.ended.is_none());
                if accepted.len() == Side::BOTH.len() && !runs {
                    all.push(MediationSpan { began: event.at, ended: None });
                }
            }
            Some(Fact::PhaseChanged { phase }) if !matches!(phase, Phase::Mediation | Phase::Agreed) => {
                if let Some(last) = all.last_mut() {
                    last.ended.get_or_insert(event.at);
                }
            }
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use acordo_domain::id::UserId;
    use acordo_domain::seat::{Channel, Person, Voice};
    use uuid::Uuid;

    fn told(facts: &[Fact]) -> Vec<Event> {
        let event = |(fact, seq): (&Fact, u64)| Event {
            channel: Channel::Procedure,
            seq,
            at: Moment::from_millis(i64::try_from(seq).unwrap()),
            seat: Voice::System,
            by: None,
            fact: Some(fact.clone()),
            kind: fact.kind(),
            evidence: None,
        };
        facts.iter().zip(1..).map(event).collect()
    }

    #[test]
    fn a_mediation_runs_from_both_acceptances_to_the_next_phase_and_each_by_its_own_dates() {
        let enters = |phase| Fact::PhaseChanged { phase };
        let accepts = |side| Fact::GroundRulesAccepted { side, version: 1 };
        let person = Person { id: UserId(Uuid::from_u128(1)), name: "Davi".to_owned() };
        let comes = || Fact::MediatorAccepted { person: person.clone() };
        let span = |began, ended: Option<i64>| MediationSpan {
            began: Moment::from_millis(began),
            ended: ended.map(Moment::from_millis),
        };
        let negotiated = told(&[enters(Phase::Negotiation), enters(Phase::Agreed), enters(Phase::Settled)]);
        assert_eq!(mediations(&negotiated), []);
        let half =
            told(&[comes(), enters(Phase::Mediation), accepts(Side::Consumer), enters(Phase::EscalatedOmbudsman)]);
        assert_eq!(mediations(&half), []);
        let twice = told(&[
            comes(),
            enters(Phase::Mediation),
            accepts(Side::Consumer),
            accepts(Side::Company),
            enters(Phase::Agreed),
            enters(Phase::Mediation),
            enters(Phase::EscalatedOmbudsman),
            comes(),
            enters(Phase::Mediation),
            accepts(Side::Company),
            accepts(Side::Consumer),
        ]);
        assert_eq!(mediations(&twice), [span(4, Some(7)), span(11, None)]);
    }
}
