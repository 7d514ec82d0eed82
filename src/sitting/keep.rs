//! Keeping a run in play: in the store, in a log file if one was asked for, and in memory whatever happens.
//!
//! What a run brought is given to the store's writer and waited for before it is shown. What has been written of an
//! answer or a form so far is kept beside the run ([`Pending`]), so that nothing typed is lost with a closed window.
//! When neither the store nor a log can be written, the run goes on in memory, and is tried again with every command.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::data::Store;
use super::log::LogFile;
use crate::desk;
use crate::review::collect::said::Said;
use crate::run::Run;
use crate::run::command::{Citation, Command, Filing};
use crate::run::event::What;
use crate::run::logfile::Header;
use crate::scenario::raw::{Answer, Id};
use crate::store::folder::RunLock;
use crate::store::ids::RunId;
use crate::store::keeper::{Keeper, Saved};
use crate::store::open::Note;
use crate::store::records::{Kept, NewRun};
use crate::text::Message;

/// The draft that holds everything unfinished of a run, whichever front end wrote it. The terminal was the first, and
/// runs that are kept already have it under that name.
const PLACE: &str = "terminal";

/// How long a run that is left waits for what is on its way to the disk.
const LEAVING: Duration = Duration::from_secs(2);

/// What has been written of an answer that is not committed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Unfinished {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sure: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Citation>,
}

/// What has been written of a form since the run last heard of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FormDraft {
    /// The case that it is written for, if it was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Id>,
    pub filing: Filing,
    /// How many events the run had then: an event about the same form behind them is newer than this.
    #[serde(default)]
    pub after: usize,
}

impl FormDraft {
    /// What is written of a form just now.
    #[must_use]
    pub fn now(run: &Run, case: Option<Id>, filing: Filing) -> Self {
        Self { case, filing, after: run.events().len() }
    }

    /// Whether the form was kept, put away or filed since.
    fn is_behind(&self, run: &Run, form: &str) -> bool {
        let since = run.events().get(self.after..).unwrap_or_default();
        since.iter().any(|event| match &event.what {
            What::DraftKept { response, .. } | What::DraftDiscarded { response } | What::Filed { response, .. } => {
                response == form
            }
            _ => false,
        })
    }
}

/// Everything unfinished of a run: answers by decision, lines being typed by the place where they are asked for, and
/// forms being written by the response that carries them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, Unfinished>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lines: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub forms: BTreeMap<Id, FormDraft>,
    /// What a reviewer says beside the run. It stays when the run is over.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub review: Said,
}

fn is_nothing(said: &Said) -> bool {
    *said == Said::default()
}

impl Pending {
    /// Forgets what was unfinished. What a reviewer says is no draft.
    pub fn forget(&mut self) {
        *self = Self { review: std::mem::take(&mut self.review), ..Self::default() };
    }
}

/// What is unfinished of a kept run.
#[must_use]
pub fn pending_of(kept: &Kept) -> Pending {
    kept.drafts.get(PLACE).and_then(|draft| serde_json::from_str(draft).ok()).unwrap_or_default()
}

/// Where a run in play is kept.
#[derive(Debug)]
pub struct Keep {
    header: Header,
    store: Store,
    keeper: Keeper,
    log: Option<LogFile>,
    pub pending: Pending,
    /// What was pending became events: it is forgotten on the disk when these are durable.
    promoted: bool,
}

/// How a run stands with the disk after it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    pub store: Saved,
    /// Why the log file could not be written, if there is one and it could not.
    pub log: Option<Message>,
    has_log: bool,
}

impl Stand {
    /// Everything is durable, in the store or in the log.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.store == Saved::Kept || (self.has_log && self.log.is_none())
    }

    /// What stands in the way of it, in words.
    #[must_use]
    pub fn trouble(&self) -> Option<Message> {
        match &self.store {
            Saved::Failed(trouble) => Some(trouble.message()),
            Saved::Saving => Some(Message::new("store-slow")),
            Saved::Kept => self.log.clone(),
        }
    }
}

