//! The risk of serious harm by category over time: the present level, and every rating with its reason.

use egui::accesskit::Role;
use egui::{Rect, Sense, StrokeKind, Ui, pos2, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::text;
use crate::app::play::Play;
use crate::app::theme::type_scale::Type;
use crate::desk::risk_over_time::{CategoryOverTime, Rated, risk_over_time};
use crate::scenario::raw::Level;
use crate::text::words;

/// Draws the tab.
pub fn risk_tab_ui(ui: &mut Ui, cx: &mut Cx<'_>, play: &Play, case: &str) {
    text::heading(ui, &cx.t("app-risk-heading"), Type::Heading, cx.ink(1), 1);
    ui.add_space(4.0);
    let risk = play.view(case.to_owned(), |run, case| risk_over_time(run, case));
    let Some(risk) = &*risk else { return };
    let meaning = Button::quiet(cx.t("app-levels-mean")).small().keys("F1");
    meaning.act(ui, cx, Act::ShowGlossary(Some("level-high")));
    ui.add_space(8.0);
    if let Some(none) = &risk.none {
        text::label(ui, &cx.say(none), Type::Small, cx.ink(2));
        return;
    }
    for category in &risk.categories {
        category_ui(ui, cx, category);
    }
}

fn category_ui(ui: &mut Ui, cx: &Cx<'_>, category: &CategoryOverTime) {
    text::hairline(ui, cx);
    ui.add_space(8.0);
    let name = cx.say(&category.risk_words);
    let present = cx.say(&category.present_words);
    text::pair(ui, (&name, Type::BodyStrong, cx.ink(1)), (&present, Type::BodyStrong, cx.ink(1)), 22.0);
    if category.ratings.is_empty() {
        ui.add_space(8.0);
        return;
    }
    steps(ui, cx, category);
    for rated in category.ratings.iter().rev() {
        rated_ui(ui, cx, rated);
    }
    ui.add_space(8.0);
}

/// The levels over time as a stair, a bar at each rating; the ratings below say the same.
fn steps(ui: &mut Ui, cx: &Cx<'_>, category: &CategoryOverTime) {
    let t = cx.tokens();
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 44.0), Sense::hover());
    let inner = rect.shrink2(vec2(2.0, 6.0));
    let place = |level: Level| Level::ALL.iter().position(|one| *one == level).unwrap_or(0) as f32;
    let most = (Level::ALL.len() - 1) as f32;
    let y = |level: Level| inner.bottom() - inner.height() * place(level) / most;
    for level in Level::ALL {
        ui.painter().hline(inner.x_range(), y(*level), cx.theme.stroke(1.0, t.hair));
    }
    let each = inner.width() / category.ratings.len() as f32;
    let mut before: Option<f32> = None;
    for (index, rated) in category.ratings.iter().enumerate() {
        let left = inner.left() + each * index as f32;
        let at = y(rated.level);
        let stroke = cx.theme.stroke(2.0, t.ink);
        if let Some(was) = before {
            ui.painter().line_segment([pos2(left, was), pos2(left, at)], cx.theme.stroke(1.0, t.ink_2));
        }
        ui.painter().line_segment([pos2(left, at), pos2(left + each, at)], stroke);
        let bar = Rect::from_center_size(pos2(left, at), vec2(2.0, 9.0));
        ui.painter().rect(bar, 0, t.ink, cx.theme.stroke(1.0, t.ink), StrokeKind::Middle);
        before = Some(at);
    }
    let name: Vec<String> = category
        .ratings
        .iter()
        .map(|rated| format!("{}: {}", cx.say(&rated.at.words), cx.say(&words::level(rated.level))))
        .collect();
    text::name_it(ui, &response, Role::Image, &name.join("; "));
}

fn rated_ui(ui: &mut Ui, cx: &Cx<'_>, rated: &Rated) {
    let head = cx.say(&rated.words);
    let when = cx.say(&rated.at.words);
    text::pair(ui, (&head, Type::Small, cx.ink(1)), (&when, Type::Caption, cx.ink(3)), 20.0);
    let by = format!("{}, {}", cx.say(&rated.by), cx.say(&rated.source));
    text::label(ui, &by, Type::Caption, cx.ink(3));
    if let Some(why) = &rated.why {
        text::label(ui, why, Type::Writing, cx.ink(2));
    }
    ui.add_space(4.0);
}
