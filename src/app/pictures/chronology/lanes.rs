//! Where the lanes lie: which are shown, and how high each is. Pure reckoning.

use crate::desk::timeline::{Lane, LaneKind};
use crate::scenario::raw::Risk;

/// How high a lane is: what it likes to be, and what it can do with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Height {
    pub likes: f32,
    pub least: f32,
}

impl Height {
    /// That of a lane whose label takes so much.
    #[must_use]
    pub fn of(kind: LaneKind, label: f32) -> Self {
        let (likes, least) = match kind {
            // A level is written above its line, and steps from one to the next.
            LaneKind::Risk(_) => (48.0, 46.0),
            // Two rows of signs.
            LaneKind::Yours => (72.0, 50.0),
            LaneKind::Deadlines | LaneKind::Record | LaneKind::From(_) => (44.0, 30.0),
        };
        Self { likes: f32::max(likes, label + 12.0), least: f32::max(least, label + 6.0) }
    }
}

/// A lane in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaneAt {
    /// Its place in the data.
    pub lane: usize,
    pub top: f32,
    pub height: f32,
}

impl LaneAt {
    #[must_use]
    pub fn middle(self) -> f32 {
        self.top + self.height / 2.0
    }

    #[must_use]
    pub fn bottom(self) -> f32 {
        self.top + self.height
    }
}

/// Heights of lanes in so much room: what they like, less where there is too little, and never less than they can do
/// with. The sum may then be more than the room.
#[must_use]
pub fn heights(lanes: &[Height], room: f32) -> Vec<f32> {
    let likes: f32 = lanes.iter().map(|one| one.likes).sum();
    let least: f32 = lanes.iter().map(|one| one.least).sum();
    let spare = likes - least;
    // From nought, all that they like, to one, the least.
    let less = if spare > 0.0 { ((likes - room) / spare).clamp(0.0, 1.0) } else { 0.0 };
    lanes.iter().map(|one| one.likes - (one.likes - one.least) * less).collect()
}

/// Categories that some lane is for, in order.
#[must_use]
pub fn risks(lanes: &[Lane]) -> Vec<Risk> {
    let mut risks: Vec<Risk> = Vec::new();
    for lane in lanes {
        if let LaneKind::Risk(risk) = lane.kind
            && !risks.contains(&risk)
        {
            risks.push(risk);
        }
    }
    risks
}

/// Categories that are shown until others are chosen: the public and staff; without these, the first two there are.
#[must_use]
pub fn risks_at_first(lanes: &[Lane]) -> Vec<Risk> {
    let all = risks(lanes);
    let usual: Vec<Risk> = all.iter().copied().filter(|risk| matches!(risk, Risk::Public | Risk::Staff)).collect();
    if usual.is_empty() { all.into_iter().take(2).collect() } else { usual }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Message;

    fn lane(kind: LaneKind) -> Lane {
        Lane { kind, case: None, words: Message::new("nothing"), segments: Vec::new() }
    }

    #[test]
    fn lanes_take_what_they_like_and_give_way_together() {
        let lanes = [Height { likes: 48.0, least: 44.0 }, Height { likes: 44.0, least: 30.0 }];
        assert_eq!(heights(&lanes, 500.0), [48.0, 44.0]);
        assert_eq!(heights(&lanes, 74.0), [44.0, 30.0]);
        assert_eq!(heights(&lanes, 10.0), [44.0, 30.0], "the rest scrolls");
        let some: f32 = heights(&lanes, 80.0).iter().sum();
        assert!((some - 80.0).abs() < 1e-3);
        assert_eq!(heights(&[], 80.0), [0.0; 0]);
    }

    #[test]
    fn a_long_label_makes_its_lane_higher() {
        let three_lines = Height::of(LaneKind::Record, 48.0);
        assert_eq!(three_lines, Height { likes: 60.0, least: 54.0 });
    }

    #[test]
    fn the_public_and_staff_are_shown_first() {
        use LaneKind::{Deadlines, Risk as Of};
        let all = [Of(Risk::Children), Of(Risk::Public), Of(Risk::Staff), Of(Risk::Public), Deadlines].map(lane);
        assert_eq!(risks(&all), [Risk::Children, Risk::Public, Risk::Staff]);
        assert_eq!(risks_at_first(&all), [Risk::Public, Risk::Staff]);
        let others = [Of(Risk::Children), Of(Risk::KnownAdult), Of(Risk::Prisoners)].map(lane);
        assert_eq!(risks_at_first(&others), [Risk::Children, Risk::KnownAdult]);
        assert_eq!(risks_at_first(&[lane(Deadlines)]), []);
    }
}
