//! How it was done over the whole run, apart from what was chosen: what law requires, what fell due, what reached whom,
//! which records were changed, and what came of it. Then the rules and the sources that it all stands on.

use egui::{Color32, Ui};

use super::Shown;
use super::lines::{item, section, sentences};
use crate::app::cx::Cx;
use crate::app::parts::{page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::review::floors::Kept;
use crate::review::story::{Body, Deadline, DeadlineEnd};
use crate::scenario::raw::policy::Sure;
use crate::text::Message;

/// The sign of how a floor was kept. Words beside it say the same.
pub(super) fn floor_sign(cx: &Cx<'_>, kept: Kept) -> (Icon, Color32) {
    let t = cx.tokens();
    match kept {
        Kept::Kept { .. } | Kept::Never => (Icon::Check, t.ok),
        Kept::Breached { .. } => (Icon::TriangleAlert, t.due),
        Kept::Open { .. } => (Icon::Clock, t.ink_2),
        Kept::NotApplicable => (Icon::Minus, t.ink_3),
    }
}

/// Draws what law and safeguarding require. Whether there was anything.
pub(super) fn floors(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let floors = &shown.debrief.floors;
    if floors.is_empty() {
        return;
    }
    let heading = cx.t("debrief-floors-heading");
    section(ui, cx, &heading, "");
    text::label(ui, &cx.t("debrief-floors-about"), Type::Small, cx.ink(2));
    page::list_of(ui, &heading, |ui| {
        for floor in say::arose_first(floors) {
            let source = Message::new("debrief-floor-source").with("source", &floor.source);
            let below = [cx.say(&say::kept(shown.calendar(), floor.requires, floor.kept)), cx.say(&source)];
            item(ui, cx, Some(floor_sign(cx, floor.kept)), &floor.text, &below);
        }
    });
}

/// Draws duties, promises and agreed actions.
pub(super) fn deadlines(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let debrief = &shown.debrief;
    let kinds = [
        (cx.t("debrief-duties-heading"), &debrief.duties),
        (cx.t("debrief-promises-heading"), &debrief.promises),
        (cx.t("debrief-actions-heading"), &debrief.actions),
    ];
    for (heading, deadlines) in kinds {
        if deadlines.is_empty() {
            continue;
        }
        section(ui, cx, &heading, "");
        page::list_of(ui, &heading, |ui| {
            for deadline in deadlines {
                let said =
                    say::deadline(shown.calendar(), deadline).iter().map(|one| cx.say(one)).collect::<Vec<_>>();
                item(ui, cx, Some(deadline_sign(cx, deadline)), &say::ended(&deadline.label), &[said.join(" ")]);
            }
        });
    }
}

fn deadline_sign(cx: &Cx<'_>, deadline: &Deadline) -> (Icon, Color32) {
    let t = cx.tokens();
    match deadline.end {
        DeadlineEnd::Met(_) => (Icon::Check, t.ok),
        DeadlineEnd::Missed => (Icon::TriangleAlert, t.due),
        DeadlineEnd::Cancelled(_) => (Icon::Minus, t.ink_3),
        DeadlineEnd::Running => (Icon::Flag, t.ink_2),
    }
}

/// Draws what reached somebody that it should not have.
pub(super) fn leaks(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    if shown.debrief.leaks.is_empty() {
        return;
    }
    let heading = cx.t("debrief-leaks-heading");
    section(ui, cx, &heading, "");
    page::list_of(ui, &heading, |ui| {
        for leak in &shown.debrief.leaks {
            let sign = (Icon::TriangleAlert, cx.tokens().due);
            item(ui, cx, Some(sign), &leak.text, &[cx.say(&say::leak(shown.calendar(), leak))]);
        }
    });
}

/// Draws records that were changed, as they were and as they are.
pub(super) fn altered(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    if shown.debrief.altered.is_empty() {
        return;
    }
    let heading = cx.t("debrief-altered-heading");
    section(ui, cx, &heading, "");
    page::list_of(ui, &heading, |ui| {
        for record in &shown.debrief.altered {
            let mut below = vec![cx.say(&Message::new("debrief-altered-old").with("title", &record.old_title))];
            below.extend(body(cx, &record.old));
            below.push(cx.say(&Message::new("debrief-altered-new").with("title", &record.new_title)));
            below.extend(body(cx, &record.new));
            item(ui, cx, None, &cx.say(&say::altered(shown.calendar(), record)), &below);
        }
    });
}

fn body(cx: &Cx<'_>, body: &Body) -> Vec<String> {
    let text = Some(body.text.clone()).filter(|text| !text.is_empty());
    text.into_iter().chain(body.entries.iter().map(|entry| cx.say(&say::entry(entry)))).collect()
}

/// Draws what came because of what was done.
pub(super) fn thanks(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let said: Vec<Message> =
        shown.debrief.thanks.iter().filter_map(|thanks| say::thanks(shown.calendar(), thanks)).collect();
    if said.is_empty() {
        return;
    }
    let heading = cx.t("debrief-thanks-heading");
    section(ui, cx, &heading, "");
    page::list_of(ui, &heading, |ui| {
        for one in &said {
            item(ui, cx, None, &say::ended(&cx.say(one)), &[]);
        }
    });
}

/// Draws the rules of the policy date that want checking.
pub(super) fn policy(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let unsure: Vec<_> = shown.debrief.policy.iter().filter(|rule| rule.sure != Sure::Certain).collect();
    if unsure.is_empty() {
        return;
    }
    let heading = cx.t("debrief-policy-heading");
    section(ui, cx, &heading, "");
    page::list_of(ui, &heading, |ui| {
        for rule in unsure {
            item(ui, cx, None, &cx.say(&say::rule_of(rule)), &[]);
        }
    });
}

/// Draws where the reviews come from.
pub(super) fn sources(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let provenance = &shown.debrief.provenance;
    if provenance.reviewers == 0 {
        return;
    }
    let heading = cx.t("debrief-sources-heading");
    section(ui, cx, &heading, "");
    sentences(ui, cx, &say::sources(provenance), Type::Small, cx.ink(2));
    if provenance.sources.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let about = cx.t("debrief-sources");
    text::label(ui, &about, Type::Small, cx.ink(2));
    page::list_of(ui, &about, |ui| {
        for source in &provenance.sources {
            item(ui, cx, None, &text::capital(source), &[]);
        }
    });
}
