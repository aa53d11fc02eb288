//! Lists at scale: fills a database with the lists of very many cases and measures what each role waits for.

use super::measure::Latencies;
use super::seed::act;
use super::server::BenchFolder;
use super::{BenchArgs, BenchError};
use crate::store::accounts::NewOrganisation;
use crate::store::{CaseSort, CaseTab, Filter, Store};
use acordo_domain::case::apply::apply;
use acordo_domain::case::command::{Command, Trade};
use acordo_domain::case::state::Case;
use acordo_domain::id::{CaseId, OrganisationId, Reference, UserId};
use acordo_domain::moment::{DAY_MILLIS, Moment};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Actor, Channel, Membership, OrganisationKind, Person, Role, Seat};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use uuid::Uuid;

const CASES_AT_ONCE: usize = 1_000;
/// Requests of each kind.
const ROUNDS: usize = 40;
/// While so many coordinators ask again and again.
const COORDINATORS: usize = 4;
const YEARS_MILLIS: i64 = 3 * 365 * DAY_MILLIS;

const FIRST: [&str; 24] = [
    "Maria",
    "José",
    "Ana",
    "João",
    "Antônio",
    "Francisco",
    "Carlos",
    "Paulo",
    "Pedro",
    "Lucas",
    "Luiz",
    "Marcos",
    "Mariana",
    "Gabriel",
    "Rafael",
    "Daniel",
    "Adriana",
    "Juliana",
    "Márcia",
    "Fernanda",
    "Patrícia",
    "Aline",
    "Anabela",
    "Sebastião",
];
const LAST: [&str; 24] = [
    "Silva",
    "Santos",
    "Oliveira",
    "Souza",
    "Rodrigues",
    "Ferreira",
    "Alves",
    "Pereira",
    "Lima",
    "Gomes",
    "Costa",
    "Ribeiro",
    "Martins",
    "Carvalho",
    "Almeida",
    "Lopes",
    "Soares",
    "Fernandes",
    "Vieira",
    "Barbosa",
    "Rocha",
    "Dias",
    "Conceição",
    "Araújo",
];
const PRODUCTS: [&str; 12] = [
    "Geladeira Polar",
    "Televisor 50 polegadas",
    "Notebook",
    "Celular",
    "Fogão quatro bocas",
    "Lavadora",
    "Sofá",
    "Tênis de corrida",
    "Passagem aérea",
    "Plano de internet",
    "Seguro do celular",
    "Bicicleta",
];

/// A stream of numbers that is the same in each run.
#[derive(Debug)]
struct SteadyNumbers(u64);

impl SteadyNumbers {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
    const fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
    /// The first ones most often, as with names.
    fn some<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let end = from.len() as u64;
        let place = self.below(end).min(self.below(end));
        from.get(place as usize).copied().unwrap_or_default()
    }
    const fn id(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.next(), self.next())
    }
}

/// Who the cases belong to. The first company has a twentieth of them all, its first rep two fifths of these.
struct Crowd {
    operator: OrganisationId,
    companies: Vec<(OrganisationId, String)>,
    reps: Vec<Person>,
    mediators: Vec<Person>,
    consumer: Person,
    numbers: SteadyNumbers,
    now: Moment,
    count: usize,
}

impl Crowd {
    fn company(&mut self) -> usize {
        match self.numbers.below(100) {
            0..5 => 0,
            5..8 => 1,
            8..10 => 2,
            _ => 3 + self.numbers.below(self.companies.len() as u64 - 3) as usize,
        }
    }

    /// The stage of a case is like one of these, the place is its number.
    fn case(&mut self, stages: &[Case], place: usize) -> Case {
        let chance = self.numbers.below(100) as usize;
        let (closed, open) = stages.split_last().map_or((&stages[0], stages), |(last, others)| (last, others));
        let stage = if chance < 80 { closed } else { &open[chance % open.len()] };
        let mut case = stage.clone();
        let age = YEARS_MILLIS / self.count as i64 * (self.count - place) as i64;
        let filed_at = self.now.plus_millis(-age);
        let moved = filed_at.plus_millis(age.min(self.numbers.below(90 * DAY_MILLIS.unsigned_abs()) as i64));
        let time = (filed_at.millis().unsigned_abs() << 16) | (self.numbers.next() & 0x0FFF) | 0x7000;
        case.id = CaseId(Uuid::from_u64_pair(time, self.numbers.next()));
        let chosen = self.company();
        let (company, company_name) = self.companies[chosen].clone();
        let consumer = if place % (self.count / 3) == 1 {
            self.consumer.clone()
        } else {
            let (first, last) = (self.numbers.some(&FIRST), self.numbers.some(&LAST));
            Person { id: UserId(self.numbers.id()), name: format!("{first} {last} {}", self.numbers.some(&LAST)) }
        };
        let rep = if chosen == 0 && self.numbers.below(5) < 2 {
            self.reps[0].clone()
        } else {
            self.reps[1 + self.numbers.below(self.reps.len() as u64 - 1) as usize].clone()
        };
        let mediator = self.mediators[self.numbers.below(self.mediators.len() as u64) as usize].clone();
        for tenure in &mut case.procedure.seats {
            tenure.person = match tenure.seat {
                Seat::Consumer => consumer.clone(),
                Seat::Company => rep.clone(),
                Seat::Mediator | Seat::Ombudsman | Seat::Legal => mediator.clone(),
            };
        }
        if let Some(assigned) = &mut case.procedure.mediation.assigned {
            assigned.person = mediator;
        }
        if let Some(filed) = &mut case.procedure.filed {
            filed.at = filed_at;
            filed.reference = Reference::from_bits(self.numbers.next());
            (filed.company, filed.company_name, filed.operator) = (company, company_name, self.operator);
            filed.consumer = consumer;
        }
        case.procedure.last_at = moved;
        for talk in case.talks.values_mut() {
            talk.last_at = moved;
            if let Some(complaint) = &mut talk.complained {
                complaint.product = self.numbers.some(&PRODUCTS).to_owned();
                complaint.order_number = Some(format!("{:09}", self.numbers.below(1_000_000_000)));
            }
        }
        case
    }
}

