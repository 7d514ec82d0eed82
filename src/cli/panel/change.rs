//! Changes to a `panel.ron`: the file is found, what would change is said, and the new text takes its place in one go.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{OfReviewer, Reconfirm};
use super::opened::opened;
use crate::cli::Exit;
use crate::cli::play::Io;
use crate::review::ballot::Ballot;
use crate::scenario::compile::names::nearest;
use crate::scenario::edit::{self, Unchanged};
use crate::scenario::model::Scenario;
use crate::scenario::raw::panel::{Came, Reviewer};
use crate::scenario::raw::{Answer, Id, Panel};
use crate::scenario::wording::wording;
use crate::sitting::whole_file::{self, Before};
use crate::text::Message;

/// A panel in a file that can be changed, and whom the change is about.
struct Changing {
    path: PathBuf,
    bytes: Vec<u8>,
    text: String,
    panel: Panel,
    scenario: Arc<Scenario>,
    reviewer: Reviewer,
}

impl Changing {
    /// Finds the panel of a scenario of somebody's own, and a reviewer in it. The scenario must be sound: names are
    /// looked up in it. What stands in the way is told; the exit code is the error.
    fn find(
        typed: &str,
        reviewer: &str,
        scenarios: Option<&Path>,
        io: &mut Io<'_>,
    ) -> io::Result<Result<Self, Exit>> {
        let (files, ready, panel) = match opened(typed, scenarios, io)? {
            Ok(opened) => opened,
            Err(exit) => return Ok(Err(exit)),
        };
        let (Some(folder), Some(file)) = (files.folder, files.panel) else {
            io.complain(&Message::new("panel-built-in").with("scenario", &files.name))?;
            return Ok(Err(Exit::Trouble));
        };
        let path = folder.join(Path::new(&file.name).file_name().unwrap_or_default());
        let Some(of) = panel.reviewers.iter().find(|one| one.id == reviewer).cloned() else {
            let near = nearest(reviewer, panel.reviewers.iter().map(|one| one.id.as_str()));
            let near = near.map(|near| Message::new("panel-did-you-mean").with("id", near));
            let message = Message::new("panel-no-reviewer").with("id", reviewer).with("path", shown(&path));
            let message = match near {
                Some(near) => message.with("near", near),
                None => message.with("near", ""),
            };
            return io.complain(&message).map(|()| Err(Exit::Trouble));
        };
        // It was read as UTF-8 already.
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        Ok(Ok(Self { path, bytes: file.bytes, text, panel, scenario: ready.scenario, reviewer: of }))
    }

    /// How many reviews are the reviewer's.
    fn reviews(&self) -> usize {
        let reviews = self.panel.sheets.iter().flat_map(|sheet| &sheet.reviews);
        reviews.filter(|review| review.by == self.reviewer.id).count()
    }

    /// Says what would change; with `yes`, changes it.
    fn finish(&self, what: &Message, new: Result<String, Unchanged>, yes: bool, io: &mut Io<'_>) -> io::Result<Exit> {
        let new = match new {
            Ok(new) => new,
            Err(why) => return self.unchanged(why_unchanged(&why), io),
        };
        writeln!(io.out, "{}", io.words.say(what))?;
        if !yes {
            writeln!(io.out, "{}", io.words.say(&Message::new("panel-say-yes")))?;
            return Ok(Exit::Clean);
        }
        match whole_file::put(&self.path, &new, Before::Bytes(&self.bytes)) {
            Ok(()) => {
                let done = Message::new("panel-written").with("path", shown(&self.path));
                writeln!(io.out, "{}", io.words.say(&done))?;
                Ok(Exit::Clean)
            }
            Err(why) => self.unchanged(why, io),
        }
    }

