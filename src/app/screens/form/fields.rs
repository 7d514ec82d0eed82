//! One field of a form: its label with what it wants, its help, and the thing itself, with what is wrong below it.

use egui::Ui;
use egui::accesskit::Invalid;

use super::checks::{Part, Spot};
use super::pen::{Pen, Text};
use super::written::Written;
use super::{grid, steps};
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::choices::Choices;
use crate::app::parts::field;
use crate::app::parts::text;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::form::{FieldInput, FieldView, RuleView};
use crate::desk::parts::{Named, Who};
use crate::run::filing;
use crate::scenario::raw::Value;
use crate::scenario::symbols::YOU;
use crate::text::Message;

/// The widest text that is written in one column.
const WIDEST: f32 = 760.0;

/// Draws a field. `head` is how high its label and help are to be, where fields stand side by side.
pub fn field_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pen: &mut Pen<'_>,
    (index, field): (usize, &FieldView),
    written: &mut Written,
    head: f32,
) {
    let whole = Spot::Field(index, Part::Whole);
    let top = ui.cursor().top();
    head_ui(ui, cx, field);
    let used = ui.cursor().top() - top;
    ui.add_space((head - used).max(0.0));
    let help = help_of(cx, field);
    let wrong = pen.checks.at(whole).map(|message| cx.say(message));
    match (&field.kind, written) {
        (FieldInput::Words { most, .. }, Written::Words(words)) => {
            words_ui(ui, cx, pen, (whole, field), (&help, wrong.as_deref()), *most, words);
        }
        (FieldInput::PickOne(choices) | FieldInput::PickSome(choices), Written::Picks(chosen)) => {
            let many = matches!(field.kind, FieldInput::PickSome(_));
            picks_ui(ui, cx, pen, (whole, field), &help, (&named(choices), many), chosen);
        }
        (FieldInput::People(people), Written::Picks(chosen)) => {
            picks_ui(ui, cx, pen, (whole, field), &help, (&people_rows(cx, people), true), chosen);
        }
        (FieldInput::Grid(rows), Written::Grid(rated)) => {
            grid::grid_ui(ui, cx, pen, (index, field), &help, rows, rated);
        }
        (FieldInput::Steps { who, .. }, Written::Steps(list)) => {
            let people = people_rows(cx, who);
            steps::steps_ui(ui, cx, pen, (index, field), &help, &people, list);
        }
        (FieldInput::Date, Written::Day(day)) => {
            let hint = cx.t("app-form-day-hint");
            let asked = Text {
                what: "day",
                name: &field.label,
                hint: &hint,
                help: &help,
                rows: 1,
                required: field.required,
                wrong: wrong.as_deref(),
            };
            ui.scope(|ui| {
                ui.set_max_width(320.0_f32.min(ui.available_width()));
                pen.day(ui, cx, whole, asked, day);
            });
        }
        (FieldInput::FromRule(rule), _) => rule_ui(ui, cx, rule),
        (FieldInput::Cites { .. }, _) => cites_ui(ui, cx, pen, whole),
        _ => {}
    }
    if let Some(wrong) = &wrong {
        field::error(ui, cx, wrong);
    }
}

/// What stands beside a label: that it may be left out, and what it wants.
fn beside(cx: &Cx<'_>, field: &FieldView) -> String {
    let optional = (!field.required).then(|| cx.say(&field.required_words));
    let filled_in = matches!(field.kind, FieldInput::FromRule(_));
    let wants = field.wants.as_ref().filter(|_| !filled_in).map(|wants| cx.say(wants));
    optional.into_iter().chain(wants).collect::<Vec<_>>().join(" \u{b7} ")
}

/// Help and what is wanted, as a screen reader is told of it.
fn help_of(cx: &Cx<'_>, field: &FieldView) -> String {
    let wants = field.wants.as_ref().map(|wants| format!("{}.", cx.say(wants)));
    field.help.iter().cloned().chain(wants).collect::<Vec<_>>().join(" ")
}

/// The label of a field, and its help.
fn head_ui(ui: &mut Ui, cx: &Cx<'_>, field: &FieldView) {
    field::label(ui, cx, &field.label, &beside(cx, field));
    if let Some(help) = &field.help {
        text::label_within(ui, help, Type::Small, cx.ink(3), WIDEST);
        ui.add_space(4.0);
    }
    // What stood here in the text it was started from, where it can't be taken over.
    if let Some(Value::Words(before)) = &field.start
        && !matches!(field.kind, FieldInput::Words { .. })
    {
        let words = cx.say(&Message::new("app-form-before").with("text", before));
        text::label_within(ui, &words, Type::Small, cx.ink(2), WIDEST);
        ui.add_space(4.0);
    }
}

