//! The bar on top: where one is, whose case, which day, what is due, and the ways to find or do anything.

use egui::accesskit::Role;
use egui::{CornerRadius, Id, Rect, Sense, StrokeKind, Ui, pos2, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::office::{Office, Place};
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::menu::{self, Entry};
use crate::app::parts::{icon, page, text};
use crate::app::play::Standing;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::app::{named, panes};
use crate::desk::Moment;
use crate::desk::due::DueState;
use crate::desk::file::CaseFile;
use crate::desk::moment::Day;
use crate::text::Message;
use crate::text::when::TurnKind;

/// Draws the bar.
pub fn top_ui(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, rect: Rect) {
    let room = Room::of(rect.width());
    let moment = office.play().map(crate::app::play::Play::moment);
    let left = rect.shrink2(vec2(16.0, 0.0));
    let used = page::row(ui, left, |ui| {
        if room != Room::One || !matches!(office.place(), Place::Desk | Place::EndOfTurn) {
            brand(ui, cx, office);
            bar(ui, cx);
        }
        match (office.place(), &moment) {
            (Place::Library, _) => {
                let words = cx.t("app-library");
                text::clipped(ui, &words, Type::Body, cx.ink(2), 200.0);
            }
            (Place::Briefing(_) | Place::Debrief(_), _) => {
                let back = Button::quiet(cx.t("app-library")).icon(Icon::ArrowLeft);
                back.act(ui, cx, Act::GoToLibrary);
                if matches!(office.place(), Place::Debrief(_)) {
                    bar(ui, cx);
                    let words = cx.t("app-debrief");
                    text::clipped(ui, &words, Type::Body, cx.ink(2), 200.0);
                }
            }
            (_, Some(moment)) => when(ui, cx, office, moment, room),
            (_, None) => {}
        }
        ui.min_rect().right()
    });
    let end = Rect::from_min_max(pos2(used + 8.0, rect.top()), pos2(rect.right() - 12.0, rect.bottom()));
    page::row_from_right(ui, end, |ui| right(ui, cx, office, moment.as_deref(), room));
    page::edge(ui, cx, rect, page::Side::Bottom, cx.tokens().hair);
}

/// The mark of the program; it leads to the library.
fn brand(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office) {
    let name = cx.t("app-name");
    let galley = text::one_line(ui, &name, Type::BodyStrong, cx.ink(1), 200.0);
    let (id, rect) = ui.allocate_space(vec2(18.0 + 8.0 + galley.size().x, 32.0));
    // At the library there is nowhere to go: the mark is no stop for Tab then.
    let at_home = matches!(office.place(), Place::Library);
    let response = ui.interact(rect, id, if at_home { Sense::hover() } else { Sense::click() });
    icon::paint_mark(ui.painter(), pos2(rect.left() + 9.0, rect.center().y), cx.ink(1));
    let at = Rect::from_min_max(pos2(rect.left() + 26.0, rect.top()), rect.max);
    text::paint_left(ui, at, galley);
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));
    let name = if at_home { name } else { cx.t("app-name-to-library") };
    text::name_it(ui, &response, if at_home { Role::Label } else { Role::Button }, &name);
    if !at_home {
        panes::begins(ui, response.id);
    }
    if response.clicked() {
        cx.act(Act::GoToLibrary);
    }
}

/// An upright line between parts of the bar.
fn bar(ui: &mut Ui, cx: &Cx<'_>) {
    ui.add_space(12.0);
    let (_, rect) = ui.allocate_space(vec2(1.0, 20.0));
    ui.painter().vline(rect.center().x, rect.y_range(), cx.theme.stroke(1.0, cx.tokens().hair));
    ui.add_space(12.0);
}

