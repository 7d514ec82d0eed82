//! One decision: how reviewers answered it, their reasons and one's own, what there was to find, how it was done apart
//! from what was chosen, and what it comes to.

use egui::accesskit::Role;
use egui::{Color32, Id, Rect, Sense, StrokeKind, Ui, pos2, vec2};

use super::lines::{self, first_section, page_heading, section, sentences};
use super::state::DebriefState;
use super::{COLUMNS, Shown, done, reasons};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::{icon, meter, page, text};
use crate::app::pictures::answers::answers;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::review::credit::Credit;
use crate::review::debrief::{Answered, UnseenRow};
use crate::review::known::Thing;
use crate::scenario::raw::panel::Came;
use crate::text::Message;

/// The widest lines of what was asked, in points.
const ASKED: f32 = 640.0;

/// Room for the way to read something, in points.
const READ: f32 = 34.0;

/// A bar of how many looked for something, in points.
const BAR: f32 = 72.0;

/// Draws the decision that is shown.
pub(super) fn decision_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DebriefState, shown: &Shown) {
    let at = state.moment.saturating_sub(1);
    let Some(decision) = shown.debrief.decisions.get(at) else { return };
    head(ui, cx, shown, decision);
    reviewers(ui, cx, decision);
    ui.add_space(12.0);
    text::hairline(ui, cx);
    ui.add_space(12.0);
    reasons::reasons(ui, cx, &mut state.whole, (decision, at));
    older(ui, cx, decision);
    ui.add_space(4.0);
    text::hairline(ui, cx);
    ui.add_space(12.0);
    let process = process(cx, shown, decision);
    let width = ui.available_width();
    if width >= COLUMNS && !process.is_empty() {
        let left = (width - reasons::GAP) * 0.52;
        page::columns(ui, &[left, width - reasons::GAP - left], reasons::GAP, |ui, column| match column {
            0 => unseen(ui, cx, shown, decision),
            _ => process_ui(ui, cx, &process),
        });
    } else {
        unseen(ui, cx, shown, decision);
        if !process.is_empty() {
            ui.add_space(14.0);
            process_ui(ui, cx, &process);
        }
    }
    credit(ui, cx, decision);
}

/// When it was, what it is called, and what was asked; at the right where the reviews come from.
fn head(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown, decision: &Answered) {
    let when = text::capital(&cx.say(&say::moment(shown.calendar(), decision.at, shown.weeks_count())));
    let title = cx.say(&say::title(decision.title.as_ref()));
    let from = came(decision).map(|key| cx.t(key));
    let width = ui.available_width();
    let named = |ui: &mut Ui| {
        text::label(ui, &when, Type::Caption, cx.ink(3));
        page_heading(ui, cx, &title);
    };
    match &from {
        Some(from) if width >= COLUMNS => {
            let right = 400.0;
            page::columns(ui, &[width - right - 16.0, right], 16.0, |ui, column| match column {
                0 => named(ui),
                _ => {
                    let galley = text::one_line(ui, from, Type::Small, cx.ink(2), right);
                    let (rect, response) = ui.allocate_exact_size(vec2(right, galley.size().y), Sense::hover());
                    text::paint_right(ui, rect, galley);
                    text::name_it(ui, &response, Role::Label, from);
                }
            });
        }
        Some(from) => {
            named(ui);
            text::label(ui, from, Type::Small, cx.ink(2));
        }
        None => named(ui),
    }
    ui.add_space(6.0);
    let asked = cx.say(&Message::new("debrief-asked").with("text", &decision.prompt));
    lines::paragraphs(ui, &asked, Type::Body, cx.ink(1), ASKED);
    if !decision.told.is_empty() {
        ui.add_space(4.0);
        let told = cx.say(&Message::new("debrief-told").with("text", &decision.told));
        lines::paragraphs(ui, &told, Type::Small, cx.ink(2), ASKED);
    }
}

