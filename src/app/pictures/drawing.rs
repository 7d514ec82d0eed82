//! What a picture is made of: shapes and words, in the order in which they are painted.
//!
//! A picture is built when its data, theme, zoom or size change, and painted in every pass. Shapes are kept; words are
//! laid out anew each time, since the letters of egui's atlas may move (egui itself remembers the layout).

use egui::text::LayoutJob;
use egui::{Align, Align2, Color32, Painter, Pos2, Shape, Ui};

use crate::app::parts::{icon, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::scenario::raw::Kind;

/// How words are set in a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Set {
    pub of: Type,
    pub colour: Color32,
    /// They end in an ellipsis if they are wider.
    pub width: f32,
}

#[derive(Debug, Clone)]
enum Piece {
    Shape(Shape),
    Words {
        at: Pos2,
        anchor: Align2,
        words: String,
        set: Set,
    },
    /// Words on several lines.
    Lines {
        at: Pos2,
        anchor: Align2,
        words: String,
        set: Set,
    },
    Icon {
        centre: Pos2,
        icon: Icon,
        size: f32,
        colour: Color32,
    },
    Kind {
        centre: Pos2,
        kind: Kind,
        size: f32,
        colour: Color32,
    },
}

/// A drawing that can be painted many times.
#[derive(Debug, Clone, Default)]
pub struct Drawing {
    pieces: Vec<Piece>,
}

impl Drawing {
    pub fn shape(&mut self, shape: impl Into<Shape>) {
        self.pieces.push(Piece::Shape(shape.into()));
    }

    pub fn shapes(&mut self, shapes: impl IntoIterator<Item = Shape>) {
        self.pieces.extend(shapes.into_iter().map(Piece::Shape));
    }

    /// Words on one line, with this corner or middle at a point.
    pub fn words(&mut self, at: Pos2, anchor: Align2, words: impl Into<String>, set: Set) {
        self.pieces.push(Piece::Words { at, anchor, words: words.into(), set });
    }

    /// Words that are wrapped, each line aligned as the anchor says.
    pub fn lines(&mut self, at: Pos2, anchor: Align2, words: impl Into<String>, set: Set) {
        self.pieces.push(Piece::Lines { at, anchor, words: words.into(), set });
    }

    pub fn icon(&mut self, centre: Pos2, icon: Icon, size: f32, colour: Color32) {
        self.pieces.push(Piece::Icon { centre, icon, size, colour });
    }

    /// The sign of a kind.
    pub fn kind(&mut self, centre: Pos2, kind: Kind, size: f32, colour: Color32) {
        self.pieces.push(Piece::Kind { centre, kind, size, colour });
    }

    /// Puts another drawing on top of this one.
    pub fn append(&mut self, mut other: Self) {
        self.pieces.append(&mut other.pieces);
    }

    /// Paints it. It has no role and no name: whoever paints it gives the picture one.
    pub fn paint(&self, ui: &Ui, painter: &Painter) {
        for piece in &self.pieces {
            match piece {
                Piece::Shape(shape) => {
                    painter.add(shape.clone());
                }
                Piece::Words { at, anchor, words, set } => {
                    let galley = text::one_line(ui, words, set.of, set.colour, set.width);
                    let place = anchor.anchor_size(*at, galley.size());
                    painter.galley(place.min, galley, Color32::PLACEHOLDER);
                }
                Piece::Lines { at, anchor, words, set } => {
                    let mut job = LayoutJob::single_section(words.clone(), set.of.format(set.colour));
                    job.wrap.max_width = set.width;
                    job.halign = anchor.x();
                    let galley = painter.layout_job(job);
                    // Lines that are not at the left lie round the point that they are aligned to.
                    let place = Align2([Align::Min, anchor.y()]).anchor_size(*at, galley.size());
                    painter.galley(place.min, galley, Color32::PLACEHOLDER);
                }
                Piece::Icon { centre, icon, size, colour } => icon::paint(painter, *centre, *icon, *size, *colour),
                Piece::Kind { centre, kind, size, colour } => {
                    icon::paint_kind(painter, *centre, *kind, *size, *colour);
                }
            }
        }
    }
}
