//! From an author's files to a scenario that can be played, or to everything that is wrong with them.
//!
//! Bytes become text, text becomes raw types (`scenario::parse`), raw becomes checked (`scenario::check`): for the
//! scenario itself and for each variant, with what each plan expects. Places become lines (`scenario::locate`). Reading
//! deep brackets takes stack, so that all of it runs on a thread with plenty.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::{Bytes, Files, Kind};
use crate::bundled;
use crate::diag::{Code, Diagnostic, Severity};
use crate::review::collect::merge;
use crate::run::logfile;
use crate::run::plan::{self, Outcome, Why};
use crate::scenario::check::{self, Practice};
use crate::scenario::locate::{self, File, Finding, Place};
use crate::scenario::model::Scenario;
use crate::scenario::{parse, raw};
use crate::source::Source;

/// A plan names another scenario, or a step of it can't be taken.
pub const PLAN_DOES_NOT_PLAY: Code = Code("D0510");

/// Stack for reading: the deepest brackets that are let through need a tenth of it in a debug build.
const STACK: usize = 16 << 20;

/// Does some reading on a thread with a large stack; here and now if there is no thread to be had.
pub fn deep<T: Send>(work: impl Fn() -> T + Sync) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, &work);
        match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(done)) => done,
            // A mistake of this program: it ends as it would have ended here.
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(_) => work(),
        }
    })
}

/// What was found in some files, with the texts that it is about.
#[derive(Debug, Default)]
pub struct Findings {
    pub diagnostics: Vec<Diagnostic>,
    pub sources: Vec<Source>,
    /// Scenarios whose panel and plans could not be looked at closely, because of what is wrong with themselves.
    pub not_yet: Vec<String>,
}

impl Findings {
    /// The texts as the drawing of diagnostics wants them.
    #[must_use]
    pub fn sources(&self) -> Vec<&Source> {
        self.sources.iter().collect()
    }

    /// Whether there is anything that has to be mended; advice has not.
    #[must_use]
    pub fn to_mend(&self) -> bool {
        self.diagnostics.iter().any(|one| one.severity != Severity::Advice)
    }

    fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|one| one.severity == Severity::Error)
    }

    pub fn append(&mut self, mut other: Self) {
        self.diagnostics.append(&mut other.diagnostics);
        self.sources.append(&mut other.sources);
        self.not_yet.append(&mut other.not_yet);
    }

    /// Puts what was found in the order of the files.
    fn sort(&mut self) {
        let sources = &self.sources;
        self.diagnostics.sort_by_key(|one| sources.iter().position(|source| source.name == one.file));
    }

    fn add(&mut self, found: Vec<Diagnostic>) {
        for one in found {
            if !self.diagnostics.contains(&one) {
                self.diagnostics.push(one);
            }
        }
    }

    fn locate(&mut self, source: &Source, findings: Vec<Finding>) {
        self.add(locate::locate(source, findings));
    }

    /// Reads a file into its type, and keeps its text.
    fn read<T>(
        &mut self,
        file: &Bytes,
        read: impl FnOnce(&Source) -> Result<T, Vec<Diagnostic>>,
    ) -> Option<(Source, T)> {
        let (source, found) = parse::decode(&file.name, file.bytes.clone());
        self.sources.push(source.clone());
        if !found.is_empty() {
            self.add(found);
            return None;
        }
        match read(&source) {
            Ok(raw) => Some((source, raw)),
            Err(found) => {
                self.add(found);
                None
            }
        }
    }
}

/// A scenario that can be played, with all that belongs to it.
#[derive(Debug)]
pub struct Ready {
    pub scenario: Arc<Scenario>,
    /// The panel, if it has one that can be read.
    pub panel: Option<raw::Panel>,
    /// The invitation, of a bundle for a reviewer. There is no panel then, whatever lies beside it.
    pub invitation: Option<raw::Invitation>,
    /// Texts to be kept with a run.
    pub kept: BTreeMap<String, String>,
    /// The plan that was asked for, with its text.
    pub plan: Option<(Source, raw::Plan)>,
    /// What was found and does not stand in the way.
    pub findings: Findings,
}

/// Opens a scenario to be played, with a plan if one is wanted. `variant` wins over the plan's own.
///
/// # Errors
/// Everything that stands in the way.
pub fn open(files: &Files, variant: Option<&str>, plan: Option<&Bytes>) -> Result<Ready, Findings> {
    deep(|| open_here(files, variant, plan))
}