/// Where the reviews of a decision come from.
fn came(decision: &Answered) -> Option<&'static str> {
    let reviews = decision.panel.groups.iter().flat_map(|group| &group.reviews);
    let (mut drafted, mut collected) = (false, false);
    for review in reviews {
        let is_drafted = matches!(review.came, Came::Drafted { .. });
        drafted |= is_drafted;
        collected |= !is_drafted;
    }
    match (drafted, collected) {
        (true, true) => Some("app-debrief-came-mixed"),
        (true, false) => Some("app-debrief-came-drafted"),
        (false, true) => Some("app-debrief-came-collected"),
        (false, false) => None,
    }
}

/// How many answered what, and the author's summary.
fn reviewers(ui: &mut Ui, cx: &Cx<'_>, decision: &Answered) {
    let panel = &decision.panel;
    if panel.reviewers == 0 {
        return;
    }
    section(ui, cx, &cx.t("debrief-reviewers-heading"), "");
    text::label(ui, &cx.say(&say::asked_too(decision)), Type::Small, cx.ink(2));
    ui.add_space(4.0);
    if !answers(ui, cx, Id::new("debrief-answers").with(&decision.id), decision, true) {
        text::label(ui, &cx.t("debrief-reviewers-few"), Type::Small, cx.ink(2));
    }
    if let Some(synthesis) = &panel.synthesis {
        ui.add_space(8.0);
        let short = cx.say(&Message::new("debrief-in-short").with("text", synthesis));
        text::label_within(ui, &short, Type::Body, cx.ink(1), 760.0);
    }
}

/// Reviews of an earlier wording: shown, never counted.
fn older(ui: &mut Ui, cx: &Cx<'_>, decision: &Answered) {
    if decision.panel.older.is_empty() {
        return;
    }
    let heading = cx.t("debrief-older-heading");
    section(ui, cx, &heading, "");
    page::list_of(ui, &heading, |ui| {
        for review in &decision.panel.older {
            reasons::review_ui(ui, cx, decision, review, false);
        }
    });
}

/// What there was to find before it, and how many looked.
fn unseen(ui: &mut Ui, cx: &mut Cx<'_>, shown: &Shown, decision: &Answered) {
    let heading = cx.t("debrief-unseen-heading");
    let counted = decision.panel.distribution.is_some() && !decision.unseen.bearing.is_empty();
    let beside = Message::new("app-debrief-unseen-of").with("of", decision.panel.reviewers);
    let beside = if counted { cx.say(&beside) } else { String::new() };
    first_section(ui, cx, &heading, &beside);
    let summary = say::unseen_summary(shown.calendar(), shown.weeks_count(), &decision.unseen);
    text::label(ui, &cx.say(&summary), Type::Small, cx.ink(2));
    if !decision.unseen.bearing.is_empty() {
        ui.add_space(6.0);
        page::list_of(ui, &heading, |ui| {
            for row in &decision.unseen.bearing {
                unseen_row(ui, cx, (shown, decision), row, counted);
            }
        });
    }
    if let Some(titles) = say::things(&decision.unseen.others) {
        ui.add_space(6.0);
        let others = cx.say(&Message::new("debrief-unseen-others").with("titles", titles));
        text::label(ui, &others, Type::Small, cx.ink(3));
    }
}