    fn unchanged(&self, why: Message, io: &mut Io<'_>) -> io::Result<Exit> {
        let message = Message::new("panel-unchanged").with("path", shown(&self.path)).with("why", why);
        io.complain(&message).map(|()| Exit::Trouble)
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Why a text was left as it is, in words.
pub fn why_unchanged(why: &Unchanged) -> Message {
    let review = |key, by: &Id, decision: &Id, situation: &Id| {
        Message::new(key).with("id", by).with("decision", decision).with("situation", situation)
    };
    match why {
        Unchanged::CantBeRead { .. } => Message::new("panel-why-cant-be-read"),
        Unchanged::Unusual => Message::new("panel-why-unusual"),
        Unchanged::ReviewerThere { id } => Message::new("panel-why-there").with("id", id),
        Unchanged::NoReviewer { id } => Message::new("panel-why-nobody").with("id", id),
        Unchanged::ReviewThere { by, decision, situation } => review("panel-why-reviewed", by, decision, situation),
        Unchanged::NothingToMove { by, decision, situation } => review("panel-why-nothing", by, decision, situation),
        Unchanged::Unwritable { character } => {
            Message::new("panel-why-unwritable").with("code", format!("U+{:04X}", u32::from(*character)))
        }
        Unchanged::WentWrong { .. } => Message::new("panel-why-went-wrong"),
    }
}

/// `defensible panel withdraw`
pub fn withdraw(args: &OfReviewer, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let changing = match Changing::find(&args.scenario, &args.reviewer, scenarios, &mut io)? {
        Ok(changing) => changing,
        Err(exit) => return Ok(exit),
    };
    let what = Message::new("panel-withdraws").with("id", &args.reviewer).with("n", changing.reviews());
    let new = edit::remove_reviewer(&changing.text, &args.reviewer);
    changing.finish(&what, new, args.yes, &mut io)
}

/// Years as they are said of somebody who is not to be known again.
const fn rounded(years: u32) -> u32 {
    years.saturating_add(2) / 5 * 5
}

/// `defensible panel anonymise`
pub fn anonymise(args: &OfReviewer, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let changing = match Changing::find(&args.scenario, &args.reviewer, scenarios, &mut io)? {
        Ok(changing) => changing,
        Err(exit) => return Ok(exit),
    };
    let taken = |id: &str| changing.panel.reviewers.iter().any(|one| one.id == id);
    let id = (1..).map(|n| format!("reviewer-{n}")).find(|id| !taken(id)).unwrap_or_default();
    let years = rounded(changing.reviewer.years);
    let what = Message::new("panel-anonymises")
        .with("id", &args.reviewer)
        .with("new", &id)
        .with("years", years)
        .with("n", changing.reviews());
    let new = Reviewer { id, years, group: None, outlook: None, ..changing.reviewer.clone() };
    let new = edit::set_reviewer(&changing.text, &args.reviewer, &new);
    changing.finish(&what, new, args.yes, &mut io)
}

/// A review of other words than those of today.
struct Stale {
    decision: Id,
    situation: Id,
    from: String,
    to: String,
    /// The answer fits the question as it is now.
    fits: bool,
}

/// `defensible panel reconfirm`
pub fn reconfirm(args: &Reconfirm, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let changing = match Changing::find(&args.scenario, &args.reviewer, scenarios, &mut io)? {
        Ok(changing) => changing,
        Err(exit) => return Ok(exit),
    };
    if let Some(decision) = &args.decision
        && changing.scenario.decision_called(decision).is_none()
    {
        return io.complain(&Message::new("panel-no-decision").with("id", decision)).map(|()| Exit::Trouble);
    }
    let (fitting, misfits): (Vec<Stale>, Vec<Stale>) =
        stale(&changing, args.decision.as_ref()).into_iter().partition(|one| one.fits);
    // There is nothing to stand by where the answer is none any more: the reviewer has to be asked anew.
    if let Some(names) = listed(&misfits) {
        io.complain(
            &Message::new("panel-misfits").with("n", misfits.len()).with("id", &args.reviewer).with("names", names),
        )?;
    }
    let Some(names) = listed(&fitting) else {
        if misfits.is_empty() {
            writeln!(io.out, "{}", io.words.say(&Message::new("panel-nothing-stale").with("id", &args.reviewer)))?;
        }
        return Ok(if misfits.is_empty() { Exit::Clean } else { Exit::Findings });
    };
    let moved = fitting.iter().try_fold(changing.text.clone(), |text, one| {
        edit::move_reviews(&text, &args.reviewer, &one.decision, &one.situation, &one.from, &one.to)
    });
    let new = match &changing.reviewer.came {
        Came::Collected { on, reconfirmed } => moved.and_then(|text| {
            let mut reconfirmed = reconfirmed.clone();
            if !reconfirmed.contains(&args.on) {
                reconfirmed.push(args.on.clone());
            }
            let came = Came::Collected { on: on.clone(), reconfirmed };
            edit::set_reviewer(&text, &args.reviewer, &Reviewer { came, ..changing.reviewer.clone() })
        }),
        // Who was drafted has nobody to confirm anything: whoever drafted it has read the new words.
        Came::Drafted { .. } => moved,
    };
    let what =
        Message::new("panel-reconfirms").with("id", &args.reviewer).with("n", fitting.len()).with("names", names);
    changing.finish(&what, new, args.yes, &mut io)
}

/// "absence/his-word and absence/checked".
fn listed(all: &[Stale]) -> Option<Message> {
    Message::listed(all.iter().map(|one| Message::verbatim(format!("{}/{}", one.decision, one.situation))).collect())
}

/// The reviewer's reviews of other words than those of today, where they have none of today's: of several, the last of
/// the file.
fn stale(changing: &Changing, only: Option<&Id>) -> Vec<Stale> {
    let scenario = &changing.scenario;
    let mut stale: Vec<Stale> = Vec::new();
    let mut answered_anew: Vec<(&Id, &Id)> = Vec::new();
    for sheet in changing.panel.sheets.iter().filter(|sheet| only.is_none_or(|only| sheet.decision == *only)) {
        let Some(review) = sheet.reviews.iter().find(|review| review.by == changing.reviewer.id) else { continue };
        let Some(decision) = scenario.decision_called(&sheet.decision) else { continue };
        let raw = scenario.decision(decision);
        let Some(situation) = raw.situations.iter().position(|one| one.id == sheet.situation) else { continue };
        let to = wording(scenario, decision, situation);
        if to == sheet.wording {
            answered_anew.push((&sheet.decision, &sheet.situation));
            continue;
        }
        stale.retain(|one| (&one.decision, &one.situation) != (&sheet.decision, &sheet.situation));
        stale.push(Stale {
            decision: sheet.decision.clone(),
            situation: sheet.situation.clone(),
            from: sheet.wording.clone(),
            to,
            fits: matches!(review.answer, Answer::Abstain(_)) || Ballot::of(raw, &review.answer).is_some(),
        });
    }
    stale.retain(|one| !answered_anew.contains(&(&one.decision, &one.situation)));
    stale
}
