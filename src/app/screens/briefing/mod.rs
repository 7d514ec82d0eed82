//! The briefing: what is in a case and how to leave it, before anything else; who one is, what is expected, which luck.
//!
//! [`content`] is the box that stands first and has the focus first, [`about`] the case, [`luck`] the code and the rules
//! that can be chosen, [`how`] the column at the side. [`deeds`] begins the run, or leaves it.

pub mod about;
pub mod content;
pub mod deeds;
pub mod how;
pub mod luck;

use egui::accesskit::Role;
use egui::{Id as WidgetId, Margin, Rect, Ui, pos2, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Region, Side};
use crate::app::parts::{follow, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::desk::briefing::{Briefing, Reader, briefing};
use crate::scenario::raw::Id;
use crate::sitting::luck::shown;
use crate::sitting::start::Fresh;
use crate::text::Message;

/// The column at the side.
const SIDE: f32 = 360.0;

/// The widest column of the page.
const WIDEST: f32 = 760.0;

/// A scenario that was read, before it is begun.
#[derive(Debug)]
pub struct BriefingState {
    pub slug: String,
    pub variant: Option<Id>,
    fresh: Fresh,
    view: Briefing,
    /// The dates of the rules by which it can be played: its own first. One alone is no choice.
    dates: Vec<luck::Date>,
    /// The current row of them.
    date: usize,
    /// The variant that is being read instead.
    waiting: Option<Option<Id>>,
    /// A colleague's code, while it is typed.
    typed: Option<String>,
    /// What is wrong with it, and whether that has yet to be scrolled to.
    fault: Option<Message>,
    unseen: bool,
    /// To be said with the next pass, and whether at once.
    untold: Option<(Message, bool)>,
    /// Where the focus goes with the next pass.
    focus: Option<WidgetId>,
}

impl BriefingState {
    #[must_use]
    pub fn new(slug: String, variant: Option<Id>, fresh: Fresh) -> Self {
        let view = view_of(&fresh);
        let dates = luck::dates(&slug, &fresh);
        let date = dates.iter().position(|date| date.variant == variant).unwrap_or(0);
        Self {
            slug,
            variant,
            fresh,
            view,
            dates,
            date,
            waiting: None,
            typed: None,
            fault: None,
            unseen: false,
            untold: None,
            focus: Some(content::id()),
        }
    }

    /// The same case with other rules: the person is where they were.
    fn instead_of(mut self, before: &Self) -> Self {
        self.typed.clone_from(&before.typed);
        self.focus = None;
        self
    }

    /// The seed of its luck.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.fresh.run.seed()
    }

    /// Whether softer texts were asked for.
    #[must_use]
    pub const fn is_softer(&self) -> bool {
        self.fresh.run.softer()
    }

    /// It is being read with other rules.
    pub fn wait_for(&mut self, variant: Option<Id>) {
        self.waiting = Some(variant);
    }

    /// Whether it is being read with other rules: it can't be begun meanwhile.
    const fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Does what is the briefing's own.
    pub fn act(&mut self, act: &Act) {
        match act {
            Act::DrawLuck => self.draw(crate::sitting::luck::any()),
            Act::UseLuck(typed) => self.use_code(typed),
            Act::Softer(on) => self.fresh.soften(*on),
            _ => {}
        }
    }
}

/// What the briefing says, with the luck as it is now.
fn view_of(fresh: &Fresh) -> Briefing {
    let ready = &fresh.ready;
    let reader = if ready.invitation.is_some() { Reader::Reviewer } else { Reader::Trainee(ready.panel.as_ref()) };
    briefing(&ready.scenario, reader, &shown(fresh.run.seed()))
}

