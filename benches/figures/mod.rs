//! The figures of a test, by us and by `peer.py`: Cronbach's alpha, item-rest correlations and Krippendorff's alpha of
//! ten thousand trainees who answered sixty decisions.
//!
//! The peer is there if `python3` is and has both packages:
//!
//! ```sh
//! python3 -m venv v && v/bin/pip install numpy==2.4.6 krippendorff==0.9.0
//! PATH="$PWD/v/bin:$PATH" cargo bench --bench ratios
//! ```
//!
//! Both read the same tables, use one thread, and must come to the same figures. Reading the tables is no part of the
//! time; counting the answers is.

use std::fs;
use std::hint::black_box;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use defensible::explore::Dice;
use defensible::review::figures::aggregate;
use defensible::review::figures::agreement::{Metric, alpha};
use defensible::review::figures::items::{Matrix, Sums};

use super::{each, median, report};

const PERSONS: usize = 10_000;
const DECISIONS: usize = 60;
const STEPS: usize = 5;

/// Reviewers of each decision.
const REVIEWERS: u32 = 11;

/// How near the figures must come.
const NEAR: f64 = 1e-9;

const ROUNDS: usize = 31;

/// Calls of ours in one round, which takes the peer about as long.
const CALLS: u64 = 30;

pub fn against_numpy() {
    let what = format!("alphas and item-rest of {PERSONS} x {DECISIONS}, to numpy");
    let tables = Tables::drawn();
    let found = tables.figures();
    let folder = tempfile::tempdir().expect("a folder for the tables");
    tables.write(folder.path());
    let mut ours = |_| {
        black_box(tables.figures());
    };
    let Some(mut peer) = Peer::start(folder.path()) else {
        let ours = median((0..ROUNDS).map(|_| each(&mut ours, 0, CALLS)).collect());
        println!(" 9 {what}: {:.2} ms; no peer, since there is no python3 with numpy and krippendorff", ours * 1e3);
        return;
    };
    assert_eq!(peer.figures.len(), found.len());
    for (at, (ours, theirs)) in found.iter().zip(&peer.figures).enumerate() {
        assert!((ours - theirs).abs() < NEAR, "figure {at}: {ours} is not {theirs}");
    }
    let (mut ratios, mut own, mut other) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (theirs, ours) = (peer.round(), each(&mut ours, 0, CALLS));
        ratios.push(theirs / ours);
        own.push(ours);
        other.push(theirs);
    }
    let (ratio, own, other) = (median(ratios), median(own), median(other));
    let figure = format!("{ratio:.0}x ({:.2} / {:.1} ms)", own * 1e3, other * 1e3);
    report(9, &what, &figure, ">= 25x", ratio >= 25.0);
}

/// What trainees answered, and what it earned.
struct Tables {
    /// Person by person.
    answers: Vec<u8>,
    rows: Vec<Vec<f64>>,
    credits: Matrix,
}

impl Tables {
    /// Trainees of whom each is more or less like the panel.
    fn drawn() -> Self {
        let mut dice = Dice::new(9);
        let likely: Vec<usize> = (0..DECISIONS).map(|_| dice.below(STEPS)).collect();
        let panel: Vec<Vec<u32>> = likely
            .iter()
            .map(|likely| {
                let mut counts = vec![0; STEPS];
                for _ in 0..REVIEWERS {
                    counts[if dice.below(2) == 0 { *likely } else { dice.below(STEPS) }] += 1;
                }
                counts
            })
            .collect();
        let mut answers = Vec::with_capacity(PERSONS * DECISIONS);
        let mut rows = Vec::with_capacity(PERSONS);
        for _ in 0..PERSONS {
            let able = dice.below(10);
            let own: Vec<usize> =
                likely.iter().map(|likely| if dice.below(10) < able { *likely } else { dice.below(STEPS) }).collect();
            let credit = |(counts, step): (&Vec<u32>, &usize)| aggregate(counts, *step).expect("there are reviewers");
            rows.push(panel.iter().zip(&own).map(credit).collect());
            answers.extend(own.into_iter().map(|step| u8::try_from(step).expect("there are few steps")));
        }
        let credits = Matrix::new(&rows).expect("the rows are even");
        Self { answers, rows, credits }
    }

    fn write(&self, folder: &Path) {
        let credits: Vec<u8> = self.rows.iter().flatten().flat_map(|credit| credit.to_le_bytes()).collect();
        fs::write(folder.join("answers"), &self.answers).expect("it can be written");
        fs::write(folder.join("credits"), credits).expect("it can be written");
    }

    /// Cronbach's alpha, Krippendorff's, and each item with the rest.
    fn figures(&self) -> Vec<f64> {
        let values: Vec<f64> = (0..STEPS).map(|step| step as f64).collect();
        let mut counts = [[0; STEPS]; DECISIONS];
        for row in self.answers.chunks_exact(DECISIONS) {
            for (count, step) in counts.iter_mut().zip(row) {
                count[usize::from(*step)] += 1;
            }
        }
        let units: Vec<Vec<u32>> = counts.iter().map(|count| count.to_vec()).collect();
        let sums = Sums::of(&self.credits);
        let alphas = [sums.cronbach(), alpha(&values, &units, Metric::Interval)];
        alphas.into_iter().chain(sums.item_rests()).map(|figure| figure.expect("answers differ")).collect()
    }
}

/// The other program, which waits for the next round.
struct Peer {
    program: Child,
    rounds: ChildStdin,
    said: BufReader<ChildStdout>,
    /// In the order of ours.
    figures: Vec<f64>,
}

impl Peer {
    /// Nothing if there is no such program, or it lacks a package.
    fn start(folder: &Path) -> Option<Self> {
        let mut program = Command::new("python3")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/figures/peer.py"))
            .arg(folder)
            .args([PERSONS, DECISIONS, STEPS].map(|n| n.to_string()))
            .envs(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"].map(|name| (name, "1")))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let rounds = program.stdin.take()?;
        let mut said = BufReader::new(program.stdout.take()?);
        let mut line = String::new();
        said.read_line(&mut line).expect("it can be heard");
        if line.is_empty() {
            let status = program.wait().expect("it ends");
            assert_eq!(status.code(), Some(3), "peer.py failed");
            return None;
        }
        let figures = serde_json::from_str(&line).expect("it says figures");
        Some(Self { program, rounds, said, figures })
    }

    /// Seconds that it took to work them out once more.
    fn round(&mut self) -> f64 {
        writeln!(self.rounds).expect("it can be told");
        let mut line = String::new();
        self.said.read_line(&mut line).expect("it can be heard");
        line.trim().parse().expect("it says seconds")
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
