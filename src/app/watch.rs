//! Scenarios that change on the disk while their author plays them are read again (`--scenarios DIR --watch`).
//!
//! The run goes on where the ids still allow: its commands are played again over the new texts, up to the first one
//! that is refused now. What is wrong with the texts is shown over the desk, and the run stays as it was.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use super::office::{Office, Place};
use super::over::Over;
use super::play::Play;
use super::shelf::Shelf;
use super::work::{Done, Wake};
use crate::run::replay;
use crate::sitting::kept::Cannot;
use crate::sitting::start::Fresh;
use crate::sitting::{data, files, start};
use crate::store::ids::RunId;
use crate::store::records::Erasure;
use crate::text::Message;

/// What is said when a run was played again over a changed scenario.
const REREAD: [&str; 2] = ["app-watch-reread", "app-watch-reread-partly"];

/// Watches a folder of scenarios.
pub struct Watch {
    changed: Arc<AtomicBool>,
    /// Watches while it lives.
    _watcher: RecommendedWatcher,
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("changed", &self.changed).finish_non_exhaustive()
    }
}

impl Watch {
    /// Begins to watch.
    ///
    /// # Errors
    /// If the folder can't be watched, in words.
    pub fn begin(folder: &Path, wake: Wake) -> Result<Self, Message> {
        let changed = Arc::new(AtomicBool::new(false));
        let noted = Arc::clone(&changed);
        let handler = move |event: notify::Result<notify::Event>| {
            // Reading a file is an event too on some systems; only what changed it counts.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                noted.store(true, Ordering::Relaxed);
                wake();
            }
        };
        let cannot = |error: notify::Error| {
            Message::new("app-watch-cannot")
                .with("folder", folder.display().to_string())
                .with("why", error.to_string())
        };
        let mut watcher = notify::recommended_watcher(handler).map_err(cannot)?;
        watcher.watch(folder, RecursiveMode::Recursive).map_err(cannot)?;
        Ok(Self { changed, _watcher: watcher })
    }

    /// Whether anything changed since it was last asked.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.changed.swap(false, Ordering::Relaxed)
    }
}

impl Office {
    /// Something changed on the disk: the library is read again, and so is what is being played.
    pub fn changed_on_disk(&mut self) {
        match &self.place {
            Place::Library => self.read_shelf(),
            Place::Briefing(state) => {
                let (slug, variant) = (state.slug.clone(), state.variant.clone());
                self.brief(slug, variant);
            }
            _ => {
                let Some((slug, variant)) = self.playing.clone() else { return };
                let Some(play) = &self.play else { return };
                let (seed, softer) = (play.run().seed(), play.run().softer());
                let scenarios = self.options.scenarios.clone();
                self.work.start(move || {
                    let fresh = files::one(&slug, scenarios.as_deref())
                        .map_err(Into::into)
                        .and_then(|files| start::fresh(&files, variant.as_deref(), None, Some(seed), softer))
                        .map(Box::new);
                    Done::Reread(fresh)
                });
            }
        }
    }

    /// The scenario in play was read again: the run is played again over it, as a trial of its own, which nobody scores.
    /// An earlier trial makes room for it; the run that was begun with stays as it was.
    /// What is half written comes along, and what lay open stays open if it is still there.
    pub(super) fn reread(&mut self, fresh: Result<Box<Fresh>, Cannot>) {
        let mut fresh = match fresh {
            Ok(fresh) => *fresh,
            Err(cannot) => return self.cannot(&cannot),
        };
        // What was wrong with it, if anything was, is mended.
        self.over.take_if(|over| matches!(over, Over::Findings(_)));
        let (Some(play), Some(store)) = (&self.play, &self.store) else { return };
        if fresh.header.hashes == play.keep.header().hashes {
            return;
        }
        fresh.header.trial = true;
        let mut begun = match fresh.kept(None, store) {
            Ok(begun) => begun,
            Err(trouble) => return self.notices.push(trouble),
        };
        self.keep_unfinished();
        let Some(play) = self.play.take() else { return };
        let commands = replay::commands(play.run().events());
        let all = commands.len();
        let done = commands.into_iter().take_while(|(_, _, command)| begun.run.command(command).is_ok()).count();
        let [whole, partly] = REREAD;
        let message = match done == all {
            true => Message::new(whole),
            false => Message::new(partly).with("done", done).with("of", all),
        };
        begun.keep.pending = play.keep.pending.clone();
        // A trial that all went over into the next says nothing that this one doesn't.
        let spent = play.keep.run().filter(|_| play.keep.header().trial && done == all).cloned();
        // It lets go of its run.
        drop(play);
        let mut play = Play::new(begun);
        play.keep.keep_pending();
        play.spent = spent;
        let moment = play.moment();
        let came = moment.inbox.iter().map(|row| (&row.item, row.nth));
        let filed = moment.cases.iter().flat_map(|case| &case.documents);
        let mut there = came.chain(filed.map(|document| (&document.item.item, document.item.nth)));
        self.desk.open.take_if(|(item, nth)| !there.any(|one| one == (&*item, *nth)));
        let is_over = play.run().is_over();
        self.play = Some(play);
        if is_over {
            self.show_debrief();
        } else {
            self.back_to_desk();
        }
        self.say(&message);
        // One of them is enough, and the last one counts.
        self.notices.retain(|notice| !REREAD.contains(&notice.key));
        self.notices.push(message);
    }

    /// Takes a trial out of what is kept, once the one that took its place is durable: an author who saves often would
    /// have dozens. If it can't be done it stays, and nothing else comes of it.
    pub(super) fn remove_spent(&mut self, trial: RunId) {
        let (named, scenarios, store) =
            (self.options.data.clone(), self.options.scenarios.clone(), self.store.clone());
        self.work.start(move || {
            let _ = data::open_for(named.as_deref(), |opened| {
                let _held = opened.folder.lock_run(&trial)?;
                opened.records.erase(&Erasure { runs: vec![trial.clone()], people: Vec::new() })
            });
            Done::Shelf(Box::new(Shelf::read(scenarios.as_deref(), store)))
        });
    }
}