/// Draws the briefing.
pub fn briefing_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut BriefingState) {
    if let Some((words, urgent)) = state.untold.take() {
        let words = cx.say(&words);
        cx.announce(words, urgent);
    }
    let room = Room::of(rect.width());
    let t = *cx.tokens();
    let mut rest = rect;
    let foot = page::cut(&mut rest, Side::Bottom, foot_height(ui, cx, state, rect.width()));
    let side = (room == Room::Three).then(|| page::cut(&mut rest, Side::Right, SIDE));
    let title = state.view.title.clone();
    page::region(ui, rest, t.paper, Region { id: "briefing", role: Role::Main, name: &title }, |ui| {
        page::scroll(ui, "briefing", margins(rest.width()), |ui| {
            panes::begins(ui, content::id());
            content::content_ui(ui, cx, state);
            about::about_ui(ui, cx, &state.view, room);
            luck::dates_ui(ui, cx, state);
            luck::luck_ui(ui, cx, state);
            if side.is_none() {
                ui.add_space(28.0);
                how::how_ui(ui, cx, &state.view);
            }
            follow::pages(ui);
        });
    });
    if let Some(side) = side {
        let name = cx.t("app-briefing-how");
        let region = Region { id: "briefing-how", role: Role::Complementary, name: &name };
        page::region(ui, side, t.pane, region, |ui| {
            page::scroll(ui, "briefing-how", Margin { left: 24, right: 24, top: 20, bottom: 16 }, |ui| {
                how::how_ui(ui, cx, &state.view);
                follow::pages(ui);
            });
            page::edge(ui, cx, side, Side::Left, t.hair);
        });
    }
    let name = cx.t("app-briefing-foot");
    let region = Region { id: "briefing-foot", role: Role::Footer, name: &name };
    page::region(ui, foot, t.desk, region, |ui| foot_ui(ui, cx, foot, state));
    if let Some(id) = state.focus.take() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// The page's column stands a little right of the middle, as long as there is room beside it.
fn margins(width: f32) -> Margin {
    let free = (width - WIDEST).max(0.0);
    let left = (free * 0.65).max(24.0);
    let right = (width - WIDEST - left).max(24.0);
    Margin { left: left as i8, right: right.min(f32::from(i8::MAX)) as i8, top: 28, bottom: 28 }
}

/// The widths of what stands in the foot: leaving, when it starts, starting.
fn foot_widths(ui: &Ui, cx: &Cx<'_>, state: &BriefingState) -> [f32; 3] {
    let view = &state.view;
    let wide = |words: &Message, of| text::measure(ui, &cx.say(words), of).x;
    [
        wide(&view.not_now, Type::BodyStrong) + 24.0,
        wide(&view.starts, Type::Small),
        wide(&view.start, Type::BodyStrong) + 24.0 + 22.0,
    ]
}

/// Whether the date stands beside the buttons; else it has a line of its own.
fn is_one_line(ui: &Ui, cx: &Cx<'_>, state: &BriefingState, width: f32) -> bool {
    foot_widths(ui, cx, state).iter().sum::<f32>() + 2.0 * 20.0 + 2.0 * 16.0 <= width
}

fn foot_height(ui: &Ui, cx: &Cx<'_>, state: &BriefingState, width: f32) -> f32 {
    if is_one_line(ui, cx, state, width) { size::FOOT } else { size::FOOT + Type::Small.line() + 4.0 }
}

fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &BriefingState) {
    let t = *cx.tokens();
    page::edge(ui, cx, rect, Side::Top, t.hair);
    let one_line = is_one_line(ui, cx, state, rect.width());
    let [_, date, start] = foot_widths(ui, cx, state);
    let mut inner = rect.shrink2(vec2(20.0, 0.0));
    inner.min.y = rect.bottom() - size::FOOT;
    page::row(ui, inner, |ui| {
        let id = WidgetId::new("briefing-not-now");
        panes::begins(ui, id);
        Button::plain(cx.say(&state.view.not_now)).id(id).act(ui, cx, Act::NotNow);
    });
    let starts = cx.say(&state.view.starts);
    let at = if one_line {
        Rect::from_min_max(pos2(inner.right() - start - 12.0 - date - 1.0, inner.top()), inner.max)
    } else {
        let top = rect.top() + 8.0;
        Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), top + Type::Small.line()))
    };
    page::row(ui, at, |ui| {
        text::clipped(ui, &starts, Type::Small, t.ink_2, at.width());
    });
    let at = Rect::from_min_max(pos2(inner.right() - start, inner.top()), inner.max);
    page::row(ui, at, |ui| {
        let why = state.is_waiting().then(|| cx.t("app-briefing-waiting"));
        let button = Button::first(cx.say(&state.view.start)).icon_after(Icon::ArrowRight).why_not(why);
        button.id(WidgetId::new("briefing-start")).width(start).act(ui, cx, Act::Start);
    });
}