/// How high the label and the help of a field are at a width.
#[must_use]
pub fn head_height(ui: &Ui, cx: &Cx<'_>, field: &FieldView, width: f32) -> f32 {
    let strong = Type::BodyStrong.format(cx.ink(1));
    let caption = Type::Caption.format(cx.ink(3));
    let beside = beside(cx, field);
    let label = text::runs(ui, &[(&field.label, strong), ("  ", caption.clone()), (&beside, caption)], width);
    let help = field.help.as_ref().map(|help| text::lay_out(ui, help, Type::Small, cx.ink(3), width));
    label.size().y + 4.0 + help.map_or(0.0, |help| help.size().y + 4.0)
}

fn words_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    pen: &mut Pen<'_>,
    (spot, field): (Spot, &FieldView),
    (help, wrong): (&str, Option<&str>),
    most: u32,
    written: &mut String,
) {
    let rows = match most {
        0..=60 => 2,
        61..=160 => 3,
        161..=260 => 4,
        _ => 6,
    };
    let asked = Text { what: "words", name: &field.label, hint: "", help, rows, required: field.required, wrong };
    ui.scope(|ui| {
        ui.set_max_width(WIDEST.min(ui.available_width()));
        pen.text(ui, cx, spot, asked, written);
        let count = filing::words(written);
        // Quiet until it matters.
        if count.saturating_mul(10) >= most.saturating_mul(9) {
            let (of, colour) =
                if count > most { (Type::CaptionStrong, cx.tokens().due) } else { (Type::Caption, cx.ink(3)) };
            let words = cx.say(&Message::new("app-form-count").with("n", count).with("most", most));
            ui.add_space(2.0);
            text::label(ui, &words, of, colour);
        }
    });
}

fn picks_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pen: &mut Pen<'_>,
    (spot, field): (Spot, &FieldView),
    help: &str,
    (rows, many): (&[(String, String)], bool),
    chosen: &mut Vec<String>,
) {
    let wrong = pen.checks.at(spot).map(|message| cx.say(message)).unwrap_or_default();
    let description = [help, &wrong].iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let choices = Choices {
        id: pen.id(spot, "choices"),
        name: &field.label,
        description: &description,
        required: field.required,
        wrong: !wrong.is_empty(),
        rows,
        many,
    };
    let stop = choices.stop(ui, chosen);
    pen.lead(ui, spot, stop);
    let chose = choices.show(ui, cx, chosen);
    pen.changed |= chose.changed;
    if chose.has_focus {
        pen.at = Some(spot);
    }
    if !many && !field.required && !chosen.is_empty() && clear_ui(ui, cx, pen, spot, &field.label) {
        chosen.clear();
    }
}

/// A button that empties what may be left out.
pub fn clear_ui(ui: &mut Ui, cx: &mut Cx<'_>, pen: &mut Pen<'_>, spot: Spot, label: &str) -> bool {
    let name = cx.say(&Message::new("app-form-clear-name").with("label", label));
    let clear = Button::quiet(cx.t("app-form-clear")).icon(Icon::Undo2).small().named(name);
    let (response, pressed) = clear.id(pen.id(spot, "clear")).show(ui, cx);
    pen.follow(ui, spot, &response);
    pen.changed |= pressed;
    pressed
}

fn rule_ui(ui: &mut Ui, cx: &Cx<'_>, rule: &RuleView) {
    let value = text::capital(&cx.say(&rule.value));
    text::label_within(ui, &value, Type::BodyStrong, cx.ink(1), WIDEST);
    if let Some(words) = &rule.text {
        text::label_within(ui, words, Type::Writing, cx.ink(2), WIDEST);
    }
    let sure = rule.sure.as_ref().map(|sure| cx.say(sure));
    let source: Vec<String> = rule.source.iter().cloned().chain(sure).collect();
    if !source.is_empty() {
        ui.add_space(2.0);
        text::label_within(ui, &source.join(" \u{b7} "), Type::Caption, cx.ink(3), WIDEST);
    }
}

/// What is cited so far, and the way to the list where that is done.
fn cites_ui(ui: &mut Ui, cx: &mut Cx<'_>, pen: &mut Pen<'_>, spot: Spot) {
    let cited = pen.evidence.list().len();
    let name = cx.say(&Message::new("app-form-cites-so-far").with("n", cited));
    let wrong = pen.checks.at(spot).map(|message| cx.say(message));
    let to_list = Button::plain(&name).icon(Icon::Quote).small().id(pen.id(spot, "cites"));
    let (response, pressed) = to_list.show(ui, cx);
    pen.follow(ui, spot, &response);
    if let Some(wrong) = wrong {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_invalid(Invalid::True);
            node.set_description(wrong);
        });
    }
    if pressed {
        pen.go_to = Some(Spot::Evidence);
    }
}

fn named(choices: &[Named]) -> Vec<(String, String)> {
    choices.iter().map(|choice| (choice.id.clone(), choice.name.clone())).collect()
}

/// The trainee, then people known by now.
fn people_rows(cx: &Cx<'_>, people: &[Who]) -> Vec<(String, String)> {
    let you = (YOU.to_owned(), cx.t("you"));
    std::iter::once(you).chain(people.iter().map(|who| (who.id.clone(), cx.say(&who.in_full)))).collect()
}
