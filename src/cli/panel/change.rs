//! Changes to a `panel.ron`: the file is found, what would change is said, and the new text takes its place in one go.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::args::{Anonymise, Reconfirm, Withdraw};
use crate::cli::Exit;
use crate::cli::play::Io;
use crate::scenario::compile::names::nearest;
use crate::scenario::edit::{self, Unchanged};
use crate::scenario::model::Scenario;
use crate::scenario::raw::panel::{Came, Reviewer};
use crate::scenario::raw::{Id, Panel};
use crate::scenario::wording::wording;
use crate::sitting::{files, reading};
use crate::text::Message;

/// A panel in a file that can be changed.
struct Changing {
    path: PathBuf,
    text: String,
    panel: Panel,
    scenario: std::sync::Arc<Scenario>,
}

impl Changing {
    /// Finds the panel of a scenario of somebody's own. The scenario must be sound: names are looked up in it.
    fn find(typed: &str, scenarios: Option<&Path>, io: &mut Io<'_>) -> io::Result<Result<Self, Exit>> {
        let files = match files::one(typed, scenarios) {
            Ok(files) => files,
            Err(trouble) => return io.complain(&trouble).map(|()| Err(Exit::Trouble)),
        };
        let ready = match reading::open(&files, None, None) {
            Ok(ready) => ready,
            Err(found) => {
                io.findings(&found)?;
                io.complain(&Message::new("panel-mend-first").with("scenario", &files.name))?;
                return Ok(Err(Exit::Trouble));
            }
        };
        let trouble = |key| Message::new(key).with("scenario", &files.name);
        let (Some(folder), Some(bytes), Some(panel)) = (&files.folder, &files.panel, ready.panel) else {
            io.findings(&ready.findings)?;
            let key = match (&files.folder, &files.panel) {
                (None, _) => "panel-built-in",
                (_, None) => "panel-none",
                _ => "panel-mend-first",
            };
            return io.complain(&trouble(key)).map(|()| Err(Exit::Trouble));
        };
        let name = Path::new(&bytes.name).file_name().unwrap_or_default();
        let path = folder.join(name);
        // It was read as UTF-8 already.
        let text = String::from_utf8_lossy(&bytes.bytes).into_owned();
        Ok(Ok(Self { path, text, panel, scenario: ready.scenario }))
    }

    fn reviewer(&self, id: &str) -> Result<&Reviewer, Message> {
        let ids = || self.panel.reviewers.iter().map(|reviewer| reviewer.id.as_str());
        self.panel.reviewers.iter().find(|reviewer| reviewer.id == id).ok_or_else(|| {
            let message =
                Message::new("panel-no-reviewer").with("id", id).with("path", self.path.display().to_string());
            match nearest(id, ids()) {
                Some(near) => message.with("near", Message::new("panel-did-you-mean").with("id", near)),
                None => message.with("near", ""),
            }
        })
    }

    fn reviews(&self, id: &str) -> usize {
        self.panel.sheets.iter().flat_map(|sheet| &sheet.reviews).filter(|review| review.by == id).count()
    }

    /// Says what would change; with `yes`, changes it.
    fn finish(&self, what: Message, new: Result<String, Unchanged>, yes: bool, io: &mut Io<'_>) -> io::Result<Exit> {
        let new = match new {
            Ok(new) => new,
            Err(why) => {
                let message = Message::new("panel-unchanged").with("path", self.path.display().to_string());
                return io.complain(&message.with("why", why.to_string())).map(|()| Exit::Trouble);
            }
        };
        writeln!(io.out, "{}", io.words.say(&what))?;
        if !yes {
            writeln!(io.out, "{}", io.words.say(&Message::new("panel-say-yes")))?;
            return Ok(Exit::Clean);
        }
        match replace(&self.path, &new) {
            Ok(()) => {
                let done = Message::new("panel-written").with("path", self.path.display().to_string());
                writeln!(io.out, "{}", io.words.say(&done))?;
                Ok(Exit::Clean)
            }
            Err(error) => {
                let message = Message::new("panel-unchanged").with("path", self.path.display().to_string());
                io.complain(&message.with("why", error.to_string())).map(|()| Exit::Trouble)
            }
        }
    }
}

/// Puts a new text in the place of a file, which is whole at every moment.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = tempfile::Builder::new().prefix(".defensible-").tempfile_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.as_file().set_permissions(std::fs::metadata(path)?.permissions())?;
    new.as_file().sync_all()?;
    new.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// `defensible panel withdraw`