/// One thing that was there: its title, why it was not known, and how many looked for it.
fn unseen_row(ui: &mut Ui, cx: &mut Cx<'_>, (shown, decision): (&Shown, &Answered), row: &UnseenRow, counted: bool) {
    let t = *cx.tokens();
    let mut below = vec![cx.say(&say::unseen(shown.calendar(), shown.weeks_count(), row))];
    let looked = say::looked_for(decision, row).map(|looked| cx.say(&looked));
    if !counted {
        below.extend(looked.clone());
    }
    below.extend(say::bears_on(row).map(|claims| cx.say(&claims)));
    let width = ui.available_width();
    let end = READ + if counted { BAR + 8.0 + 22.0 + 12.0 } else { 0.0 };
    let title = text::lay_out(ui, &row.title, Type::Small, t.ink, width - end);
    let said = text::lay_out(ui, &below.join(" "), Type::Small, t.ink_3, width - end);
    let height = 6.0 + title.size().y + said.size().y + 6.0;
    let (whole, response) = ui.allocate_exact_size(vec2(width, height.max(READ + 4.0)), Sense::hover());
    ui.painter().hline(whole.x_range(), whole.top(), cx.theme.stroke(1.0, t.hair));
    let mut rect = whole;
    let read = page::cut(&mut rect, page::Side::Right, READ);
    let at = rect.min + vec2(0.0, 6.0);
    let under = at + vec2(0.0, title.size().y);
    ui.painter().galley(at, title, Color32::PLACEHOLDER);
    ui.painter().galley(under, said, Color32::PLACEHOLDER);
    if counted {
        let middle = at.y + Type::Small.line() / 2.0;
        let bar = Rect::from_min_max(
            pos2(rect.right() - 30.0 - BAR, middle - 5.0),
            pos2(rect.right() - 30.0, middle + 5.0),
        );
        let share = row.thing.looked_for as f32 / decision.panel.reviewers.max(1) as f32;
        meter::paint_bar(ui, cx, bar, share, t.ink_2);
        ui.painter().rect_stroke(bar, 2, cx.theme.stroke(1.0, t.edge), StrokeKind::Inside);
        let count = text::one_line(ui, &row.thing.looked_for.to_string(), Type::Small, t.ink, 26.0);
        let line = Rect::from_min_max(pos2(rect.right() - 26.0, middle - 9.0), pos2(rect.right(), middle + 9.0));
        text::paint_right(ui, line, count);
    }
    let mut name = vec![say::ended(&row.title)];
    name.extend(below);
    name.extend(looked.filter(|_| counted));
    text::name_it(ui, &response, Role::ListItem, &name.join(" "));
    if let Thing::Item(_) = row.thing.what {
        let name = cx.say(&Message::new("app-debrief-read").with("title", &row.title));
        let read = Rect::from_min_max(read.min, pos2(read.right(), read.top() + READ));
        page::row_from_right(ui, read, |ui| {
            Button::sign(Icon::BookOpen, name).act(ui, cx, Act::LookAt { item: row.id.clone(), nth: None });
        });
    }
}

/// How it was done: a sign, what it is about, and what is to be said on it.
struct Done {
    sign: (Icon, Color32),
    what: String,
    below: Vec<String>,
}

/// How it was done, apart from what was chosen: floors that touch it, with whom, and whether reviews had been seen.
fn process(cx: &Cx<'_>, shown: &Shown, decision: &Answered) -> Vec<Done> {
    let floors = decision.floors.iter().filter_map(|at| shown.debrief.floors.get(*at));
    let mut all: Vec<Done> = floors
        .map(|floor| Done {
            sign: done::floor_sign(cx, floor.kept),
            what: floor.text.clone(),
            below: vec![cx.say(&say::kept(shown.calendar(), floor.requires, floor.kept))],
        })
        .collect();
    let noted = |what: String| Done { sign: (Icon::Info, cx.ink(2)), what, below: Vec::new() };
    all.extend(say::committed(decision).map(|how| noted(cx.say(&how))));
    if !decision.yours.blind {
        all.push(noted(cx.t("debrief-not-blind")));
    }
    all
}

fn process_ui(ui: &mut Ui, cx: &Cx<'_>, process: &[Done]) {
    let heading = cx.t("app-debrief-done");
    first_section(ui, cx, &heading, &cx.t("app-debrief-done-apart"));
    page::list_of(ui, &heading, |ui| {
        for row in process {
            lines::item(ui, cx, Some(row.sign), &row.what, &row.below);
        }
    });
}

/// The credit with what it stands on, or why there is none.
fn credit(ui: &mut Ui, cx: &Cx<'_>, decision: &Answered) {
    let heading = match decision.credit {
        Credit::Scored(_) => "debrief-credit-heading",
        Credit::NotScored(_) => "app-debrief-no-score",
    };
    ui.add_space(12.0);
    text::hairline(ui, cx);
    ui.add_space(10.0);
    ui.horizontal_top(|ui| {
        icon::show(ui, Icon::Info, icon::SMALL, Type::Heading.line(), cx.ink(3));
        ui.add_space(8.0);
        ui.vertical(|ui| {
            text::heading(ui, &cx.t(heading), Type::Heading, cx.ink(1), 2);
            ui.add_space(2.0);
            sentences(ui, cx, &say::credit(decision), Type::Small, cx.ink(2));
        });
    });
}