/// A case as it was in each phase, the closed one last.
async fn stages(place: &BenchFolder) -> Result<Vec<Case>, BenchError> {
    let rooms = place.rooms(2).await?;
    let store = place.store().await?;
    let mut stages = Vec::new();
    let lost = |why: &str| BenchError::Seed(why.to_owned());
    for (number, room) in rooms.iter().enumerate() {
        let id: CaseId = room.case.parse().map_err(|_| lost("a case id is no id"))?;
        if number == 1 {
            act(&store, id, UserId(room.people[0]), &Command::CaseWithdraw {}).await?;
            stages.push(Case::clone(&*store.case(id).await?));
            continue;
        }
        let whole = store.case(id).await?;
        let mut events = Vec::new();
        for channel in whole.talks.keys().copied().chain([Channel::Procedure]) {
            events.extend(store.whole_channel(id, channel).await?);
        }
        events.sort_by_key(|recorded| recorded.version);
        let mut case = Case::new(id);
        for recorded in &events {
            let before = case.clone();
            apply(&mut case, &recorded.event);
            if before.procedure.filed.is_some() && before.phase() != case.phase() {
                stages.push(before);
            }
        }
        stages.push(case);
    }
    Ok(stages)
}

async fn crowd(store: &Store, count: usize) -> Result<Crowd, BenchError> {
    let operator = store.accounts().operator().await?.ok_or_else(|| BenchError::Seed("no operator".into()))?.id;
    let mut numbers = SteadyNumbers(1);
    let first = NewOrganisation { kind: OrganisationKind::Company, name: "Loja Aurora".into(), trade: Trade::Retail };
    let mut companies = vec![(store.accounts().add_organisation(&first).await?.id, first.name)];
    for number in 1..(count / 200).max(10) {
        companies.push((OrganisationId(numbers.id()), format!("Loja {} {number}", numbers.some(&LAST))));
    }
    let mut people = |count: usize, what: &str| -> Vec<Person> {
        (0..count).map(|number| Person { id: UserId(numbers.id()), name: format!("{what} {number}") }).collect()
    };
    let (reps, mediators) = (people(50, "Rep"), people(200, "Mediator"));
    let consumer = Person { id: UserId(numbers.id()), name: "Ana Conceição".to_owned() };
    Ok(Crowd { operator, companies, reps, mediators, consumer, numbers, now: store.now(), count })
}

fn member(person: &Person, organisation: OrganisationId, kind: OrganisationKind, role: Role) -> Actor {
    Actor::Person { person: person.clone(), memberships: vec![Membership { organisation, kind, role }] }
}

fn readers(crowd: &Crowd) -> Vec<(&'static str, Actor)> {
    let aurora = crowd.companies[0].0;
    let stranger = Person { id: UserId(Uuid::from_u128(1)), name: "Cora Dias".to_owned() };
    let (company, operator) = (OrganisationKind::Company, OrganisationKind::Operator);
    vec![
        ("consumer", Actor::Person { person: crowd.consumer.clone(), memberships: Vec::new() }),
        ("rep", member(&crowd.reps[0], aurora, company, Role::Rep)),
        ("manager", member(&stranger, aurora, company, Role::Manager)),
        ("mediator", member(&crowd.mediators[0], crowd.operator, operator, Role::Mediator)),
        ("coordinator", member(&stranger, crowd.operator, operator, Role::Coordinator)),
    ]
}

