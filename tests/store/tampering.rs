//! Random changes by somebody who can write to the database and the files but has no key. Whatever they change, what is
//! shown afterwards is the truth or a refusal, what is signed is the true past, and the change is reported.
//!
//! `ACORDO_TAMPER_ROUNDS=10000 cargo test --features bench --test acordo store::tampering -- --nocapture` makes so many
//! rounds of one or two changes in each database and prints who found which; `ACORDO_TAMPER_SEED` says which ones.

use crate::store::changes::{Dice, Grounds, change};
use crate::store::intruder::{Copy, Hand};
use crate::support::app::{self, Story, TestApp};
use crate::support::database::Engine;
use crate::support::person::TestPerson;
use acordo::evidence::EvidenceFiles;
use acordo::export::{BundleWanted, ExportError, ExportPlace, Exporter};
use acordo::identity::keys::Keys;
use acordo::problem::{Code, Fault, Shell};
use acordo::store::{
    Clock, Execution, HandClock, Origin, RecordLine, Store, StoreError, StoreSettings, StoredDocument,
};
use acordo::texts::Language;
use acordo_domain::id::{CaseId, CommandId, OrganisationId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::rules::Rules;
use acordo_domain::seat::{Channel, Side};
use acordo_record::bundle::{Profile, Taker};
use acordo_record::{Inquiry, KeyFile, verify};
use std::collections::{BTreeMap, BTreeSet};
use std::io::SeekFrom;
use std::path::Path;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use uuid::Uuid;

const CAUCUS: Channel = Channel::Caucus { side: Side::Consumer, nth: 1 };
const CHANNELS: [Channel; 3] = [Channel::Procedure, Channel::Joint, CAUCUS];

/// How many changes the suite tries unless told otherwise.
const SQLITE_ROUNDS: u64 = 150;
const POSTGRES_ROUNDS: u64 = 40;

#[test]
fn whatever_is_changed_on_sqlite_is_found_and_nothing_untrue_is_shown_or_signed() {
    rounds(Engine::Sqlite, SQLITE_ROUNDS);
}

#[test]
fn whatever_is_changed_on_postgres_is_found_and_nothing_untrue_is_shown_or_signed() {
    rounds(Engine::Postgres, POSTGRES_ROUNDS);
}

/// What the store is asked for, and as whom.
#[derive(Clone)]
struct Ids {
    settled: CaseId,
    open: CaseId,
    company: OrganisationId,
    people: Vec<UserId>,
    rep: UserId,
    now: Moment,
}

/// What somebody gets, by place; the truth is what they got before the change.
type SeenBytes = BTreeMap<String, Result<Vec<u8>, String>>;

fn rounds(engine: Engine, usual: u64) {
    let asked = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let rounds = asked("ACORDO_TAMPER_ROUNDS").unwrap_or(usual);
    let first = asked("ACORDO_TAMPER_SEED").unwrap_or(1);
    app::on_a_runtime(async {
        let Some(app) = app::begun(engine).await else { return };
        let ids = scene(&app).await;
        let (data, url) = app.stop().await;
        let original = data.path();
        let truth = {
            let copy = Copy::of(original, &url).await;
            let opened = Opened::at(&copy, &ids).await;
            assert_eq!(opened.faults(&ids).await, Vec::<String>::new());
            let mut truth = SeenBytes::new();
            for profile in PROFILES {
                truth.extend(opened.look(&ids, profile).await);
            }
            truth.extend(opened.signed(&ids).await);
            truth.values().for_each(|seen| assert!(seen.is_ok(), "{seen:?}"));
            truth
        };
        let mut found_by: BTreeMap<&str, (u64, BTreeMap<&str, u64>)> = BTreeMap::new();
        for seed in first..first + rounds {
            let (kinds, by) = one(original, &url, &ids, &truth, seed).await;
            for kind in kinds {
                let (count, found) = found_by.entry(kind).or_default();
                *count += 1;
                by.iter().for_each(|by| *found.entry(by).or_default() += 1);
            }
        }
        println!("{rounds} rounds from seed {first} on; found by\n\n{}", table(&found_by));
        if engine == Engine::Postgres {
            let (front, name) = url.rsplit_once('/').unwrap();
            let mut hand = Hand::on(&format!("{front}/postgres")).await;
            hand.runs(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    });
}

/// Who can find a change, in the order in which they come.
const FINDERS: [&str; 6] = ["load", "serving", "export", "signing", "appending", "check"];

/// How many changes there were of each kind, and how many of them each found.
fn table(found_by: &BTreeMap<&str, (u64, BTreeMap<&str, u64>)>) -> String {
    let mut lines =
        vec![format!("| change | made | {} |", FINDERS.join(" | ")), "| --- |".to_owned() + &" --- |".repeat(7)];
    for (kind, (count, by)) in found_by {
        let by = FINDERS.map(|finder| by.get(finder).copied().unwrap_or_default().to_string());
        lines.push(format!("| {kind} | {count} | {} |", by.join(" | ")));
    }
    lines.join("\n")
}

const PROFILES: [Profile; 3] = [Profile::Agreement, Profile::Procedural, Profile::Joint];

/// Makes one or two changes to a fresh copy and returns of which kinds they were, and who found them.
async fn one(
    original: &Path,
    url: &str,
    ids: &Ids,
    truth: &SeenBytes,
    seed: u64,
) -> (Vec<&'static str>, Vec<&'static str>) {
    let copy = Copy::of(original, url).await;
    let mut dice = Dice(seed);
    let mut changes = Vec::new();
    {
        let mut hand = Hand::on(&copy.url).await;
        let wanted = 1 + dice.below(3) / 2;
        let mut tries = 0;
        while (changes.len() as u64) < wanted {
            tries += 1;
            assert!(tries < 200, "seed {seed}: nothing could be changed");
            let where_to = Grounds { evidence: &copy.data.join("evidence"), cases: [ids.settled, ids.open] };
            changes.extend(change(&mut hand, &mut dice, &where_to).await);
        }
    }
    let (kinds, changes): (Vec<&'static str>, Vec<String>) = changes.into_iter().unzip();
    let what = format!("seed {seed}: {}", changes.join("; "));
    let opened = Opened::at(&copy, ids).await;
    let mut by = BTreeSet::new();
    for case in [ids.settled, ids.open] {
        match opened.store.case(case).await {
            Ok(_) => {}
            Err(StoreError::Altered(_)) => drop(by.insert("load")),
            Err(error) => panic!("{what}: the load answered {error}"),
        }
    }
    let mut compared = |seen: SeenBytes, name: &'static str| {
        for (place, got) in seen {
            let name = if place.starts_with("bundle ") { "export" } else { name };
            match got {
                Ok(bytes) => assert_eq!(Ok(&bytes), truth[&place].as_ref(), "{what}: {place} is not the truth"),
                Err(why) if why == ALTERED => drop(by.insert(name)),
                Err(why) => panic!("{what}: {place} answered {why}"),
            }
        }
    };
    let profile = PROFILES[dice.below(3) as usize];
    compared(opened.look(ids, profile).await, "serving");
    compared(opened.signed(ids).await, "signing");
    match opened.says_something(ids).await {
        Ok(()) => {
            let lines = opened.store.record_lines(ids.open, Channel::Joint).await;
            let key = format!("{} joint lines", ids.open);
            match of_store(lines, |lines| of_lines(&lines)) {
                Ok(after) => {
                    let before = truth[&key].as_ref().unwrap();
                    assert!(after.starts_with(before), "{what}: something was appended to an untrue past");
                }
                // The change is in a part that was not read: only a bundle would show it.
                Err(why) => assert_eq!(why, ALTERED, "{what}"),
            }
        }
        Err(StoreError::Altered(_)) => drop(by.insert("appending")),
        Err(error) => panic!("{what}: an append answered {error}"),
    }
    if !opened.faults(ids).await.is_empty() {
        by.insert("check");
    }
    assert!(!by.is_empty(), "{what}: nobody found it");
    (kinds, by.into_iter().collect())
}

/// A settled case with files and a caucus, and an open one.
async fn scene(app: &TestApp) -> Ids {
    let story = app.mediation().await;
    let Story { case, consumer, rep, mediator } = &story;
    for name in ["nota.pdf", "foto.pdf"] {
        let file = reqwest::multipart::Part::bytes(format!("%PDF-1.7 {name}").into_bytes()).file_name(name);
        let form = reqwest::multipart::Form::new().part("file", file);
        let upload = consumer.request(reqwest::Method::POST, &format!("cases/{case}/channels/joint/evidence"));
        TestPerson::send(upload.multipart(form)).await.is(201);
    }
    consumer.says(*case, "caucus:consumer", "Metade me basta.").await.is(200);
    for channel in CHANNELS {
        app.running.state.store.sign_checkpoint(*case, channel).await.unwrap();
    }
    let mut hand = Hand::on(app.url()).await;
    for table in ["signed_heads", "cases"] {
        hand.runs(&format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}")).await.unwrap();
    }
    let ends = "SELECT case_id, channel, max(seq) AS size FROM events GROUP BY case_id, channel";
    hand.runs(&format!("CREATE TABLE kept_ends AS {ends}")).await.unwrap();
    consumer.says(*case, "caucus:consumer", "Ou dois terços.").await.is(200);
    app.sealed(&story).await;
    // Signed beyond the conclusion: its kept checkpoint is not made a second time.
    for channel in CHANNELS {
        app.running.state.store.sign_checkpoint(*case, channel).await.unwrap();
    }
    let (open, _, other) = app.negotiation().await;
    for turn in 0..4 {
        other.says(open, "joint", &format!("Oferta {turn}")).await.is(200);
    }
    // A change to a document that no event names, such as a draft that lost a race, would not be noticed.
    let store = &app.running.state.store;
    let concluded = store.case(*case).await.unwrap().procedure.concluded.clone().unwrap();
    let json = app.running.state.exporter.json(*case, concluded.version, &concluded.document_hash).await.unwrap();
    let named = [concluded.pdf_hash, concluded.sealed_pdf_hash.unwrap()]
        .map(|hash| acordo_record::hash_from_base64(&hash).unwrap());
    let named = [named[0], named[1], acordo_record::sha256(&json)].map(|hash| hand.literal(&hash)).join(", ");
    let unnamed = format!("which IN ('json', 'shown', 'final') AND sha256 NOT IN ({named})");
    hand.runs(&format!("DELETE FROM documents WHERE {unnamed}")).await.unwrap();
    Ids {
        settled: *case,
        open,
        company: app.company.id,
        people: vec![consumer.id, rep.id, mediator.id, other.id],
        rep: other.id,
        now: app.clock.now(),
    }
}

struct Opened {
    store: Store,
    exporter: Exporter,
    files: EvidenceFiles,
    keys: KeyFile,
}

const ALTERED: &str = "altered";

fn of_store<T>(answer: Result<T, StoreError>, bytes: impl FnOnce(T) -> Vec<u8>) -> Result<Vec<u8>, String> {
    answer.map(bytes).map_err(|error| match error {
        StoreError::Altered(_) => ALTERED.to_owned(),
        other => format!("{other:?}"),
    })
}

fn of_lines(lines: &[RecordLine]) -> Vec<u8> {
    lines.iter().map(|line| format!("{line:?}")).collect::<Vec<_>>().join("\n").into_bytes()
}

fn of_export<T>(answer: Result<T, ExportError>, bytes: impl FnOnce(T) -> Vec<u8>) -> Result<Vec<u8>, String> {
    answer.map(bytes).map_err(|error| match error {
        ExportError::Altered(_) | ExportError::Store(StoreError::Altered(_)) => ALTERED.to_owned(),
        other => format!("{other:?}"),
    })
}

fn of_files(answer: Result<Vec<u8>, Fault>) -> Result<Vec<u8>, String> {
    answer.map_err(|fault| match fault.code {
        Code::Shell(Shell::RecordAltered) => ALTERED.to_owned(),
        _ => format!("{fault:?}"),
    })
}

impl Opened {
    async fn at(copy: &Copy, ids: &Ids) -> Self {
        let keys = Keys::open(&copy.data.join("keys"), "test.example/log").unwrap();
        let store = Store::open(StoreSettings {
            url: copy.url.clone(),
            clock: Arc::new(HandClock::at(ids.now)),
            log_key: keys.log,
            head_keys: keys.heads,
            former_log_keys: keys.former_logs,
            seals: keys.seals,
            rules: Rules::default(),
            warm_cases_max: 10,
        });
        let store = store.await.unwrap();
        let files = EvidenceFiles::to_read(&copy.data.join("evidence"));
        let zone = acordo::texts::zone("America/Sao_Paulo");
        let folder = copy.data.join("exports");
        std::fs::create_dir_all(&folder).unwrap();
        let place = ExportPlace { folder, site: "https://acordo.example".to_owned() };
        let exporter = Exporter::new(store.clone(), files.clone(), zone, keys.public.clone(), place);
        Self { exporter, store, files, keys: keys.public }
    }

    /// Everything that people are shown.
    async fn look(&self, ids: &Ids, profile: Profile) -> SeenBytes {
        let mut seen = SeenBytes::new();
        let store = &self.store;
        for user in &ids.people {
            let actor = store.accounts().actor(*user).await;
            seen.insert(format!("{user}"), of_store(actor.clone(), |actor| format!("{actor:?}").into_bytes()));
            let Ok(Some(actor)) = actor else { continue };
            for case in [ids.settled, ids.open] {
                let view = store.view(case, &actor).await;
                if view != Err(StoreError::NotFound) {
                    let json = |view| serde_json::to_vec(&view).unwrap();
                    seen.insert(format!("{case} for {user}"), of_store(view, json));
                }
                for channel in CHANNELS {
                    let page = store.page(case, &actor, channel, 0, 1000).await;
                    if page != Err(StoreError::NotFound) {
                        let bytes = |page| format!("{page:?}").into_bytes();
                        seen.insert(format!("{case} {channel} for {user}"), of_store(page, bytes));
                    }
                }
            }
        }
        for (case, channels) in [(ids.settled, &CHANNELS[..]), (ids.open, &CHANNELS[..2])] {
            for channel in channels {
                let lines = store.record_lines(case, *channel).await;
                seen.insert(format!("{case} {channel} lines"), of_store(lines, |lines| of_lines(&lines)));
            }
        }
        if let Ok(case) = store.case(ids.settled).await {
            let concluded = case.procedure.concluded.clone().unwrap();
            let (exporter, version) = (&self.exporter, concluded.version);
            let json = exporter.json(ids.settled, version, &concluded.document_hash).await;
            seen.insert("agreement.json".to_owned(), of_export(json, |bytes| bytes));
            for (which, hash) in [
                (StoredDocument::Shown, &concluded.pdf_hash),
                (StoredDocument::Final, concluded.sealed_pdf_hash.as_ref().unwrap()),
            ] {
                let document = exporter.document(ids.settled, version, which, hash).await;
                seen.insert(format!("{which:?}"), of_export(document, |bytes| bytes));
            }
            for (id, exhibit) in &case.joint().evidence {
                let part = exhibit.part.as_ref().unwrap();
                let mut bytes = Vec::new();
                let file = match self.files.open_stored(ids.settled, *id, &part.sha256).await {
                    Ok((_, mut file)) => {
                        file.seek(SeekFrom::Start(0)).await.unwrap();
                        file.read_to_end(&mut bytes).await.unwrap();
                        Ok(bytes)
                    }
                    Err(fault) => Err(fault),
                };
                seen.insert(format!("file {id}"), of_files(file));
            }
        }
        seen.insert(format!("bundle {profile:?}"), self.taken(ids, profile).await);
        let accounts = store.accounts();
        let bytes = |text: String| text.into_bytes();
        let identity = accounts.legal_identity(ids.company).await;
        seen.insert("identity".to_owned(), of_store(identity, |found| bytes(format!("{found:?}"))));
        let powers = accounts.powers(ids.company, None).await;
        seen.insert("powers".to_owned(), of_store(powers, |found| bytes(format!("{found:?}"))));
        let company = accounts.organisation(ids.company).await;
        seen.insert("company".to_owned(), of_store(company, |found| bytes(format!("{found:?}"))));
        seen
    }

    /// A bundle, or `ALTERED` if it leaves out an altered file.
    async fn taken(&self, ids: &Ids, profile: Profile) -> Result<Vec<u8>, String> {
        let turn = self.exporter.turn(ids.rep).unwrap();
        let wanted = BundleWanted {
            case: ids.settled,
            profile,
            caucus: None,
            agreement: None,
            taker: Taker::Company,
            reader: Language::En,
        };
        let made = self.exporter.bundle(wanted, turn).await;
        let bundle = of_export(made, |mut export| {
            let mut bytes = Vec::new();
            std::io::Seek::rewind(&mut export.file).unwrap();
            std::io::Read::read_to_end(&mut export.file, &mut bytes).unwrap();
            bytes
        })?;
        let report = verify(&bundle, &Inquiry::of(&self.keys));
        assert!(report.valid, "{:?}", report.failures);
        if report.left_out.is_empty() { Ok(bundle) } else { Err(ALTERED.to_owned()) }
    }

    async fn signed(&self, ids: &Ids) -> SeenBytes {
        let mut seen = SeenBytes::new();
        for (case, channels) in [(ids.settled, &CHANNELS[..]), (ids.open, &CHANNELS[..2])] {
            for channel in channels {
                let note = self.store.sign_checkpoint(case, *channel).await;
                seen.insert(format!("{case} {channel} signed"), of_store(note, String::into_bytes));
            }
        }
        seen
    }

    async fn says_something(&self, ids: &Ids) -> Result<(), StoreError> {
        let actor = self.store.accounts().actor(ids.rep).await?.ok_or(StoreError::NotFound)?;
        let execution = Execution {
            case: ids.open,
            actor: &actor,
            id: CommandId(Uuid::now_v7()),
            command: &crate::store::fixture::say(Channel::Joint, "depois"),
            origin: Origin::default(),
            signing: None,
            addressee_shown: false,
        };
        self.store.execute(execution).await.map(drop)
    }

    async fn faults(&self, ids: &Ids) -> Vec<String> {
        let audit = self.exporter.audit();
        let mut faults = audit.beside_cases().await.unwrap();
        for case in [ids.settled, ids.open] {
            match audit.case(case).await {
                Ok(found) => faults.extend(found),
                Err(StoreError::NotFound) => faults.push(format!("{case} is gone")),
                Err(error) => panic!("the check could not: {error}"),
            }
        }
        faults
    }
}
