//! Marks in their lanes: joined where they are too close, in two rows where a lane has them, and joined by dashed elbows to
//! what they brought.

use egui::{Pos2, Shape, pos2};

use super::super::groups::{self, Reach};
use super::super::lanes::LaneAt;
use super::super::marks;
use super::ratings::y_of;
use super::{Builder, Placed};
use crate::app::pictures::drawing::Drawing;
use crate::desk::timeline::{LaneKind, Shape as Mark};
use crate::scenario::raw::Level;

impl Builder<'_> {
    /// Draws every mark that is in sight.
    pub(super) fn marks(&mut self) {
        let mut drawn = Drawing::default();
        let mut middles: Vec<Option<Pos2>> = vec![None; self.timeline.marks.len()];
        for at in self.lanes.clone() {
            let lane = self.timeline.lanes.get(at.lane).map(|lane| lane.kind);
            let two_rows = lane == Some(LaneKind::Yours);
            let in_lane: Vec<usize> = (0..self.timeline.marks.len())
                .filter(|mark| self.timeline.marks.get(*mark).is_some_and(|mark| mark.lane == at.lane))
                .filter(|mark| self.is_seen(self.x_of(*mark)))
                .collect();
            let reaches: Vec<(f32, Reach)> =
                in_lane.iter().map(|mark| (self.x_of(*mark), marks::reach(self.shape(*mark)))).collect();
            let joined = marks::reach_joined(lane == Some(LaneKind::Deadlines));
            let groups = groups::join(&reaches, joined, two_rows);
            let rows = if two_rows { groups::rows(&groups) } else { vec![0; groups.len()] };
            let parted = rows.contains(&1);
            for (group, row) in groups.iter().zip(rows) {
                let members = in_lane.get(group.marks.clone()).unwrap_or_default().to_vec();
                let y = match parted {
                    true => at.middle() + (row as f32 - 0.5) * (at.height / 2.0).clamp(20.0, 28.0),
                    false => at.middle(),
                };
                let centre = self.draw_group(&mut drawn, at, pos2(group.x, y), &members);
                for member in &members {
                    if let Some(middle) = middles.get_mut(*member) {
                        *middle = Some(centre);
                    }
                }
                self.placed.push(Placed { bounds: marks::bounds(centre, group.reach), marks: members });
            }
        }
        // Links lie below the marks that they join.
        self.links(&middles);
        self.inside.append(drawn);
    }

    /// Draws a mark, or several as one; gives back where it stands.
    fn draw_group(&self, drawn: &mut Drawing, at: LaneAt, centre: Pos2, members: &[usize]) -> Pos2 {
        let shapes: Vec<Mark> = members.iter().map(|mark| self.shape(*mark)).collect();
        let levels: Vec<(f32, Level)> = members
            .iter()
            .filter_map(|mark| match self.shape(*mark) {
                Mark::Rating(level) => Some((self.x_of(*mark), level)),
                _ => None,
            })
            .collect();
        if let Some((_, level)) = levels.last() {
            // Bars on a line: each is drawn, however close.
            for (x, level) in &levels {
                marks::draw(drawn, self.cx, pos2(*x, y_of(at, *level)), Mark::Rating(*level));
            }
            return pos2(centre.x, y_of(at, *level));
        }
        match shapes.as_slice() {
            [one] => marks::draw(drawn, self.cx, centre, *one),
            several => marks::draw_joined(drawn, self.cx, centre, several),
        }
        centre
    }

    /// A dashed elbow from a question to its answer: up beside the lane of the answer, along, and up to it.
    fn links(&mut self, middles: &[Option<Pos2>]) {
        for link in &self.timeline.links {
            let place = |mark: usize| middles.get(mark).copied().flatten();
            let (Some(from), Some(to)) = (place(link.from), place(link.to)) else { continue };
            let (Mark::Act(kind) | Mark::Filed(kind)) = self.shape(link.from) else { continue };
            let (begin, end) = if from.y > to.y { (-11.0, 10.0) } else { (11.0, -13.0) };
            let turn = to.y + end + end.signum() * 5.0;
            let path = [pos2(from.x, from.y + begin), pos2(from.x, turn), pos2(to.x, turn), pos2(to.x, to.y + end)];
            let stroke = self.cx.theme.stroke(1.5, self.cx.theme.hue(kind));
            self.inside.shapes(Shape::dashed_line(&path, stroke, 4.0, 3.0));
        }
    }
}