fn open_here(files: &Files, variant: Option<&str>, plan: Option<&Bytes>) -> Result<Ready, Findings> {
    let mut found = Findings::default();
    let practice = match bundled::practice() {
        Ok(practice) => practice,
        Err(own) => {
            found.add(own);
            return Err(found);
        }
    };
    let scenario = found.read(&files.scenario, parse::scenario);
    let plan = plan.map(|plan| found.read(plan, parse::plan));
    let (Some((source, raw)), Ok(plan)) = (scenario, plan.map_or(Ok(None), |plan| plan.map(Some).ok_or(()))) else {
        return Err(found);
    };
    let expected = plan.as_ref().map_or_else(Vec::new, |(_, plan)| plan::expected(plan));
    let variant = variant.or_else(|| plan.as_ref().and_then(|(_, plan)| plan.variant.as_deref()));
    let checked = check::scenario(raw, variant, &practice, &expected);
    let (own, others): (Vec<Finding>, Vec<Finding>) =
        checked.findings.into_iter().partition(|finding| finding.file == File::Scenario);
    found.locate(&source, own);
    if let Some((source, _)) = &plan {
        found.locate(source, others);
    }
    let Some(scenario) = checked.scenario.filter(|_| !found.has_errors()) else { return Err(found) };
    if let Some((source, plan)) = &plan
        && plan.scenario != scenario.raw().id
    {
        found.add(vec![other_scenario(source, plan, &scenario)]);
        return Err(found);
    }
    let mut kept: BTreeMap<String, String> =
        bundled::practice_texts().iter().map(|text| (text.name.to_owned(), text.text.to_owned())).collect();
    kept.insert(logfile::SCENARIO.to_owned(), source.text);
    let mut invitation = None;
    if let Some(file) = &files.invitation {
        let Some((source, raw)) = found.read(file, parse::invitation) else { return Err(found) };
        found.locate(&source, check::invitation::invitation(&raw, &scenario));
        if found.has_errors() {
            return Err(found);
        }
        kept.insert(logfile::INVITATION.to_owned(), source.text);
        invitation = Some(raw);
    }
    let mut panel = None;
    // Reviewers see nobody's reviews.
    if let Some(file) = files.panel.as_ref().filter(|_| invitation.is_none())
        && let Some((source, raw)) = found.read(file, parse::panel)
    {
        kept.insert(logfile::PANEL.to_owned(), source.text);
        panel = Some(raw);
    }
    Ok(Ready { scenario: Arc::new(scenario), panel, invitation, kept, plan, findings: found })
}

/// Opens what a run was played with, from the texts that its log kept.
///
/// # Errors
/// Everything that stands in the way: a later version of this program, or a log that was written by hand.
pub fn open_kept(header: &logfile::Header) -> Result<Ready, Findings> {
    deep(|| open_kept_here(header))
}

fn open_kept_here(header: &logfile::Header) -> Result<Ready, Findings> {
    let mut found = Findings::default();
    let bytes = |name: &str| {
        header.kept.get(name).map(|text| Bytes { name: name.to_owned(), bytes: text.clone().into_bytes() })
    };
    let practice = bundled::practice_from(header.practice());
    let scenario = bytes(logfile::SCENARIO).and_then(|file| found.read(&file, parse::scenario));
    let practice = match practice {
        Ok(practice) => practice,
        Err(own) => {
            found.add(own);
            return Err(found);
        }
    };
    let Some((source, raw)) = scenario else { return Err(found) };
    let checked = check::kept(raw, header.variant.as_deref(), &practice, header.rules);
    found.locate(&source, checked.findings);
    let Some(scenario) = checked.scenario else { return Err(found) };
    let panel = bytes(logfile::PANEL).and_then(|file| found.read(&file, parse::panel)).map(|(_, panel)| panel);
    let invitation = bytes(logfile::INVITATION).and_then(|file| found.read(&file, parse::invitation));
    let invitation = invitation.map(|(_, invitation)| invitation);
    let kept = header.kept.clone();
    Ok(Ready { scenario: Arc::new(scenario), panel, invitation, kept, plan: None, findings: found })
}

fn other_scenario(source: &Source, plan: &raw::Plan, scenario: &Scenario) -> Diagnostic {
    let place = locate::Place::top().field("scenario");
    let range = locate::range_at(source, &place).unwrap_or(0..0);
    let message = format!("this plan is for \"{}\", and the scenario is \"{}\"", plan.scenario, scenario.raw().id);
    let help = "Name this scenario here, or give the plan that belongs to it.";
    Diagnostic::error(PLAN_DOES_NOT_PLAY, &source.name, range, message).with_help(help)
}

/// Everything that is wrong with the files of a scenario.
#[must_use]
pub fn check(files: &Files) -> Findings {
    deep(|| {
        let mut found = check_here(files);
        found.sort();
        found
    })
}

