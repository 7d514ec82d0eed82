//! The case itself: its title, who one is in it, whom it is about, what is expected, and what one will practise.

use egui::accesskit::Role;
use egui::{Color32, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::{page, text};
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::desk::briefing::Briefing;

/// The widest line of the introduction.
const LEAD: f32 = size::MEASURE + 48.0;

/// How wide the page must be for two columns.
const TWO: f32 = 560.0;

/// Draws it.
pub(super) fn about_ui(ui: &mut Ui, cx: &Cx<'_>, view: &Briefing, room: Room) {
    ui.add_space(28.0);
    text::heading(ui, &view.title, Type::PageTitle, cx.ink(1), 1);
    ui.add_space(6.0);
    if let Some(line) = &view.one_line {
        text::label_within(ui, line, Type::Reading, cx.ink(2), LEAD);
        ui.add_space(6.0);
    }
    let you_are = cx.say(&view.you_are);
    text::label_within(ui, &you_are, Type::Reading, cx.ink(1), LEAD);
    for (person, about) in &view.people {
        ui.add_space(6.0);
        let about = about.as_deref().unwrap_or_default();
        let parts = [
            (person.name.as_str(), Type::ReadingStrong.format(cx.ink(1))),
            (". ", Type::Reading.format(cx.ink(1))),
            (about, Type::Reading.format(cx.ink(1))),
        ];
        let parts = if about.is_empty() { &parts[..1] } else { &parts[..] };
        let galley = text::runs(ui, parts, LEAD.min(ui.available_width()));
        text::put(ui, galley, Role::Label);
    }
    ui.add_space(28.0);
    let expected = (cx.say(&view.expected_heading), view.expected.iter().map(|one| cx.say(one)).collect());
    let practise = (cx.say(&view.objectives_heading), view.objectives.iter().map(|one| one.1.clone()).collect());
    let mut lists: Vec<(String, Vec<String>)> = vec![expected, practise];
    lists.retain(|(_, items)| !items.is_empty());
    let width = ui.available_width();
    if room > Room::One && width >= TWO && lists.len() > 1 {
        let each = (width - 32.0) / 2.0;
        page::columns(ui, &[each, each], 32.0, |ui, index| {
            if let Some((heading, items)) = lists.get(index) {
                list_ui(ui, cx, heading, items);
            }
        });
    } else {
        for (index, (heading, items)) in lists.iter().enumerate() {
            if index > 0 {
                ui.add_space(20.0);
            }
            list_ui(ui, cx, heading, items);
        }
    }
    ui.add_space(26.0);
}

/// A heading with a list below it.
fn list_ui(ui: &mut Ui, cx: &Cx<'_>, heading: &str, items: &[String]) {
    text::heading(ui, heading, Type::Heading, cx.ink(1), 2);
    ui.add_space(6.0);
    page::list_of(ui, heading, |ui| {
        for item in items {
            let galley = text::lay_out(ui, item, Type::Body, cx.ink(1), ui.available_width() - 18.0);
            let height = galley.size().y + 6.0;
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
            let y = rect.top() + 3.0 + Type::Body.line() / 2.0;
            let dash = cx.theme.stroke(1.5, cx.tokens().edge);
            ui.painter().hline(rect.left()..=rect.left() + 8.0, y, dash);
            ui.painter().galley(pos2(rect.left() + 18.0, rect.top() + 3.0), galley, Color32::PLACEHOLDER);
            text::name_it(ui, &response, Role::ListItem, item);
        }
    });
}
