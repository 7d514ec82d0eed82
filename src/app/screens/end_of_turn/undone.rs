//! What stands in the way of ending the turn, then what is undone, unread and unanswered.

use egui::{CornerRadius, Margin, Ui};

use super::rows::{Row, list};
use crate::app::acts::{Act, FileTab};
use crate::app::cx::Cx;
use crate::app::over::take_focus_once;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::{icon, text};
use crate::app::screens::desk::marks;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::desk::due::{Due, DueState};
use crate::desk::end_of_turn::EndOfTurn;
use crate::desk::inbox::InboxRow;
use crate::desk::parts::{Asked, Draft, ItemRef};
use crate::text::Message;

/// Draws all of it.
pub fn undone(ui: &mut Ui, cx: &mut Cx<'_>, view: &EndOfTurn, moment: &Moment) {
    blocks(ui, cx, view, moment);
    let several = moment.cases.len() > 1;
    let lists: [(&str, &'static str, Vec<Row>); 6] = [
        ("due", "app-end-due", view.due.iter().map(|due| due_row(cx, due, several)).collect()),
        ("unread", "app-end-unread", view.unread.iter().rev().map(|row| unread_row(cx, row)).collect()),
        ("unopened", "app-end-unopened", view.unopened.iter().map(|item| unopened_row(cx, item)).collect()),
        ("asked", "app-end-asked", view.asked.iter().map(|asked| asked_row(cx, asked)).collect()),
        ("drafts", "app-end-drafts", view.drafts.iter().map(|draft| draft_row(cx, draft)).collect()),
        (
            "notes",
            "app-end-in-hand",
            view.in_hand
                .iter()
                .map(|hand| Row {
                    sign: Icon::Hourglass,
                    what: cx.say(&hand.what),
                    below: String::new(),
                    when: cx.say(&hand.words),
                    late: false,
                    acts: vec![Act::BackToDesk],
                })
                .collect(),
        ),
    ];
    let mut anything = false;
    for (id, heading, rows) in &lists {
        let heading = cx.t(heading);
        let begins = !anything && view.blocks.is_empty();
        anything |= list(ui, cx, (id, begins), &heading, rows);
    }
    if !anything && view.blocks.is_empty() {
        ui.add_space(18.0);
        let words = cx.t("end-summary-nothing");
        text::label(ui, &words, Type::Body, cx.ink(2));
    }
}

/// Why the turn can't be ended, with the way to what must be answered first.
fn blocks(ui: &mut Ui, cx: &mut Cx<'_>, view: &EndOfTurn, moment: &Moment) {
    let Some(why) = &moment.clock.cannot_end else { return };
    let t = *cx.tokens();
    ui.add_space(14.0);
    egui::Frame::new()
        .fill(t.pane)
        .stroke(cx.theme.stroke(1.0, t.edge))
        .corner_radius(CornerRadius::same(size::CARD_CORNER))
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                icon::show(ui, Icon::Lock, icon::LARGE, Type::Body.line(), t.ink_2);
                ui.add_space(10.0);
                text::label(ui, &cx.say(why), Type::Body, t.ink);
            });
            for (index, question) in view.blocks.iter().enumerate() {
                ui.add_space(8.0);
                let name = Message::new("app-do-answer").with("title", question.title.clone());
                let button = Button::plain(cx.say(&name)).small().icon(Icon::Scale);
                let response = button.act(ui, cx, Act::Answer(question.decision.clone()));
                if index == 0 {
                    panes::begins(ui, response.id);
                    take_focus_once(ui, response.id, response.id);
                }
            }
        });
}

fn due_row(cx: &Cx<'_>, due: &Due, several: bool) -> Row {
    let late = due.state == DueState::Missed;
    let case = due.case.as_ref().filter(|_| several).map(|case| case.name.clone());
    Row {
        sign: if late { Icon::TriangleAlert } else { Icon::Flag },
        what: due.label.clone(),
        below: [Some(cx.say(&due.kind_words)), case].into_iter().flatten().collect::<Vec<_>>().join(", "),
        when: cx.say(&due.left),
        late,
        acts: vec![Act::BackToDesk, Act::ShowTab(FileTab::Due)],
    }
}

fn unread_row(cx: &Cx<'_>, row: &InboxRow) -> Row {
    let what = Message::new("app-end-from").with("from", &row.from.name).with("title", &row.title);
    Row {
        sign: marks::of_channel(Some(row.via), row.voicemail),
        what: cx.say(&what),
        below: cx.say(&row.standing),
        when: cx.say(&row.came.words),
        late: false,
        acts: vec![Act::BackToDesk, Act::Read { item: row.item.clone(), nth: row.nth }],
    }
}

fn unopened_row(cx: &Cx<'_>, item: &ItemRef) -> Row {
    Row {
        sign: Icon::FileText,
        what: item.title.clone(),
        below: item.from.as_ref().map(|from| cx.say(from)).unwrap_or_default(),
        when: item.at.as_ref().map(|at| cx.say(&at.words)).unwrap_or_default(),
        late: false,
        acts: vec![Act::BackToDesk, Act::Read { item: item.item.clone(), nth: item.nth }],
    }
}

fn asked_row(cx: &Cx<'_>, asked: &Asked) -> Row {
    let what = Message::new("app-end-from").with("from", &asked.who.name).with("title", &asked.label);
    let below = match &asked.likely {
        Some(likely) => Message::new("app-end-sent-likely").with("likely", likely.clone()),
        None => Message::new("app-end-sent"),
    };
    Row {
        sign: Icon::Clock,
        what: cx.say(&what),
        below: cx.say(&below.with("since", asked.since.words.clone())),
        when: cx.say(&asked.waiting),
        late: false,
        acts: Vec::new(),
    }
}

fn draft_row(cx: &Cx<'_>, draft: &Draft) -> Row {
    Row {
        sign: Icon::Pencil,
        what: draft.label.clone(),
        below: cx.say(&draft.words),
        when: cx.say(&draft.kept.words),
        late: false,
        acts: vec![Act::BackToDesk, Act::OpenForm { response: draft.response.clone(), case: None }],
    }
}
