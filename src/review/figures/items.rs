//! Decisions as the items of a test, over many complete runs: whether they measure one thing, and which of them do not.
//!
//! In go credits, a row a person and a column a decision, every cell filled: who has a hole is left out before, and
//! counted by whoever leaves them out.

use statrs::distribution::{ContinuousCDF as _, FisherSnedecor};

use super::interval::Interval;

/// Fewer complete runs than this say nothing about items.
pub const FEWEST_RUNS: usize = 30;

/// A corrected item-total correlation below this is flagged. A flag is no verdict: what many get right correlates with
/// nothing.
pub const FLAGGED_BELOW: f64 = 0.05;

/// The share of persons at either end that discrimination compares (Kelley 1939).
const END: f64 = 0.27;

/// Credits of persons in decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    persons: usize,
    items: usize,
    /// Person by person.
    credits: Vec<f64>,
}

impl Matrix {
    /// From rows, one a person. Refuses rows of different lengths, and none.
    #[must_use]
    pub fn new(rows: &[Vec<f64>]) -> Option<Self> {
        let items = rows.first()?.len();
        let even = rows.iter().all(|row| row.len() == items) && items > 0;
        even.then(|| Self { persons: rows.len(), items, credits: rows.concat() })
    }

    #[must_use]
    pub const fn persons(&self) -> usize {
        self.persons
    }

    #[must_use]
    pub const fn items(&self) -> usize {
        self.items
    }

    fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.credits.chunks_exact(self.items)
    }

    fn totals(&self) -> Vec<f64> {
        self.rows().map(|row| row.iter().sum()).collect()
    }
}

/// What alpha and the correlations are made of, from one look at each row.
#[derive(Debug, Clone, PartialEq)]
pub struct Sums {
    persons: f64,
    /// The squared distances of totals from their mean.
    whole: f64,
    /// By item.
    items: Vec<ItemSums>,
}

/// Sums over persons of one item.
#[derive(Debug, Clone, Copy, PartialEq)]
struct ItemSums {
    mean: f64,
    /// Squared distances from the mean.
    squares: f64,
    /// Its distance from its mean by that of the total.
    with_total: f64,
}

/// Persons who are added up at once.
const TOGETHER: usize = 4;

/// Lanes in which a row is added up: one sum after another would wait for itself.
const LANES: usize = 8;

impl Sums {
    /// Adds up.
    #[must_use]
    pub fn of(matrix: &Matrix) -> Self {
        let mut adding = Adding::new(&matrix.credits[..matrix.items]);
        // Several persons at once: the sums are then fetched and put back once for all of them.
        let mut together = matrix.credits.chunks_exact(matrix.items * TOGETHER);
        for rows in &mut together {
            let mut rows = rows.chunks_exact(matrix.items);
            adding.add::<TOGETHER>(std::array::from_fn(|_| rows.next().unwrap_or_default()));
        }
        together.remainder().chunks_exact(matrix.items).for_each(|row| adding.add([row]));
        adding.done(matrix.persons as f64)
    }

    /// Cronbach's alpha, `k / (k - 1) (1 - sum of item variances / variance of totals)` (Cronbach 1951). At most 1;
    /// below 0 when items work against each other. Refuses fewer than two items or persons, and totals that are all the
    /// same.
    #[must_use]
    pub fn cronbach(&self) -> Option<f64> {
        if self.items.len() < 2 || self.persons < 2.0 {
            return None;
        }
        let within: f64 = self.items.iter().map(|item| item.squares).sum();
        let k = self.items.len() as f64;
        (self.whole > NO_SPREAD).then(|| k / (k - 1.0) * (1.0 - within / self.whole))
    }

    /// By item: the correlation of its credit with the total of all others, from -1 to 1. Nothing if either has no
    /// spread.
    pub fn item_rests(&self) -> impl Iterator<Item = Option<f64>> {
        self.items.iter().map(|item| {
            // The rest is the total less the item.
            let rest = self.whole - 2.0 * item.with_total + item.squares;
            let together = item.with_total - item.squares;
            let spread = item.squares > NO_SPREAD && rest > NO_SPREAD;
            spread.then(|| (together / (item.squares * rest).sqrt()).clamp(-1.0, 1.0))
        })
    }
}

