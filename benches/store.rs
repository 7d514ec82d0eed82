//! What keeping costs: how long until something is durable, and how much room a run takes.
//!
//! `cargo bench --bench store`. The files lie under the build folder, on a real disk; on a disk in memory a sync costs
//! nothing. Figures are of this machine: latency is that of its disk, of which an empty sync beside it gives the measure.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use defensible::bundled;
use defensible::run::event::Event;
use defensible::run::logfile::{self, Header};
use defensible::run::{plan, replay};
use defensible::scenario::{check, parse};
use defensible::source::Source;
use defensible::store::clock::Clock;
use defensible::store::ids::{PersonId, RunId};
use defensible::store::open::open;
use defensible::store::records::{NewRun, Write};
use defensible::store::writer::Writer;

/// Commits that are measured one by one.
const COMMITS: usize = 2_000;

/// Runs that are kept to see how much room each takes.
const RUNS: usize = 200;

/// A whole run of the bundled case, and where each of its commands begins.
fn whole() -> (Header, Vec<Event>, Vec<usize>) {
    let files = bundled::scenario("missed-monday").unwrap();
    let read = |name: &str| Source::new(name, files.file(name).unwrap());
    let practice = bundled::practice().unwrap();
    let plan = parse::plan(&read("good.plan.ron")).unwrap();
    let raw = parse::scenario(&read("scenario.ron")).unwrap();
    let scenario = check::scenario(raw, None, &practice, &plan::expected(&plan)).scenario.unwrap();
    let mut kept: BTreeMap<String, String> =
        bundled::practice_texts().iter().map(|text| (text.name.to_owned(), text.text.to_owned())).collect();
    kept.insert(logfile::SCENARIO.to_owned(), read("scenario.ron").text);
    kept.insert(logfile::PANEL.to_owned(), read("panel.ron").text);
    let header = Header::new(&scenario, plan.seed, kept);
    let run = plan::play(Arc::new(scenario), &plan, plan.seed).run;
    let mut cuts: Vec<usize> = replay::commands(run.events()).iter().map(|(seq, ..)| *seq as usize).collect();
    cuts.push(run.events().len());
    (header, run.events().to_vec(), cuts)
}

fn named(number: usize, header: &Header) -> NewRun {
    let run = RunId::new(&format!("run-{number}")).unwrap();
    NewRun { run, person: PersonId::new("ann").unwrap(), header: header.clone(), began: Clock::system().now() }
}

/// The value below which so many of a hundred lie.
fn percentile(sorted: &[Duration], hundredth: usize) -> Duration {
    sorted.get((sorted.len() * hundredth / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn told(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let most = times.last().copied().unwrap_or_default();
    println!(
        "{what:<58} p50 {:>9.2?}  p99 {:>9.2?}  most {most:>9.2?}",
        percentile(&times, 50),
        percentile(&times, 99)
    );
}

fn weight(folder: &Path) -> u64 {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum()
}

/// The least that anything durable can cost here: a page written to a file and synced.
fn syncs(folder: &Path) -> Vec<Duration> {
    let mut file = File::create(folder.join("sync")).unwrap();
    let page = [7; 4096];
    let mut times = Vec::new();
    for _ in 0..COMMITS / 4 {
        let begun = Instant::now();
        file.seek(SeekFrom::Start(0)).unwrap();
        file.write_all(&page).unwrap();
        file.sync_data().unwrap();
        times.push(begun.elapsed());
    }
    times
}

/// Runs, a commit a command, one after the other.
fn commits(folder: &Path, (header, events, cuts): &(Header, Vec<Event>, Vec<usize>)) -> Vec<Duration> {
    let mut opened = open(folder, &Clock::system()).unwrap();
    let mut times = Vec::new();
    for number in 0.. {
        let new = named(number, header);
        let run = new.run.clone();
        opened.records.begin(new).unwrap();
        for (from, to) in std::iter::once(&0).chain(cuts).zip(cuts) {
            let begun = Instant::now();
            opened.records.append(&run, *from as u32, &events[*from..*to], Clock::system().now()).unwrap();
            times.push(begun.elapsed());
        }
        if times.len() >= COMMITS {
            break;
        }
    }
    times
}

/// Forty people at once through one writer: what is written together is synced together.
fn room(folder: &Path, (header, events, cuts): &(Header, Vec<Event>, Vec<usize>)) -> (Vec<Duration>, Duration) {
    let opened = open(folder, &Clock::system()).unwrap();
    let writer =
        Arc::new(Writer::start(Some(opened), Box::new(|_| Err(defensible::store::trouble::Trouble::Stopped))));
    let begun = Instant::now();
    let people: Vec<_> = (0..40)
        .map(|number| {
            let (writer, new) = (Arc::clone(&writer), named(number, header));
            let (events, cuts) = (events.clone(), cuts.clone());
            std::thread::spawn(move || {
                let run = new.run.clone();
                let done = writer.write(vec![Write::Begin(new)]).wait(Duration::from_secs(60));
                assert_eq!(done, Some(Ok(())));
                let mut times = Vec::new();
                for (from, to) in std::iter::once(&0).chain(&cuts).zip(&cuts) {
                    let begun = Instant::now();
                    let append = Write::Append {
                        run: run.clone(),
                        expected: *from as u32,
                        events: events[*from..*to].to_vec(),
                        at: Clock::system().now(),
                    };
                    let done = writer.write(vec![append]).wait(Duration::from_secs(60));
                    assert_eq!(done, Some(Ok(())));
                    times.push(begun.elapsed());
                }
                times
            })
        })
        .collect();
    let times = people.into_iter().flat_map(|person| person.join().unwrap()).collect();
    (times, begun.elapsed())
}

fn main() {
    let whole = whole();
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = || tempfile::tempdir_in(place).unwrap();
    println!("A run: {} events by {} commands.", whole.1.len(), whole.2.len());

    let sync = folder();
    told("a page written and synced, for comparison", syncs(sync.path()));
    let one = folder();
    told("a command kept, one at a time", commits(one.path(), &whole));
    let many = folder();
    let (times, took) = room(many.path(), &whole);
    let count = times.len();
    told("a command kept, forty people at once", times);
    println!("{:<58} {:.0} a second", "  commands kept", count as f64 / took.as_secs_f64());

    let room = folder();
    let keep = |numbers: std::ops::Range<usize>| {
        let mut opened = open(room.path(), &Clock::system()).unwrap();
        for number in numbers {
            let new = named(number, &whole.0);
            let run = new.run.clone();
            let append = Write::Append { run, expected: 0, events: whole.1.clone(), at: Clock::system().now() };
            for answer in opened.records.commit(&[Write::Begin(new), append]).unwrap() {
                answer.unwrap();
            }
        }
        drop(opened);
        weight(room.path())
    };
    let first = keep(0..1);
    let all = keep(1..RUNS + 1);
    let log = whole.0.line().len() + whole.1.iter().map(|event| logfile::event_line(event).len()).sum::<usize>();
    println!("{:<58} {first} bytes, texts and all", "the first run");
    println!("{:<58} {} bytes", "each further run", (all - first) / RUNS as u64);
    println!("{:<58} {log} bytes", "the same run as a log file, which holds its texts");
}
