//! Marks that lie too close to be told apart are drawn as one, with a count; they part when there is more room.
//!
//! In go places along a lane, from left to right, with how far each mark reaches; out come groups, and rows for lanes
//! that have two. Pure reckoning.

use std::ops::Range;

/// Marks closer than this, in points, are one.
pub const CLOSE: f32 = 12.0;

/// Air between two marks on a row.
const AIR: f32 = 2.0;

/// How far a mark reaches to the left and to the right of its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    pub left: f32,
    pub right: f32,
}

impl Reach {
    #[must_use]
    pub const fn even(half: f32) -> Self {
        Self { left: half, right: half }
    }
}

/// Marks that are drawn as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Their places in what was given.
    pub marks: Range<usize>,
    /// The middle of them.
    pub x: f32,
    pub reach: Reach,
}

/// Joins what is too close. `joined` is the reach of a group of several; a lane that has two rows lets marks overlap as
/// long as they are not [`CLOSE`].
#[must_use]
pub fn join(marks: &[(f32, Reach)], joined: Reach, two_rows: bool) -> Vec<Group> {
    let needs = |one: &Group, next: &Group| {
        if two_rows { CLOSE } else { CLOSE.max(one.reach.right + next.reach.left + AIR) }
    };
    let mut groups: Vec<Group> = Vec::new();
    for (at, (x, reach)) in marks.iter().enumerate() {
        let mut new = Group { marks: at..at + 1, x: *x, reach: *reach };
        while let Some(last) = groups.pop_if(|last| new.x - last.x < needs(last, &new)) {
            let marks_in = last.marks.start..new.marks.end;
            let x = f32::midpoint(marks[marks_in.start].0, marks[marks_in.end - 1].0);
            new = Group { marks: marks_in, x, reach: joined };
        }
        groups.push(new);
    }
    groups
}

/// The row of each group, in a lane of two: the upper one while there is room.
#[must_use]
pub fn rows(groups: &[Group]) -> Vec<usize> {
    let mut ends = [f32::NEG_INFINITY; 2];
    groups
        .iter()
        .map(|group| {
            let begins = group.x - group.reach.left;
            let row = usize::from(begins < ends[0] && begins >= ends[1]);
            ends[row] = group.x + group.reach.right + AIR;
            row
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAR: Reach = Reach::even(5.0);
    const JOINED: Reach = Reach::even(10.0);

    fn bars(xs: &[f32]) -> Vec<(f32, Reach)> {
        xs.iter().map(|x| (*x, BAR)).collect()
    }

    fn sizes(xs: &[f32]) -> Vec<usize> {
        join(&bars(xs), JOINED, false).iter().map(|group| group.marks.len()).collect()
    }

    #[test]
    fn closer_than_twelve_points_is_one() {
        assert_eq!(sizes(&[0.0, 11.9]), [2]);
        assert_eq!(sizes(&[0.0, 12.0]), [1, 1]);
        assert_eq!(sizes(&[]), [0; 0]);
        assert_eq!(sizes(&[5.0, 5.0, 5.0]), [3]);
        assert_eq!(sizes(&[0.0, 4.0, 40.0, 80.0, 84.0, 88.0]), [2, 1, 3]);
    }

    #[test]
    fn a_group_stands_in_the_middle_and_nothing_overlaps_it() {
        // At 8 stands a count, 20 wide: a bar at 22 would touch it, and joins.
        let groups = join(&bars(&[4.0, 12.0, 22.0, 60.0]), JOINED, false);
        assert_eq!(groups.iter().map(|group| group.marks.clone()).collect::<Vec<_>>(), [0..3, 3..4]);
        assert!((groups[0].x - 13.0).abs() < 1e-6);
    }

    /// Whatever comes, every mark is in one group, in order, and no two groups overlap; and the more room, the more
    /// groups, until every mark stands alone.
    #[test]
    fn nothing_is_lost_and_everything_parts_when_zoomed() {
        let mut seed: u32 = 7;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as f32 / 16_777_216.0
        };
        for _ in 0..200 {
            let mut places: Vec<f32> = (0..40).map(|_| random() * 500.0).collect();
            places.sort_by(f32::total_cmp);
            places.dedup_by(|a, b| (*a - *b).abs() < 0.05);
            for zoom in [1.0_f32, 3.0, 9.0, 400.0] {
                let xs: Vec<f32> = places.iter().map(|x| x * zoom).collect();
                let groups = join(&bars(&xs), JOINED, false);
                let mut next = 0;
                for group in &groups {
                    assert_eq!(group.marks.start, next);
                    next = group.marks.end;
                }
                assert_eq!(next, xs.len());
                for pair in groups.windows(2) {
                    assert!(pair[1].x - pair[0].x >= CLOSE, "{pair:?}");
                    assert!(pair[0].x + pair[0].reach.right <= pair[1].x - pair[1].reach.left, "{pair:?}");
                }
                // 0.05 apart at 400 times is 20 points: more than twelve.
                assert!(zoom < 400.0 || groups.len() == xs.len());
            }
        }
    }

    #[test]
    fn a_dense_lane_becomes_several_groups_not_one() {
        let xs: Vec<f32> = (0..250).map(|at| at as f32 * 2.0).collect();
        let groups = join(&bars(&xs), JOINED, false);
        assert!(groups.len() >= 10, "{}", groups.len());
    }

    #[test]
    fn two_rows_take_what_one_can_not() {
        let signs: Vec<(f32, Reach)> = [0.0, 13.0, 26.0, 39.0, 90.0].map(|x| (x, Reach::even(9.0))).to_vec();
        let groups = join(&signs, JOINED, true);
        assert_eq!(groups.len(), 5);
        assert_eq!(rows(&groups), [0, 1, 0, 1, 0]);
        assert!(join(&signs, JOINED, false).len() < 5);
    }
}
