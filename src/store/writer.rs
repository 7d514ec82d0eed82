//! The one writer: a thread of its own that commits what it is given, many things with one sync.
//!
//! Whoever gives it something gets a [`Receipt`], and is never held up: a window goes on drawing, and shows "saving"
//! until the receipt says that it is durable. When a commit fails, nothing of it has happened; the writer opens what is
//! kept anew before the next.

use std::fmt;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::open::{Note, Opened};
use super::records::{What, Write};
use super::trouble::Trouble;

/// The most that goes into one commit: enough for a room, and a failure does not cost much.
const MOST: usize = 256;

/// How long nothing is tried again after another program was in the way: each attempt takes its time.
const PAUSE: Duration = Duration::from_secs(2);

/// Opens what is kept: at the start, and anew when it failed; with what was found damaged in it, if anything was.
pub type Open = Box<dyn FnMut(Option<What>) -> Result<Opened, Trouble> + Send>;

/// The writer of a program.
pub struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    notes: Arc<Mutex<Vec<Note>>>,
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

/// Something to be written in one commit.
struct Job {
    writes: Vec<Write>,
    slot: Arc<Slot>,
}

impl Drop for Job {
    /// Nobody waits for ever: not even for a writer that fell over.
    fn drop(&mut self) {
        self.slot.answer_first(Err(Trouble::Stopped));
    }
}

/// Where an answer comes.
#[derive(Debug, Default)]
struct Slot {
    answer: Mutex<Option<Result<(), Trouble>>>,
    came: Condvar,
}

/// What is being written. It is kept once [`Receipt::now`] or [`Receipt::wait`] says so.
#[derive(Debug, Clone)]
pub struct Receipt(Arc<Slot>);

impl Receipt {
    /// Whether it is durable: nothing while it is being saved.
    #[must_use]
    pub fn now(&self) -> Option<Result<(), Trouble>> {
        held(&self.0.answer).clone()
    }

    /// Waits for it at most so long.
    #[must_use]
    pub fn wait(&self, most: Duration) -> Option<Result<(), Trouble>> {
        let waiting = held(&self.0.answer);
        let (answer, _) = self
            .0
            .came
            .wait_timeout_while(waiting, most, |answer| answer.is_none())
            .unwrap_or_else(PoisonError::into_inner);
        answer.clone()
    }
}

/// What a lock guards. A thread that fell over while it held it has left nothing half done in it.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Slot {
    /// The first answer is the one that counts.
    fn answer_first(&self, answer: Result<(), Trouble>) {
        held(&self.answer).get_or_insert(answer);
        self.came.notify_all();
    }
}

impl Writer {
    /// Starts the thread with what is open already; if nothing is, it is opened for the first commit.
    #[must_use]
    pub fn start(opened: Option<Opened>, open: Open) -> Self {
        let (jobs, given) = mpsc::channel();
        let notes = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&notes);
        let thread =
            thread::Builder::new().name("writer".to_owned()).spawn(move || write(&given, opened, open, &told));
        // Without a thread there is no writer, and every receipt says so.
        let jobs = thread.is_ok().then_some(jobs);
        Self { jobs, thread: thread.ok(), notes }
    }

    /// Gives it something to be written in one commit.
    #[must_use]
    pub fn write(&self, writes: Vec<Write>) -> Receipt {
        let slot = Arc::new(Slot::default());
        let job = Job { writes, slot: Arc::clone(&slot) };
        match &self.jobs {
            Some(jobs) => {
                // A job that can't be given answers by itself.
                let _ = jobs.send(job);
            }
            None => drop(job),
        }
        Receipt(slot)
    }

    /// What a person should know of how it was opened anew, told once.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        std::mem::take(&mut held(&self.notes))
    }
}

impl Drop for Writer {
    /// Waits until everything that was given is written or has failed.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn write(given: &Receiver<Job>, mut opened: Option<Opened>, mut open: Open, notes: &Mutex<Vec<Note>>) {
    let mut in_the_way: Option<(Instant, Trouble)> = None;
    let mut damaged = None;
    while let Ok(first) = given.recv() {
        let mut jobs = vec![first];
        while jobs.len() < MOST
            && let Ok(next) = given.try_recv()
        {
            jobs.push(next);
        }
        if let Some((since, trouble)) = &in_the_way
            && since.elapsed() < PAUSE
        {
            refuse(&jobs, trouble);
            continue;
        }
        in_the_way = match opened.take().map_or_else(|| open(damaged.take()), Ok) {
            Ok(mut ready) => {
                held(notes).append(&mut ready.notes);
                match commit(&mut ready, &jobs) {
                    // Another program in the way goes away by itself, and a lock of our own that was never let go of
                    // goes with the connection: anything is cured by opening anew, if by anything.
                    Err(busy @ Trouble::Busy { .. }) => Some((Instant::now(), busy)),
                    Err(Trouble::Damaged { what, .. }) => {
                        damaged = Some(what);
                        None
                    }
                    Err(_) => None,
                    Ok(()) => {
                        opened = Some(ready);
                        None
                    }
                }
            }
            Err(trouble) => {
                refuse(&jobs, &trouble);
                matches!(trouble, Trouble::Busy { .. } | Trouble::Opening { .. }).then(|| (Instant::now(), trouble))
            }
        };
    }
}

fn refuse(jobs: &[Job], trouble: &Trouble) {
    for job in jobs {
        job.slot.answer_first(Err(trouble.clone()));
    }
}

/// Commits some jobs at once, and answers each.
fn commit(opened: &mut Opened, jobs: &[Job]) -> Result<(), Trouble> {
    let writes: Vec<Write> = jobs.iter().flat_map(|job| job.writes.iter().cloned()).collect();
    let answers = opened.records.commit(&writes).inspect_err(|trouble| refuse(jobs, trouble))?;
    let mut answers = answers.into_iter();
    for job in jobs {
        let own: Vec<_> = answers.by_ref().take(job.writes.len()).collect();
        job.slot.answer_first(own.into_iter().collect());
    }
    Ok(())
}
