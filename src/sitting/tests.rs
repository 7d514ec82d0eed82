//! One store that is open all the while, as under a window: run after run is begun, left, listed, gone on with.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::data::Store;
use super::files::{self, Files};
use super::keep::{FormDraft, Pending};
use super::start::{self, Begun};
use super::{again, kept};
use crate::desk;
use crate::run::command::{Command, Filing};
use crate::run::event::What;
use crate::scenario::raw::{Entries, Value};
use crate::store::ids::RunId;
use crate::store::keeper::Saved;
use crate::store::open::Note;
use crate::text::Catalogue;

const LONG: Duration = Duration::from_secs(30);

fn opened(folder: &Path) -> Store {
    let (store, trouble) = Store::open(Some(folder), None);
    assert_eq!(trouble, None);
    store
}

fn monday() -> Files {
    files::one("missed-monday", None).unwrap()
}

fn begun(store: &Store) -> (Begun, RunId) {
    let mut begun = start::begin(&monday(), None, 7, false, store).unwrap();
    assert_eq!(begun.keep.run(), None, "nothing is kept before it is said");
    assert_eq!(begun.keep.keep(&begun.run, LONG).store, Saved::Kept);
    let run = begun.keep.run().unwrap().clone();
    (begun, run)
}

fn written(words: &str) -> Filing {
    let fields = Entries(vec![("note".to_owned(), Value::Words(words.to_owned()))]);
    Filing { fields, cites: Vec::new() }
}

/// What is drafted of the case note.
fn drafted(begun: &Begun) -> Option<Filing> {
    let drafts = desk::moment(&begun.run).drafts;
    drafts.into_iter().find(|draft| draft.response == "case-note").map(|draft| draft.filing)
}

fn kept_drafts(begun: &Begun) -> usize {
    begun.run.events().iter().filter(|event| matches!(event.what, What::DraftKept { .. })).count()
}

/// Writes on a form as a window does, every second, without an event.
fn write(begun: &mut Begun, words: &str) {
    let form = FormDraft::now(&begun.run, None, written(words));
    begun.keep.pending.forms.insert("case-note".to_owned(), form);
    begun.keep.keep_pending();
    assert_eq!(begun.keep.keep(&begun.run, LONG).store, Saved::Kept);
}

#[test]
fn one_store_serves_run_after_run() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = opened(folder.path());
    let (mut first, run) = begun(&store);
    first.run.command(&Command::EndTurn).unwrap();
    first.keep.keep(&first.run, LONG);
    assert_eq!(store.entries().unwrap().len(), 1, "it is read while it is written");
    let refused = start::resume(&run, &mut store).unwrap_err();
    assert_eq!(refused.message.key, "store-in-use");

    // What was done last is on its way while the run is left.
    first.run.command(&Command::Note { text: "Rang at nine.".to_owned() }).unwrap();
    first.keep.keep(&first.run, Duration::ZERO);
    let events = first.run.events().to_vec();
    drop(first);
    let on = start::resume(&run, &mut store).unwrap();
    assert_eq!(on.run.events(), events);

    let weeks = again::weeks(&on.run);
    let mut branch = start::again(&run, weeks[0].0, &mut store).unwrap();
    assert_eq!(branch.keep.keep(&branch.run, LONG).store, Saved::Kept);
    let (third, _) = begun(&store);
    drop((on, branch, third));
    let entries = store.entries().unwrap();
    assert_eq!(entries.len(), 3);
    assert!(entries.iter().all(|entry| entry.person == store.person));
    assert!(start::again(&run, 99, &mut store).is_err());
    assert_eq!(kept::in_store(&run, &mut store).unwrap().events, events);
    assert_eq!(store.notes(), []);
}

#[test]
fn without_a_place_runs_are_played_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a-file");
    fs::write(&file, "no folder").unwrap();
    let (mut store, trouble) = Store::open(Some(&file), None);
    assert_eq!(trouble.unwrap().message().key, "store-wrong-kind");
    let mut begun = start::begin(&monday(), None, 7, true, &store).unwrap();
    assert!(begun.run.softer());
    assert!(matches!(begun.keep.keep(&begun.run, LONG).store, Saved::Failed(_)));
    assert!(store.entries().is_err());
    fs::remove_file(&file).unwrap();
    assert_eq!(begun.keep.keep(&begun.run, LONG).store, Saved::Kept, "the writer tries again");
    assert_eq!(store.entries().unwrap().len(), 1);
}

