//! Who does what by when: a row a step, added and taken out one by one.

use egui::accesskit::Role;
use egui::{Id, Rect, Ui, UiBuilder, pos2, vec2};

use super::checks::{Part, Spot};
use super::pen::{Pen, Text};
use super::written::Step;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::choices::Choices;
use crate::app::parts::{field, page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::form::{FieldInput, FieldView};
use crate::text::Message;

/// Who and by when, where a step stands in one row; what takes the rest.
const WHO: f32 = 216.0;
const BY: f32 = 176.0;
/// The button that takes a step out.
const OUT: f32 = 32.0;
/// Between columns.
const GAP: f32 = 8.0;
/// The least room for what is done, beside when; with less, when stands below it.
const WHAT: f32 = 260.0;
/// The least room for what is done beside who; with less, one stands below the other.
const LEAST: f32 = 200.0;

/// Draws the steps of a field. `people` are those who may be named, by id and in words.
pub fn steps_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pen: &mut Pen<'_>,
    (index, field): (usize, &FieldView),
    help: &str,
    people: &[(String, String)],
    steps: &mut Vec<Step>,
) {
    let whole = Spot::Field(index, Part::Whole);
    ui.scope_builder(UiBuilder::new().id(pen.id(whole, "steps")), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Group);
            node.set_label(field.label.as_str());
            node.set_description(help);
        });
        let mut taken_out = None;
        let count = steps.len();
        for (at, step) in steps.iter_mut().enumerate() {
            let spot = Spot::Field(index, Part::Step(at));
            let row = StepRow { spot, number: at + 1, of: count, people };
            text::hairline(ui, cx);
            ui.add_space(4.0);
            if row.show(ui, cx, pen, step) {
                taken_out = Some(at);
            }
            ui.add_space(4.0);
        }
        if let Some(at) = taken_out {
            steps.remove(at);
            pen.changed = true;
            pen.choosing = None;
            pen.writing = None;
            pen.go_to = Some(whole);
            let words = cx.say(&Message::new("app-form-step-out").with("number", at + 1));
            cx.announce(words, false);
        }
        add_ui(ui, cx, pen, (index, field), steps);
    });
}

/// The button that adds a step.
fn add_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pen: &mut Pen<'_>,
    (index, field): (usize, &FieldView),
    steps: &mut Vec<Step>,
) {
    let whole = Spot::Field(index, Part::Whole);
    ui.add_space(4.0);
    let add = Button::plain(cx.t(if steps.is_empty() { "app-form-step-first" } else { "app-form-step-add" }))
        .icon(Icon::Plus)
        .small()
        .id(pen.id(whole, "add"));
    let (response, pressed) = add.show(ui, cx);
    pen.follow(ui, whole, &response);
    if pressed {
        let at = steps.len();
        steps.push(Step::default());
        pen.changed = true;
        // Who it is comes first: the names lie open.
        let spot = Spot::Field(index, Part::Step(at));
        pen.choosing = Some(spot);
        pen.focus_next = Some(pen.id(spot, "people").with(0_usize));
    }
    let least = if let FieldInput::Steps { least, .. } = &field.kind { *least } else { 0 };
    let begun = steps.iter().filter(|step| !step.is_empty()).count();
    if begun > 0 && u32::try_from(begun).is_ok_and(|begun| begun < least) {
        let words = cx.say(&Message::new("app-form-steps-so-far").with("n", begun).with("least", least));
        ui.add_space(2.0);
        text::label(ui, &words, Type::Caption, cx.ink(3));
    }
}

/// A step, while it is drawn.
#[derive(Debug, Clone, Copy)]
struct StepRow<'a> {
    spot: Spot,
    number: usize,
    of: usize,
    people: &'a [(String, String)],
}

