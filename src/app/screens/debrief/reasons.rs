//! Reasons side by side: those of the commonest answer, those of the others, and the trainee's own.
//!
//! Every review says who gave it and how it came about. Of many, the first few are shown until the rest are asked for.

use std::collections::BTreeSet;

use egui::Ui;

use super::lines::{paragraph, sentences};
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::{page, text};
use crate::app::pictures::answers::is_commonest;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::review::debrief::{Answered, ReviewGroup, ReviewView};
use crate::scenario::model::folded;
use crate::scenario::raw::Answer;
use crate::text::Message;

/// So many reviews of a group are shown at first.
const FIRST: usize = 3;

/// From these widths on there are three columns, and two, in points.
const THREE: f32 = 840.0;
const TWO: f32 = 600.0;

/// Between columns, in points.
pub(super) const GAP: f32 = 28.0;

/// Draws the reasons. `at` is the decision's place, by which the groups shown whole are known.
pub(in crate::app::screens) fn reasons(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    whole: &mut BTreeSet<(usize, usize)>,
    (decision, at): (&Answered, usize),
) {
    let groups: Vec<(usize, &ReviewGroup)> = decision.panel.groups.iter().enumerate().collect();
    let (most, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(_, group)| is_commonest(group.of));
    let width = ui.available_width();
    let parts = if width >= THREE { vec![most, others] } else { vec![most.into_iter().chain(others).collect()] };
    let parts = parts.into_iter().filter(|groups| !groups.is_empty()).map(Column::Reviews);
    let columns: Vec<Column<'_>> = parts.chain([Column::Yours]).collect();
    if width < TWO {
        for (index, column) in columns.iter().enumerate() {
            if index > 0 {
                ui.add_space(12.0);
            }
            column_ui(ui, cx, whole, (decision, at), column);
        }
        return;
    }
    let share = (width - GAP * (columns.len() - 1) as f32) / columns.len() as f32;
    page::columns(ui, &vec![share; columns.len()], GAP, |ui, index| {
        column_ui(ui, cx, whole, (decision, at), &columns[index]);
    });
}

/// What stands in a column.
enum Column<'a> {
    /// Groups of reviews, with their places.
    Reviews(Vec<(usize, &'a ReviewGroup)>),
    Yours,
}

fn column_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    whole: &mut BTreeSet<(usize, usize)>,
    (decision, at): (&Answered, usize),
    column: &Column<'_>,
) {
    let Column::Reviews(groups) = column else { return yours(ui, cx, decision) };
    for (index, (place, group)) in groups.iter().enumerate() {
        if index > 0 {
            ui.add_space(14.0);
        }
        let heading = text::capital(&cx.say(&say::group(decision, group.of, group.reviews.len())));
        text::heading(ui, &heading, Type::SmallStrong, cx.ink(2), 3);
        ui.add_space(4.0);
        let known = say::is_said_by_group(decision);
        let all = whole.contains(&(at, *place)) || group.reviews.len() <= FIRST + 1;
        let first = if all { group.reviews.len() } else { FIRST };
        page::list_of(ui, &cx.t("app-debrief-reasons"), |ui| {
            for review in group.reviews.iter().take(first) {
                review_ui(ui, cx, decision, review, known);
            }
        });
        if !all {
            let more = Message::new("app-debrief-more-reasons").with("n", group.reviews.len() - FIRST);
            if Button::quiet(cx.say(&more)).small().show(ui, cx).1 {
                whole.insert((at, *place));
            }
        }
    }
}

/// One review: its reason, who gave it, and what else it says.
pub(in crate::app::screens) fn review_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    decision: &Answered,
    review: &ReviewView,
    known: bool,
) {
    ui.scope(|ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(egui::accesskit::Role::ListItem));
        if !known || matches!(review.answer, Answer::Abstain(_)) {
            let answers: Vec<String> = say::answer(decision, &review.answer).iter().map(|one| cx.say(one)).collect();
            text::label(ui, &answers.join("; "), Type::Small, cx.ink(2));
        }
        quotation(ui, cx, &review.reason);
        let who = say::ended(&text::capital(&cx.say(&say::reviewer(review))));
        let sure = review.sure.map(|sure| cx.say(&Message::new("debrief-review-sure").with("percent", sure)));
        let who = [Some(who), sure].into_iter().flatten().collect::<Vec<_>>().join(" ");
        text::label(ui, &who, Type::Caption, cx.ink(3));
        paragraph(ui, cx, &say::review_more(review), Type::Caption, cx.ink(3));
    });
    ui.add_space(8.0);
}

/// Words that somebody wrote, in quotation marks.
fn quotation(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    if words.is_empty() {
        return;
    }
    let words = cx.say(&Message::new("app-debrief-quoted").with("text", words));
    text::label(ui, &words, Type::Writing, cx.ink(1));
    ui.add_space(2.0);
}

/// The trainee's own answer and reason, and what was said with them.
fn yours(ui: &mut Ui, cx: &Cx<'_>, decision: &Answered) {
    let yours = &decision.yours;
    let heading = yours.sure.map_or_else(
        || Message::new("app-debrief-you"),
        |sure| Message::new("app-debrief-you-sure").with("percent", sure),
    );
    text::heading(ui, &cx.say(&heading), Type::SmallStrong, cx.ink(2), 3);
    ui.add_space(4.0);
    match say::answer(decision, &yours.answer).as_slice() {
        [one] => {
            let chose = Message::new("debrief-chose").with("answer", one.clone());
            text::label(ui, &cx.say(&chose), Type::Small, cx.ink(2));
        }
        several => {
            text::label(ui, &cx.t("debrief-chose-list"), Type::Small, cx.ink(2));
            sentences(ui, cx, several, Type::Small, cx.ink(2));
        }
    }
    ui.add_space(2.0);
    quotation(ui, cx, &folded(&yours.reason));
    let mut more = Vec::new();
    if yours.sure.is_none() {
        more.push(say::sure(yours));
    }
    if let Some(change) = &yours.change {
        more.push(Message::new("debrief-change").with("text", folded(change)));
    }
    more.push(say::cites(yours));
    sentences(ui, cx, &more, Type::Caption, cx.ink(3));
}
