//! Agreement beside plain habits: one axis from nought to one, a named tick for each habit, and the trainee's mean with
//! its range.
//!
//! In go figures and their names; the picture is one image with a sentence, and the list below it says the same with the
//! figures. It is never shown without habits.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Rect, Sense, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::{page, text};
use crate::app::theme::type_scale::Type;

/// The axis and its ends, in points.
const LEFT: f32 = 12.0;
const LINE: f32 = 18.0;
/// Lines of names above the axis, and below it.
const ROWS: usize = 3;

/// A mean, and what it is of.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// "Explore 0.52".
    pub label: String,
    /// From nought to one.
    pub at: f64,
    /// All of it in words.
    pub name: String,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Habits {
    pub you: Tick,
    /// The range of the trainee's mean.
    pub range: Option<(f64, f64)>,
    pub ticks: Vec<Tick>,
    /// The picture in a sentence.
    pub name: String,
}

/// Where a name stands: its line, from one upwards, above the axis or below it.
type Spot = (bool, usize);

/// Draws the picture, and the list below it.
pub fn habits(ui: &mut Ui, cx: &Cx<'_>, heading: &str, picture: &Habits) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let labels: Vec<_> = std::iter::once((&picture.you, Type::SmallStrong, t.accent))
        .chain(picture.ticks.iter().map(|tick| (tick, Type::Caption, t.ink_2)))
        .map(|(tick, of, colour)| (tick, text::one_line(ui, &tick.label, of, colour, width)))
        .collect();
    let axis = width - LEFT * 2.0;
    let spans: Vec<(f32, f32)> = labels
        .iter()
        .map(|(tick, galley)| {
            let half = galley.size().x / 2.0;
            let middle = (place(axis, tick.at)).clamp(half - LEFT, axis + LEFT - half);
            (middle - half - 4.0, middle + half + 4.0)
        })
        .collect();
    let spots = spots(&spans);
    let lines = |above: bool| {
        spots.iter().flatten().filter(|spot| spot.0 == above).map(|spot| spot.1).max().unwrap_or(0) as f32
    };
    let (above, below) = (lines(true).max(1.0), lines(false).max(1.0));
    let height = (above + below) * LINE + 16.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let y = rect.top() + above * LINE + 8.0;
    let left = rect.left() + LEFT;
    let painter = ui.painter();
    painter.hline(left..=left + axis, y, cx.theme.stroke(1.5, t.edge));
    for end in [left, left + axis] {
        painter.vline(end, y - 5.0..=y + 5.0, cx.theme.stroke(1.5, t.edge));
    }
    for tick in &picture.ticks {
        painter.vline(left + place(axis, tick.at), y - 6.0..=y + 6.0, cx.theme.stroke(1.5, t.ink));
    }
    if let Some((low, high)) = picture.range {
        let bar = Rect::from_min_max(pos2(left + place(axis, low), y - 2.0), pos2(left + place(axis, high), y + 2.0));
        painter.rect_filled(bar, CornerRadius::ZERO, t.accent);
    }
    painter.circle_filled(pos2(left + place(axis, picture.you.at), y), 6.0, t.accent);
    for (((_, galley), span), spot) in labels.iter().zip(&spans).zip(&spots) {
        // A name that has no room is in the list.
        let Some((above, line)) = spot else { continue };
        let line = *line as f32;
        let top = if *above { y - 8.0 - line * LINE } else { y + 8.0 + (line - 1.0) * LINE };
        ui.painter().galley(pos2(left + span.0 + 4.0, top), galley.clone(), Color32::PLACEHOLDER);
    }
    text::name_it(ui, &response, Role::Image, &picture.name);
    ui.add_space(4.0);
    page::list_of(ui, heading, |ui| {
        for tick in std::iter::once(&picture.you).chain(&picture.ticks) {
            let galley = text::lay_out(ui, &tick.name, Type::Small, t.ink_2, width);
            text::put(ui, galley, Role::ListItem);
        }
    });
}

#[expect(clippy::cast_possible_truncation, reason = "between nought and one")]
fn place(axis: f32, at: f64) -> f32 {
    axis * at.clamp(0.0, 1.0) as f32
}

/// Where names stand so that none lies on another: as near to the axis as there is room. Nothing for one that has none.
fn spots(spans: &[(f32, f32)]) -> Vec<Option<Spot>> {
    let mut taken: Vec<((f32, f32), Spot)> = Vec::new();
    let near: Vec<Spot> = (1..=ROWS).flat_map(|line| [(true, line), (false, line)]).collect();
    spans
        .iter()
        .map(|span| {
            let is_free =
                |spot: &&Spot| !taken.iter().any(|(other, of)| of == *spot && other.0 < span.1 && span.0 < other.1);
            let spot = near.iter().find(is_free).copied()?;
            taken.push((*span, spot));
            Some(spot)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_lie_on_one_another() {
        let spans = [(0.0, 40.0), (20.0, 60.0), (30.0, 70.0), (100.0, 140.0), (0.0, 200.0)];
        let spots = spots(&spans);
        assert_eq!(spots[..4], [Some((true, 1)), Some((false, 1)), Some((true, 2)), Some((true, 1))]);
        for (one, spot) in spans.iter().zip(&spots) {
            for (other, beside) in spans.iter().zip(&spots) {
                assert!(one == other || spot != beside || one.1 <= other.0 || other.1 <= one.0);
            }
        }
        assert_eq!(super::spots(&[(0.0, 1.0); 7])[6], None, "the seventh on one place is in the list alone");
    }
}