fn check_here(files: &Files) -> Findings {
    let mut found = Findings::default();
    let practice = match bundled::practice() {
        Ok(practice) => practice,
        Err(own) => {
            found.add(own);
            return found;
        }
    };
    let scenario = found.read(&files.scenario, parse::scenario);
    let panel = files.panel.as_ref().and_then(|file| found.read(file, parse::panel));
    let invitation = files.invitation.as_ref().and_then(|file| found.read(file, parse::invitation));
    let plans: Vec<(Source, raw::Plan)> =
        files.plans.iter().filter_map(|file| found.read(file, parse::plan)).collect();
    let beside = panel.is_some() || invitation.is_some() || !plans.is_empty();
    let Some((source, raw)) = scenario else {
        found.not_yet.extend(beside.then(|| files.scenario.name.clone()));
        return found;
    };

    let own = check::scenario(raw.clone(), None, &practice, &[]);
    found.locate(&source, own.findings);
    for variant in &raw.variants {
        let checked = check::scenario(raw.clone(), Some(&variant.id), &practice, &[]);
        found.locate(&source, checked.findings);
    }
    let Some(scenario) = own.scenario else {
        found.not_yet.extend(beside.then(|| files.scenario.name.clone()));
        return found;
    };
    if let Some((source, panel)) = &panel {
        found.locate(source, check::panel::panel(panel, &scenario));
    }
    if let Some((source, invitation)) = &invitation {
        found.locate(source, check::invitation::invitation(invitation, &scenario));
    }
    for (source, plan) in &plans {
        check_plan(&mut found, source, plan, &raw, &practice);
    }
    found
}

fn check_plan(
    found: &mut Findings,
    source: &Source,
    plan: &raw::Plan,
    scenario: &raw::Scenario,
    practice: &Practice,
) {
    let checked = check::scenario(scenario.clone(), plan.variant.as_deref(), practice, &plan::expected(plan));
    let of_plan = checked.findings.into_iter().filter(|finding| finding.file != File::Scenario).collect();
    found.locate(source, of_plan);
    let Some(scenario) = checked.scenario else { return };
    let own = check::plan::plan(plan, &scenario, 0);
    let sound = !own.iter().any(|finding| finding.severity == Severity::Error);
    found.locate(source, own);
    if !sound {
        return;
    }
    let played = plan::play(Arc::new(scenario), plan, plan.seed);
    if let Outcome::Stopped { step, why } = &played.outcome {
        found.add(vec![stopped(source, *step, why, &played.run)]);
    }
}

/// A step of a plan that can't be taken, as a finding.
#[must_use]
pub fn stopped(source: &Source, step: usize, why: &Why, run: &crate::run::Run) -> Diagnostic {
    let words = crate::text::Catalogue::english();
    let range = locate::range_at(source, &plan::place(step)).unwrap_or(0..0);
    let message = words.say(&super::plans::why(run, why));
    let now = words.say(&crate::text::when::moment(&run.scenario().tables().calendar, run.state().clock));
    let place = words.say(&crate::text::Message::new("plan-step").with("step", step + 1).with("now", now));
    Diagnostic::error(PLAN_DOES_NOT_PLAY, &source.name, range, format!("{place}: {message}"))
}

/// Reads a file that a reviewer sent, against the scenario that it is about: the panel of that reviewer, unless
/// something is to be mended, and what was found. Reviews of what the scenario has no longer are no mistake of theirs.
#[must_use]
pub fn reviewer_file(file: &Bytes, scenario: &Scenario) -> (Option<raw::Panel>, Findings) {
    deep(|| {
        let mut found = Findings::default();
        let Some((source, panel)) = found.read(file, parse::panel) else { return (None, found) };
        let gone: Vec<usize> =
            (0..panel.sheets.len()).filter(|at| merge::is_gone(scenario, &panel.sheets[*at])).collect();
        let mut findings = check::panel::panel(&panel, scenario);
        findings.retain(|finding| {
            let of_gone =
                gone.iter().any(|at| finding.place.0.starts_with(&Place::top().field("sheets").index(*at).0));
            // That answers are stale is said where they are added.
            !of_gone && finding.code != check::panel::STALE
        });
        found.locate(&source, findings);
        let sound = !found.has_errors();
        (sound.then_some(panel), found)
    })
}

/// One file of forms, rules or holidays.
#[must_use]
pub fn check_other(file: &Bytes) -> Findings {
    deep(|| {
        let mut found = Findings::default();
        let name = file.name.rsplit(['/', '\\']).next().unwrap_or(&file.name).to_owned();
        if name.ends_with(".forms.ron") {
            found.read(file, parse::forms);
        } else if name.ends_with(".policy.ron") {
            found.read(file, parse::policy);
        } else if name.contains("holidays") {
            found.read(file, parse::holidays);
        } else {
            debug_assert_eq!(Kind::of(&name).0, Kind::Other);
            found.read(file, parse::scenario);
        }
        found
    })
}
