//! The turn of a week, which is felt: the old page moves left and fades, the new one comes from the right. 300 ms, once.
//!
//! With reduced motion there is none. What was asked for is carried out between the two halves.

use egui::{Rect, Ui, vec2};

use super::acts::Act;

/// How long each half takes, in seconds.
const OUT: f64 = 0.12;
const IN: f64 = 0.18;

/// How far a page moves, in points.
const FAR: f32 = 24.0;

/// Where the turn of a page stands.
#[derive(Debug, Default)]
enum Phase {
    #[default]
    Still,
    Out {
        since: Option<f64>,
        then: Act,
    },
    In {
        since: Option<f64>,
    },
}

/// A page that may be turning.
#[derive(Debug, Default)]
pub struct Turning(Phase);

impl Turning {
    /// Begins to turn the page; what is to be done then is given back by [`Turning::due`] when it is time.
    pub fn begin(&mut self, then: Act) {
        self.0 = Phase::Out { since: None, then };
    }

    /// Whether the old page is going, and what was asked for is still to be done.
    #[must_use]
    pub const fn is_turning(&self) -> bool {
        matches!(self.0, Phase::Out { .. })
    }

    /// What is to be done now: the old page has gone.
    pub fn due(&mut self, now: f64) -> Option<Act> {
        match &mut self.0 {
            Phase::Out { since: Some(since), .. } if now - *since >= OUT => {
                let Phase::Out { then, .. } = std::mem::replace(&mut self.0, Phase::In { since: None }) else {
                    return None;
                };
                Some(then)
            }
            _ => None,
        }
    }

    /// Moves what is about to be drawn, and makes it fade; asks for the next pass while anything moves.
    pub fn shift(&mut self, ui: &mut Ui, rest: Rect, still: bool) -> Rect {
        let now = ui.input(|input| input.time);
        if still {
            match &mut self.0 {
                Phase::Still => {}
                // Nothing is to move any more, and what was asked for still has to be done.
                Phase::Out { since, .. } => *since = Some(now - OUT),
                Phase::In { .. } => self.0 = Phase::Still,
            }
            return rest;
        }
        let share = |since: &mut Option<f64>, long: f64| {
            let began = *since.get_or_insert(now);
            ((now - began) / long).clamp(0.0, 1.0) as f32
        };
        let (moved, shown) = match &mut self.0 {
            Phase::Still => return rest,
            Phase::Out { since, .. } => {
                let share = share(since, OUT);
                (-FAR * ease_out(share), 1.0 - share)
            }
            Phase::In { since } => {
                let share = share(since, IN);
                if share >= 1.0 {
                    self.0 = Phase::Still;
                    return rest;
                }
                (FAR * (1.0 - ease_out(share)), share)
            }
        };
        ui.ctx().request_repaint();
        ui.multiply_opacity(shown);
        rest.translate(vec2(moved, 0.0))
    }
}

/// Quick at first, then slower.
fn ease_out(share: f32) -> f32 {
    1.0 - (1.0 - share).powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_page_goes_before_anything_is_done() {
        let mut turning = Turning::default();
        assert_eq!(turning.due(0.0), None);
        turning.begin(Act::TurnNow);
        assert!(turning.is_turning());
        assert_eq!(turning.due(1.0), None, "it has not been drawn yet");
        if let Phase::Out { since, .. } = &mut turning.0 {
            *since = Some(1.0);
        }
        assert_eq!(turning.due(1.05), None);
        assert_eq!(turning.due(1.2), Some(Act::TurnNow));
        assert!(!turning.is_turning());
        assert_eq!(turning.due(1.3), None, "once");
    }
}