impl StepRow<'_> {
    /// True if it is to be taken out.
    fn show(self, ui: &mut Ui, cx: &mut Cx<'_>, pen: &mut Pen<'_>, step: &mut Step) -> bool {
        let wrong = pen.checks.at(self.spot).map(|message| cx.say(message));
        let wrong = wrong.as_deref();
        let width = ui.available_width();
        let what = width - WHO - BY - OUT - GAP * 3.0;
        let mut out = false;
        if what >= WHAT {
            page::columns(ui, &[WHO, what, BY, OUT], GAP, |ui, column| match column {
                0 => self.who(ui, cx, pen, step, wrong),
                1 => self.what(ui, cx, pen, step, wrong),
                2 => self.by(ui, cx, pen, step, wrong),
                _ => out = self.out(ui, cx, pen),
            });
        } else if width - WHO - OUT - GAP * 2.0 >= LEAST {
            page::columns(ui, &[WHO, width - WHO - OUT - GAP * 2.0, OUT], GAP, |ui, column| match column {
                0 => self.who(ui, cx, pen, step, wrong),
                1 => {
                    self.what(ui, cx, pen, step, wrong);
                    ui.add_space(4.0);
                    ui.set_max_width(BY.max(ui.available_width() * 0.6));
                    self.by(ui, cx, pen, step, wrong);
                }
                _ => out = self.out(ui, cx, pen),
            });
        } else {
            page::columns(ui, &[width - OUT - GAP, OUT], GAP, |ui, column| match column {
                0 => self.who(ui, cx, pen, step, wrong),
                _ => out = self.out(ui, cx, pen),
            });
            ui.add_space(4.0);
            self.what(ui, cx, pen, step, wrong);
            ui.add_space(4.0);
            self.by(ui, cx, pen, step, wrong);
        }
        if pen.choosing == Some(self.spot) {
            self.choose(ui, cx, pen, step);
        }
        if let Some(wrong) = wrong {
            field::error(ui, cx, wrong);
        }
        out
    }

    /// "Step 2, who".
    fn name(self, cx: &Cx<'_>, key: &'static str) -> String {
        cx.say(&Message::new(key).with("number", self.number).with("of", self.of))
    }

    fn who(self, ui: &mut Ui, cx: &mut Cx<'_>, pen: &mut Pen<'_>, step: &Step, wrong: Option<&str>) {
        let named = step.who.as_ref().and_then(|who| self.people.iter().find(|(id, _)| id == who));
        let words = named.map_or_else(|| cx.t("app-form-step-who"), |(_, words)| words.clone());
        // The name alone: what they belong to stands in the list.
        let short = shortened(ui, words.split(", ").next().unwrap_or_default(), WHO - 46.0);
        let name = Message::new("app-form-step-who-name").with("number", self.number).with("who", words);
        let open = pen.choosing == Some(self.spot);
        let button = Button::plain(short)
            .icon_after(if open { Icon::ChevronUp } else { Icon::ChevronDown })
            .opens()
            .named(cx.say(&name))
            .id(pen.id(self.spot, "who"));
        let (response, pressed) = button.show(ui, cx);
        let missing = step.who.is_none();
        if missing {
            pen.follow(ui, self.spot, &response);
        } else if response.has_focus() {
            pen.at = Some(self.spot);
        }
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_expanded(open);
            if let Some(wrong) = wrong.filter(|_| missing) {
                node.set_invalid(egui::accesskit::Invalid::True);
                node.set_description(wrong);
            }
        });
        if pressed {
            pen.choosing = (!open).then_some(self.spot);
            if !open {
                let chosen: Vec<String> = step.who.iter().cloned().collect();
                let stop = self.choices(pen.id(self.spot, "people"), "").stop(ui, &chosen);
                pen.focus_next = Some(stop);
            }
        }
    }

    /// The people, as a list to choose from.
    const fn choices<'c>(&'c self, id: Id, name: &'c str) -> Choices<'c> {
        Choices { id, name, description: "", required: true, wrong: false, rows: self.people, many: false }
    }

    /// The people to choose from, below the row.
    fn choose(self, ui: &mut Ui, cx: &Cx<'_>, pen: &mut Pen<'_>, step: &mut Step) {
        let name = self.name(cx, "app-form-step-who-list");
        let choices = self.choices(pen.id(self.spot, "people"), &name);
        ui.add_space(4.0);
        let mut chosen: Vec<String> = step.who.iter().cloned().collect();
        let top = ui.cursor().min;
        let chose = choices.show(ui, cx, &mut chosen);
        if chose.gained_focus {
            // With the step above it, and as much of the list as there is room for.
            let much = (ui.cursor().top() - top.y).min(200.0);
            let shown = Rect::from_min_max(top - vec2(0.0, 64.0), pos2(ui.max_rect().right(), top.y + much));
            ui.scroll_to_rect(shown, None);
        }
        if chose.has_focus {
            pen.at = Some(self.spot);
        }
        if chose.changed {
            step.who = chosen.into_iter().next();
            pen.changed = true;
        }
        // Arrows only move through the names; a click, space or Enter ends it.
        if chose.clicked {
            pen.choosing = None;
            let next = pen.id(self.spot, "what");
            ui.memory_mut(|memory| memory.request_focus(next));
        }
    }

    fn what(self, ui: &mut Ui, cx: &Cx<'_>, pen: &mut Pen<'_>, step: &mut Step, wrong: Option<&str>) {
        let (name, hint) = (self.name(cx, "app-form-step-what-name"), cx.t("app-form-step-what"));
        let wrong = wrong.filter(|_| step.what.trim().is_empty());
        let asked = Text { what: "what", name: &name, hint: &hint, help: "", rows: 1, required: true, wrong };
        // The focus is sent to what is missing.
        let here = step.who.is_some() && step.what.trim().is_empty();
        let sent = if here { None } else { pen.go_to.take() };
        pen.text(ui, cx, self.spot, asked, &mut step.what);
        pen.go_to = pen.go_to.or(sent);
    }

    fn by(self, ui: &mut Ui, cx: &Cx<'_>, pen: &mut Pen<'_>, step: &mut Step, wrong: Option<&str>) {
        let (name, hint) = (self.name(cx, "app-form-step-by-name"), cx.t("app-form-step-by"));
        let wrong = wrong.filter(|_| step.by.moment(pen.days).is_none());
        let asked = Text { what: "by", name: &name, hint: &hint, help: "", rows: 1, required: true, wrong };
        pen.day(ui, cx, self.spot, asked, &mut step.by);
    }

    fn out(self, ui: &mut Ui, cx: &mut Cx<'_>, pen: &mut Pen<'_>) -> bool {
        let name = self.name(cx, "app-form-step-take-out");
        let sign = Button::sign(Icon::X, name).id(pen.id(self.spot, "out"));
        let (response, pressed) = sign.show(ui, cx);
        if response.has_focus() {
            pen.at = Some(self.spot);
        }
        pressed
    }
}

/// A name, cut off where it would leave its button; all of it is in the button's own name.
fn shortened(ui: &Ui, name: &str, width: f32) -> String {
    let fits = |words: &str| text::measure(ui, words, Type::BodyStrong).x <= width;
    let mut letters = name.to_owned();
    if fits(name) {
        return letters;
    }
    while letters.pop().is_some() {
        let short = format!("{}\u{2026}", letters.trim_end());
        if fits(&short) {
            return short;
        }
    }
    name.to_owned()
}
