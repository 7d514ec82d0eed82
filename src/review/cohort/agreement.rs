//! How far people agree within their groups, and between them: whether answers hang on where somebody works.
//!
//! **Agreement** is one less the mean distance ([`super::distance`]) over pairs of people who answered the same
//! question: for a choice of one option, the share of pairs that chose alike. *Within* takes pairs of one group, of all
//! groups; *between* takes pairs of different groups. Over several questions the two are means with the same weights, the
//! number of all pairs at each question, of questions that have both: else they would be of different questions. A
//! group's own agreement is that of all its pairs. If groups make no difference, the two are the same but for chance; the
//! more offices have ways of their own, the further within lies above between. (Mean distances over pairs are what
//! Krippendorff's alpha is made of: "Content Analysis", 3rd edition 2013, chapter 12.)
//!
//! **Intervals** are the middle 95 per cent over 2,000 draws of people, with replacement, within each group: groups stay
//! as large as they are. Two draws of one person are no pair, or agreement would rise with every draw.

use super::distance::Facets;
use crate::review::figures::interval::{self, Interval, RESAMPLES};
use crate::review::figures::mean;

/// Answers to one question, by people who have a group.
#[derive(Debug, Clone)]
pub struct Asked {
    pub facets: Facets,
    /// Whose answers they are: the place of each person among all.
    pub people: Vec<usize>,
}

/// People in groups, numbered group by group from nought.
#[derive(Debug, Clone)]
pub struct People {
    /// How many each group has.
    pub sizes: Vec<usize>,
    /// What each person earned on average; nothing if nothing was scored.
    pub scores: Vec<Option<f64>>,
}

/// A figure, how many pairs or people it is from, and its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    pub value: f64,
    pub n: u64,
    pub interval: Option<Interval>,
}

/// Agreement within groups and between them.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Agreement {
    pub within: Option<Figure>,
    pub between: Option<Figure>,
    /// Within less between. Its `n` is that of all pairs.
    pub apart: Option<Figure>,
}

/// Everything that pairs of people say.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreements {
    /// By question.
    pub questions: Vec<Agreement>,
    /// Over all questions.
    pub overall: Agreement,
    /// By group: within it, over all questions.
    pub groups: Vec<Option<Figure>>,
    /// By group: the mean of what its people earned.
    pub means: Vec<Option<Figure>>,
}

/// The sum of distances over pairs, and the number of pairs; both count each pair twice.
#[derive(Debug, Clone, Copy, Default)]
struct Pairs {
    apart: f64,
    pairs: f64,
}

impl Pairs {
    fn add(&mut self, other: Self) {
        self.apart += other.apart;
        self.pairs += other.pairs;
    }

    fn agreement(self) -> Option<f64> {
        // Nothing lies further apart than one: what is beyond is rounding.
        (self.pairs > 0.0).then(|| (1.0 - self.apart / self.pairs).clamp(0.0, 1.0))
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of pairs")]
    fn many(self) -> u64 {
        (self.pairs / 2.0).round() as u64
    }
}

/// Pairs of one question, or of several.
#[derive(Debug, Clone, Default)]
struct Sums {
    within: Vec<Pairs>,
    between: Pairs,
}

impl Sums {
    fn none(groups: usize) -> Self {
        Self { within: vec![Pairs::default(); groups], between: Pairs::default() }
    }

    fn add(&mut self, other: &Self) {
        self.within.iter_mut().zip(&other.within).for_each(|(own, other)| own.add(*other));
        self.between.add(other.between);
    }

    fn all_within(&self) -> Pairs {
        self.within.iter().fold(Pairs::default(), |mut sum, pairs| {
            sum.add(*pairs);
            sum
        })
    }

    /// The number of all pairs, counted twice; nought unless there are some within and some between.
    fn weight(&self) -> f64 {
        let (within, between) = (self.all_within().pairs, self.between.pairs);
        if within > 0.0 && between > 0.0 { within + between } else { 0.0 }
    }