/// Sums in the making, of distances from the first person and not from nought: sums of squares then lose nothing that
/// matters, and what does not vary comes to nought exactly.
#[derive(Debug)]
struct Adding<'m> {
    first: &'m [f64],
    first_total: f64,
    sums: Vec<f64>,
    squares: Vec<f64>,
    with_total: Vec<f64>,
    total_sum: f64,
    total_squares: f64,
}

impl<'m> Adding<'m> {
    fn new(first: &'m [f64]) -> Self {
        let none = vec![0.0; first.len()];
        Self {
            first,
            first_total: added(first),
            sums: none.clone(),
            squares: none.clone(),
            with_total: none,
            total_sum: 0.0,
            total_squares: 0.0,
        }
    }

    fn add<const N: usize>(&mut self, rows: [&[f64]; N]) {
        let totals = rows.map(|row| added(row) - self.first_total);
        for total in totals {
            self.total_sum += total;
            self.total_squares += total * total;
        }
        // Cut to one length, so that it need not be looked at for each item.
        let items = rows.iter().map(|row| row.len()).fold(self.first.len(), usize::min);
        let (rows, first) = (rows.map(|row| &row[..items]), &self.first[..items]);
        let (sums, squares) = (&mut self.sums[..items], &mut self.squares[..items]);
        let with_total = &mut self.with_total[..items];
        for at in 0..items {
            let (mut sum, mut square, mut with) = (0.0, 0.0, 0.0);
            for (row, total) in rows.iter().zip(&totals) {
                let apart = row[at] - first[at];
                sum += apart;
                square += apart * apart;
                with += apart * total;
            }
            sums[at] += sum;
            squares[at] += square;
            with_total[at] += with;
        }
    }

    fn done(self, persons: f64) -> Sums {
        let sums = self.sums.iter().zip(self.squares).zip(self.with_total).zip(self.first);
        let item = |(((sum, squares), with), first): (((&f64, f64), f64), &f64)| ItemSums {
            mean: first + sum / persons,
            squares: (squares - sum * sum / persons).max(0.0),
            with_total: with - sum * self.total_sum / persons,
        };
        let whole = (self.total_squares - self.total_sum * self.total_sum / persons).max(0.0);
        Sums { persons, whole, items: sums.map(item).collect() }
    }
}

fn added(values: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let whole = values.chunks_exact(LANES);
    let left: f64 = whole.remainder().iter().sum();
    for values in whole {
        for (lane, value) in lanes.iter_mut().zip(values) {
            *lane += value;
        }
    }
    lanes.iter().sum::<f64>() + left
}

/// Squared distances that come to no more than this are nought but for rounding.
const NO_SPREAD: f64 = 1e-12;

/// Cronbach's alpha of credits: [`Sums::cronbach`].
#[must_use]
pub fn cronbach(matrix: &Matrix) -> Option<f64> {
    Sums::of(matrix).cronbach()
}

/// The 95 per cent interval of Cronbach's alpha (Feldt, Woodruff and Salih 1987), from the F distribution with `n - 1`
/// and `(n - 1)(k - 1)` degrees of freedom. Refuses what [`cronbach`] refuses.
#[must_use]
pub fn cronbach_interval(matrix: &Matrix) -> Option<Interval> {
    let alpha = cronbach(matrix)?;
    let freedom = matrix.persons as f64 - 1.0;
    let f = FisherSnedecor::new(freedom, freedom * (matrix.items as f64 - 1.0)).ok()?;
    let bound = |share: f64| 1.0 - (1.0 - alpha) * f.inverse_cdf(share);
    Some(Interval { low: bound(0.975), high: bound(0.025) })
}

/// What one decision does in a test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// The mean credit: how easy it is to answer as reviewers do. From 0 to 1.
    pub difficulty: f64,
    /// The correlation of its credit with the total of all others, from -1 to 1. Nothing if either has no spread.
    pub item_rest: Option<f64>,
    /// Mean credit of the best 27 per cent of persons by the total of all others, less that of the last 27 per cent. From
    /// -1 to 1.
    pub discrimination: f64,
}

impl Item {
    /// Whether it should be looked at: it goes with the rest of the test no better than chance.
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.item_rest.is_some_and(|rest| rest < FLAGGED_BELOW)
    }
}