/// Whose case, which week and day.
fn when(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, moment: &Moment, room: Room) {
    let shown = office.desk.case(moment);
    if let Some(case) = shown {
        let name = case.person.name.clone();
        if moment.cases.len() > 1 {
            switcher(ui, cx, moment, &case.id, &name);
        } else {
            text::clipped(ui, &name, Type::Heading, cx.ink(1), 220.0);
        }
        if room != Room::One {
            bar(ui, cx);
        } else {
            ui.add_space(12.0);
        }
    }
    if room == Room::One {
        return;
    }
    if moment.clock.kind != TurnKind::Day {
        let turn = text::capital(&cx.say(&moment.clock.turn_name));
        text::clipped(ui, &turn, Type::BodyStrong, cx.ink(1), 220.0);
        ui.add_space(8.0);
    }
    let date = cx.say(&moment.clock.date);
    text::clipped(ui, &date, Type::Body, cx.ink(2), 240.0);
    ui.add_space(8.0);
    // The days of a week say where one is in it; where a turn is a day, or there is no room, the time does.
    let at_desk = matches!(office.place(), Place::Desk | Place::EndOfTurn);
    if room == Room::Three && at_desk && moment.clock.days.len() > 1 {
        days(ui, cx, moment);
    } else if room == Room::Three && at_desk {
        text::clipped(ui, &moment.clock.time, Type::Body, cx.ink(2), 60.0);
    }
}

/// The open days of the turn: past ones underlined, today in ink.
fn days(ui: &mut Ui, cx: &Cx<'_>, moment: &Moment) {
    let t = cx.tokens();
    let days = &moment.clock.days;
    let width = 24.0 * days.len() as f32;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    for (index, day) in days.iter().enumerate() {
        let at = Rect::from_min_size(pos2(rect.left() + 24.0 * index as f32, rect.top() + 1.0), vec2(22.0, 22.0));
        let letter: String = cx.say(&day.weekday).chars().take(1).collect();
        let (of, colour) = match day.is {
            Day::Today => {
                ui.painter().rect_filled(at, CornerRadius::same(4), t.ink);
                (Type::CaptionStrong, t.paper)
            }
            Day::Past => {
                ui.painter().hline(at.x_range(), at.bottom(), cx.theme.stroke(2.0, t.edge));
                (Type::Caption, t.ink_2)
            }
            Day::Ahead => (Type::Caption, t.ink_3),
        };
        let galley = text::one_line(ui, &letter, of, colour, 22.0);
        text::paint_centre(ui, at, galley);
    }
    let names: Vec<Message> = days.iter().filter(|day| day.is == Day::Past).map(|day| day.weekday.clone()).collect();
    let today = days.iter().find(|day| day.is == Day::Today).map(|day| day.date.clone());
    let name = match (today, Message::listed(names)) {
        (Some(today), Some(past)) => Message::new("app-days-past").with("today", today).with("past", past),
        (Some(today), None) => today,
        (None, _) => moment.clock.date.clone(),
    };
    text::name_it(ui, &response, Role::Image, &cx.say(&name));
}

/// The button of the case that is shown; it opens the others, with what waits in each.
fn switcher(ui: &mut Ui, cx: &mut Cx<'_>, moment: &Moment, shown: &str, name: &str) {
    let button = Button::quiet(name).icon_after(Icon::ChevronDown).named({
        let message = Message::new("app-cases").with("name", name).with("n", moment.cases.len());
        cx.say(&message)
    });
    let entry = |case: &CaseFile| {
        let waits = cx.say(&waiting_in(moment, &case.id));
        let line = Message::new("app-case-waits").with("name", &case.person.name).with("waits", waits);
        Entry { words: cx.say(&line), icon: None, chosen: case.id == shown }
    };
    let entries: Vec<Entry> = moment.cases.iter().map(entry).collect();
    let (_, chosen) = menu::menu(ui, cx, button, 320.0, &entries);
    if let Some(case) = chosen.and_then(|at| moment.cases.get(at)) {
        cx.act(Act::ShowCase(case.id.clone()));
    }
}