    /// Within, between, and within less between.
    fn figures(&self) -> [Option<f64>; 3] {
        let (within, between) = (self.all_within().agreement(), self.between.agreement());
        [within, between, within.zip(between).map(|(within, between)| within - between)]
    }
}

/// Within, between, and within less between, over questions: each has the same weight in all three.
fn over_questions<'s>(questions: impl Iterator<Item = &'s Sums>) -> [Option<f64>; 3] {
    let (mut within, mut between, mut weights) = (0.0, 0.0, 0.0);
    for sums in questions {
        let weight = sums.weight();
        if let ([Some(inside), Some(across), _], true) = (sums.figures(), weight > 0.0) {
            within += weight * inside;
            between += weight * across;
            weights += weight;
        }
    }
    if weights > 0.0 {
        let (within, between) = (within / weights, between / weights);
        [Some(within), Some(between), Some(within - between)]
    } else {
        [None; 3]
    }
}

/// Adds up all pairs of a question, each person counted so many times.
fn sums(asked: &Asked, group_of: &[usize], groups: usize, times: &[u32]) -> Sums {
    let mut sums = Sums::none(groups);
    let (mut many, mut same) = (vec![0.0; groups], vec![0.0; groups]);
    for person in &asked.people {
        let times = f64::from(times[*person]);
        many[group_of[*person]] += times;
        // A person is no pair with themselves, however often they are drawn.
        same[group_of[*person]] += times * times;
    }
    let all: f64 = many.iter().sum();
    let mut squares = 0.0;
    for ((pairs, many), same) in sums.within.iter_mut().zip(&many).zip(&same) {
        pairs.pairs = many * many - same;
        squares += many * many;
    }
    sums.between.pairs = all * all - squares;
    for (at, facet) in asked.facets.facets.iter().enumerate() {
        let mut counts = vec![vec![0.0; facet.values]; groups];
        let mut total = vec![0.0; facet.values];
        for (person, answer) in asked.people.iter().zip(&asked.facets.answers) {
            let times = f64::from(times[*person]);
            counts[group_of[*person]][answer[at]] += times;
            total[answer[at]] += times;
        }
        // Copies of one person lie nowhere apart, so that they add nothing here.
        let spread = |counts: &[f64]| {
            let rows = facet.apart.chunks_exact(facet.values.max(1)).zip(counts).filter(|(_, count)| **count > 0.0);
            rows.map(|(row, count)| count * row.iter().zip(counts).map(|(apart, other)| apart * other).sum::<f64>())
                .sum::<f64>()
        };
        let mut inside = 0.0;
        for (pairs, counts) in sums.within.iter_mut().zip(&counts) {
            let apart = spread(counts);
            pairs.apart += apart;
            inside += apart;
        }
        sums.between.apart += spread(&total) - inside;
    }
    sums
}

/// A figure while it is drawn again and again.
#[derive(Debug, Clone, Default)]
struct Drawn(Vec<f64>);

impl Drawn {
    fn put(&mut self, figure: Option<f64>) {
        self.0.extend(figure.filter(|figure| figure.is_finite()));
    }

    fn figure(self, value: Option<f64>, n: u64) -> Option<Figure> {
        value.map(|value| Figure { value, n, interval: interval::middle(self.0) })
    }
}

fn agreement_of(figures: [Option<f64>; 3], (inside, across): (u64, u64), drawn: [Drawn; 3]) -> Agreement {
    let [within, between, apart] = figures;
    let [drawn_within, drawn_between, drawn_apart] = drawn;
    Agreement {
        within: drawn_within.figure(within, inside),
        between: drawn_between.figure(between, across),
        apart: drawn_apart.figure(apart, inside + across),
    }
}

/// Pairs within and between, over questions that have both.
fn pairs_of(questions: &[Sums]) -> (u64, u64) {
    let both = questions.iter().filter(|sums| sums.weight() > 0.0);
    both.fold((0, 0), |(within, between), sums| (within + sums.all_within().many(), between + sums.between.many()))
}

