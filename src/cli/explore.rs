//! `defensible explore`: many plays of a scenario, and what can happen in it.
//!
//! 1. [`gather`] plays, on as many threads as there are cores, by ranges of seeds that are put together in order;
//! 2. [`human`] and [`json`] write down what came of it.

mod gather;
pub(super) mod human;
pub(super) mod json;

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Exit;
use super::args::{Explore, Format};
use super::play::Io;
use crate::review::panel::Panel;
use crate::run::Run;
use crate::run::plan::{self, Outcome};
use crate::scenario::model::Scenario;
use crate::scenario::parse;
use crate::sitting::{files, reading};
use crate::text::Message;

/// Explores a scenario. The report goes to standard output.
///
/// # Errors
/// If nothing can be written.
pub fn run(args: &Explore, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let found = files::one(&args.scenario, scenarios).and_then(|files| {
        let plan = args.plan.as_deref().map(|plan| files::plan(plan, &files)).transpose()?;
        Ok((files, plan))
    });
    let (files, plan) = match found {
        Ok(found) => found,
        Err(trouble) => {
            io.complain(&trouble)?;
            return Ok(Exit::Trouble);
        }
    };
    let ready = match reading::open(&files, args.variant.as_deref(), plan.as_ref()) {
        Ok(ready) => ready,
        Err(found) => {
            io.findings(&found)?;
            io.complain(&Message::new("explore-cannot").with("scenario", &files.name))?;
            return Ok(Exit::Trouble);
        }
    };
    let scenario = &*ready.scenario;
    let panel = ready.panel.map(|raw| Panel::new(raw, scenario));
    if let Some((source, raw)) = &ready.plan {
        let played = plan::play_on(Run::begin(Arc::clone(&ready.scenario), raw.seed), raw);
        if let Outcome::Stopped { step, why } = &played.outcome {
            let finding = reading::stopped(source, *step, why, &played.run);
            let findings =
                reading::Findings { diagnostics: vec![finding], sources: vec![source.clone()], not_yet: Vec::new() };
            io.findings(&findings)?;
            return Ok(Exit::Trouble);
        }
        if !played.run.is_over() {
            io.complain(&Message::new("explore-plan-not-over").with("plan", &source.name))?;
            return Ok(Exit::Trouble);
        }
        let replayed = gather::replayed(&played.run, panel.as_ref(), args.plays);
        match args.format {
            Format::Human => human::replayed(scenario, &replayed, &mut io)?,
            Format::Json => write!(io.out, "{}", json::replayed(scenario, &replayed))?,
        }
        return Ok(Exit::Clean);
    }
    let (source, _) = parse::decode(&files.scenario.name, files.scenario.bytes.clone());
    let others = others(&files, scenario);
    let explored = gather::explored(scenario, &others, panel.as_ref(), &source, args.plays, args.habits);
    match args.format {
        Format::Human => human::explored(&explored, &mut io)?,
        Format::Json => write!(io.out, "{}", json::explored(&explored))?,
    }
    Ok(if explored.to_mend() { Exit::Findings } else { Exit::Clean })
}

/// The same scenario at its other policy dates. One that can't be played there is `check`'s to tell of.
fn others(files: &files::Files, scenario: &Scenario) -> Vec<Arc<Scenario>> {
    let variants = scenario.raw().variants.iter().map(|variant| Some(variant.id.as_str()));
    let others = std::iter::once(None).chain(variants).filter(|variant| *variant != scenario.variant());
    others.filter_map(|variant| reading::open(files, variant, None).ok()).map(|ready| ready.scenario).collect()
}