/// What a page asks for, and what else a client may.
fn questions() -> Vec<(&'static str, Filter)> {
    let filter = |tab, sort| Filter { tab, sort, limit: 50, ..Filter::default() };
    let words = |words: &str| Filter { words: Some(words.to_owned()), ..filter(CaseTab::All, CaseSort::Due) };
    vec![
        ("my turn, by what is due", filter(CaseTab::MyTurn, CaseSort::Due)),
        ("due today", filter(CaseTab::DueToday, CaseSort::Due)),
        ("all, newest", filter(CaseTab::All, CaseSort::Newest)),
        ("in mediation, newest", Filter { phase: Some(Phase::Mediation), ..filter(CaseTab::All, CaseSort::Newest) }),
        ("'ana silva'", words("ana silva")),
        ("'maria'", words("maria")),
        ("'m'", words("m")),
        ("'geladeira polar'", words("geladeira polar")),
        ("'zz'", words("zz")),
    ]
}

async fn ask(store: &Store, actor: &Actor, filter: &Filter, rounds: usize) -> Result<(Latencies, usize), BenchError> {
    let (mut took, mut rows) = (Latencies::default(), 0);
    for round in 0..=rounds {
        let begun = Instant::now();
        rows = store.rows(actor, filter).await?.cases.len();
        // The first finds nothing in memory.
        if round > 0 {
            took.add(begun.elapsed());
        }
    }
    Ok((took, rows))
}

pub async fn run(args: &BenchArgs, count: usize) -> Result<String, BenchError> {
    let place = BenchFolder::new(args.database.as_deref())?;
    let stages = stages(&place).await?;
    let store = place.store().await?;
    let count = count.max(10);
    let mut crowd = crowd(&store, count).await?;
    let before = store.list_bytes().await?;
    let begun = Instant::now();
    let mut written = 0;
    while written < count {
        let end = (written + CASES_AT_ONCE).min(count);
        let cases: Vec<Case> = (written..end).map(|place| crowd.case(&stages, place)).collect();
        store.write_crowd(&cases).await?;
        written = end;
    }
    store.settle_crowd().await?;
    let filled = begun.elapsed();
    let bytes = (store.list_bytes().await?.saturating_sub(before)) as f64 / count as f64;
    let mut measured: Vec<Value> = Vec::new();
    for (role, actor) in readers(&crowd) {
        for (question, filter) in questions() {
            let (mut took, rows) = ask(&store, &actor, &filter, ROUNDS).await?;
            let q = took.quantiles(&[0.5, 0.99]);
            measured.push(json!({ "role": role, "question": question, "rows": rows, "p50_ms": q[0], "p99_ms": q[1] }));
        }
    }
    let mut beside = beside_coordinators(&store, &crowd).await?;
    let q = beside.quantiles(&[0.5, 0.99]);
    let figures = json!({
        "cases": count, "fill_seconds": filled.as_secs_f64(), "list_bytes_per_case": bytes, "lists": measured,
        "consumer_beside_coordinators": { "coordinators": COORDINATORS, "p50_ms": q[0], "p99_ms": q[1] },
    });
    Ok(if args.json { figures.to_string() } else { table(&figures) })
}

/// What a consumer waits for while coordinators do nothing but ask.
async fn beside_coordinators(store: &Store, crowd: &Crowd) -> Result<Latencies, BenchError> {
    let mut readers = readers(crowd);
    let (consumer, coordinator) = (readers.swap_remove(0).1, readers.pop().map(|(_, actor)| actor));
    let coordinator = coordinator.ok_or_else(|| BenchError::Seed("no coordinator".into()))?;
    let busy: Vec<_> = (0..COORDINATORS)
        .map(|_| {
            let (store, coordinator) = (store.clone(), coordinator.clone());
            tokio::spawn(async move {
                loop {
                    for (_, filter) in questions() {
                        ask(&store, &coordinator, &filter, 0).await.ok();
                    }
                }
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let (_, filter) = questions().swap_remove(0);
    let took = ask(store, &consumer, &filter, ROUNDS * 2).await;
    busy.iter().for_each(tokio::task::JoinHandle::abort);
    Ok(took?.0)
}

fn table(figures: &Value) -> String {
    let mut lines = vec![format!(
        "{} cases, filled in {:.0} s, {:.0} bytes of lists a case\n\n| role | list | rows | p50 ms | p99 ms |\n| --- | --- | --- | --- | --- |",
        figures["cases"],
        figures["fill_seconds"].as_f64().unwrap_or_default(),
        figures["list_bytes_per_case"].as_f64().unwrap_or_default()
    )];
    for list in figures["lists"].as_array().into_iter().flatten() {
        lines.push(format!(
            "| {} | {} | {} | {:.1} | {:.1} |",
            list["role"].as_str().unwrap_or_default(),
            list["question"].as_str().unwrap_or_default(),
            list["rows"],
            list["p50_ms"].as_f64().unwrap_or_default(),
            list["p99_ms"].as_f64().unwrap_or_default()
        ));
    }
    let beside = &figures["consumer_beside_coordinators"];
    lines.push(format!(
        "\na consumer's list while {} coordinators ask without a pause: {:.1} ms p50, {:.1} p99",
        beside["coordinators"],
        beside["p50_ms"].as_f64().unwrap_or_default(),
        beside["p99_ms"].as_f64().unwrap_or_default()
    ));
    lines.join("\n")
}
