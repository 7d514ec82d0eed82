//! What a reviewer thinks of a question: whether it was theirs to answer, whether it is realistic, what confused them.

use egui::{Id, Ui};

use crate::app::cx::Cx;
use crate::app::parts::choice;
use crate::app::parts::field::{self, Field};
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;
use crate::desk::reviewing::Row;
use crate::review::collect::said::Remark;
use crate::text::Message;

/// The widest row of settings.
const SETTINGS: f32 = 420.0;

/// A question, and what is being said of it.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) row: Row,
    /// Whether it was theirs to answer: the first of the two is yes.
    outside: usize,
    why: String,
    /// Yes, no, left open.
    realistic: usize,
    confusing: String,
}

impl Question {
    /// As it was begun, or kept. `outside`: it is said not to be theirs to answer.
    pub(super) fn new(row: Row, said: Remark, outside: bool) -> Self {
        Self {
            row,
            outside: usize::from(outside || said.outside.is_some()),
            why: said.outside.unwrap_or_default(),
            realistic: said.realistic.map_or(2, |realistic| usize::from(!realistic)),
            confusing: said.confusing.unwrap_or_default(),
        }
    }

    pub(super) fn heading(&self) -> Message {
        Message::new("app-review-question").with("title", self.row.title.clone())
    }

    /// What takes the focus when a question is not theirs to answer: why not.
    fn is_asked_first(&self) -> bool {
        self.outside == 1
    }

    /// Draws it; gives what takes the focus first.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, tried: bool) -> Option<Id> {
        text::label(ui, &self.row.told, Type::Reading, cx.ink(2));
        ui.add_space(16.0);
        let settings = |ui: &mut Ui, cx: &Cx<'_>, id: &str, name: &str, words: &[String], chosen: &mut usize| {
            field::label(ui, cx, name, "");
            ui.scope(|ui| {
                ui.set_max_width(SETTINGS.min(ui.available_width()));
                choice::one_of(ui, cx, Id::new(id), name, words, chosen);
            });
        };
        let words = ["app-review-mine", "app-review-not-mine"].map(|key| cx.t(key));
        let first = Id::new("review-outside").with(self.outside);
        settings(ui, cx, "review-outside", &cx.t("app-review-outside"), &words, &mut self.outside);
        let why = Id::new("review-outside-why");
        if self.outside == 1 {
            ui.add_space(8.0);
            let about = if self.row.reached { "app-review-outside-about" } else { "app-review-outside-supposed" };
            let name = cx.t("app-review-outside-why");
            field::label(ui, cx, &name, &cx.t(about));
            let wrong = (tried && self.why.trim().is_empty()).then(|| cx.t("app-review-why-missing"));
            Field::lines(why, &name, 2).wrong(wrong.as_deref()).show(ui, cx, &mut self.why);
            if let Some(wrong) = &wrong {
                field::error(ui, cx, wrong);
            }
        }
        ui.add_space(16.0);
        let words = ["app-review-yes", "app-review-no", "app-review-open"].map(|key| cx.t(key));
        settings(ui, cx, "review-realistic", &cx.t("app-review-realistic"), &words, &mut self.realistic);
        ui.add_space(16.0);
        let name = cx.t("app-review-confusing");
        field::label(ui, cx, &name, &cx.t("app-review-confusing-about"));
        Field::lines(Id::new("review-confusing"), &name, 3).show(ui, cx, &mut self.confusing);
        Some(if self.is_asked_first() { why } else { first })
    }

    /// What stands in the way of keeping it: the key of its words.
    pub(super) fn missing(&self) -> Option<&'static str> {
        (self.outside == 1 && self.why.trim().is_empty()).then_some("app-review-why-missing")
    }

    /// What was said, as far as it goes.
    pub(super) fn remark(&self) -> Remark {
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Remark {
            outside: said(&self.why).filter(|_| self.outside == 1),
            realistic: [Some(true), Some(false), None].get(self.realistic).copied().flatten(),
            confusing: said(&self.confusing),
        }
    }
}
