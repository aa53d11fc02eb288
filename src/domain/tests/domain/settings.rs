//! What the operator sets, and that a case keeps what it began with.

use crate::world::*;
use acordo_domain::case::event::Fact;
use acordo_domain::settings::{SettingFault, SettingValue, Settings};
use acordo_domain::view::CaseView;

fn mediation_days(view: &CaseView) -> u32 {
    let rule = acordo_domain::rules::DeadlineRule::Mediation;
    view.deadlines.iter().find(|deadline| deadline.rule == rule).unwrap().length.unwrap().value
}

#[test]
fn a_setting_is_known_by_its_name_and_kept_within_its_bounds() {
    let mut settings = Settings::default();
    for setting in Settings::all() {
        assert_eq!(settings.get(setting.name), Some(setting.usual));
        settings.set(setting.name, setting.usual).unwrap();
        match setting.bounds {
            Some((low, high)) => {
                let refused = Err(SettingFault::OutOfBounds { low, high });
                for wrong in [SettingValue::Number(high + 1), SettingValue::Switch(true)] {
                    assert_eq!(settings.set(setting.name, wrong), refused, "{}", setting.name);
                }
                settings.set(setting.name, SettingValue::Number(high)).unwrap();
                settings.set(setting.name, SettingValue::Number(low)).unwrap();
            }
            None => assert_eq!(settings.set(setting.name, SettingValue::Number(1)), Err(SettingFault::NoSwitch)),
        }
    }
    assert_eq!(settings.set("moon", SettingValue::Number(1)), Err(SettingFault::Unknown));
    assert_eq!(SettingFault::OutOfBounds { low: 1, high: 30 }.to_string(), "it must be a whole number from 1 to 30");
}

#[test]
fn settings_that_do_not_go_together_are_named() {
    assert!(Settings::USUAL.check().is_ok());
    let long = Settings { proposal_days: 30, proposal_days_max: 10, ..Settings::USUAL };
    let (name, fault) = long.check().unwrap_err();
    assert_eq!(
        (name, fault.to_string()),
        ("proposal_days", "it must not be more than proposal_days_max, which is 10".into())
    );
    let silent = Settings { first_reply_days: 40, invitation_days: 30, ..Settings::USUAL };
    assert_eq!(silent.check().unwrap_err().0, "first_reply_days");
}

#[test]
fn a_case_keeps_the_settings_it_began_with() {
    let mut world = World::mediation();
    let before = world.sees(Who::Ana);
    world.rules.settings =
        Settings { mediation_days: 7, proposal_days: 1, room_reply_working_days: 9, ..Settings::USUAL };
    assert_eq!(world.sees(Who::Ana), before);
    world.does(Who::Bruna, propose(refund(1)));
    let until = world.case.joint().proposal(1).unwrap().valid_until;
    assert_eq!(until, world.rules.calendar.deadline(world.now, 5));
    // A new one begins with the new.
    let mut filed = World::empty();
    filed.rules = world.rules.clone();
    let facts = filed.file(&filing()).unwrap();
    filed.record(facts);
    assert_eq!(filed.case.procedure.filed.as_ref().unwrap().settings.mediation_days, 7);
    assert_eq!(mediation_days(&before), 60);
}

#[test]
fn a_case_that_was_filed_before_there_were_settings_has_the_usual_ones() {
    let world = World::intake();
    let mut told = serde_json::to_value(world.history[0].fact.clone().unwrap()).unwrap();
    told.as_object_mut().unwrap().values_mut().for_each(|content| {
        if let Some(content) = content.as_object_mut() {
            content.remove("settings");
        }
    });
    told.as_object_mut().unwrap().remove("settings");
    let Fact::CaseFiled { settings, .. } = serde_json::from_value(told).unwrap() else { panic!() };
    assert_eq!(settings, Settings::USUAL);
}
