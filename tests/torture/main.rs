//! Nothing that was acknowledged is ever lost: the store tortured, each way in a file of its own.
//!
//! | Part | What is modelled | How it is shown that it can fail |
//! |---|---|---|
//! | [`power_cut`] | the power goes: what was not synced is gone or torn ([`disk`]) | syncs that are only pretended |
//! | [`killed`] | SIGKILL at random moments | an older copy of the folder put back |
//! | [`failing_calls`] | every call to the system failing, one after the other | a program that would not save |
//! | [`rot`] | flipped bits and truncations | SQLite without the hashes |
//! | [`races`] | several windows at once | locks that lock nothing |
//! | [`clocks`] | clocks that jump by years | |
//! | [`network`] | a folder on another machine | |
//! | [`round_trip`] | left and gone on with, 100,000 times | a run with an event less |
//!
//! The real program is run (`shim.c` stands between it and the system; [`session`] types, and knows what was
//! acknowledged), and what is kept is looked at from inside ([`look`]). Seeds are fixed: what fails fails again, but for the
//! moments of kills and races.
//!
//! Here all of it at a twentieth of its size. Whole, with the counts:
//!
//! ```sh
//! cargo test --release --test torture -- --ignored --nocapture --test-threads 1
//! ```
#![cfg(all(target_os = "linux", feature = "store"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod clocks;
mod disk;
mod failing_calls;
mod killed;
mod look;
mod network;
mod power_cut;
mod races;
mod rot;
mod round_trip;
mod session;
mod shim;
mod trace;

/// What a part came to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    name: &'static str,
    tried: usize,
    acknowledged: usize,
    lost: usize,
    /// What else must not be, each with where it was.
    faults: Vec<String>,
}

impl Tally {
    fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    fn add(&mut self, other: Self) {
        self.tried += other.tried;
        self.acknowledged += other.acknowledged;
        self.lost += other.lost;
        self.faults.extend(other.faults);
    }

    fn fault(&mut self, what: String) {
        self.faults.push(what);
    }

    fn lose(&mut self, lost: Vec<u32>, say: impl FnOnce(&[u32]) -> String) {
        if !lost.is_empty() {
            self.lost += lost.len();
            self.faults.push(say(&lost));
        }
    }

    fn line(&self) -> String {
        let Self { tried, acknowledged, lost, faults, .. } = self;
        format!("tried {tried}, acknowledged {acknowledged}, lost {lost}, other faults {}", faults.len())
    }

    /// Prints the counts, and fails if anything was lost.
    fn done(self, least: usize) {
        println!("{}: {}", self.name, self.line());
        // All of them, for whoever looks for the cause.
        self.faults.iter().for_each(|fault| println!("{}: {fault}", self.name));
        assert!(self.lost == 0 && self.faults.is_empty(), "{} of {} failed", self.faults.len(), self.tried);
        assert!(self.tried >= least && self.acknowledged > 0, "nothing was tried");
    }
}

/// Does the same on as many threads as this machine can bear: each gets its number, and how many there are.
pub(crate) fn workers<T: Send>(work: impl Fn(usize, usize) -> T + Sync) -> Vec<T> {
    on_threads(std::thread::available_parallelism().map_or(1, usize::from).min(4), work)
}

/// The same on so many.
pub(crate) fn on_threads<T: Send>(many: usize, work: impl Fn(usize, usize) -> T + Sync) -> Vec<T> {
    let work = &work;
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..many).map(|number| scope.spawn(move || work(number, many))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// How much less is done where the program is not optimised, so that it takes as long.
const SLOWER: usize = if cfg!(debug_assertions) { 10 } else { 1 };

macro_rules! part {
    ($part:path, $twentieth:ident, $whole:ident, $few:expr, $many:expr) => {
        #[test]
        fn $twentieth() {
            $part($few);
        }

        #[test]
        #[ignore = "whole: minutes long"]
        fn $whole() {
            $part($many);
        }
    };
}

part!(power_cut::run, the_power_goes, whole_power_cut, 500 / SLOWER, 10_000);
part!(power_cut::mending, the_power_goes_while_mending, whole_power_cut_while_mending, 100 / SLOWER, 2_000);
part!(killed::run, killed_at_any_moment, whole_killed, 500 / SLOWER, 10_000);
// Every twentieth of the calls, and each of them.
part!(failing_calls::run, a_call_fails, whole_failing_calls, 20 * SLOWER, 1);
part!(rot::run, bits_turn_over, whole_rot, 500 / SLOWER, 10_000);
part!(races::run, several_windows_at_once, whole_races, 20 / SLOWER, 400);
part!(clocks::run, the_clock_jumps, whole_clocks, 8, 160);
part!(network::run, on_another_machine, whole_network, 4, 80);
part!(round_trip::run, closed_and_opened_again, whole_round_trip, 5_000 / SLOWER, 100_000);

#[test]
fn without_a_sync_the_power_cut_costs_something() {
    power_cut::lies();
}

#[test]
fn an_older_copy_is_noticed() {
    killed::older_copy();
}

#[test]
fn somebody_who_does_not_save_is_noticed() {
    failing_calls::without_saving();
}

#[test]
fn a_damaged_file_is_set_aside_as_it_was() {
    rot::read_before_written();
}

#[test]
fn without_hashes_flipped_bits_pass() {
    rot::without_hashes();
}

#[test]
fn without_locks_the_second_window_gets_in() {
    races::without_locks();
}

#[test]
fn an_event_that_is_left_out_is_noticed() {
    round_trip::with_an_event_less();
}