/// What waits in a case: unread, overdue, asked.
fn waiting_in(moment: &Moment, case: &str) -> Message {
    let of = |named: &Option<crate::desk::parts::Named>| named.as_ref().is_some_and(|one| one.id == case);
    let unread =
        moment.inbox.iter().filter(|row| row.reading == crate::desk::inbox::Reading::Unread && of(&row.case)).count();
    let overdue = moment.due.iter().filter(|row| row.state == DueState::Missed && of(&row.case)).count();
    let asked = moment.questions.iter().filter(|one| one.case.as_deref() == Some(case)).count();
    let parts: Vec<Message> =
        [("end-summary-overdue", overdue), ("end-summary-unread", unread), ("app-case-questions", asked)]
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(key, n)| Message::new(key).with("n", n))
            .collect();
    Message::listed(parts).unwrap_or_else(|| Message::new("app-case-nothing"))
}

/// The right end of the bar, drawn from the right: settings, keys, find, and what is due.
fn right(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, moment: Option<&Moment>, room: Room) {
    // Tab follows the eye, so that what stands leftmost is drawn first: places are cut from the right.
    let rest = ui.max_rect();
    let wide = room == Room::Three;
    let find = if wide { 184.0 } else { 32.0 };
    let signs = 32.0 * 2.0 + 12.0;
    let ends = Rect::from_min_max(pos2(rest.right() - signs, rest.top()), rest.max);
    let finds = Rect::from_min_max(pos2(ends.left() - find - 12.0, rest.top()), pos2(ends.left(), rest.bottom()));
    let dues = Rect::from_min_max(rest.min, pos2(finds.left(), rest.bottom()));
    page::row_from_right(ui, dues, |ui| match office.place() {
        Place::Desk | Place::EndOfTurn => {
            if let Some(moment) = moment {
                due(ui, cx, moment, office);
            }
        }
        // Where there is little room, the form says it itself.
        Place::Form(state) if room != Room::One => {
            let words = cx.say(state.time());
            text::clipped(ui, &words, Type::Small, cx.ink(2), ui.available_width());
        }
        Place::Decision(state) => {
            let words = if state.is_supposed() { "app-review-back" } else { "app-back-to-desk" };
            let back = Button::quiet(cx.t(words)).icon(Icon::ArrowLeft).keys("Esc");
            back.act(ui, cx, Act::KeepAnswer);
            ui.add_space(12.0);
            let words = cx.t("decision-takes");
            // Half of it says nothing.
            if text::measure(ui, &words, Type::Small).x <= ui.available_width() {
                text::clipped(ui, &words, Type::Small, cx.ink(2), ui.available_width());
            }
        }
        Place::Debrief(_) => {
            Button::plain(cx.t("app-save-report")).icon(Icon::Save).small().act(ui, cx, Act::SaveReport);
        }
        _ => {}
    });
    page::row(ui, finds, |ui| {
        ui.add_space(12.0);
        find_box(ui, cx, office, wide);
    });
    page::row(ui, ends, |ui| {
        ui.add_space(8.0);
        Button::sign(Icon::Keyboard, cx.t("app-do-keys")).act(ui, cx, Act::ShowKeys);
        Button::sign(Icon::Settings, cx.t("app-do-settings")).act(ui, cx, Act::ShowSettings);
    });
}

