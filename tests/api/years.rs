//! A case through two days, forty and four hundred: what was taken along on each stays valid, whatever became of the
//! keys meanwhile, and what is asked about time is answered truly.

use crate::support::app::{self, BEGINNING};
use crate::support::database::Engine;
use acordo::app::RunningServer;
use acordo::export::BundleWanted;
use acordo::identity::keys::{Keys, Use};
use acordo::store::StoredDocument;
use acordo::texts::Language;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Channel, Side};
use acordo_record::bundle::{Profile, Taker};
use acordo_record::{DoubtCode, FailureCode, Inquiry, KeyFile, Time, WitnessKey, verify};
use std::path::Path;

const INSTANCE: &str = "test.example/log";
const CAUCUS: Channel = Channel::Caucus { side: Side::Consumer, nth: 1 };
const WANTED: [(Profile, Option<Channel>, Taker); 6] = [
    (Profile::Agreement, None, Taker::Consumer),
    (Profile::Agreement, None, Taker::Packet),
    (Profile::Agreement, None, Taker::Legal),
    (Profile::Procedural, None, Taker::Ombudsman),
    (Profile::Joint, None, Taker::Company),
    (Profile::Caucus, Some(CAUCUS), Taker::Consumer),
];

/// A bundle, or a final PDF, that somebody took along.
struct Kept {
    what: String,
    bytes: Vec<u8>,
    document: bool,
}

async fn taken(server: &RunningServer, case: CaseId, person: UserId, day: i64) -> Vec<Kept> {
    let exporter = &server.state.exporter;
    let mut all = Vec::new();
    for (profile, caucus, taker) in WANTED {
        let wanted = BundleWanted { case, profile, caucus, agreement: None, taker, reader: Language::En };
        let mut made = exporter.bundle(wanted, exporter.turn(person).unwrap()).await.unwrap();
        let mut bytes = Vec::new();
        std::io::Seek::rewind(&mut made.file).unwrap();
        std::io::Read::read_to_end(&mut made.file, &mut bytes).unwrap();
        all.push(Kept { what: format!("{profile:?} for {taker:?} of day {day}"), bytes, document: false });
    }
    let concluded = server.state.store.case(case).await.unwrap().procedure.concluded.clone().unwrap();
    let sealed = concluded.sealed_pdf_hash.unwrap();
    let pdf = exporter.document(case, concluded.version, StoredDocument::Final, &sealed).await.unwrap();
    all.push(Kept { what: format!("the final PDF of day {day}"), bytes: pdf, document: true });
    all
}

/// Valid on that day, with these keys; a PDF by itself as far as it can be.
fn holds(kept: &Kept, keys: &KeyFile, now: Time) {
    let report = verify(&kept.bytes, &Inquiry { now: Some(now), ..Inquiry::of(keys) });
    assert_eq!(report.failures, [], "{} on {now}", kept.what);
    let doubts: Vec<DoubtCode> = report.doubts.iter().map(|doubt| doubt.code).collect();
    let expected: &[DoubtCode] = if kept.document { &[DoubtCode::PagesUnchecked] } else { &[] };
    assert_eq!((report.valid, doubts.as_slice()), (!kept.document, expected), "{} on {now}", kept.what);
    // Nothing vouches for the times but the house: each channel is pending from its first event on, and says so.
    assert!(report.channels.iter().all(|c| c.anchored_size == 0 && c.pending_from.is_some()), "{}", kept.what);
    assert_eq!(report.longest_delay_millis, None);
    let late = |keys: &KeyFile| verify(&kept.bytes, &Inquiry { late_hours: Some(24 * 365), ..Inquiry::of(keys) });
    let alone = late(keys);
    assert!(alone.doubts(DoubtCode::LateUnknown) && alone.exit_code() == 2, "{}", kept.what);
    let witness = WitnessKey::from_seed("witness.example/w1", &[8; 32]).unwrap();
    let asked = late(&KeyFile::parse(&format!("{keys}{}\n", witness.vkey())).unwrap());
    // No witness has seen them; a document by itself does not tell when it was seen.
    let truth = if kept.document { 2 } else { 1 };
    assert_eq!((asked.exit_code(), asked.has(FailureCode::AnchorLate)), (truth, !kept.document), "{}", kept.what);
}

fn rotated(data: &Path) -> KeyFile {
    for usage in [Use::Log, Use::Head] {
        Keys::rotate(&data.join("keys"), INSTANCE, usage).unwrap();
    }
    published(data)
}

fn published(data: &Path) -> KeyFile {
    // As the page answers it and a person keeps it.
    KeyFile::read(Keys::read(&data.join("keys"), INSTANCE).unwrap().public.to_string().as_bytes()).unwrap()
}

fn time(at: Moment) -> Time {
    Time::parse(&at.to_string()).unwrap()
}

#[test]
fn what_is_taken_along_on_any_day_is_valid_on_every_later_one() {
    app::on_a_runtime(async {
        let app = app::begun(Engine::Sqlite).await.unwrap();
        let story = app.mediation().await;
        let (case, person) = (story.case, story.consumer.id);
        story.consumer.says(case, "caucus:consumer", "Metade me basta.").await.is(200);
        app.sealed(&story).await;
        let begun: Moment = BEGINNING.parse().unwrap();
        let mut kept = taken(&app.running, case, person, 0).await;
        let (data, _) = app.stop().await;
        let first_keys = published(data.path());
        for day in [2, 40, 400] {
            let older = published(data.path());
            let keys = rotated(data.path());
            let now = begun.plus_days(day);
            let server = app::reopen_at(data.path(), now).await.unwrap();
            kept.extend(taken(&server, case, person, day).await);
            kept.iter().for_each(|one| holds(one, &keys, time(now)));
            // Whoever has the keys of before is told that they are older, not that they are enough.
            let newest = kept.iter().rfind(|one| !one.document).unwrap();
            let report = verify(&newest.bytes, &Inquiry::of(&older));
            assert!(report.has(FailureCode::KeyUnknown) && report.exit_code() == 1, "{}", newest.what);
            server.stop().await;
        }
        // The first key was stolen: what it alone vouches for cannot be told, and nothing genuine is called false.
        let stolen = first_keys.keys()[0].key.to_string();
        let known = Keys::read(&data.path().join("keys"), INSTANCE).unwrap();
        let listed = known.list().iter().find(|key| key.vkey.as_deref() == Some(stolen.as_str())).unwrap();
        let stolen_from = time(begun.plus_days(1));
        Keys::retire(&data.path().join("keys"), INSTANCE, &listed.id, stolen_from).unwrap();
        let keys = published(data.path());
        assert!(keys.to_string().contains(&format!(" until={stolen_from}")), "{keys}");
        for one in &kept {
            let report = verify(&one.bytes, &Inquiry::of(&keys));
            let of_first = one.what.ends_with(" of day 0") || one.document;
            assert_eq!(report.failures, [], "{}", one.what);
            assert_eq!(
                (report.exit_code(), report.doubts(DoubtCode::KeyEnded)),
                (u8::from(of_first) * 2, of_first),
                "{}",
                one.what
            );
        }
    });
}