pub fn withdraw(args: &Withdraw, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let changing = match Changing::find(&args.scenario, scenarios, &mut io)? {
        Ok(changing) => changing,
        Err(exit) => return Ok(exit),
    };
    if let Err(message) = changing.reviewer(&args.reviewer) {
        return io.complain(&message).map(|()| Exit::Trouble);
    }
    let what = Message::new("panel-withdraws").with("id", &args.reviewer).with("n", changing.reviews(&args.reviewer));
    let new = edit::remove_reviewer(&changing.text, &args.reviewer);
    changing.finish(what, new, args.yes, &mut io)
}

/// Years as they are said of somebody who is not to be known again.
const fn rounded(years: u32) -> u32 {
    years.saturating_add(2) / 5 * 5
}

/// `defensible panel anonymise`
pub fn anonymise(args: &Anonymise, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let changing = match Changing::find(&args.scenario, scenarios, &mut io)? {
        Ok(changing) => changing,
        Err(exit) => return Ok(exit),
    };
    let reviewer = match changing.reviewer(&args.reviewer) {
        Ok(reviewer) => reviewer,
        Err(message) => return io.complain(&message).map(|()| Exit::Trouble),
    };
    let taken = |id: &str| changing.panel.reviewers.iter().any(|one| one.id == id);
    let id = (1..).map(|n| format!("reviewer-{n}")).find(|id| !taken(id)).unwrap_or_default();
    let years = rounded(reviewer.years);
    let new = Reviewer { id: id.clone(), years, group: None, outlook: None, ..reviewer.clone() };
    let what = Message::new("panel-anonymises")
        .with("id", &args.reviewer)
        .with("new", id)
        .with("years", years)
        .with("n", changing.reviews(&args.reviewer));
    let new = edit::set_reviewer(&changing.text, &args.reviewer, &new);
    changing.finish(what, new, args.yes, &mut io)
}

/// A stale sheet of a reviewer, and the wording of today.
struct Stale {
    decision: Id,
    situation: Id,
    from: String,
    to: String,
}

/// `defensible panel reconfirm`
pub fn reconfirm(args: &Reconfirm, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let changing = match Changing::find(&args.scenario, scenarios, &mut io)? {
        Ok(changing) => changing,
        Err(exit) => return Ok(exit),
    };
    let reviewer = match changing.reviewer(&args.reviewer) {
        Ok(reviewer) => reviewer.clone(),
        Err(message) => return io.complain(&message).map(|()| Exit::Trouble),
    };
    if let Some(decision) = &args.decision
        && changing.scenario.decision_called(decision).is_none()
    {
        return io.complain(&Message::new("panel-no-decision").with("id", decision)).map(|()| Exit::Trouble);
    }
    let stale = stale(&changing, args);
    if stale.is_empty() {
        writeln!(io.out, "{}", io.words.say(&Message::new("panel-nothing-stale").with("id", &args.reviewer)))?;
        return Ok(Exit::Clean);
    }
    let names = stale.iter().map(|one| Message::verbatim(format!("{}/{}", one.decision, one.situation))).collect();
    let mut new = Ok(changing.text.clone());
    for one in &stale {
        new = new.and_then(|text| {
            edit::move_reviews(&text, &args.reviewer, &one.decision, &one.situation, &one.from, &one.to)
        });
    }
    // Who was drafted has nobody to confirm anything: whoever drafted it has read the new words.
    if let Came::Collected { on, mut reconfirmed } = reviewer.came.clone() {
        if !reconfirmed.contains(&args.on) {
            reconfirmed.push(args.on.clone());
        }
        let confirmed = Reviewer { came: Came::Collected { on, reconfirmed }, ..reviewer };
        new = new.and_then(|text| edit::set_reviewer(&text, &args.reviewer, &confirmed));
    }
    let what = Message::new("panel-reconfirms")
        .with("id", &args.reviewer)
        .with("n", stale.len())
        .with("names", Message::listed(names).unwrap_or_else(|| Message::verbatim("")));
    changing.finish(what, new, args.yes, &mut io)
}

/// The reviewer's reviews of other words than those of today.
fn stale(changing: &Changing, args: &Reconfirm) -> Vec<Stale> {
    let scenario = &changing.scenario;
    let of = changing.panel.sheets.iter().filter(|sheet| sheet.reviews.iter().any(|one| one.by == args.reviewer));
    let wanted = of.filter(|sheet| args.decision.as_ref().is_none_or(|decision| sheet.decision == *decision));
    wanted
        .filter_map(|sheet| {
            let decision = scenario.decision_called(&sheet.decision)?;
            let situations = &scenario.decision(decision).situations;
            let situation = situations.iter().position(|situation| situation.id == sheet.situation)?;
            let to = wording(scenario, decision, situation);
            (to != sheet.wording).then(|| Stale {
                decision: sheet.decision.clone(),
                situation: sheet.situation.clone(),
                from: sheet.wording.clone(),
                to,
            })
        })
        .collect()
}
