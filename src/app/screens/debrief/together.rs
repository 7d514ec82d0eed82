//! All scored decisions together: what the mean comes to in a sentence, then the mean beside what plain habits earn, and
//! the figures last; and which kinds of answer the trainee leans to.

use egui::{Id, Ui};

use super::Shown;
use super::lines::{first_section, item, section};
use crate::app::cx::Cx;
use crate::app::parts::{page, text};
use crate::app::pictures::habits::{Habits, Tick, habits};
use crate::app::pictures::lean::{LeanRow, lean};
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::review::score::Score;
use crate::text::{Message, words};

/// Draws it. `first`: it stands first in its column.
pub(super) fn together(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown, first: bool) {
    let overall = &shown.debrief.overall;
    let heading = cx.t("debrief-overall-heading");
    if first {
        first_section(ui, cx, &heading, "");
    } else {
        section(ui, cx, &heading, "");
    }
    let said = say::overall_figures(overall);
    if let Some(plain) = say::overall_plain(overall) {
        text::label(ui, &text::capital(&cx.say(&plain)), Type::BodyStrong, cx.ink(1));
        ui.add_space(8.0);
    }
    if let (Some(score), Some(mean)) = (&overall.score, overall.mean)
        && let Some(picture) = picture(cx, score, mean)
    {
        habits(ui, cx, &cx.t("app-habits"), &picture);
        ui.add_space(8.0);
    }
    for message in &said {
        text::label(ui, &text::capital(&cx.say(message)), Type::Small, cx.ink(2));
        ui.add_space(5.0);
    }
    page::list_of(ui, &heading, |ui| {
        for theme in &overall.themes {
            item(ui, cx, None, &text::capital(&cx.say(&say::theme(theme))), &[]);
        }
    });
}

/// The mean beside habits; nothing where there is no habit to stand beside.
fn picture(cx: &Cx<'_>, score: &Score, mean: f64) -> Option<Habits> {
    let tick = |what: Message, short: Message, at: f64| Tick {
        label: cx.say(&Message::new("app-habits-tick").with("what", short).with("mean", say::figure(at))),
        at,
        name: text::capital(
            &cx.say(&Message::new("app-habits-tick").with("what", what).with("mean", say::figure(at))),
        ),
    };
    let mut ticks: Vec<Tick> =
        score.habits.iter().map(|(habit, at)| tick(say::habit(*habit), say::habit_short(*habit), *at)).collect();
    if ticks.is_empty() {
        return None;
    }
    let reviewer = || Message::new("app-habits-reviewer");
    ticks.extend(score.reviewer.map(|at| tick(Message::new("app-habits-reviewer-name"), reviewer(), at)));
    let range = score.interval.map(|range| (range.low, range.high));
    let mut you = tick(Message::new("app-habits-you"), Message::new("app-habits-you"), mean);
    if let Some((low, high)) = range {
        let range = Message::new("app-habits-range").with("mean", say::figure(mean));
        you.name = cx.say(&range.with("low", say::figure(low)).with("high", say::figure(high)));
    }
    let name = cx.say(&Message::new("app-habits-picture").with("n", ticks.len()).with("mean", say::figure(mean)));
    Some(Habits { you, range, ticks, name })
}

/// Which kinds of answer the trainee leans to, where anything was scored.
pub(super) fn leaning(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let Some(score) = shown.debrief.overall.score.as_ref().filter(|score| !score.lean.is_empty()) else { return };
    let heading = cx.t("app-lean");
    section(ui, cx, &heading, &cx.t("app-lean-about"));
    text::label(ui, &cx.say(&say::leaning(&score.lean)), Type::Small, cx.ink(2));
    ui.add_space(6.0);
    let rows: Vec<LeanRow> = score
        .lean
        .iter()
        .map(|one| {
            let (yours, panels) = (say::percent(one.yours), say::percent(one.panels));
            let figures = Message::new("app-lean-figures").with("yours", &yours).with("panels", &panels);
            let name = Message::new("app-lean-row").with("kind", words::kind(one.kind));
            LeanRow {
                kind: one.kind,
                label: text::capital(&cx.say(&words::kind(one.kind))),
                yours: one.yours,
                panels: one.panels,
                figures: cx.say(&figures),
                name: cx.say(&name.with("yours", yours).with("panels", panels)),
            }
        })
        .collect();
    lean(ui, cx, Id::new("debrief-lean"), &heading, &rows);
}
