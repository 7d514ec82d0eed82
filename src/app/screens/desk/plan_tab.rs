//! The plan in force: four pillars, contingency, and what would change the writer's mind.

use egui::Ui;
use egui::accesskit::Role;

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::text;
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::cited_text::Piece;
use crate::desk::plan::{PlanPart, plan};
use crate::text::Message;

/// Draws the tab.
pub fn plan_tab_ui(ui: &mut Ui, cx: &mut Cx<'_>, play: &Play, case: &str) {
    text::heading(ui, &cx.t("app-plan-heading"), Type::Heading, cx.ink(1), 1);
    ui.add_space(4.0);
    let plan = play.view(case.to_owned(), |run, case| plan(run, case));
    let Some(plan) = &*plan else { return };
    if let Some(from) = &plan.from {
        text::label(ui, &cx.say(&from.words), Type::Caption, cx.ink(3));
    }
    if let Some(nothing) = &plan.nothing {
        text::label(ui, &cx.say(nothing), Type::Small, cx.ink(2));
    }
    if let Some(elsewhere) = &plan.elsewhere {
        ui.add_space(6.0);
        let words = Message::new("app-plan-open").with("title", &elsewhere.title);
        let button = Button::quiet(cx.say(&words)).icon(Icon::FileText).small();
        button.act(ui, cx, Act::Read { item: elsewhere.item.clone(), nth: elsewhere.nth });
    }
    if plan.from.is_none() {
        return;
    }
    for part in &plan.pillars {
        part_ui(ui, cx, part);
    }
    let contingency = &plan.contingency;
    head(ui, cx, &contingency.label, &contingency.hint);
    for step in &contingency.steps {
        let words = Message::new("app-plan-step").with("who", step.who.clone()).with("by", step.by.words.clone());
        text::label(ui, &cx.say(&words), Type::Caption, cx.ink(3));
        pieces(ui, cx, &step.what);
        ui.add_space(4.0);
    }
    for paragraph in &contingency.text {
        pieces(ui, cx, paragraph);
    }
    if let Some(empty) = &contingency.empty {
        text::label(ui, &cx.say(empty), Type::Small, cx.ink(3));
    }
    part_ui(ui, cx, &plan.change);
}

fn part_ui(ui: &mut Ui, cx: &Cx<'_>, part: &PlanPart) {
    head(ui, cx, &part.label, &part.hint);
    for paragraph in &part.text {
        pieces(ui, cx, paragraph);
    }
    if let Some(empty) = &part.empty {
        text::label(ui, &cx.say(empty), Type::Small, cx.ink(3));
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, label: &Message, hint: &Message) {
    ui.add_space(12.0);
    text::heading_with(ui, cx, &cx.say(label), Type::BodyStrong, &cx.say(hint), 2);
    ui.add_space(4.0);
}

/// What was written, with its citations as numbers.
fn pieces(ui: &mut Ui, cx: &Cx<'_>, pieces: &[Piece]) {
    let words: Vec<(String, bool)> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) => (words.clone(), false),
            Piece::Cite { number: Some(number), .. } => (format!("[{number}]"), true),
            Piece::Cite { number: None, title, .. } => (format!("[{title}]"), true),
        })
        .collect();
    let runs: Vec<(&str, egui::TextFormat)> = words
        .iter()
        .map(|(words, cited)| {
            let colour = if *cited { cx.tokens().accent } else { cx.ink(1) };
            (words.as_str(), Type::Writing.format(colour))
        })
        .collect();
    let galley = text::runs(ui, &runs, ui.available_width());
    text::put(ui, galley, Role::Label);
}
