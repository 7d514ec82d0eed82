//! A calibration has no consequences: people rate folders, and nothing that they answer changes anything but what they
//! see next. Otherwise two raters would not have rated the same thing.

use super::Context;
use super::say::error;
use super::walk::{Of, Way, effects};
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Effect, Shape};

/// A calibration with consequences.
pub const CONSEQUENCES: Code = Code("D0268");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    if scenario.shape != Shape::Calibration {
        return;
    }
    let help = "take it out, or let the scenario be a case: `shape: Case`";
    macro_rules! none_of {
        ($($list:ident: $what:literal),+) => {$(
            if !scenario.$list.is_empty() {
                let place = Way::Top.field(stringify!($list)).place();
                findings.push(error(CONSEQUENCES, place, concat!("a calibration has no ", $what), help));
            }
        )+};
    }
    none_of!(drift: "drift", chances: "chances", deadlines: "deadlines", endings: "endings");
    effects(scenario, |of, effect, way| {
        let what = match of {
            Of::Response(response) => format!("the response \"{}\"", response.id),
            Of::Option(_, option) => format!("the option \"{}\"", option.id),
            _ => return,
        };
        let changes = matches!(
            effect,
            Effect::Set(_)
                | Effect::Clear(_)
                | Effect::SetTo(..)
                | Effect::Add(..)
                | Effect::MappaIs(..)
                | Effect::TierIs(..)
                | Effect::Ends(_)
        );
        if changes {
            let message = format!("{what} has consequences, and a calibration has none");
            findings.push(error(CONSEQUENCES, way.place(), message, help));
        }
    });
}
