//! What falls due, and the known dates ahead.

use egui::accesskit::Role;
use egui::{Color32, Sense, Ui, pos2, vec2};

use super::person_tab::section;
use crate::app::cx::Cx;
use crate::app::parts::{icon, page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::desk::due::{Due, DueState};
use crate::text::Message;

/// Draws the tab.
pub fn due_tab_ui(ui: &mut Ui, cx: &mut Cx<'_>, moment: &Moment) {
    let name = cx.t("app-tab-due");
    text::heading(ui, &name, Type::Heading, cx.ink(1), 1);
    ui.add_space(6.0);
    if moment.due.is_empty() {
        let words = cx.t("app-due-nothing");
        text::label(ui, &words, Type::Small, cx.ink(2));
    }
    page::list_of(ui, &name, |ui| {
        for row in &moment.due {
            due_row_ui(ui, cx, row);
        }
    });
    if !moment.asked.is_empty() {
        section(ui, cx, "app-asked");
        for asked in &moment.asked {
            let mut below =
                vec![
                    cx.say(
                        &Message::new("app-asked-of")
                            .with("name", &asked.who.name)
                            .with("when", asked.since.words.clone()),
                    ),
                ];
            below.extend(
                asked.likely.as_ref().map(|day| cx.say(&Message::new("app-answer-likely").with("when", day.clone()))),
            );
            row_ui(
                ui,
                cx,
                (Icon::Clock, cx.ink(2)),
                &asked.label,
                &below.join(". "),
                (&cx.say(&asked.waiting), false),
            );
        }
    }
    if !moment.ahead.is_empty() {
        section(ui, cx, "app-ahead");
        for row in &moment.ahead {
            let below = cx.say(&row.with.in_full);
            row_ui(ui, cx, (Icon::Calendar, cx.ink(2)), &row.label, &below, (&cx.say(&row.at.words), false));
        }
    }
}

/// One deadline, with what it is.
pub(super) fn due_row_ui(ui: &mut Ui, cx: &Cx<'_>, row: &Due) {
    let t = cx.tokens();
    let (sign, colour, late) = match row.state {
        DueState::Missed => (Icon::TriangleAlert, t.due, true),
        DueState::Running => (Icon::Flag, t.ink_2, false),
        DueState::Met => (Icon::Check, t.ok, false),
        DueState::Late => (Icon::Check, t.ink_2, false),
    };
    let mut below = vec![cx.say(&row.kind_words)];
    below.push(cx.say(&Message::new("app-due-at").with("when", row.due.words.clone())));
    below.extend(row.case.as_ref().map(|case| case.name.clone()));
    row_ui(ui, cx, (sign, colour), &row.label, &below.join(". "), (&cx.say(&row.left), late));
}

/// A sign, two lines, and something at the right end.
pub(super) fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (sign, colour): (Icon, Color32),
    title: &str,
    below: &str,
    (end, late): (&str, bool),
) {
    let t = cx.tokens();
    let width = ui.available_width();
    let (of, end_colour) = if late { (Type::SmallStrong, t.due) } else { (Type::Small, t.ink_3) };
    let end_galley = text::lay_out(ui, end, of, end_colour, 130.0);
    let room = width - 22.0 - end_galley.size().x - 10.0;
    let title_galley = text::lay_out(ui, title, Type::Small, t.ink, room);
    let below_galley = text::lay_out(ui, below, Type::Caption, t.ink_3, width - 22.0);
    let height = 9.0 + title_galley.size().y + below_galley.size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    icon::paint(ui.painter(), pos2(rect.left() + 7.0, rect.top() + 13.0), sign, icon::SMALL, colour);
    let second = pos2(rect.left() + 22.0, rect.top() + 4.0 + title_galley.size().y);
    ui.painter().galley(pos2(rect.left() + 22.0, rect.top() + 4.0), title_galley, Color32::PLACEHOLDER);
    ui.painter().galley(second, below_galley, Color32::PLACEHOLDER);
    let at = pos2(rect.right() - end_galley.size().x, rect.top() + 4.0);
    ui.painter().galley(at, end_galley, Color32::PLACEHOLDER);
    text::name_it(ui, &response, Role::ListItem, &format!("{title}, {end}. {below}"));
}
