//! How it works: time, place and rules, where the reviews come from, what is kept.

use egui::{Rect, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::{icon, page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::briefing::{Briefing, Note};

/// Draws the notes, one below the other.
pub(super) fn how_ui(ui: &mut Ui, cx: &Cx<'_>, view: &Briefing) {
    let heading = cx.t("app-briefing-how");
    text::heading(ui, &heading, Type::Heading, cx.ink(1), 2);
    ui.add_space(10.0);
    for note in &view.notes {
        text::hairline(ui, cx);
        ui.add_space(8.0);
        let origin = ui.cursor().min;
        let centre = pos2(origin.x + icon::LARGE / 2.0, origin.y + Type::BodyStrong.line() / 2.0);
        icon::paint(ui.painter(), centre, sign(note), icon::LARGE, cx.ink(2));
        let right = ui.max_rect().right();
        let bottom = ui.max_rect().bottom().max(origin.y);
        let column = Rect::from_min_max(origin + vec2(28.0, 0.0), pos2(right, bottom));
        page::within(ui, column, |ui| {
            let heading = text::capital(&cx.say(&note.heading));
            text::heading(ui, &heading, Type::BodyStrong, cx.ink(1), 3);
            ui.add_space(2.0);
            let words = note.text.iter().map(|one| cx.say(one)).collect::<Vec<_>>().join(" ");
            text::label(ui, &words, Type::Small, cx.ink(2));
        });
        ui.add_space(8.0);
    }
}

/// The sign of a note, by what its heading is about.
fn sign(note: &Note) -> Icon {
    match note.heading.key {
        key if key.starts_with("briefing-minutes") => Icon::Calendar,
        key if key.starts_with("reviews") => Icon::Users,
        "briefing-place" => Icon::MapPin,
        "briefing-blind-heading" => Icon::EyeOff,
        "briefing-fiction-heading" => Icon::BookOpen,
        "briefing-yours-heading" => Icon::Lock,
        _ => Icon::Clock,
    }
}
