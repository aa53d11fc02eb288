//! What the operator sets, and that a case keeps the settings it began with.

use crate::world::*;
use acordo_domain::case::event::Fact;
use acordo_domain::law::{PACKS, Pack, PackId};
use acordo_domain::rules::Rules;
use acordo_domain::settings::{SettingFault, SettingValue, Settings};
use acordo_domain::view::CaseView;

fn mediation_days(view: &CaseView) -> u32 {
    let rule = acordo_domain::rules::DeadlineRule::Mediation;
    view.deadlines.iter().find(|deadline| deadline.rule == rule).unwrap().length.unwrap().value
}

fn brazil() -> &'static Pack {
    PackId::FIRST.pack()
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
    assert!(Settings::USUAL.check(brazil()).is_ok());
    for pack in PACKS.iter() {
        assert_eq!(Rules::under(pack.pack).settings.check(pack), Ok(()), "{}", pack.name.en);
    }
    let long = Settings { proposal_days: 30, proposal_days_max: 10, ..Settings::USUAL };
    let (name, fault) = long.check(brazil()).unwrap_err();
    assert_eq!(
        (name, fault.to_string()),
        ("proposal_days", "with proposal_days_max as it is, it must not be more than 10".into())
    );
    let silent = Settings { first_reply_days: 40, invitation_days: 30, ..Settings::USUAL };
    assert_eq!(silent.check(brazil()).unwrap_err().0, "first_reply_days");
    let working = Settings { first_reply_days: 22, first_reply_in_working_days: true, ..Settings::USUAL };
    assert_eq!(
        working.check(brazil()),
        Err(("first_reply_days", SettingFault::AboveAnother { other: "invitation_days", limit: 21 }))
    );
    let hours = Settings { reflection_hours: 120, signature_days: 5, ..Settings::USUAL };
    assert_eq!(
        hours.check(brazil()),
        Err(("reflection_hours", SettingFault::AboveAnother { other: "signature_days", limit: 96 }))
    );
    let terms = Settings { ground_rules_working_days: 6, ground_rules_days: 10, ..Settings::USUAL };
    assert_eq!(terms.check(brazil()).unwrap_err().0, "ground_rules_working_days");
}

/// Thirty days are the law's (Lei 13.140, art. 21); the European directive gives a company at most twenty working days.
#[test]
fn no_house_sets_less_than_the_law_gives_nor_more_than_it_allows() {
    let short = Settings { invitation_days: 20, ..Settings::USUAL };
    let (name, fault) = short.check(brazil()).unwrap_err();
    assert_eq!(name, "invitation_days");
    assert!(fault.to_string().contains("art. 21") && fault.to_string().contains("from 30 to 60"), "{fault}");
    let union = "eu/1".parse::<PackId>().unwrap();
    let there = Rules::under(union).settings;
    assert_eq!(Settings { invitation_days: 20, first_reply_days: 10, ..there }.check(union.pack()), Ok(()));
    for slow in [Settings { first_reply_days: 21, ..there }, Settings { first_reply_in_working_days: false, ..there }] {
        assert_eq!(slow.check(union.pack()).unwrap_err().0, "first_reply_days");
    }
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
    // A new case begins with the new settings.
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
