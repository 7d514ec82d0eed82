//! The table of everyone round the person on probation: who, what they are known to know, when there last was contact.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Id, PointerButton, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::text;
use crate::app::pictures::ecomap as picture;
use crate::app::theme::type_scale::Type;
use crate::desk::ecomap::{Ecomap, EcomapPerson};
use crate::text::Message;

/// Where the columns stand, from the left of the table, and how wide they are.
#[derive(Debug, Clone, Copy)]
struct Columns {
    who: f32,
    knows_at: f32,
    knows: f32,
    last: f32,
}

impl Columns {
    /// As wide as their words, but the first has at least two fifths.
    fn of(ui: &Ui, cx: &Cx<'_>, ecomap: &Ecomap, width: f32) -> Self {
        let widest = |words: Vec<String>| {
            words.iter().map(|one| text::measure(ui, one, Type::Small).x.ceil()).fold(0.0_f32, f32::max)
        };
        let knows = picture::people(ecomap).map(|person| cx.say(&person.knows_words));
        let last = picture::people(ecomap).map(|person| cx.say(&person.last_words));
        let knows = widest(knows.chain([cx.t("app-pictures-knows")]).collect()).min(width * 0.3);
        let last = widest(last.chain([cx.t("app-pictures-last")]).collect()).min(width * 0.28);
        let who = width - knows - last - 16.0;
        Self { who, knows_at: who + 8.0, knows, last }
    }
}

/// Draws the table. `chosen` is a place among everyone, and moves with the rows. True if a row was entered by key: the
/// focus goes to what can be done then.
pub(super) fn everyone_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ecomap: &Ecomap,
    chosen: &mut Option<usize>,
    listed: &mut Option<usize>,
) -> bool {
    let all: Vec<&EcomapPerson> = picture::people(ecomap).collect();
    super::caption(ui, cx, &cx.t("app-pictures-everyone"));
    if all.is_empty() {
        text::label(ui, &cx.say(&ecomap.name), Type::Small, cx.ink(2));
        return false;
    }
    let name = cx.t("app-pictures-everyone");
    let id = Id::new("people-table");
    ui.scope_builder(UiBuilder::new().id(id.with("table")), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Table);
            node.set_label(name.as_str());
        });
        let columns = Columns::of(ui, cx, ecomap, ui.available_width());
        heads_ui(ui, cx, columns);
        let mut at = chosen.unwrap_or(0).min(all.len() - 1);
        let roving = list::roving(ui, id, all.len(), &mut at, Along::Down);
        panes::begins(ui, roving.id(at));
        let marked = *chosen;
        let mut entered = false;
        for (index, person) in all.iter().enumerate() {
            let response = row_ui(ui, cx, (&roving, index, &mut at), person, (columns, marked == Some(index)));
            if marked == Some(index) && *listed != marked {
                *listed = marked;
                ui.scroll_to_rect(response.rect, None);
            }
            if response.clicked() || response.has_focus() && at == index {
                *chosen = Some(index);
            }
            entered |= response.clicked() && !response.clicked_by(PointerButton::Primary);
        }
        if marked.is_some_and(|marked| marked != at) {
            *chosen = Some(at);
        }
        // The card above grows and shrinks with whoever is chosen: the row is brought into sight once more after that.
        if *chosen != marked {
            *listed = None;
        }
        entered
    })
    .inner
}

fn heads_ui(ui: &mut Ui, cx: &Cx<'_>, columns: Columns) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 20.0));
    let heads = [
        (rect.left(), columns.who, "app-pictures-who"),
        (rect.left() + columns.knows_at, columns.knows, "app-pictures-knows"),
        (rect.right() - columns.last, columns.last, "app-pictures-last"),
    ];
    for (index, (x, width, key)) in heads.into_iter().enumerate() {
        let words = cx.t(key);
        let galley = text::one_line(ui, &words, Type::Small, cx.ink(3), width);
        let at = Rect::from_min_size(pos2(x, rect.top()), vec2(width, 18.0));
        match index {
            2 => text::paint_right(ui, at, galley),
            _ => text::paint_left(ui, at, galley),
        }
        let response = ui.interact(at, ui.unique_id().with(("head", index)), Sense::hover());
        text::name_it(ui, &response, Role::ColumnHeader, &words);
    }
}

fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (roving, index, at): (&Roving, usize, &mut usize),
    person: &EcomapPerson,
    (columns, on): (Columns, bool),
) -> Response {
    let t = *cx.tokens();
    let who = text::lay_out(ui, &person.who.name, Type::Small, t.ink, columns.who);
    let knows = text::lay_out(ui, &cx.say(&person.knows_words), Type::Small, t.ink_2, columns.knows);
    let second = if on { t.ink_2 } else { t.ink_3 };
    let last = text::lay_out(ui, &cx.say(&person.last_words), Type::Small, second, columns.last);
    let height = who.size().y.max(knows.size().y).max(last.size().y) + 8.0;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let target = rect.expand2(vec2(6.0, 0.0));
    let response = roving.row(ui, index, target, at);
    if on {
        ui.painter().rect_filled(target, CornerRadius::same(4), t.accent_wash);
        let bar = Rect::from_min_max(target.min, pos2(target.left() + 3.0, target.bottom()));
        ui.painter().rect_filled(bar, 0, t.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(target, CornerRadius::same(4), t.well);
    }
    ui.painter().hline(rect.x_range(), rect.top(), cx.theme.stroke(1.0, t.hair));
    let y = rect.top() + 4.0;
    ui.painter().galley(pos2(rect.left(), y), who, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.left() + columns.knows_at, y), knows, Color32::PLACEHOLDER);
    let right = rect.right() - last.size().x;
    ui.painter().galley(pos2(right, y), last, Color32::PLACEHOLDER);
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    let name = Message::new("app-pictures-row")
        .with("name", &person.who.name)
        .with("line", person.line_words.clone())
        .with("knows", person.knows_words.clone())
        .with("last", person.last_words.clone());
    text::name_it(ui, &response, Role::Row, &cx.say(&name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(on));
    response
}