impl Keep {
    /// Keeps a new run. Nothing is written yet.
    ///
    /// # Errors
    /// If a log file was asked for and one of that name is there already, in words.
    pub fn new(header: Header, log: Option<PathBuf>, store: &Store) -> Result<Self, Message> {
        let log = log.map(|path| LogFile::new(header.clone(), path)).transpose()?;
        let run = RunId::fresh(&header.scenario);
        let new = NewRun { run, person: store.person.clone(), header: header.clone(), began: store.clock.now() };
        let folder = store.folder.clone();
        let keeper = Keeper::begin(Arc::clone(&store.writer), folder, store.clock.clone(), new);
        Ok(Self { header, store: store.clone(), keeper, log, pending: Pending::default(), promoted: false })
    }

    /// Goes on keeping a run, whose lock is held.
    #[must_use]
    pub fn resume(kept: &Kept, (folder, lock): (PathBuf, RunLock), log: Option<LogFile>, store: &Store) -> Self {
        let keeper = Keeper::resume(Arc::clone(&store.writer), folder, lock, store.clock.clone(), kept);
        let pending = pending_of(kept);
        Self { header: kept.header.clone(), store: store.clone(), keeper, log, pending, promoted: false }
    }

    /// Takes a log file that was opened to go on with, for a run that the store did not know.
    pub fn with_log(&mut self, log: LogFile) {
        self.log = Some(log);
    }

    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// The name by which the run is gone on with, if it is in the store.
    #[must_use]
    pub fn run(&self) -> Option<&RunId> {
        self.keeper.has_begun().then(|| self.keeper.run())
    }

    /// Its log file, if one has been written.
    #[must_use]
    pub fn log(&self) -> Option<&Path> {
        self.log.as_ref().filter(|log| log.has_begun()).map(LogFile::path)
    }

    /// What a person should know of how the store was opened anew.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        self.store.notes()
    }

    /// Writes whatever is new; waits for it at most so long.
    pub fn keep(&mut self, run: &Run, most: Duration) -> Stand {
        self.keeper.save(run.events());
        let log = self.log.as_mut().and_then(|log| log.write(run).err());
        Stand { store: self.arrival(most), log, has_log: self.log.is_some() }
    }

    /// Waits for what is on its way.
    pub fn wait(&mut self, most: Duration, stand: &Stand) -> Stand {
        Stand { store: self.arrival(most), ..stand.clone() }
    }

    fn arrival(&mut self, most: Duration) -> Saved {
        let saved = self.keeper.wait(most);
        if saved == Saved::Kept && std::mem::take(&mut self.promoted) {
            self.keep_pending();
        }
        saved
    }

    /// Writes all of the run to a log file, and goes on writing there as well.
    ///
    /// # Errors
    /// What stands in the way, in words.
    pub fn save_to(&mut self, path: PathBuf, run: &Run) -> Result<(), Message> {
        let mut log = LogFile::new(self.header.clone(), path)?;
        log.write(run)?;
        self.log = Some(log);
        Ok(())
    }

    /// Keeps what is unfinished. Nobody waits for it: a person who writes is not to be held up.
    pub fn keep_pending(&mut self) {
        let body = (self.pending != Pending::default()).then(|| serde_json::to_string(&self.pending).ok()).flatten();
        if body.as_ref() != self.keeper.drafts().get(PLACE) {
            self.keeper.draft(PLACE, body);
        }
    }
}

impl Drop for Keep {
    /// The run's lock is let go of only when everything has arrived: whoever takes it next reads all of the run.
    fn drop(&mut self) {
        self.keeper.wait(LEAVING);
    }
}

/// Makes drafts of the run of forms that were being written when the last sitting ended, so that every front end finds
/// them: whatever the events do not say already. When the run is next kept, they are no longer pending on the disk.
pub fn promote(run: &mut Run, keep: &mut Keep) {
    let forms = std::mem::take(&mut keep.pending.forms);
    keep.promoted |= !forms.is_empty();
    for (response, form) in forms {
        if form.is_behind(run, &response) {
            continue;
        }
        let drafts = desk::moment(run).drafts;
        let known = drafts.into_iter().find(|draft| draft.response == response).map(|draft| draft.filing);
        if form.filing == known.unwrap_or_default() {
            continue;
        }
        let command = Command::KeepDraft { response: response.clone(), filing: form.filing.clone() };
        if run.command(&command).is_err() {
            // What can be no draft now may be one later: nothing that was written is thrown away.
            keep.pending.forms.insert(response, form);
        }
    }
}
