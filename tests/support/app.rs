//! A real server on a free port, with methods for how people begin.

use super::database::{self, Engine};
use super::person::{Reply, TestPerson};
use acordo::app::{RunningServer, StartError, Tuning, start};
use acordo::commands::pace::Rate;
use acordo::config::Config;
use acordo::contact::{EmailAddress, PersonName};
use acordo::http::limits::Rates;
use acordo::identity::Device;
use acordo::identity::legal::{self, EnteredBy};
use acordo::identity::secret::OneTime;
use acordo::store::accounts::{NewOrganisation, NewUser, Organisation};
use acordo::store::{Clock, HandClock, OpenError, SystemClock};
use acordo_domain::case::command::{Language, Trade};
use acordo_domain::case::decide::{LegalIdentityForm, PowerForm};
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::id::CaseId;
use acordo_domain::identifier::Scheme;
use acordo_domain::moment::Moment;
use acordo_domain::seat::{OrganisationKind, Role};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Once};
use std::time::Duration;
use tempfile::TempDir;
use uuid::Uuid;

/// When every test begins: a Monday at noon in UTC.
pub const BEGINNING: &str = "2026-11-23T12:00:00.000Z";

pub struct TestApp {
    pub running: RunningServer,
    pub clock: Arc<HandClock>,
    pub base: String,
    pub company: Organisation,
    pub operator: Organisation,
    data: Arc<TempDir>,
    url: String,
}

/// A server in a process of its own; killed when dropped.
pub struct Process {
    child: Child,
    pub base: String,
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).ok();
    }
}

pub fn new_user(name: &str, email: &str, language: Language) -> NewUser {
    NewUser { name: PersonName::parse(name).unwrap(), email: EmailAddress::parse(email).unwrap(), language }
}

/// A case and everybody in it.
pub struct Story {
    pub case: CaseId,
    pub consumer: TestPerson,
    pub rep: TestPerson,
    pub mediator: TestPerson,
}

/// Runs a test on a runtime of its own, set up as `main` does, and stops the server at its end.
pub fn run<F, T>(engine: Engine, test: F)
where
    F: AsyncFnOnce(&TestApp) -> T,
{
    run_with(engine, |_| {}, test);
}

/// The same with other limits.
pub fn run_with<F, T>(engine: Engine, tune: impl FnOnce(&mut Tuning), test: F)
where
    F: AsyncFnOnce(&TestApp) -> T,
{
    run_set(engine, &[], tune, test);
}

/// The same with further settings, named as in the environment.
pub fn run_set<F, T>(engine: Engine, settings: &[(&str, String)], tune: impl FnOnce(&mut Tuning), test: F)
where
    F: AsyncFnOnce(&TestApp) -> T,
{
    on_a_runtime(async {
        let data = tempfile::tempdir().unwrap();
        let Some(url) = database::fresh(engine, data.path()).await else { return };
        let app = TestApp::first(data, &url, settings, tune).await;
        test(&app).await;
        app.running.abort().await;
    });
}

/// A server on a database of its own; `None` where PostgreSQL is to be left out.
pub async fn begun(engine: Engine) -> Option<TestApp> {
    let data = tempfile::tempdir().unwrap();
    let url = database::fresh(engine, data.path()).await?;
    Some(TestApp::first(data, &url, &[], |_| {}).await)
}

/// The same on this database, which is empty.
pub async fn begun_on(url: &str) -> TestApp {
    TestApp::first(tempfile::tempdir().unwrap(), url, &[], |_| {}).await
}

/// A server over the folder of one that was stopped, if it starts.
pub async fn reopen(data: &std::path::Path) -> Result<RunningServer, StartError> {
    reopen_at(data, BEGINNING.parse().unwrap()).await
}

/// The same at another time.
pub async fn reopen_at(data: &std::path::Path, now: Moment) -> Result<RunningServer, StartError> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let settings =
        [("ACORDO_DATA_DIR", data.display().to_string()), ("ACORDO_INSTANCE", "test.example/log".to_owned())];
    let settings = settings.map(|(name, value)| (name.to_owned(), value));
    let config = Config::from_sources(None, settings).unwrap();
    let tuning = Tuning { workers: Some(1), ..Tuning::of(&config) };
    let clock = Arc::new(HandClock::at(now));
    // The one that stopped may still be letting go of the file.
    for _ in 0..500 {
        match start(config.clone(), tuning.clone(), listener.try_clone().unwrap(), clock.clone()).await {
            Err(StartError::Store(OpenError::InUse(_))) => tokio::time::sleep(Duration::from_millis(20)).await,
            other => return other,
        }
    }
    panic!("the database stays in use");
}

