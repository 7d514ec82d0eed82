//! The dock: where one responds. Explore, Enforce, Recall and Refer never move; the six others, the time left and the
//! end of the turn stand beside them.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Id, Rect, Response, Sense, StrokeKind, Ui, pos2, vec2};

use super::state::DeskState;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::{self, Button};
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::menu::{self, Entry};
use crate::app::parts::page::{self, Side};
use crate::app::parts::{icon, meter, text};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::app::{named, panes};
use crate::desk::Moment;
use crate::desk::end_of_turn::time_spent;
use crate::desk::responses::KindGroup;
use crate::scenario::raw::Kind;
use crate::text::Message;

/// Its height.
#[must_use]
pub const fn height(room: Room) -> f32 {
    match room {
        Room::Three => size::DOCK,
        Room::Two => 116.0,
        Room::One => 57.0,
    }
}

/// Draws the dock.
pub fn dock_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut DeskState,
    (play, moment): (&Play, &Moment),
    room: Room,
) {
    let name = cx.t("app-dock");
    let region = page::Region { id: "dock", role: Role::Footer, name: &name };
    page::region(ui, rect, cx.tokens().desk, region, |ui| {
        page::edge(ui, cx, rect, Side::Top, cx.tokens().edge);
        match room {
            Room::Three => three(ui, cx, rect, state, (play, moment)),
            Room::Two => two(ui, cx, rect, state, (play, moment)),
            Room::One => one(ui, cx, rect, state, moment),
        }
    });
}

fn three(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, (play, moment): (&Play, &Moment)) {
    let inner = rect.shrink2(vec2(16.0, 10.0));
    let mut x = inner.left();
    for group in moment.kinds.iter().take(4) {
        let at = Rect::from_min_size(pos2(x, inner.top()), vec2(140.0, 60.0));
        kind_ui(ui, cx, at, state, group, true);
        x += 148.0;
    }
    let six = Rect::from_min_max(pos2(x + 6.0, inner.top()), pos2(x + 6.0 + 276.0, inner.bottom()));
    six_ui(ui, cx, six, state, moment);
    let rest = Rect::from_min_max(pos2(six.right() + 14.0, inner.top()), inner.max);
    time_and_end(ui, cx, rest, (play, moment));
}

fn two(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, (play, moment): (&Play, &Moment)) {
    let inner = rect.shrink2(vec2(16.0, 8.0));
    let top = Rect::from_min_size(inner.min, vec2(inner.width(), 60.0));
    let mut x = top.left();
    for group in moment.kinds.iter().take(4) {
        let at = Rect::from_min_size(pos2(x, top.top()), vec2(140.0, 60.0));
        kind_ui(ui, cx, at, state, group, true);
        x += 148.0;
    }
    let below = Rect::from_min_max(pos2(inner.left(), top.bottom() + 8.0), inner.max);
    let rest = Rect::from_min_max(pos2(x + 6.0, top.top()), pos2(inner.right(), top.bottom()));
    let end = cx.say(&moment.clock.end_turn);
    let button = (text::measure(ui, &end, Type::BodyStrong).x + 46.0).min(rest.width() * 0.6);
    let time = Rect::from_min_max(rest.min, pos2(rest.right() - button - 12.0, rest.bottom()));
    page::within(ui, time.shrink2(vec2(0.0, 12.0)), |ui| time_left(ui, cx, time.width(), (play, moment)));
    let at = Rect::from_min_max(pos2(rest.right() - button, rest.top()), rest.max);
    page::row(ui, at, |ui| {
        Button::plain(end).icon_after(Icon::ArrowRight).width(button).act(ui, cx, Act::EndTurn);
    });
    page::row(ui, below, |ui| {
        for group in moment.kinds.iter().skip(4) {
            small_kind(ui, cx, state, group);
        }
        ui.add_space(12.0);
        go_on(ui, cx, moment);
        if let Some(end_day) = &moment.clock.end_day {
            Button::quiet(cx.say(end_day)).small().act(ui, cx, Act::EndDay);
        }
    });
}

/// Lets time pass to the next thing.
fn go_on(ui: &mut Ui, cx: &mut Cx<'_>, moment: &Moment) {
    let clock = &moment.clock;
    if !clock.turn_over {
        let keys = named::shown(&egui::KeyboardShortcut::new(egui::Modifiers::NONE, egui::Key::G));
        let go_on = Button::quiet(cx.t("app-go-on")).icon(Icon::Hourglass).small().keys(keys);
        go_on.why_not(clock.cannot_go_on.as_ref().map(|why| cx.say(why))).act(ui, cx, Act::GoOn);
    }
}

