//! What can't be overlooked, above the document: something that found one out of hours, an act that was broken off,
//! and decisions that wait.

use egui::accesskit::Role;
use egui::{Rect, Ui, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Side};
use crate::app::parts::{icon, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::text::Message;

/// The height of one strip.
const EACH: f32 = 44.0;

/// At most so many decisions are named; they stand in the palette, and one after another here.
const MOST: usize = 2;

/// How much room all of them need.
#[must_use]
pub fn height(moment: &Moment) -> f32 {
    let asked = moment.questions.len().min(MOST);
    let others = usize::from(moment.window.is_some()) + usize::from(moment.in_hand.is_some());
    EACH * (asked + others) as f32
}

/// Draws them, one below the other.
pub fn strips_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, moment: &Moment) {
    let mut rest = rect;
    if let Some(window) = &moment.window {
        let strip = page::cut(&mut rest, Side::Top, EACH);
        let words = match (&window.from, &window.title) {
            (Some(from), Some(title)) => Message::new("app-window-from")
                .with("name", &from.name)
                .with("title", title)
                .with("minutes", window.words.clone()),
            _ => window.words.clone(),
        };
        let act = Act::GoOn;
        strip_ui(ui, cx, strip, (Icon::Phone, &words), None, ("app-window-end", act));
    }
    if let Some(hand) = &moment.in_hand {
        let strip = page::cut(&mut rest, Side::Top, EACH);
        let words = Message::new("app-in-hand").with("what", hand.what.clone()).with("left", hand.words.clone());
        strip_ui(ui, cx, strip, (Icon::Hourglass, &words), None, ("app-in-hand-go-on", Act::GoOn));
    }
    for question in moment.questions.iter().take(MOST) {
        let strip = page::cut(&mut rest, Side::Top, EACH);
        let by = question.by_words.clone();
        let act = Act::Answer(question.decision.clone());
        strip_ui(ui, cx, strip, (Icon::Scale, &question.title), Some(&by), ("app-answer", act));
    }
}

fn strip_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    (sign, words): (Icon, &Message),
    beside: Option<&Message>,
    (button, act): (&'static str, Act),
) {
    let t = *cx.tokens();
    ui.painter().rect_filled(rect, 0, t.accent_wash);
    page::edge(ui, cx, rect, Side::Bottom, t.hair);
    let narrow = rect.width() < 480.0;
    let inner = rect.shrink2(vec2(if narrow { 12.0 } else { 32.0 }, 0.0));
    page::row(ui, inner, |ui| {
        icon::show(ui, sign, icon::LARGE, 20.0, t.accent);
        ui.add_space(10.0);
        let button_words = cx.t(button);
        let room = inner.width() - text::measure(ui, &button_words, Type::SmallStrong).x - 64.0;
        let title = cx.say(words);
        let by = beside.map(|beside| cx.say(beside)).unwrap_or_default();
        let galley = text::runs(
            ui,
            &[
                (title.as_str(), Type::BodyStrong.format(t.ink)),
                ("  ", Type::Small.format(t.ink_2)),
                (by.as_str(), Type::Small.format(t.ink_2)),
            ],
            f32::INFINITY,
        );
        if galley.size().x <= room {
            text::put(ui, galley, Role::Label);
        } else {
            text::clipped(ui, &format!("{title}  {by}"), Type::SmallStrong, t.ink, room);
        }
    });
    page::row_from_right(ui, inner, |ui| {
        Button::plain(cx.t(button)).small().act(ui, cx, act);
    });
}