/// Works everything out. The seed draws people.
#[must_use]
pub fn agreements(asked: &[Asked], people: &People, seed: u64) -> Agreements {
    let groups = people.sizes.len();
    let group_of: Vec<usize> =
        people.sizes.iter().enumerate().flat_map(|(group, size)| std::iter::repeat_n(group, *size)).collect();
    let once = vec![1; group_of.len()];
    let own: Vec<Sums> = asked.iter().map(|asked| sums(asked, &group_of, groups, &once)).collect();
    let mut whole = Sums::none(groups);
    own.iter().for_each(|sums| whole.add(sums));

    let mut by_question: Vec<[Drawn; 3]> = vec![<[Drawn; 3]>::default(); asked.len()];
    let mut overall = <[Drawn; 3]>::default();
    let (mut by_group, mut means) = (vec![Drawn::default(); groups], vec![Drawn::default(); groups]);
    let seeds = people.sizes.iter().zip(0..);
    let mut draws: Vec<_> = seeds.map(|(size, at)| interval::draws(seed.wrapping_add(at), *size)).collect();
    let mut times = vec![0; group_of.len()];
    for _ in 0..RESAMPLES {
        times.fill(0);
        let mut first = 0;
        for (draw, size) in draws.iter_mut().zip(&people.sizes) {
            // A group of one has no draws, and is itself every time.
            for place in draw.next().unwrap_or_else(|| (0..*size).collect()) {
                times[first + place] += 1;
            }
            first += size;
        }
        let found: Vec<Sums> = asked.iter().map(|asked| sums(asked, &group_of, groups, &times)).collect();
        let mut together = Sums::none(groups);
        for (sums, drawn) in found.iter().zip(&mut by_question) {
            drawn.iter_mut().zip(sums.figures()).for_each(|(drawn, figure)| drawn.put(figure));
            together.add(sums);
        }
        overall.iter_mut().zip(over_questions(found.iter())).for_each(|(drawn, figure)| drawn.put(figure));
        for (group, (drawn, mean)) in by_group.iter_mut().zip(&mut means).enumerate() {
            drawn.put(together.within[group].agreement());
            mean.put(mean_of(&people.scores, &group_of, group, &times).map(|(_, mean)| mean));
        }
    }
    Agreements {
        questions: own
            .iter()
            .zip(by_question)
            .map(|(sums, drawn)| agreement_of(sums.figures(), (sums.all_within().many(), sums.between.many()), drawn))
            .collect(),
        overall: agreement_of(over_questions(own.iter()), pairs_of(&own), overall),
        groups: by_group
            .into_iter()
            .zip(&whole.within)
            .map(|(drawn, pairs)| drawn.figure(pairs.agreement(), pairs.many()))
            .collect(),
        means: means
            .into_iter()
            .enumerate()
            .map(|(group, drawn)| {
                let (n, mean) = mean_of(&people.scores, &group_of, group, &once)?;
                drawn.figure(Some(mean), n)
            })
            .collect(),
    }
}

