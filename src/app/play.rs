//! The run in play: commands go in, what came of them is kept at once, and the views of it are worked out once.

use std::rc::Rc;
use std::time::Duration;

use super::views::Views;
use crate::desk::open_item::{OpenItem, open_item};
use crate::desk::{self, Moment};
use crate::run::Run;
use crate::run::command::Command;
use crate::run::engine::Stop;
use crate::run::refusal::Refusal;
use crate::scenario::raw::{Id, Panel};
use crate::sitting::keep::Keep;
use crate::sitting::reading::Ready;
use crate::sitting::start::Begun;
use crate::store::ids::RunId;
use crate::store::keeper::Saved;
use crate::text::Message;

/// How the run stands with the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// All of it is durable.
    Kept,
    /// Something is on its way.
    Saving,
    /// It could not be written: it goes on in memory, and is tried again with every command.
    Failing(Message),
}

/// A run with what keeps it.
#[derive(Debug)]
pub struct Play {
    run: Run,
    pub keep: Keep,
    ready: Ready,
    moment: Rc<Moment>,
    views: Views,
    standing: Standing,
    /// A trial in whose place this run came: it can go once this one is kept.
    pub spent: Option<RunId>,
    /// Counts commands, so that whatever is worked out from the run knows when it is out of date.
    version: u64,
}

impl Play {
    /// Takes up a run, and keeps what is new of it.
    #[must_use]
    pub fn new(begun: Begun) -> Self {
        let Begun { run, keep, ready, .. } = begun;
        let moment = Rc::new(desk::moment(&run));
        let views = Views::default();
        let mut play = Self { run, keep, ready, moment, views, standing: Standing::Saving, spent: None, version: 0 };
        play.save();
        play
    }

    #[must_use]
    pub const fn run(&self) -> &Run {
        &self.run
    }

    /// The run, and what keeps it, to change what is kept beside the run.
    pub const fn run_and_keep(&mut self) -> (&Run, &mut Keep) {
        (&self.run, &mut self.keep)
    }

    /// The panel that it is played with.
    #[must_use]
    pub const fn panel(&self) -> Option<&Panel> {
        self.ready.panel.as_ref()
    }

    #[must_use]
    pub const fn ready(&self) -> &Ready {
        &self.ready
    }

    /// The desk as it stands.
    #[must_use]
    pub fn moment(&self) -> Rc<Moment> {
        Rc::clone(&self.moment)
    }

    /// Another view of the run as it stands, worked out once for each command.
    pub fn view<K: PartialEq + 'static, V: 'static>(&self, key: K, make: impl FnOnce(&Run, &K) -> V) -> Rc<V> {
        self.views.get(key, |key| make(&self.run, key))
    }

    /// What can be read of an item that was opened, worked out once for each command.
    #[must_use]
    pub fn open_item(&self, item: &Id, nth: u16) -> Rc<Option<OpenItem>> {
        self.view((item.clone(), nth), |run, (item, nth)| open_item(run, item, Some(*nth)))
    }

    /// Changes with every command.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Carries out a command and begins to keep what came of it. The events that it brought are those behind the
    /// length before.
    ///
    /// # Errors
    /// The refusal; nothing has happened then.
    pub fn command(&mut self, command: &Command) -> Result<Stop, Refusal> {
        let stop = self.run.command(command)?;
        self.has_changed();
        Ok(stop)
    }

    /// Gives the writer what is new, without waiting for it.
    fn save(&mut self) {
        let stand = self.keep.keep(&self.run, Duration::ZERO);
        self.standing = match (&stand.store, stand.is_kept()) {
            (_, true) => Standing::Kept,
            (Saved::Saving, _) => Standing::Saving,
            _ => stand.trouble().map_or(Standing::Kept, Standing::Failing),
        };
    }

    /// Looks whether what was on its way has arrived.
    pub fn look_again(&mut self) -> &Standing {
        if self.standing == Standing::Saving {
            self.save();
        }
        &self.standing
    }

    #[must_use]
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Another run takes its place: one that branched from it.
    pub fn replace(&mut self, run: Run, keep: Keep) {
        self.run = run;
        self.keep = keep;
        self.has_changed();
    }

    fn has_changed(&mut self) {
        self.version += 1;
        self.views.clear();
        self.moment = Rc::new(desk::moment(&self.run));
        self.save();
    }
}
