//! What takes longer than a frame: done on a thread of its own, never on the one that draws.
//!
//! A piece of work goes out with [`Work::start`], and what came of it comes back with [`Work::done`]; in between the
//! window is woken. In tests the work is done on the spot, so that they see the same every time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::shelf::Shelf;
use crate::review::debrief::{Debrief, Replays};
use crate::scenario::raw::Id;
use crate::sitting::data::Store;
use crate::sitting::kept::Cannot;
use crate::sitting::start::{Begun, Fresh};
use crate::text::Message;

/// The stack of a thread that reads scenarios, in bytes: nested texts go deep in a debug build.
const STACK: usize = 16 << 20;

/// What came of a piece of work.
#[derive(Debug)]
pub enum Done {
    /// What is kept was opened, with what a person should know of it.
    Opened { store: Store, settings: Option<String>, trouble: Option<Message> },
    /// The library was read.
    Shelf(Box<Shelf>),
    /// A scenario was read, to be briefed.
    Read { slug: String, variant: Option<Id>, fresh: Result<Box<Fresh>, Cannot> },
    /// A run was taken up: to go on with, or to be debriefed if it is over.
    TakenUp(Result<Box<Begun>, Cannot>),
    /// A debrief was made, by the work that is named; its replays are still to come.
    Debriefed { debrief: Box<Debrief>, work: Progress },
    /// The replays of a debrief are done.
    Replayed { replays: Option<Replays>, work: Progress },
    /// A report was written to a file, or why not.
    Written(Result<String, Message>),
    /// A reviewer's file was written, or why not.
    Reviewed(Result<String, Message>),
    /// A scenario that is being played changed on the disk, and was read again.
    Reread(Result<Box<Fresh>, Cannot>),
}

/// How far a long piece of work is, in thousandths; nothing yet is nought.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<AtomicU32>);

impl Progress {
    /// Notes that so many of so many are done.
    pub fn note(&self, done: u32, of: u32) {
        let thousandths = u64::from(done) * 1000 / u64::from(of.max(1));
        self.0.store(u32::try_from(thousandths).unwrap_or(1000), Ordering::Relaxed);
    }

    /// Whether both are of the same piece of work.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The share that is done, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        self.0.load(Ordering::Relaxed) as f32 / 1000.0
    }
}

/// Wakes the window.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The work that is going on.
pub struct Work {
    sender: Sender<Done>,
    receiver: Receiver<Done>,
    wake: Wake,
    /// Done on the spot.
    here: bool,
    going_on: usize,
}

impl std::fmt::Debug for Work {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Work").field("going_on", &self.going_on).field("here", &self.here).finish_non_exhaustive()
    }
}

impl Work {
    /// On threads; the window is woken whenever something is done.
    #[must_use]
    pub fn on_threads(wake: Wake) -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver, wake, here: false, going_on: 0 }
    }

    /// On the spot, for tests.
    #[must_use]
    pub fn here() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver, wake: Arc::new(|| {}), here: true, going_on: 0 }
    }

    /// What wakes the window, for work that reports on its way.
    #[must_use]
    pub fn wake(&self) -> Wake {
        Arc::clone(&self.wake)
    }

    /// Begins a piece of work.
    pub fn start(&mut self, work: impl FnOnce() -> Done + Send + 'static) {
        self.going_on += 1;
        let (sender, wake) = (self.sender.clone(), self.wake());
        let run = move || {
            // The window is gone if nobody listens any more.
            let _ = sender.send(work());
            wake();
        };
        if self.here {
            run();
        } else if thread::Builder::new().stack_size(STACK).spawn(run).is_err() {
            // The system gives no more threads. Nothing is lost: the person can ask once more.
            self.going_on -= 1;
        }
    }

    /// What is done since it was last asked.
    pub fn done(&mut self) -> Option<Done> {
        let done = self.receiver.try_recv().ok()?;
        self.going_on = self.going_on.saturating_sub(1);
        Some(done)
    }

    /// Whether anything is going on.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.going_on > 0
    }
}
