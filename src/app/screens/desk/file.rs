//! The case file: tabs along its head, and one of them below.

use egui::accesskit::Role;
use egui::{Id, Margin, Rect, Ui, pos2};

use super::state::{DeskState, Pane};
use super::{chronology_tab, due_tab, notes_tab, people_tab, person_tab, plan_tab, risk_tab};
use crate::app::acts::{Act, FileTab};
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::menu::{self, Entry};
use crate::app::parts::page::{self, Side};
use crate::app::parts::{tabs, text};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::text::Message;

/// Draws the file; `wide` means over the reading pane as well.
pub fn file_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut DeskState,
    (play, moment): (&Play, &Moment),
    wide: bool,
) {
    let name = cx.t("app-file");
    let region = page::Region { id: "file", role: Role::Complementary, name: &name };
    let ground = if wide { cx.tokens().paper } else { cx.tokens().pane };
    page::region(ui, rect, ground, region, |ui| {
        let mut rest = rect;
        let head = page::cut(&mut rest, Side::Top, size::HEAD);
        head_ui(ui, cx, head, state, wide);
        page::edge(ui, cx, head, Side::Bottom, cx.tokens().hair);
        if !wide {
            page::edge(ui, cx, rect, Side::Left, cx.tokens().hair);
        }
        let Some(case) = state.case(moment) else {
            let words = cx.t("app-file-none");
            page::within(ui, rest.shrink(16.0), |ui| text::label(ui, &words, Type::Body, cx.ink(2)));
            return;
        };
        match state.file_tab() {
            FileTab::Chronology => {
                let picture = &mut state.chronology;
                chronology_tab::chronology_tab_ui(ui, cx, rest, picture, play, &case.id, wide);
            }
            FileTab::People => people_tab::people_tab_ui(ui, cx, rest, &mut state.people, play, &case.id, wide),
            tab => page::within(ui, rest, |ui| {
                let pad = Margin { left: 16, right: 16, top: 14, bottom: 20 };
                page::scroll(ui, tab.name(), pad, |ui| {
                    ui.set_max_width(ui.available_width().min(720.0));
                    match tab {
                        FileTab::Risk => risk_tab::risk_tab_ui(ui, cx, play, &case.id),
                        FileTab::Plan => plan_tab::plan_tab_ui(ui, cx, play, &case.id),
                        FileTab::Due => due_tab::due_tab_ui(ui, cx, moment),
                        FileTab::Notes => notes_tab::notes_tab_ui(ui, cx, moment),
                        _ => person_tab::person_tab_ui(ui, cx, case, moment),
                    }
                });
            }),
        }
    });
}

/// The tabs, and the way to widen the file or back.
fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, wide: bool) {
    let id = Id::new("file-tabs");
    let names: Vec<String> = FileTab::ALL.iter().map(|tab| cx.t(tab.name())).collect();
    let back = if wide { 190.0 } else { 38.0 };
    let room = Rect::from_min_max(pos2(rect.left() + 10.0, rect.top()), pos2(rect.right() - back, rect.bottom()));
    let mut tab = state.tab;
    if tabs::width(ui, &names) <= room.width() {
        page::within(ui, room, |ui| tabs::tabs(ui, cx, id, &names, &mut tab, size::HEAD));
        panes::begins(ui, id.with(tab));
    } else {
        // Where the tabs do not fit side by side they are a menu; the keys of each stay the same.
        page::row(ui, room, |ui| {
            let name = names.get(tab).cloned().unwrap_or_default();
            let button = Button::quiet(name).icon_after(Icon::ChevronDown).id(id);
            let entry = |(at, words)| Entry { words, icon: None, chosen: at == tab };
            let entries: Vec<Entry> = names.into_iter().enumerate().map(entry).collect();
            let (_, chosen) = menu::menu(ui, cx, button, 200.0, &entries);
            panes::begins(ui, id);
            tab = chosen.unwrap_or(tab);
        });
    }
    state.tab = tab;
    let ends = Rect::from_min_max(pos2(room.right(), rect.top()), pos2(rect.right() - 8.0, rect.bottom()));
    page::row_from_right(ui, ends, |ui| {
        if state.wide {
            let back = Button::quiet(cx.t("app-file-back")).icon(Icon::Minimize2).small().keys("F");
            back.act(ui, cx, Act::Widen);
        } else if !wide {
            Button::sign(Icon::Maximize2, cx.t("app-do-widen")).act(ui, cx, Act::Widen);
        }
    });
}

/// Where there is room for one pane: which one, and what the clock says.
pub fn pane_strip(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, moment: &Moment) {
    let t = *cx.tokens();
    ui.painter().rect_filled(rect, 0, t.pane);
    let unread = moment.inbox.iter().filter(|row| row.reading == crate::desk::inbox::Reading::Unread).count();
    let inbox =
        if unread > 0 { cx.say(&Message::new("app-inbox-with-count").with("n", unread)) } else { cx.t("app-inbox") };
    let names = [inbox, cx.t("app-reading"), cx.t("app-file")];
    let panes_of = [Pane::Inbox, Pane::Reading, Pane::File];
    let mut at = panes_of.iter().position(|pane| *pane == state.pane).unwrap_or(0);
    let id = Id::new("panes-tabs");
    let left = Rect::from_min_max(pos2(rect.left() + 9.0, rect.top()), rect.max);
    page::within(ui, left, |ui| {
        if tabs::tabs(ui, cx, id, &names, &mut at, rect.height()) {
            state.pane = panes_of.get(at).copied().unwrap_or(Pane::Inbox);
            state.wide = false;
        }
    });
    panes::begins(ui, id.with(at));
    let words = Message::new("app-clock-short")
        .with("turn", moment.clock.turn_name.clone())
        .with("time", moment.clock.time.clone())
        .with("left", crate::text::when::minutes(moment.clock.left));
    let words = text::capital(&cx.say(&words));
    let room = rect.width() - tabs::width(ui, &names) - 24.0;
    let galley = text::one_line(ui, &words, Type::Caption, t.ink_2, room);
    let at = Rect::from_min_max(rect.min, pos2(rect.right() - 8.0, rect.bottom()));
    text::paint_right(ui, at, galley);
    page::edge(ui, cx, rect, Side::Bottom, t.hair);
}
