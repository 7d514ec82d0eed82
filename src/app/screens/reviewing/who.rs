//! What a reviewer is asked, what is sent and to whom; and who they are, as far as anybody needs to know.

use egui::{Id, Sense, Ui, accesskit};

use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::choices::Choices;
use crate::app::parts::field::{self, Field};
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::page;
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;
use crate::desk::reviewing::Asked;
use crate::review::collect::said::{About, MOST_YEARS, ROLES};
use crate::scenario::raw::Role;
use crate::text::{Message, words};

/// The fields of one line, in points.
const FIELD: f32 = 280.0;

/// What is being filled in.
#[derive(Debug)]
pub(super) struct Who {
    asked: Asked,
    role: Vec<String>,
    years: String,
    group: String,
}

impl Who {
    pub(super) const fn new(asked: Asked) -> Self {
        Self { asked, role: Vec::new(), years: String::new(), group: String::new() }
    }

    /// Draws it; gives what takes the focus first.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, tried: bool) -> Option<Id> {
        let drawn = ui.scope(|ui| {
            for (at, (heading, lines)) in self.asked.parts().into_iter().enumerate() {
                ui.add_space(if at > 0 { 16.0 } else { 4.0 });
                super::overview::lines(ui, cx, &cx.say(heading), lines);
            }
        });
        ui.add_space(24.0);
        // It is to be read before anything is filled in: the page begins here.
        let first = Id::new("review-asked");
        let read = ui.interact(drawn.response.rect, first, Sense::focusable_noninteractive());
        focus::ring(ui, cx.theme, &read, Ring::Outside(4));
        panes::begins(ui, first);
        text::name_it(ui, &read, accesskit::Role::Group, &cx.say(&self.asked.heading));
        page::section(ui, cx, &cx.t("app-review-you"));
        ui.add_space(8.0);
        let rows: Vec<(String, String)> =
            ROLES.iter().map(|role| (role.name().to_owned(), text::capital(&cx.say(&words::role(*role))))).collect();
        let name = cx.t("app-review-role");
        field::label(ui, cx, &name, "");
        let (id, wrong) = (Id::new("review-role"), tried && self.role().is_none());
        let missing = cx.t("app-review-role-missing");
        let description = if wrong { missing.as_str() } else { "" };
        let choices = Choices { id, name: &name, description, required: true, wrong, rows: &rows, many: false };
        choices.show(ui, cx, &mut self.role);
        if wrong {
            field::error(ui, cx, &missing);
        }
        ui.add_space(12.0);
        let name = cx.t("app-review-years");
        field::label(ui, cx, &name, &cx.t("app-review-years-about"));
        let wrong = (tried && self.years().is_none())
            .then(|| cx.say(&Message::new("tty-review-years-range").with("most", MOST_YEARS)));
        let id = Id::new("review-years");
        Field::line(id, &name).plain().width(96.0).wrong(wrong.as_deref()).show(ui, cx, &mut self.years);
        if let Some(wrong) = &wrong {
            field::error(ui, cx, wrong);
        }
        ui.add_space(12.0);
        let name = cx.t("app-review-group");
        field::label(ui, cx, &name, &cx.t("app-review-group-about"));
        Field::line(Id::new("review-group"), &name).plain().width(FIELD).show(ui, cx, &mut self.group);
        ui.add_space(8.0);
        text::label(ui, &cx.t("app-review-no-name"), Type::Small, cx.ink(2));
        Some(first)
    }

    fn role(&self) -> Option<Role> {
        ROLES.iter().copied().find(|role| self.role.iter().any(|chosen| chosen == role.name()))
    }

    fn years(&self) -> Option<u32> {
        self.years.trim().parse().ok().filter(|years| *years <= MOST_YEARS)
    }

    /// What stands in the way of keeping it: the key of its words.
    pub(super) fn missing(&self) -> Option<&'static str> {
        if self.role().is_none() {
            return Some("app-review-role-missing");
        }
        self.years().is_none().then_some("app-review-years-missing")
    }

    /// Who they are; nothing while something is missing.
    pub(super) fn about(&self) -> Option<About> {
        let group = Some(self.group.trim().to_owned()).filter(|group| !group.is_empty());
        Some(About { role: self.role()?, years: self.years()?, group })
    }
}
