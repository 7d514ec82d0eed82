//! The cases as cards, in as many columns as there is room for: each one focusable, read whole.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Color32, CornerRadius, Galley, Id, Rect, StrokeKind, Ui, pos2, vec2};

use super::{LibraryState, View, part, trouble_ui};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along};
use crate::app::parts::{icon, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::desk::library::Card;
use crate::scenario::raw::{Shape, Theme};
use crate::text::{Message, words};

/// Between cards, and how wide two must be to stand side by side.
const GAP: f32 = 12.0;
const TWO: f32 = 560.0;

/// So many themes are shown on a card; a screen reader is told all of them.
const MOST: usize = 6;

/// Draws what stands in the way, the heading with the count, and the cards.
pub(super) fn cards_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState, view: &View<'_>) {
    let heading = cx.t("app-library-cases");
    let opening = state.opening.as_ref().filter(|_| view.waiting);
    let beside = match opening {
        Some(opening) => cx.say(&opening.words),
        None if view.reading => String::new(),
        None => {
            let count = [&view.found.count].into_iter().chain(&view.found.order);
            count.map(|words| cx.say(words)).collect::<Vec<_>>().join(", ")
        }
    };
    text::heading_with(ui, cx, &heading, Type::Heading, &beside, 1);
    ui.add_space(10.0);
    if !view.shelf.troubles.is_empty() {
        let name = cx.t("app-library-troubles");
        part(ui, "library-troubles", Role::Group, &name, |ui| {
            for trouble in &view.shelf.troubles {
                trouble_ui(ui, cx, trouble);
            }
        });
        ui.add_space(8.0);
    }
    if view.reading {
        let words = cx.t("app-library-reading");
        text::label(ui, &words, Type::Body, cx.ink(2));
    } else if let Some(nothing) = &view.found.nothing {
        let words = cx.say(nothing);
        text::label(ui, &words, Type::Body, cx.ink(2));
        if let Some(clear) = &view.found.clear {
            ui.add_space(8.0);
            Button::plain(cx.say(clear)).small().act(ui, cx, Act::ClearFilters);
        }
    } else if view.found.cards.is_empty() {
        let words = cx.t("app-library-no-cases");
        text::label(ui, &words, Type::Body, cx.ink(2));
    } else {
        part(ui, "library-cards", Role::List, &heading, |ui| grid_ui(ui, cx, state, view));
    }
}

fn grid_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState, view: &View<'_>) {
    let cards = &view.found.cards;
    let whole = ui.available_width();
    let columns = if view.room > Room::One && whole >= TWO { 2 } else { 1 };
    let width = (whole - GAP * (columns - 1) as f32) / columns as f32;
    let roving = list::roving(ui, Id::new("library-card"), cards.len(), &mut state.card, Along::Grid(columns));
    panes::begins(ui, roving.id(state.card));
    for (row, pair) in cards.chunks(columns).enumerate() {
        if row > 0 {
            ui.add_space(GAP);
        }
        let laid: Vec<Laid> = pair.iter().map(|card| Laid::of(ui, cx, card, &state.filter.themes, width)).collect();
        let height = laid.iter().map(Laid::height).fold(0.0, f32::max);
        let (_, line) = ui.allocate_space(vec2(whole, height));
        for (column, (card, laid)) in pair.iter().zip(laid).enumerate() {
            let left = line.left() + (width + GAP) * column as f32;
            let rect = Rect::from_min_size(pos2(left, line.top()), vec2(width, height));
            let index = row * columns + column;
            let response = roving.row(ui, index, rect, &mut state.card);
            paint(ui, cx, rect, &laid, response.hovered());
            focus::ring(ui, cx.theme, &response, Ring::Outside(size::CARD_CORNER));
            let name = name_of(cx, card);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListItem);
                node.set_label(name.as_str());
            });
            if response.clicked() {
                cx.act(Act::Brief { slug: card.slug.clone(), variant: None });
            }
        }
    }
}

/// A card, set.
struct Laid {
    title: Arc<Galley>,
    line: Option<Arc<Galley>>,
    themes: Arc<Galley>,
    facts: Vec<(Icon, Arc<Galley>)>,
}

impl Laid {
    fn of(ui: &Ui, cx: &Cx<'_>, card: &Card, asked: &[Theme], width: f32) -> Self {
        let room = width - 32.0;
        let facts = facts(cx, card);
        Self {
            title: text::lay_out(ui, &card.title, Type::CardTitle, cx.ink(1), room),
            line: card.one_line.as_ref().map(|line| text::lay_out(ui, line, Type::Body, cx.ink(2), room)),
            themes: themes(ui, cx, card, asked, room),
            facts: facts
                .iter()
                .map(|fact| {
                    let strong = Type::SmallStrong.format(cx.ink(2));
                    let plain = Type::Small.format(cx.ink(2));
                    let parts = [(fact.strong.as_str(), strong), (" ", plain.clone()), (fact.words.as_str(), plain)];
                    let parts = if fact.strong.is_empty() { &parts[2..] } else { &parts[..] };
                    (fact.sign, text::runs(ui, parts, room - icon::SMALL - 6.0))
                })
                .collect(),
        }
    }

    /// The height of the facts, which stand at the foot of the card.
    fn foot(&self) -> f32 {
        self.facts.iter().map(|fact| fact.1.size().y + 1.0).sum()
    }