/// What is left of the turn, in words and as a meter of what it went into.
fn time_left(ui: &mut Ui, cx: &Cx<'_>, width: f32, (play, moment): (&Play, &Moment)) {
    let clock = &moment.clock;
    let mut left = cx.say(&clock.left_words);
    if !clock.turn_over && text::measure(ui, &left, Type::SmallStrong).x > width {
        // Which turn it is stands in the bar on top.
        let minutes = crate::text::when::minutes;
        let short = Message::new("app-time-left").with("left", minutes(clock.left)).with("of", minutes(clock.of));
        left = cx.say(&short);
    }
    text::clipped(ui, &left, Type::SmallStrong, cx.ink(1), width);
    ui.add_space(4.0);
    let of = clock.of.max(1) as f32;
    let spent = play.view((), |run, ()| time_spent(run));
    let shares: Vec<f32> = spent.iter().map(|(_, minutes)| *minutes as f32 / of).collect();
    let parts: Vec<Message> = spent
        .iter()
        .map(|(what, minutes)| Message::new("app-time-went").with("what", what.clone()).with("n", *minutes))
        .collect();
    let name = match Message::listed(parts) {
        Some(list) => Message::new("app-time-used").with("left", clock.left_words.clone()).with("list", list),
        None => clock.left_words.clone(),
    };
    meter::meter(ui, cx, &shares, width, &cx.say(&name));
}

/// Shape and label in one row; counts and keys go, the six others move under More.
fn one(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, moment: &Moment) {
    let inner = rect.shrink2(vec2(10.0, 8.0));
    let gap = 6.0;
    let more = cx.t("app-dock-more");
    let end = cx.say(&moment.clock.end_turn);
    let ends = text::measure(ui, &end, Type::BodyStrong).x + 24.0;
    let mores = text::measure(ui, &more, Type::BodyStrong).x + 46.0;
    let each = ((inner.width() - ends - mores - gap * 5.0) / 4.0).max(size::TARGET);
    let mut x = inner.left();
    for group in moment.kinds.iter().take(4) {
        let at = Rect::from_min_size(pos2(x, inner.top()), vec2(each, inner.height()));
        kind_ui(ui, cx, at, state, group, false);
        x += each + gap;
    }
    let at = Rect::from_min_max(pos2(x, inner.top()), inner.max);
    page::row(ui, at, |ui| {
        let (entries, acts): (Vec<Entry>, Vec<Act>) = more_of(cx, moment).into_iter().unzip();
        let button = Button::plain(more).icon_after(Icon::ChevronUp);
        if let Some(act) = menu::menu(ui, cx, button, 260.0, &entries).1.and_then(|at| acts.into_iter().nth(at)) {
            cx.act(act);
        }
        ui.add_space(gap);
        Button::plain(end).act(ui, cx, Act::EndTurn);
    });
}

/// What stands under More where there is room for the four kinds only.
fn more_of(cx: &Cx<'_>, moment: &Moment) -> Vec<(Entry, Act)> {
    let mut list = Vec::new();
    let mut add = |words, icon, act| list.push((Entry { words, icon: Some(icon), chosen: false }, act));
    for group in moment.kinds.iter().skip(4) {
        let words = Message::new("app-kind-with-counts")
            .with("kind", group.name.clone())
            .with("counts", group.counts.clone());
        let sign = icon::of_kind(group.kind).unwrap_or(Icon::Circle);
        add(cx.say(&words), sign, Act::ShowKind(group.kind));
    }
    if !moment.clock.turn_over {
        add(cx.t("app-go-on"), Icon::Hourglass, Act::GoOn);
    }
    if let Some(end_day) = &moment.clock.end_day {
        add(cx.say(end_day), Icon::Moon, Act::EndDay);
    }
    list
}

