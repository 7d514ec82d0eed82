//! Every question and how it stands with the reviewer, what is left to be supposed, and their file.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Id, Rect, StrokeKind, Ui, pos2, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::{icon, page, text};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::reviewing::{Progress, Row, asked, progress};
use crate::sitting::reviewing;
use crate::text::Message;

/// What is shown, worked out when the screen is entered and after each change.
#[derive(Debug)]
pub(super) struct Overview {
    progress: Progress,
    /// Where the file was written, in this sitting.
    pub(super) written: Option<String>,
}

impl Overview {
    pub(super) fn new(play: &Play) -> Self {
        Self { progress: progress(play.run(), &play.keep.pending.review), written: None }
    }

    /// Draws it; gives what takes the focus first.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, play: &Play) -> Option<Id> {
        let over = play.run().is_over();
        text::label(ui, &cx.say(&self.progress.words), Type::Reading, cx.ink(1));
        let left = self.progress.to_suppose().count();
        if over && left > 0 {
            ui.add_space(4.0);
            let about = Message::new("tty-review-suppose-about").with("n", left);
            text::label(ui, &cx.say(&about), Type::Reading, cx.ink(1));
        } else if !over {
            ui.add_space(4.0);
            text::label(ui, &cx.t("app-review-after-the-end"), Type::Reading, cx.ink(1));
        }
        ui.add_space(12.0);
        let name = cx.t("app-review-questions");
        let mut first = None;
        page::list_of(ui, &name, |ui| {
            for row in &self.progress.rows {
                let stop = question_ui(ui, cx, row, over);
                first = first.or(stop.filter(|_| !row.done));
                ui.add_space(8.0);
            }
        });
        ui.add_space(8.0);
        page::section(ui, cx, &cx.t("tty-review-file"));
        ui.add_space(8.0);
        if let Some(written) = &self.written {
            let words = cx.say(&Message::new("tty-review-written").with("path", written));
            text::label(ui, &words, Type::BodyStrong, cx.ink(1));
            ui.add_space(4.0);
        }
        if let Some(invitation) = &play.ready().invitation {
            let asked = asked(invitation, reviewing::id(&play.keep).as_deref());
            for line in asked.to.iter().chain(&asked.withdraw) {
                text::label(ui, &cx.say(line), Type::Body, cx.ink(2));
                ui.add_space(4.0);
            }
        }
        first.or_else(|| Some(Id::new("reviewing-first")))
    }
}

/// One question: what it is, what is known there, how it stands, and what can be done about it. Gives its first stop.
fn question_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row, over: bool) -> Option<Id> {
    let t = *cx.tokens();
    let width = ui.available_width();
    let inner = width - 32.0;
    let sign = icon::LARGE + 10.0;
    let title = text::lay_out(ui, &cx.say(&row.title), Type::BodyStrong, t.ink, inner - sign);
    let told = text::lay_out(ui, &row.told, Type::Small, t.ink_2, inner - sign);
    let standing = text::capital(&cx.say(&row.standing));
    let line = text::lay_out(ui, &standing, Type::Small, t.ink_3, inner - sign);
    let acts = over && !row.reached;
    let buttons = if acts { size::BUTTON + 8.0 } else { 0.0 };
    let height = title.size().y + told.size().y + line.size().y + 12.0 + buttons + 20.0;
    let (id, rect) = ui.allocate_space(vec2(width, height));
    let corner = CornerRadius::same(size::CARD_CORNER);
    ui.painter().rect(rect, corner, t.paper, cx.theme.stroke(1.0, t.hair), StrokeKind::Inside);
    let name = format!("{}. {} {standing}", cx.say(&row.title), row.told);
    let texts = rect.with_max_y(rect.bottom() - buttons - 10.0);
    let response = ui.interact(texts, id, egui::Sense::hover());
    text::name_it(ui, &response, Role::ListItem, &name);
    let mut at = rect.min + vec2(16.0, 10.0);
    let (shape, colour) = if row.done { (Icon::Check, t.accent) } else { (Icon::Clock, t.ink_3) };
    icon::paint(ui.painter(), pos2(at.x + icon::LARGE / 2.0, at.y + 10.0), shape, icon::LARGE, colour);
    at.x += sign;
    for galley in [title, told, line] {
        let below = galley.size().y + 4.0;
        ui.painter().galley(at, galley, Color32::PLACEHOLDER);
        at.y += below;
    }
    if !acts {
        return None;
    }
    let stop = Id::new("review-suppose").with(&row.key);
    let row_rect = Rect::from_min_max(pos2(at.x, at.y), pos2(rect.right() - 16.0, at.y + size::BUTTON));
    page::row(ui, row_rect, |ui| {
        panes::begins(ui, stop);
        let words = cx.t(if row.done { "app-review-change" } else { "app-review-answer" });
        let name = Message::new("app-review-named").with("do", &words).with("title", row.title.clone());
        let button = Button::plain(words).named(cx.say(&name.with("told", &row.told))).id(stop);
        button.act(ui, cx, Act::Suppose(row.key.clone()));
        ui.add_space(8.0);
        let words = cx.t("app-review-not-mine");
        let name = Message::new("app-review-named").with("do", &words).with("title", row.title.clone());
        let button = Button::quiet(words).named(cx.say(&name.with("told", &row.told)));
        button.act(ui, cx, Act::NotMine(row.key.clone()));
    });
    Some(stop)
}

/// A heading with some lines below it.
pub(super) fn lines(ui: &mut Ui, cx: &Cx<'_>, heading: &str, lines: &[Message]) {
    text::heading(ui, heading, Type::Heading, cx.ink(1), 2);
    ui.add_space(4.0);
    page::list_of(ui, heading, |ui| {
        for line in lines {
            let words = cx.say(line);
            let galley = text::lay_out(ui, &words, Type::Body, cx.ink(1), ui.available_width());
            text::put(ui, galley, Role::ListItem);
            ui.add_space(4.0);
        }
    });
}
