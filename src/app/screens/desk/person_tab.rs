//! The front page of a case: who it is about, the order, the conditions with what was recorded against each, documents.

use egui::accesskit::Role;
use egui::{Color32, Sense, Ui, pos2, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::{icon, page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::desk::file::{CaseFile, ConditionRow, DocumentRow};
use crate::text::Message;

/// Draws the tab.
pub fn person_tab_ui(ui: &mut Ui, cx: &mut Cx<'_>, case: &CaseFile, moment: &Moment) {
    text::heading(ui, &case.person.name, Type::CardTitle, cx.ink(1), 1);
    if let Some(about) = &case.about {
        ui.add_space(4.0);
        text::label(ui, about, Type::Small, cx.ink(2));
    }
    ui.add_space(8.0);
    let mut facts: Vec<(String, String)> = vec![(cx.t("app-fact-order"), cx.say(&case.order))];
    let managed: Vec<Message> = case.mappa.iter().chain(&case.tier).cloned().collect();
    if !managed.is_empty() {
        let managed: Vec<String> = managed.iter().map(|one| cx.say(one)).collect();
        facts.push((cx.t("app-fact-managed"), managed.join("; ")));
    }
    facts.push((cx.t("app-fact-owner"), cx.say(&case.owner)));
    facts.extend(case.facts.iter().map(|fact| (fact.label.clone(), fact.text.clone())));
    for (label, words) in &facts {
        fact(ui, cx, label, words);
    }
    if !case.conditions.is_empty() {
        section(ui, cx, "app-conditions");
        let name = cx.t("app-conditions");
        page::list_of(ui, &name, |ui| {
            for condition in &case.conditions {
                condition_ui(ui, cx, condition);
            }
        });
    }
    let due: Vec<&crate::desk::due::Due> = moment
        .due
        .iter()
        .filter(|row| row.case.as_ref().is_none_or(|one| one.id == case.id))
        .filter(|row| matches!(row.state, crate::desk::due::DueState::Missed | crate::desk::due::DueState::Running))
        .collect();
    if !due.is_empty() {
        section(ui, cx, "app-tab-due");
        for row in due {
            super::due_tab::due_row_ui(ui, cx, row);
        }
    }
    if !case.documents.is_empty() {
        section(ui, cx, "app-documents");
        let name = cx.t("app-documents");
        page::list_of(ui, &name, |ui| {
            for document in &case.documents {
                document_ui(ui, cx, document);
            }
        });
    }
}

/// A label and what stands beside it.
pub(super) fn fact(ui: &mut Ui, cx: &Cx<'_>, label: &str, words: &str) {
    let width = ui.available_width();
    let name = text::lay_out(ui, label, Type::Small, cx.ink(3), 80.0);
    let text_of = text::lay_out(ui, words, Type::Small, cx.ink(1), width - 88.0);
    let height = name.size().y.max(text_of.size().y) + 4.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    ui.painter().galley(rect.min, name, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.left() + 88.0, rect.top()), text_of, Color32::PLACEHOLDER);
    text::name_it(ui, &response, Role::Label, &format!("{label}: {words}"));
}

/// A heading with a line above it.
pub(super) fn section(ui: &mut Ui, cx: &Cx<'_>, key: &'static str) {
    ui.add_space(12.0);
    text::hairline(ui, cx);
    ui.add_space(12.0);
    text::heading(ui, &cx.t(key), Type::SmallStrong, cx.ink(2), 2);
    ui.add_space(6.0);
}

/// A condition: a tick where something was recorded and kept, a dash where nothing is recorded.
fn condition_ui(ui: &mut Ui, cx: &Cx<'_>, condition: &ConditionRow) {
    let t = cx.tokens();
    let width = ui.available_width();
    let mut words = condition.text.trim_end_matches('.').to_owned();
    if let Some(term) = &condition.term {
        words.push_str(", ");
        words.push_str(&cx.say(term));
    }
    let record = cx.say(&condition.words);
    let end = text::lay_out(ui, &record, Type::Small, t.ink_3, 120.0);
    let galley = text::lay_out(ui, &words, Type::Small, t.ink, width - 22.0 - end.size().x - 10.0);
    let height = galley.size().y.max(end.size().y) + 9.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let (kept, occasions) = condition.kept;
    let (sign, colour) = match condition.recorded.is_empty() {
        true => (Icon::Minus, t.ink_3),
        // A tick would say that all was well.
        false if kept < occasions => (Icon::Dot, t.ink_2),
        false => (Icon::Check, t.ok),
    };
    icon::paint(ui.painter(), pos2(rect.left() + 7.0, rect.top() + 13.0), sign, icon::SMALL, colour);
    ui.painter().galley(pos2(rect.left() + 22.0, rect.top() + 4.0), galley, Color32::PLACEHOLDER);
    let at = pos2(rect.right() - end.size().x, rect.top() + 4.0);
    ui.painter().galley(at, end, Color32::PLACEHOLDER);
    text::name_it(ui, &response, Role::ListItem, &format!("{words}: {record}"));
    let acted: Vec<&str> = condition.acted.iter().map(|one| one.name.as_str()).collect();
    if !acted.is_empty() {
        let words = cx.say(&Message::new("app-condition-acted").with("acted", acted.join("; ")));
        response.on_hover_text(words);
    }
}

/// A document: opening it takes its minutes the first time.
fn document_ui(ui: &mut Ui, cx: &mut Cx<'_>, document: &DocumentRow) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let read = document.item.read;
    let mut beside: Vec<String> = Vec::new();
    beside.extend(document.item.at.as_ref().map(|at| cx.say(&at.words)));
    if document.minutes > 0 {
        beside.push(cx.say(&crate::text::when::minutes(document.minutes)));
    }
    let beside = beside.join(", ");
    let end = text::one_line(ui, &beside, Type::Caption, t.ink_3, 150.0);
    let of = if read { Type::Small } else { Type::SmallStrong };
    let title = text::lay_out(ui, &document.item.title, of, t.ink, width - 22.0 - end.size().x - 10.0);
    let (id, rect) = ui.allocate_space(vec2(width, (title.size().y + 10.0).max(28.0)));
    let response = ui.interact(rect, id, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), 4, t.well);
    }
    icon::paint(ui.painter(), pos2(rect.left() + 7.0, rect.top() + 14.0), Icon::FileText, icon::SMALL, t.ink_2);
    ui.painter().galley(pos2(rect.left() + 22.0, rect.top() + 5.0), title, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.right() - end.size().x, rect.top() + 6.0), end, Color32::PLACEHOLDER);
    focus::ring(ui, cx.theme, &response, Ring::Outside(4));
    let state = cx.t(if read { "reading-read" } else { "reading-unread" });
    text::name_it(ui, &response, Role::Button, &format!("{}, {state}, {beside}", document.item.title));
    if response.clicked() {
        cx.act(Act::Read { item: document.item.item.clone(), nth: document.item.nth });
    }
}