/// What is overdue and due, in words; it leads to the list.
fn due(ui: &mut Ui, cx: &mut Cx<'_>, moment: &Moment, office: &Office) {
    if let Some(play) = office.play()
        && let Standing::Failing(_) = play.standing()
    {
        let words = cx.t("app-not-kept");
        text::clipped(ui, &words, Type::SmallStrong, cx.tokens().due, 160.0);
        ui.add_space(12.0);
    }
    let Some(summary) = &moment.due_summary else { return };
    let overdue = moment.due.iter().any(|row| row.state == DueState::Missed);
    let words = cx.say(summary);
    let colour = if overdue { cx.tokens().due } else { cx.ink(2) };
    let of = if overdue { Type::SmallStrong } else { Type::Small };
    let galley = text::one_line(ui, &words, of, colour, (ui.available_width() - 28.0).max(40.0));
    let (id, rect) = ui.allocate_space(vec2(galley.size().x + 22.0, 32.0));
    let response = ui.interact(rect, id, Sense::click());
    icon::paint(ui.painter(), pos2(rect.left() + 8.0, rect.center().y), Icon::Flag, icon::LARGE, colour);
    let at = Rect::from_min_max(pos2(rect.left() + 22.0, rect.top()), rect.max);
    text::paint_left(ui, at, galley);
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));
    text::name_it(ui, &response, Role::Button, &words);
    if response.clicked() {
        cx.act(Act::ShowTab(crate::app::acts::FileTab::Due));
    }
}

/// The box that opens the palette.
fn find_box(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, wide: bool) {
    let name = cx.t("app-find");
    if !wide {
        Button::sign(Icon::Search, name).act(ui, cx, Act::ShowPalette);
        return;
    }
    let t = *cx.tokens();
    let (_, rect) = ui.allocate_space(vec2(184.0, 32.0));
    let response = ui.interact(rect, Id::new("find"), Sense::click());
    let fill = if response.hovered() { t.well } else { t.paper };
    ui.painter().rect(
        rect,
        CornerRadius::same(size::CONTROL_CORNER),
        fill,
        cx.theme.stroke(1.0, t.edge),
        StrokeKind::Inside,
    );
    icon::paint(ui.painter(), pos2(rect.left() + 18.0, rect.center().y), Icon::Search, icon::SMALL, t.ink_3);
    let galley = text::one_line(ui, &name, Type::Body, t.ink_3, 110.0);
    text::paint_left(ui, Rect::from_min_max(pos2(rect.left() + 34.0, rect.top()), rect.max), galley);
    let keys = named::named(office).into_iter().find(|one| one.act == Act::ShowPalette).and_then(|one| one.keys);
    if let Some(keys) = keys {
        let shown = named::shown(&keys);
        let galley = text::one_line(ui, &shown, Type::Num, t.ink_2, 80.0);
        let cap = Rect::from_min_max(
            pos2(rect.right() - galley.size().x - 17.0, rect.center().y - 9.0),
            pos2(rect.right() - 7.0, rect.center().y + 9.0),
        );
        ui.painter().rect_filled(cap, CornerRadius::same(3), t.well);
        text::paint_centre(ui, cap, galley);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(shown.as_str()));
    }
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));
    text::name_it(ui, &response, Role::Button, &name);
    if response.clicked() {
        cx.act(Act::ShowPalette);
    }
}

/// How high the strip of notices is, if there is any.
#[must_use]
pub fn notices_height(office: &Office, _width: f32) -> Option<f32> {
    (!office.notices.is_empty()).then_some(44.0)
}

/// The last notice, until it is put away.
pub fn notices_ui(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, rect: Rect) {
    let Some(notice) = office.notices.last() else { return };
    let t = *cx.tokens();
    let name = cx.t("app-region-notices");
    let region = page::Region { id: "notices", role: Role::Region, name: &name };
    page::region(ui, rect, t.pane, region, |ui| {
        page::row(ui, rect.shrink2(vec2(16.0, 0.0)), |ui| {
            icon::show(ui, Icon::Info, icon::LARGE, 20.0, t.ink_2);
            ui.add_space(8.0);
            let words = cx.say(notice);
            text::clipped(ui, &words, Type::Body, t.ink, ui.available_width() - 48.0);
            ui.add_space(8.0);
            Button::sign(Icon::X, cx.t("app-put-away")).act(ui, cx, Act::StepOut);
        });
        page::edge(ui, cx, rect, page::Side::Bottom, t.hair);
    });
}