/// Every decision as an item. Empty for fewer than two persons or items.
#[must_use]
pub fn items(matrix: &Matrix) -> Vec<Item> {
    if matrix.persons < 2 || matrix.items < 2 {
        return Vec::new();
    }
    let (sums, totals) = (Sums::of(matrix), matrix.totals());
    let of = |(at, (item, item_rest)): (usize, (&ItemSums, Option<f64>))| {
        let own: Vec<f64> = matrix.rows().map(|row| row[at]).collect();
        let rest: Vec<f64> = totals.iter().zip(&own).map(|(total, own)| total - own).collect();
        Item { difficulty: item.mean, item_rest, discrimination: ends_apart(&own, &rest) }
    };
    sums.items.iter().zip(sums.item_rests()).enumerate().map(of).collect()
}

/// The mean of the persons at the upper end less that of those at the lower. Persons who tie at the border count by the
/// share of the places that are left, so that their order in the file changes nothing.
fn ends_apart(own: &[f64], rest: &[f64]) -> f64 {
    let places = (END * own.len() as f64).round().max(1.0);
    let mut order: Vec<usize> = (0..own.len()).collect();
    order.sort_unstable_by(|a, b| rest[*b].total_cmp(&rest[*a]));
    let upper = end(own, rest, &order, places);
    order.reverse();
    upper - end(own, rest, &order, places)
}

/// The mean of the first so many places of an order, in which whoever ties shares.
fn end(own: &[f64], rest: &[f64], order: &[usize], places: f64) -> f64 {
    let (mut left, mut sum) = (places, 0.0);
    for tied in order.chunk_by(|a, b| (rest[*a] - rest[*b]).abs() < 1e-12) {
        let taken = left.min(tied.len() as f64);
        sum += tied.iter().map(|at| own[*at]).sum::<f64>() / tied.len() as f64 * taken;
        left -= taken;
        if left <= 0.0 {
            break;
        }
    }
    sum / places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: &[&[f64]]) -> Matrix {
        Matrix::new(&rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn alpha_by_hand() {
        // Items 1 2 3 4 and 1 3 2 4: variances 5/3 each; totals 2 5 5 8: variance 6. 2 (1 - (10/3)/6) = 8/9.
        let of = matrix(&[&[1.0, 1.0], &[2.0, 3.0], &[3.0, 2.0], &[4.0, 4.0]]);
        assert!((cronbach(&of).unwrap() - 8.0 / 9.0).abs() < 1e-12);
    }

    #[test]
    fn what_alpha_refuses() {
        assert_eq!(Matrix::new(&[]), None);
        assert_eq!(Matrix::new(&[vec![1.0], vec![]]), None);
        assert_eq!(cronbach(&matrix(&[&[1.0], &[0.5]])), None);
        assert_eq!(cronbach(&matrix(&[&[1.0, 0.5]])), None);
        // Everybody has the same total.
        assert_eq!(cronbach(&matrix(&[&[1.0, 0.0], &[0.0, 1.0]])), None);
    }

    #[test]
    fn an_item_by_hand() {
        // The item 1 1 0 0, the rest 3 2 1 0: covariance sum (0.5 * 1.5 + 0.5 * 0.5) * 2 = 2; squares 1 and 5.
        let of = matrix(&[&[1.0, 3.0], &[1.0, 2.0], &[0.0, 1.0], &[0.0, 0.0]]);
        let item = items(&of)[0];
        assert!((item.item_rest.unwrap() - 2.0 / 5f64.sqrt()).abs() < 1e-12);
        assert!((item.difficulty - 0.5).abs() < 1e-12);
        // 27 per cent of four is one at either end.
        assert!((item.discrimination - 1.0).abs() < 1e-12);
        assert!(!item.is_flagged());
    }

    #[test]
    fn ties_at_the_border_are_shared() {
        // Two tie for the one place at the upper end: (1 + 0) / 2; at the lower end stands 0.
        assert!((ends_apart(&[1.0, 0.0, 0.5, 0.0], &[2.0, 2.0, 1.0, 0.0]) - 0.5).abs() < 1e-12);
        assert!((ends_apart(&[0.0, 1.0, 0.5, 0.0], &[2.0, 2.0, 1.0, 0.0]) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn an_item_that_everybody_gets_right_correlates_with_nothing() {
        let of = matrix(&[&[1.0, 3.0], &[1.0, 2.0], &[1.0, 1.0]]);
        assert_eq!(items(&of)[0].item_rest, None);
        assert!(!items(&of)[0].is_flagged());
    }
}