    fn height(&self) -> f32 {
        let line = self.line.as_ref().map_or(0.0, |line| line.size().y + 3.0);
        14.0 + self.title.size().y + line + 6.0 + self.themes.size().y + 8.0 + self.foot() + 12.0
    }
}

/// A line of the foot, with its sign.
struct Fact {
    sign: Icon,
    /// Set bold, in front.
    strong: String,
    words: String,
}

fn facts(cx: &Cx<'_>, card: &Card) -> Vec<Fact> {
    let plain = |sign, words| Fact { sign, strong: String::new(), words };
    let when = Message::new("app-library-length-place")
        .with("length", card.length.clone())
        .with("place", card.place.clone());
    let mut facts = vec![plain(Icon::Clock, cx.say(&when))];
    if card.calibration {
        facts.push(plain(Icon::ClipboardList, cx.say(&words::shape(Shape::Calibration))));
    }
    facts.push(match &card.no_content {
        Some(none) => plain(Icon::Info, cx.say(none)),
        None => Fact { sign: Icon::Info, strong: cx.t("app-library-contains"), words: card.content.join(" ") },
    });
    facts.push(plain(Icon::Users, cx.say(&card.reviews)));
    if let Some(rules) = Message::listed(card.variants.iter().map(|variant| variant.rules.clone()).collect()) {
        facts.push(plain(Icon::Calendar, cx.say(&Message::new("app-library-also").with("rules", rules))));
    }
    facts
}

/// The themes that are shown, in their order: those asked for before others, where there is not room for all.
fn shown<'c>(card: &'c Card, asked: &[Theme]) -> Vec<&'c (Theme, Message)> {
    let mut places: Vec<usize> = (0..card.themes.len()).collect();
    places.sort_by_key(|at| !asked.contains(&card.themes[*at].0));
    places.truncate(MOST);
    places.sort_unstable();
    places.into_iter().map(|at| &card.themes[at]).collect()
}

/// Themes in a row, those asked for bold.
fn themes(ui: &Ui, cx: &Cx<'_>, card: &Card, asked: &[Theme], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    let shown = shown(card, asked);
    for (index, (theme, words)) in shown.iter().enumerate() {
        if index > 0 {
            job.append(", ", 0.0, Type::Small.format(cx.ink(3)));
        }
        let words = cx.say(words);
        let words = if index > 0 { within(&words) } else { words };
        let format =
            if asked.contains(theme) { Type::SmallStrong.format(cx.ink(2)) } else { Type::Small.format(cx.ink(3)) };
        job.append(&words, 0.0, format);
    }
    let more = card.themes.len() - shown.len();
    if more > 0 {
        let more = cx.say(&Message::new("app-library-themes-more").with("n", more));
        job.append(" ", 0.0, Type::Small.format(cx.ink(3)));
        job.append(&more, 0.0, Type::Small.format(cx.ink(3)));
    }
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

/// The same words as they stand within a sentence; an abbreviation stays as it is.
fn within(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

/// Everything on a card, in the order in which it is read.
fn name_of(cx: &Cx<'_>, card: &Card) -> String {
    let themes: Vec<String> = card.themes.iter().map(|(_, words)| cx.say(words)).collect();
    let mut parts = vec![card.title.clone()];
    parts.extend(card.one_line.clone());
    parts.push(themes.join(", "));
    parts.extend(facts(cx, card).into_iter().map(|fact| format!("{} {}", fact.strong, fact.words)));
    let parts = parts.iter().map(|part| part.trim().trim_end_matches('.')).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(". ")
}

fn paint(ui: &Ui, cx: &Cx<'_>, rect: Rect, laid: &Laid, hovered: bool) {
    let t = cx.tokens();
    let (fill, edge) = if hovered { (t.well, t.edge) } else { (t.paper, t.hair) };
    let corner = CornerRadius::same(size::CARD_CORNER);
    ui.painter().rect(rect, corner, fill, cx.theme.stroke(1.0, edge), StrokeKind::Inside);
    let mut at = rect.min + vec2(16.0, 14.0);
    ui.painter().galley(at, Arc::clone(&laid.title), Color32::PLACEHOLDER);
    at.y += laid.title.size().y;
    if let Some(line) = &laid.line {
        at.y += 3.0;
        ui.painter().galley(at, Arc::clone(line), Color32::PLACEHOLDER);
        at.y += line.size().y;
    }
    at.y += 6.0;
    ui.painter().galley(at, Arc::clone(&laid.themes), Color32::PLACEHOLDER);
    at.y = rect.bottom() - 12.0 - laid.foot();
    for (sign, words) in &laid.facts {
        let line = Type::Small.line();
        let centre = pos2(at.x + icon::SMALL / 2.0, at.y + line / 2.0);
        icon::paint(ui.painter(), centre, *sign, icon::SMALL, t.ink_3);
        ui.painter().galley(at + vec2(icon::SMALL + 6.0, 0.0), Arc::clone(words), Color32::PLACEHOLDER);
        at.y += words.size().y + 1.0;
    }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn words_within_a_sentence_begin_small() {
        assert_eq!(within("Mental health"), "mental health");
        assert_eq!(within("MAPPA"), "MAPPA");
        assert_eq!(within(""), "");
    }
}