/// How many people of a group have a score, and the mean of these; each person counted so many times.
fn mean_of(scores: &[Option<f64>], group_of: &[usize], group: usize, times: &[u32]) -> Option<(u64, f64)> {
    let own = scores.iter().zip(group_of).zip(times).filter(|((_, of), _)| **of == group);
    let scores: Vec<f64> = own
        .filter_map(|((score, _), times)| Some(std::iter::repeat_n((*score)?, *times as usize)))
        .flatten()
        .collect();
    mean(&scores).map(|mean| (scores.len() as u64, mean))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::ballot::Ballot;

    fn asked(ballots: &[Ballot]) -> Asked {
        let ballots: Vec<&Ballot> = ballots.iter().collect();
        Asked { facets: Facets::of(&ballots).unwrap(), people: (0..ballots.len()).collect() }
    }

    fn of(questions: &[Asked], sizes: &[usize]) -> Agreements {
        let people = People { sizes: sizes.to_vec(), scores: vec![None; sizes.iter().sum()] };
        agreements(questions, &people, 7)
    }

    fn near(found: Option<Figure>, wanted: f64, n: u64) {
        assert!(found.is_some_and(|found| (found.value - wanted).abs() < 1e-12 && found.n == n), "{found:?}");
    }

    /// Two offices of three: a a b, and a b b.
    #[test]
    fn within_and_between_by_hand() {
        let [a, b] = [Ballot::One(0), Ballot::One(1)];
        let found = of(&[asked(&[a.clone(), a.clone(), b.clone(), a, b.clone(), b])], &[3, 3]);
        // Three pairs in each office, of which one is alike.
        near(found.overall.within, 2.0 / 6.0, 6);
        near(found.groups[0], 1.0 / 3.0, 3);
        // Nine pairs across: 2 x 1 with a, 1 x 2 with b.
        near(found.overall.between, 4.0 / 9.0, 9);
        near(found.overall.apart, 1.0 / 3.0 - 4.0 / 9.0, 15);
        near(found.questions[0].within, 2.0 / 6.0, 6);
        near(found.questions[0].between, 4.0 / 9.0, 9);
    }

    /// The same, and a question that only the first office came to: it says nothing of within beside between.
    #[test]
    fn questions_of_one_office_are_in_no_comparison() {
        let [a, b] = [Ballot::One(0), Ballot::One(1)];
        let both = asked(&[a.clone(), a.clone(), b.clone(), a.clone(), b.clone(), b]);
        let alone = asked(&[a.clone(), a.clone(), a.clone()]);
        let found = of(&[both.clone(), alone], &[3, 3]);
        near(found.overall.within, 2.0 / 6.0, 6);
        near(found.overall.between, 4.0 / 9.0, 9);
        // Its own agreement is of all its pairs: 1 of 3, and 3 of 3.
        near(found.groups[0], 4.0 / 6.0, 6);
        // Beside a question with as many pairs in which all are alike, the first has half of the weight.
        let alike = asked(&[a.clone(), a.clone(), a.clone(), a.clone(), a.clone(), a]);
        let found = of(&[both, alike], &[3, 3]);
        near(found.overall.within, f64::midpoint(2.0 / 6.0, 1.0), 12);
        near(found.overall.between, f64::midpoint(4.0 / 9.0, 1.0), 18);
    }

    /// Two offices that each have a way of their own: five say a, five say b.
    #[test]
    fn offices_with_ways_of_their_own() {
        let ballots: Vec<Ballot> = (0..10).map(|at| Ballot::One(at / 5)).collect();
        let found = of(&[asked(&ballots)], &[5, 5]);
        near(found.overall.within, 1.0, 20);
        near(found.overall.between, 0.0, 25);
        // Nothing moves, whoever is drawn.
        assert_eq!(found.overall.apart.unwrap().interval, Some(Interval { low: 1.0, high: 1.0 }));
    }

    /// Ordered answers: the mean distance of levels, by hand over all pairs.
    #[test]
    fn ratings_by_pairs() {
        let rated = |one: i8, two: i8| Ballot::Ratings(vec![(0, one), (1, two)]);
        let ballots = [rated(-2, 0), rated(0, 0), rated(2, 1), rated(1, -1)];
        let asked = asked(&ballots);
        let apart = |pairs: &[(usize, usize)]| {
            pairs.iter().map(|(one, other)| asked.facets.apart(*one, *other)).sum::<f64>() / pairs.len() as f64
        };
        let (within, between) = (apart(&[(0, 1), (2, 3)]), apart(&[(0, 2), (0, 3), (1, 2), (1, 3)]));
        // (2/4 + 0) / 2 and (1/4 + 2/4) / 2.
        assert!((within - (0.25 + 0.375) / 2.0).abs() < 1e-12);
        let found = of(std::slice::from_ref(&asked), &[2, 2]);
        near(found.overall.within, 1.0 - within, 2);
        near(found.overall.between, 1.0 - between, 4);
    }

    /// Draws have no bias upwards: without the rule that copies are no pair, agreement within five people who agree by
    /// halves would be drawn a fifth too high.
    #[test]
    fn an_interval_lies_about_its_figure() {
        let ballots: Vec<Ballot> = (0..40).map(|at| Ballot::One(at % 2)).collect();
        let found = of(&[asked(&ballots)], &[10, 10, 20]);
        for figure in [found.overall.within, found.overall.between, found.overall.apart, found.groups[0]] {
            let Figure { value, interval, .. } = figure.unwrap();
            let Interval { low, high } = interval.unwrap();
            assert!(low <= value && value <= high && high - low < 0.7, "{figure:?}");
        }
        let apart = found.overall.apart.unwrap().interval.unwrap();
        assert!(apart.low < 0.0 && apart.high > 0.0, "groups that answer alike make no difference: {apart:?}");
    }

    #[test]
    fn what_it_refuses() {
        let found = of(&[asked(&[Ballot::One(0)])], &[1]);
        assert_eq!(found.overall, Agreement::default());
        assert!(of(&[], &[]).groups.is_empty());
    }
}