/// Runs this on a runtime set up as `main` does, with the one TLS provider of the process.
pub fn on_a_runtime<T>(work: impl Future<Output = T>) -> T {
    static TLS: Once = Once::new();
    TLS.call_once(|| {
        rustls::crypto::ring::default_provider().install_default().unwrap();
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(work)
}

impl TestApp {
    async fn first(data: TempDir, url: &str, more: &[(&str, String)], tune: impl FnOnce(&mut Tuning)) -> Self {
        let data = Arc::new(data);
        let clock = Arc::new(HandClock::at(BEGINNING.parse().unwrap()));
        let (running, base) = Self::serve(&data, url, more, tune, clock.clone()).await;
        let accounts = running.state.store.accounts();
        let organisation = async |kind, name: &str, trade| {
            accounts.add_organisation(&NewOrganisation { kind, name: name.to_owned(), trade }).await.unwrap()
        };
        let operator = organisation(OrganisationKind::Operator, "Câmara Aurora", Trade::Other).await;
        let company = organisation(OrganisationKind::Company, "Loja Ipê", Trade::Retail).await;
        legal::enter_identity(&running.state.store, company.id, &legal_form(), EnteredBy::Operator).await.unwrap();
        Self { running, clock, base, company, operator, data, url: url.to_owned() }
    }

    /// A second server over the same database, with the same keys and clock. Only PostgreSQL allows it.
    pub async fn another(&self) -> Self {
        let (running, base) = Self::serve(&self.data, &self.url, &[], |_| {}, self.clock.clone()).await;
        let (company, operator) = (self.company.clone(), self.operator.clone());
        let (clock, data, url) = (self.clock.clone(), self.data.clone(), self.url.clone());
        Self { running, clock, base, company, operator, data, url }
    }

    /// The program itself, as another process over the same database. Its clock begins at this one's time, and runs.
    pub async fn process(&self) -> Process {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let base = format!("http://{address}");
        let ahead = self.clock.now().millis() - SystemClock.now().millis();
        let child = Command::new(env!("CARGO_BIN_EXE_acordo"))
            .arg("serve")
            .env("ACORDO_LISTEN", address.to_string())
            .env("ACORDO_PUBLIC_URL", &base)
            .env("ACORDO_DATA_DIR", self.data())
            .env("ACORDO_INSTANCE", "test.example/log")
            .env("DATABASE_URL", &self.url)
            .env("ACORDO_LIMITS_REQUESTS_PER_SECOND_MAX", "100000")
            .env("ACORDO_TEST_CLOCK_AHEAD_MILLIS", ahead.to_string())
            .env("ACORDO_SKIP_PAGES", "1")
            .env("ACORDO_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let process = Process { child, base };
        let ready = async {
            while !reqwest::get(format!("{}/readyz", process.base)).await.is_ok_and(|answer| answer.status() == 200) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), ready).await.expect("the process was not ready");
        process
    }

    async fn serve(
        data: &TempDir,
        url: &str,
        more: &[(&str, String)],
        tune: impl FnOnce(&mut Tuning),
        clock: Arc<HandClock>,
    ) -> (RunningServer, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let settings = [
            ("ACORDO_PUBLIC_URL", base.clone()),
            ("ACORDO_DATA_DIR", data.path().display().to_string()),
            ("ACORDO_INSTANCE", "test.example/log".to_owned()),
            ("ACORDO_LIMITS_EVIDENCE_BYTES_MAX", "1000000".to_owned()),
            ("DATABASE_URL", url.to_owned()),
        ];
        let settings = settings.into_iter().chain(more.iter().cloned());
        let config = Config::from_sources(None, settings.map(|(name, value)| (name.to_owned(), value))).unwrap();
        let mut tuning = Tuning { workers: Some(1), rates: generous(), ..Tuning::of(&config) };
        tune(&mut tuning);
        (start(config, tuning, listener, clock).await.unwrap(), base)
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Stops the server; its folder and its database stay.
    pub async fn stop(self) -> (Arc<TempDir>, String) {
        self.running.stop().await;
        (self.data, self.url)
    }

    pub fn data(&self) -> &std::path::Path {
        self.data.path()
    }

    /// Writes to the database as somebody without the keys could.
    pub async fn runs(&self, sql: &str) {
        if let Some(file) = self.url.strip_prefix("sqlite:") {
            use diesel::{Connection, RunQueryDsl};
            let mut conn = diesel::SqliteConnection::establish(file).unwrap();
            diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut conn).unwrap();
            assert!(diesel::sql_query(sql.replace("bytea", "BLOB")).execute(&mut conn).unwrap() > 0);
        } else {
            let (client, connection) = tokio_postgres::connect(&self.url, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            assert!(client.execute(sql, &[]).await.unwrap() > 0);
        }
    }

    /// A new signed-in person of this name, with `role` in `organisation`.
    pub async fn member(&self, name: &str, organisation: &Organisation, role: Role) -> TestPerson {
        let accounts = self.running.state.store.accounts();
        let email = format!("{}@example.org", Uuid::now_v7().simple());
        let new = new_user(name, &email, Language::En);
        let user = accounts.add_user(&new).await.unwrap().unwrap();
        accounts.add_member(organisation.id, user.id, role).await.unwrap();
        if matches!(role, Role::Manager | Role::Rep) {
            let power = PowerForm { limit: None, document: "Procuração pública".to_owned(), until: None };
            legal::give_power(&self.running.state.store, organisation.id, user.id, &power, None).await.unwrap();
        }
        self.sign_in(&email).await
    }

    pub async fn rep(&self) -> TestPerson {
        self.member("Rita Rep", &self.company, Role::Rep).await
    }

    pub async fn mediator(&self) -> TestPerson {
        self.member("Marta Mediadora", &self.operator, Role::Mediator).await
    }

    pub async fn coordinator(&self) -> TestPerson {
        self.member("Caio Coordenador", &self.operator, Role::Coordinator).await
    }

    /// A session for the person with this address, as after a link or a password.
    pub async fn sign_in(&self, email: &str) -> TestPerson {
        let state = &self.running.state;
        let user = state.store.accounts().user_by_email(email).await.unwrap().unwrap();
        let begun = state.identity.begin(user.id, IdentityLevel::Email, Device::default()).await.unwrap();
        TestPerson::new(&self.base, &begun)
    }

    /// The same person with a new session, after a time that outlasts the old one.
    pub async fn again(&self, person: &TestPerson) -> TestPerson {
        let begun =
            self.running.state.identity.begin(person.id, IdentityLevel::Email, Device::default()).await.unwrap();
        TestPerson::new(&self.base, &begun)
    }

    pub fn nobody(&self) -> TestPerson {
        TestPerson::nobody(&self.base)
    }

    /// A complaint by a new consumer, filed through the form's own route.
    pub async fn file_complaint(&self) -> (CaseId, TestPerson) {
        let email = format!("{}@example.org", Uuid::now_v7().simple());
        let case = self.files(&self.complaint(&email)).await;
        (case, self.sign_in(&email).await)
    }

    /// The case that a complaint becomes, filed and confirmed.
    pub async fn files(&self, form: &Value) -> CaseId {
        let drafted = self.nobody().post("complaints", form).await;
        self.confirms(drafted.is(201)).await
    }

    /// Confirms a complaint as its filer does by the link in the mail, without waiting for the mail.
    pub async fn confirms(&self, drafted: &Value) -> CaseId {
        let drafts = self.running.state.store.drafts();
        let key = OneTime::parse(drafted["draft_key"].as_str().unwrap()).unwrap();
        let (draft, _) = drafts.held_by(key.hash()).await.unwrap().unwrap();
        for _ in 0..100 {
            let link = OneTime::fresh();
            drafts.link(draft.id, draft.revision, link.hash()).await.unwrap();
            let form = json!({"draft_key": link.text(), "revision": draft.revision});
            let answer = self.nobody().post("complaints/confirm", &form).await;
            // The mail on its way has put its own link in the place of this one.
            if answer.status.as_u16() == 404 {
                continue;
            }
            return answer.is(200)["case"].as_str().unwrap().parse().unwrap();
        }
        panic!("the complaint was not confirmed");
    }

    pub fn complaint(&self, email: &str) -> Value {
        json!({
            "consumer": {"name": "Ana Souza", "email": email, "identifier": "529.982.247-25", "language": "pt-BR"},
            "company": self.company.id,
            "complaint": {
                "product": "Geladeira 300 L", "order_number": "A-1", "story": "Chegou com a porta amassada.",
                "happened_on": "2026-11-10", "earlier_protocols": ["2026-77"],
                "amount_in_dispute": {"amount": 129_900, "currency": "BRL"}, "remedy": "refund"
            },
            "rules_version": 1, "online": true
        })
    }

    /// A case in negotiation: filed, invited, accepted.
    pub async fn negotiation(&self) -> (CaseId, TestPerson, TestPerson) {
        let (case, consumer) = self.file_complaint().await;
        let rep = self.rep().await;
        rep.does(case, json!({"type": "invitation.accept", "rules_version": 1, "online": true})).await.is(200);
        (case, consumer, rep)
    }

    /// A case in mediation: mediator asked for, assigned, accepted, and the terms accepted by both.
    pub async fn mediation(&self) -> Story {
        let (case, consumer, rep) = self.negotiation().await;
        let mediator = self.mediator().await;
        consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
        self.assign(case, &mediator).await;
        let accept = json!({"type": "mediator.accept", "no_conflict": true, "disclosure": "Nenhum conflito."});
        mediator.does(case, accept).await.is(200);
        for side in [&consumer, &rep] {
            side.does(case, json!({"type": "ground_rules.accept", "version": 1})).await.is(200);
        }
        Story { case, consumer, rep, mediator }
    }

    /// By a coordinator, or by the rotation where that was quicker.
    pub async fn assign(&self, case: CaseId, mediator: &TestPerson) {
        let coordinator = self.coordinator().await;
        for _ in 0..20 {
            let assign = json!({"type": "mediator.assign", "user": mediator.id});
            let answer = coordinator.does(case, assign).await;
            assert!(matches!(answer.status.as_u16(), 200 | 409), "{}", answer.json);
            let folded = self.running.state.store.case(case).await.unwrap();
            let asked = folded.procedure.mediation.assigned.as_ref().map(|assigned| assigned.person.id);
            if asked == Some(mediator.id) {
                return;
            }
            // The rotation has asked somebody of an earlier case, who has no time.
            if let Some(other) = asked {
                let begun = self.running.state.identity.begin(other, IdentityLevel::Email, Device::default());
                let other = TestPerson::new(&self.base, &begun.await.unwrap());
                other.does(case, json!({"type": "mediator.decline"})).await;
            }
        }
        panic!("somebody else is asked again and again");
    }

    /// Drafts the agreement: the company's proposal 1, accepted by the consumer.
    pub async fn drafted(&self, story: &Story) -> Value {
        self.drafted_with(story, json!([])).await
    }

    /// The same with clauses of the library.
    pub async fn drafted_with(&self, story: &Story, chosen: Value) -> Value {
        let Story { case, consumer, rep, .. } = story;
        let terms = json!({"obligations": [{
            "kind": "refund", "debtor": "company", "money": {"amount": 50_000, "currency": "BRL"},
            "due": {"days_after_signature": 5, "working_days": true}
        }], "clauses": ["A geladeira fica com a consumidora."], "chosen": chosen});
        let made = rep.does(*case, json!({"type": "proposal.make", "channel": "joint", "terms": terms})).await;
        let hash = made.is(200)["case"]["proposals"][0]["terms_hash"].clone();
        let accept = json!({"type": "proposal.accept", "channel": "joint", "number": 1, "terms_hash": hash});
        consumer.does(*case, accept).await.is(200);
        // The worker may be quicker; whoever comes second finds nothing to do.
        self.running.state.exporter.draft(*case, 1).await.unwrap();
        let view = consumer.get(&format!("cases/{case}")).await;
        view.is(200)["agreement"].clone()
    }

    /// Signs with a code like the one that comes by mail.
    pub async fn sign(&self, person: &TestPerson, case: CaseId, draft: &Value, name: &str) -> Reply {
        let identity = &self.running.state.identity;
        let who = identity.present(person.session).await.unwrap();
        let hash = draft["document_hash"].as_str().unwrap();
        let version = draft["version"].as_u64().unwrap();
        let issued = identity.issue_code(&who, case, u32::try_from(version).unwrap(), hash).await.unwrap();
        let sign = json!({
            "type": "agreement.sign", "version": version, "document_hash": hash, "pdf_hash": draft["pdf_hash"], "name": name,
            "consent": true, "challenge": issued.challenge.id, "response": issued.code
        });
        person.does(case, sign).await
    }

    /// Everybody signs, and the final document is made.
    pub async fn sealed(&self, story: &Story) -> Value {
        let draft = self.drafted(story).await;
        story.consumer.does(story.case, json!({"type": "agreement.waive_reflection"})).await.is(200);
        self.sign(&story.consumer, story.case, &draft, "Ana Souza").await.is(200);
        self.sign(&story.rep, story.case, &draft, "Rita Rep").await.is(200);
        self.sign(&story.mediator, story.case, &draft, "Marta Mediadora").await.is(200);
        self.running.state.exporter.seal(story.case, 1).await.unwrap();
        draft
    }
}

/// The legal identity in the company's record.
pub fn legal_form() -> LegalIdentityForm {
    LegalIdentityForm {
        name: "Loja Ipê Ltda.".to_owned(),
        scheme: Scheme::Cnpj,
        identifier: "11222333000181".to_owned(),
        address: "Rua das Flores, 1, São Paulo".to_owned(),
        trade_name: None,
    }
}

fn generous() -> Rates {
    Rates::equal(Rate { burst: 10_000.0, per_second: 1_000.0 })
}