#[test]
fn a_form_being_written_becomes_a_draft_of_the_run_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = opened(folder.path());
    let (mut first, run) = begun(&store);
    write(&mut first, "He rang f");
    write(&mut first, "He rang from the ward.");
    assert_eq!((drafted(&first), kept_drafts(&first)), (None, 0));
    drop(first);

    let mut second = start::resume(&run, &mut store).unwrap();
    assert_eq!(drafted(&second), Some(written("He rang from the ward.")));
    assert_eq!(second.keep.pending, Pending::default());
    // Broken off before the run is kept, nothing is lost and nothing happens twice.
    drop(second);
    second = start::resume(&run, &mut store).unwrap();
    assert_eq!(second.keep.keep(&second.run, LONG).store, Saved::Kept);
    drop(second);
    let third = start::resume(&run, &mut store).unwrap();
    assert_eq!((drafted(&third), kept_drafts(&third)), (Some(written("He rang from the ward.")), 1));
    drop(third);
    let kept = store.read(|opened| opened.records.run(&run)).unwrap();
    assert!(kept.drafts.is_empty(), "{:?}", kept.drafts);
}

#[test]
fn what_the_events_know_better_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = opened(folder.path());
    let (mut first, run) = begun(&store);
    write(&mut first, "Older.");
    let response = "case-note".to_owned();
    let keep = |words| Command::KeepDraft { response: response.clone(), filing: written(words) };
    first.run.command(&keep("Newer.")).unwrap();
    first.keep.keep(&first.run, LONG);
    drop(first);
    let mut second = start::resume(&run, &mut store).unwrap();
    assert_eq!((drafted(&second), kept_drafts(&second)), (Some(written("Newer.")), 1));

    // The same as what is drafted, and nothing at all, are no news.
    write(&mut second, "Newer.");
    second.keep.pending.forms.insert("senior-note".to_owned(), FormDraft::now(&second.run, None, Filing::default()));
    second.keep.keep_pending();
    second.keep.keep(&second.run, LONG);
    drop(second);
    let mut third = start::resume(&run, &mut store).unwrap();
    assert_eq!(kept_drafts(&third), 1);

    // What was put away stays away.
    write(&mut third, "Put away.");
    third.run.command(&Command::DiscardDraft { response }).unwrap();
    third.keep.keep(&third.run, LONG);
    // What can be no draft waits until it can.
    let odd = FormDraft::now(&third.run, None, written("Nowhere."));
    third.keep.pending.forms.insert("no-such-thing".to_owned(), odd.clone());
    third.keep.keep_pending();
    third.keep.keep(&third.run, LONG);
    drop(third);
    let fourth = start::resume(&run, &mut store).unwrap();
    assert_eq!((drafted(&fourth), kept_drafts(&fourth)), (None, 1));
    assert_eq!(fourth.keep.pending.forms.get("no-such-thing"), Some(&odd));
}

#[test]
fn what_is_unfinished_is_read_as_older_versions_wrote_it() {
    let older = r#"{"answers":{"absence":{"reason":"Because"}},"lines":{"note":"He s"}}"#;
    let pending: Pending = serde_json::from_str(older).unwrap();
    assert!(pending.forms.is_empty());
    assert_eq!(serde_json::to_string(&pending).unwrap(), older);
    let plain = r#"{"forms":{"case-note":{"filing":{"fields":{},"cites":[]}}}}"#;
    let pending: Pending = serde_json::from_str(plain).unwrap();
    assert_eq!(pending.forms["case-note"], FormDraft::default());
}

/// Nobody else has the file open: then our own writer lets go of it, so that it can be mended.
#[test]
fn damage_that_comes_to_light_in_a_sitting_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let run = {
        let store = opened(folder.path());
        let (mut begun, run) = begun(&store);
        begun.run.command(&Command::Note { text: "Rang at nine.".to_owned() }).unwrap();
        begun.keep.keep(&begun.run, LONG);
        run
    };
    let file = folder.path().join(crate::store::folder::RECORDS);
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes.windows(13).position(|window| window == b"Rang at nine.").unwrap();
    bytes[at + 8] = b'f';
    let mut store = opened(folder.path());
    fs::write(&file, bytes).unwrap();

    let held = store.clone();
    let refused = start::resume(&run, &mut store).unwrap_err();
    assert_eq!(refused.message.key, "store-damaged-in-use", "{}", Catalogue::english().say(&refused.message));
    drop(held);
    let on = start::resume(&run, &mut store).unwrap();
    assert!(!on.run.events().is_empty());
    let notes = store.notes();
    assert!(notes.iter().any(|note| matches!(note, Note::Mended { .. })), "{notes:?}");
    assert!(notes.iter().any(|note| matches!(note, Note::Cut { .. })), "{notes:?}");
}