/// One of the four: shape, name, and in a wide dock key and counts.
fn kind_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &DeskState, group: &KindGroup, full: bool) -> Response {
    let t = *cx.tokens();
    let id = Id::new(("kind", group.kind.name()));
    let response = ui.interact(rect, id, Sense::click());
    if group.kind == Kind::Explore {
        panes::begins(ui, id);
    }
    let open = state.tray == Some(group.kind);
    let none = group.open == 0;
    let hue = cx.theme.hue(group.kind);
    let corner = CornerRadius::same(size::CARD_CORNER);
    let fill = if response.hovered() { t.well } else { t.paper };
    if open {
        ui.painter().rect(rect, corner, t.paper, cx.theme.stroke(2.0, hue), StrokeKind::Inside);
    } else if none {
        if response.hovered() {
            ui.painter().rect_filled(rect, corner, t.well);
        }
        button::dashed(ui, cx, rect, t.edge);
    } else {
        ui.painter().rect(rect, corner, fill, cx.theme.stroke(1.0, t.edge), StrokeKind::Inside);
    }
    let name = cx.say(&group.name);
    let counts = cx.say(&group.counts);
    let key = named::key_of(group.kind);
    if full {
        icon::paint_kind(ui.painter(), pos2(rect.left() + 23.0, rect.center().y), group.kind, 20.0, hue);
        let words = text::one_line(ui, &name, Type::KindName, t.ink, 70.0);
        ui.painter().galley(pos2(rect.left() + 43.0, rect.top() + 12.0), words, Color32::PLACEHOLDER);
        let cap = Rect::from_min_size(pos2(rect.right() - 28.0, rect.top() + 13.0), vec2(18.0, 18.0));
        ui.painter().rect_filled(cap, CornerRadius::same(3), if response.hovered() { t.paper } else { t.well });
        let galley = text::one_line(ui, key, Type::Num, t.ink_2, 18.0);
        text::paint_centre(ui, cap, galley);
        let below = text::one_line(ui, &counts, Type::Caption, t.ink_3, rect.width() - 47.0);
        ui.painter().galley(pos2(rect.left() + 43.0, rect.top() + 32.0), below, Color32::PLACEHOLDER);
    } else {
        let words = text::one_line(ui, &name, Type::BodyStrong, t.ink, rect.width() - 30.0);
        let width = 14.0 + 7.0 + words.size().x;
        let left = rect.center().x - width / 2.0;
        icon::paint_kind(ui.painter(), pos2(left + 7.0, rect.center().y), group.kind, 15.0, hue);
        let at = pos2(left + 21.0, rect.center().y - words.size().y / 2.0);
        ui.painter().galley(at, words, Color32::PLACEHOLDER);
    }
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CARD_CORNER));
    named_kind(ui, &response, (&name, &counts, key), open);
    if response.clicked() {
        cx.act(Act::ShowKind(group.kind));
    }
    let help = cx.say(&group.help);
    response.on_hover_text(help)
}

fn named_kind(ui: &Ui, response: &Response, (name, counts, key): (&str, &str, &str), open: bool) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Button);
        node.set_label(name);
        node.set_description(counts);
        node.set_expanded(open);
        node.set_keyboard_shortcut(key);
    });
}

/// The six others, three by two.
fn six_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &DeskState, moment: &Moment) {
    let others: Vec<&KindGroup> = moment.kinds.iter().skip(4).collect();
    let widths = [84.0, 90.0, 90.0];
    for line in 0..2 {
        let top = rect.top() + 32.0 * line as f32;
        let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), 28.0));
        page::row(ui, row, |ui| {
            for (group, width) in others.iter().skip(line * 3).zip(widths) {
                let before = ui.cursor().min.x;
                small_kind(ui, cx, state, group);
                let used = ui.cursor().min.x - before;
                ui.add_space((width + 4.0 - used).max(0.0));
            }
        });
    }
}

fn small_kind(ui: &mut Ui, cx: &mut Cx<'_>, state: &DeskState, group: &KindGroup) {
    let open = state.tray == Some(group.kind);
    let name = cx.say(&group.name);
    let counts = cx.say(&group.counts);
    let sign = icon::of_kind(group.kind).unwrap_or(Icon::Circle);
    let button = Button::quiet(name.clone()).icon(sign).small().chosen(open).id(Id::new(("kind", group.kind.name())));
    let (response, pressed) = button.show(ui, cx);
    named_kind(ui, &response, (&name, &counts, named::key_of(group.kind)), open);
    if pressed {
        cx.act(Act::ShowKind(group.kind));
    }
    let help = cx.say(
        &Message::new("app-kind-help")
            .with("help", group.help.clone())
            .with("counts", group.counts.clone())
            .with("key", named::key_of(group.kind)),
    );
    response.on_hover_text(help);
}

/// What is left of the turn, what it went into, going on, and the end of the turn.
fn time_and_end(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, (play, moment): (&Play, &Moment)) {
    let clock = &moment.clock;
    let end = cx.say(&clock.end_turn);
    let button_width = (text::measure(ui, &end, Type::BodyStrong).x + 24.0 + 22.0).min(rect.width() * 0.5);
    let buttons = Rect::from_min_max(pos2(rect.right() - button_width, rect.top()), rect.max);
    let time = Rect::from_min_max(rect.min, pos2(buttons.left() - 14.0, rect.bottom()));
    page::within(ui, time, |ui| {
        ui.add_space(if clock.turn_over { 10.0 } else { 0.0 });
        time_left(ui, cx, time.width(), (play, moment));
        ui.add_space(2.0);
        go_on(ui, cx, moment);
    });
    page::within(ui, buttons, |ui| {
        ui.add_space(if clock.end_day.is_some() { 0.0 } else { (rect.height() - size::BUTTON) / 2.0 });
        Button::plain(end).icon_after(Icon::ArrowRight).width(button_width).act(ui, cx, Act::EndTurn);
        if let Some(end_day) = &clock.end_day {
            ui.add_space(2.0);
            Button::quiet(cx.say(end_day)).small().act(ui, cx, Act::EndDay);
        }
    });
}
