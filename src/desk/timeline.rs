//! The chronology as a picture: lanes, marks on them, and the list beside it.
//!
//! In go a run and if wanted a case; out come lanes with what lies on them, weeks to measure by, and the same things
//! newest first. The words are those of [`chronology`](super::chronology): each line there is one row here, and one
//! mark or several. Nothing ahead of now is in it but deadlines that the trainee has been told of.

mod lanes;
mod measure;

use std::ops::Range;

use super::chronology::{self, Line};
use super::due::{Due, DueState};
use super::file::RatingRow;
use super::look::Look;
use super::parts::{Named, Stamp};
use super::senders::Sender;
use super::when;
use crate::run::Run;
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::ids::CaseId;
use crate::scenario::raw::{Id, Kind, Level, Risk};
use crate::text::Message;
pub(super) use measure::number;

/// The picture and its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// "Weeks −9 to 12".
    pub heading: Message,
    /// The picture in one sentence, for whoever can't see it.
    pub name: Message,
    /// Where the picture begins and ends: the days that are played.
    pub begins: Minute,
    pub ends: Minute,
    pub now: Minute,
    pub now_words: Message,
    /// Day 0, where the author says what that is.
    pub day_0: Option<DayZero>,
    /// Mondays, one a week, with the number of the week or its date.
    pub ticks: Vec<Tick>,
    /// From the top: risk, deadlines, the file, what came, what the trainee did.
    pub lanes: Vec<Lane>,
    /// In order of time, then of lanes.
    pub marks: Vec<Mark>,
    /// From a question to the first thing that came from whoever was asked.
    pub links: Vec<Link>,
    /// The newest first.
    pub rows: Vec<Row>,
    /// Rows that belong to one week, the newest first.
    pub weeks: Vec<Week>,
    /// What the three kinds of bar mean.
    pub legend: Vec<(Reading, Message)>,
}

/// Day 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayZero {
    pub at: Minute,
    /// The author's words: "his release".
    pub words: Message,
}

/// The beginning of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    pub at: Minute,
    /// As the calendar counts; nought is the week of day 0.
    pub week: i32,
    /// "−9", "12"; "24 Nov" where weeks are not counted.
    pub words: Message,
    /// Some of it is played; otherwise it is a gap.
    pub played: bool,
}

/// What lies in a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LaneKind {
    /// Ratings of one category.
    Risk(Risk),
    Deadlines,
    /// Changes of the case record, and documents that nobody is named for.
    Record,
    From(Sender),
    /// What the trainee did.
    Yours,
}

/// One lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    pub kind: LaneKind,
    /// Whose risk it is, where more than one case is shown.
    pub case: Option<Named>,
    /// "Risk to the public", "Deadlines", "From police and housing", "What you did".
    pub words: Message,
    /// Levels over time; empty for what is not a risk. The last may begin just now, and have no length.
    pub segments: Vec<Segment>,
}

/// A level from one rating to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Never before the picture begins.
    pub from: Minute,
    /// The next rating, or now.
    pub to: Minute,
    pub level: Level,
    /// "Medium, from December 2024", "Medium, reviewed", "High, was Medium".
    pub words: Message,
}

/// Whether an item was read, for its bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    Read,
    Unread,
    /// Read, and cited.
    Cited,
}

/// How a deadline stands, for its flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// It runs: the flag stands at the moment when it falls due.
    Open,
    Met,
    Missed,
    /// Done, after its time.
    Late,
    CalledOff,
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A bar: an arrival, or a document of the file.
    Item(Reading),
    /// A short bar on the line of a category.
    Rating(Level),
    /// A rating of several categories, as a row of the list: its marks are bars.
    Rated,
    Flag(Flag),
    /// The shape or icon of a kind: something that the trainee did.
    Act(Kind),
    /// The same, with a form.
    Filed(Kind),
    Decision,
    Told,
    Noted,
    Draft,
    /// The trainee worked late.
    Late,
    /// MAPPA level, tier, or who has a case.
    Changed,
}

/// What a mark or a row opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opens {
    Item { item: Id, nth: u16 },
    Response(Id),
    Decision(Id),
    Deadline(Id),
}

/// One mark of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When it was.
    pub at: Stamp,
    /// Where it stands: what is older than the picture stands at its left edge.
    pub shown_at: Minute,
    /// The week of [`Mark::shown_at`].
    pub week: i32,
    /// Its place in [`Timeline::lanes`].
    pub lane: usize,
    pub shape: Shape,
    /// "Ellis Varden: Voicemail from Ellis".
    pub words: Message,
    /// "Unread", "10 min".
    pub detail: Option<Message>,
    pub opens: Option<Opens>,
    pub case: Option<Id>,
    /// Its place in [`Timeline::rows`]. Bars of one rating share a row.
    pub row: usize,
}

/// A question and what came of it: places in [`Timeline::marks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    pub from: usize,
    pub to: usize,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub at: Stamp,
    /// "Tue"; the date for what is older than the picture.
    pub day: Message,
    pub shape: Shape,
    pub words: Message,
    pub detail: Option<Message>,
    pub opens: Option<Opens>,
    /// Its place in [`Timeline::marks`]: of several, the first.
    pub mark: usize,
}

/// A week of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Nothing for what is older than the picture.
    pub week: Option<i32>,
    /// "Week 9", "Week of 24 November", "From before".
    pub words: Message,
    /// Its rows.
    pub rows: Range<usize>,
}

/// Everything so far, of one case or of all that are on the desk. What belongs to no case is in every one.
#[must_use]
pub fn timeline(run: &Run, case: Option<&str>) -> Timeline {
    Look::at(run).timeline(case)
}

/// A lane before it is laid out: its kind, and whose risk it is.
type Place = (LaneKind, Option<CaseId>);

/// A line of the chronology with what is drawn for it, before anything has a number.
struct Drawn {
    seq: u32,
    line: Line,
    detail: Option<Message>,
    shape: Shape,
    opens: Option<Opens>,
    /// Where its marks lie, each with its shape.
    places: Vec<(Place, Shape)>,
    /// When they stand there, if that is not when the line says: a flag ahead of now.
    stands_at: Option<Stamp>,
    /// The line whose mark it shares: a deadline that began, and was met, missed or called off since.
    shares: Option<usize>,
}

impl Look<'_> {
    fn timeline(&self, case: Option<&str>) -> Timeline {
        let cases: Vec<CaseId> = match case {
            Some(case) => self.scenario.case_called(case).into_iter().collect(),
            None => self.cases().collect(),
        };
        let drawn = self.drawn(case);
        let mut places: Vec<Place> = vec![(LaneKind::Deadlines, None), (LaneKind::Yours, None)];
        for (place, _) in drawn.iter().flat_map(|one| &one.places) {
            if !places.contains(place) {
                places.push(*place);
            }
        }
        let nth = |of: &Option<CaseId>| of.map(|of| cases.iter().position(|case| *case == of));
        places.sort_by_key(|(kind, of)| (!matches!(kind, LaneKind::Risk(_)), nth(of), *kind));
        let lanes = places.iter().map(|place| self.lane(*place, cases.len() > 1, &drawn)).collect();
        let (marks, rows) = self.marks_and_rows(&drawn, &places);
        let (begins, ends) = (self.calendar.begins(), self.calendar.ends());
        Timeline {
            heading: self.span(begins, ends, ["timeline-weeks", "dates-from-to"]),
            name: self.span(begins, ends, ["timeline-name-weeks", "timeline-name-dates"]),
            begins,
            ends,
            now: self.state.clock,
            now_words: Message::new("timeline-now"),
            day_0: self.day_zero(begins, ends),
            ticks: self.ticks(begins, ends),
            lanes,
            links: self.links(&drawn, &rows),
            weeks: self.weeks(&rows, begins),
            marks,
            rows,
            legend: [Reading::Read, Reading::Unread, Reading::Cited].map(|reading| (reading, reading.words())).into(),
        }
    }

    // What is drawn

    /// Every line of a case but the headings of turns, with what is drawn for it.
    fn drawn(&self, case: Option<&str>) -> Vec<Drawn> {
        let mut ratings: Vec<(CaseId, RatingRow)> = Vec::new();
        for case in self.cases() {
            ratings.extend(self.ratings(case).into_iter().map(|rating| (case, rating)));
        }
        // As the lines of the chronology are: by time, and within a minute as they were found.
        ratings.sort_by_key(|(_, rating)| rating.at.minute);
        let mut ratings = ratings.into_iter();
        let due = self.due();
        let mut drawn: Vec<Drawn> = Vec::new();
        for (seq, line) in self.numbered_lines() {
            let rating = if line.mark == chronology::Mark::Rating { ratings.next() } else { None };
            let elsewhere = case.zip(line.case.as_ref()).is_some_and(|(case, of)| case != of);
            if line.mark == chronology::Mark::Turn || elsewhere {
                continue;
            }
            let at = drawn.len();
            drawn.push(self.draw(seq, line, rating, &due));
            flags_share(&mut drawn, at);
        }
        drawn
    }

    fn draw(&self, seq: u32, line: Line, rating: Option<(CaseId, RatingRow)>, due: &[Due]) -> Drawn {
        let mut places: Vec<(Place, Shape)> = Vec::new();
        let mut stands_at = None;
        let yours = |shape| (shape, LaneKind::Yours);
        let flag = |flag| (Shape::Flag(flag), LaneKind::Deadlines);
        let (shape, lane) = match &line.mark {
            chronology::Mark::Document { item, read, cited } => {
                (Shape::Item(Reading::of(*read, *cited)), self.lane_of_document(item))
            }
            chronology::Mark::Arrival { from, read, cited, .. } => {
                (Shape::Item(Reading::of(*read, *cited)), self.lane_from(from))
            }
            chronology::Mark::Act { kind, .. } => yours(Shape::Act(*kind)),
            chronology::Mark::Filed { kind, .. } => yours(Shape::Filed(*kind)),
            chronology::Mark::Told { .. } => yours(Shape::Told),
            chronology::Mark::Noted => yours(Shape::Noted),
            chronology::Mark::DraftKept { .. } => yours(Shape::Draft),
            chronology::Mark::Decision { .. } => yours(Shape::Decision),
            chronology::Mark::Late => yours(Shape::Late),
            chronology::Mark::Began { deadline } => {
                let runs = due.iter().find(|row| row.id == *deadline && row.state == DueState::Running);
                stands_at = runs.map(|row| row.due.clone());
                flag(Flag::Open)
            }
            chronology::Mark::Met { .. } => flag(Flag::Met),
            chronology::Mark::Missed { deadline } => {
                let late = due.iter().any(|row| row.id == *deadline && row.state == DueState::Late);
                flag(if late { Flag::Late } else { Flag::Missed })
            }
            chronology::Mark::CalledOff { .. } => flag(Flag::CalledOff),
            chronology::Mark::Rating => (Shape::Rated, LaneKind::Record),
            chronology::Mark::Changed | chronology::Mark::Turn => (Shape::Changed, LaneKind::Record),
        };
        match rating {
            Some((case, rating)) => places.extend(
                rating
                    .levels
                    .iter()
                    .map(|rated| ((LaneKind::Risk(rated.risk), Some(case)), Shape::Rating(rated.level))),
            ),
            None => places.push(((lane, None), shape)),
        }
        let late = (shape == Shape::Flag(Flag::Late)).then(|| Message::new("due-met-late"));
        let detail = line.detail.clone().or(late);
        Drawn { seq, opens: self.opened_by(&line.mark), line, detail, shape, places, stands_at, shares: None }
    }

    /// What a line opens.
    fn opened_by(&self, mark: &chronology::Mark) -> Option<Opens> {
        use chronology::Mark as Of;
        Some(match mark {
            Of::Document { item, .. } => Opens::Item { item: item.clone(), nth: 0 },
            Of::Arrival { item, nth, .. } => Opens::Item { item: item.clone(), nth: *nth },
            Of::Told { item, .. } => {
                let nth = self.scenario.item_called(item).and_then(|id| self.newest(id));
                Opens::Item { item: item.clone(), nth: nth.unwrap_or(0) }
            }
            Of::Act { response, .. } | Of::Filed { response, .. } | Of::DraftKept { response } => {
                Opens::Response(response.clone())
            }
            Of::Decision { decision } => Opens::Decision(decision.clone()),
            Of::Began { deadline } | Of::Met { deadline } | Of::Missed { deadline } | Of::CalledOff { deadline } => {
                Opens::Deadline(deadline.clone())
            }
            Of::Turn | Of::Noted | Of::Rating | Of::Changed | Of::Late => return None,
        })
    }

    // Marks and rows

    fn marks_and_rows(&self, drawn: &[Drawn], places: &[Place]) -> (Vec<Mark>, Vec<Row>) {
        let begins = self.calendar.begins();
        let mut marks: Vec<(usize, Mark)> = Vec::new();
        for (at, one) in drawn.iter().enumerate() {
            if one.shares.is_some() {
                continue;
            }
            let stamp = one.stands_at.as_ref().unwrap_or(&one.line.at);
            let shown_at = stamp.minute.max(begins);
            for (place, shape) in &one.places {
                let mark = Mark {
                    at: stamp.clone(),
                    shown_at,
                    week: self.calendar.week(shown_at),
                    lane: places.iter().position(|lane| lane == place).unwrap_or(0),
                    shape: *shape,
                    words: one.line.words.clone(),
                    detail: one.detail.clone(),
                    opens: one.opens.clone(),
                    case: one.line.case.clone(),
                    // The newest row stands first.
                    row: drawn.len() - 1 - at,
                };
                marks.push((at, mark));
            }
        }
        marks.sort_by_key(|(at, mark)| (mark.shown_at, mark.lane, *at));
        let mark_of = |at: usize| marks.iter().position(|(drawn, _)| *drawn == at).unwrap_or(0);
        let rows = drawn.iter().enumerate().rev().map(|(at, one)| Row {
            day: self.day_of_row(one.line.at.minute, begins),
            at: one.line.at.clone(),
            shape: one.shape,
            words: one.line.words.clone(),
            detail: one.detail.clone(),
            opens: one.opens.clone(),
            mark: mark_of(one.shares.unwrap_or(at)),
        });
        let rows = rows.collect();
        (marks.into_iter().map(|(_, mark)| mark).collect(), rows)
    }

    fn day_of_row(&self, at: Minute, begins: Minute) -> Message {
        let day = Calendar::day(at);
        if at < begins {
            when::day_seen_from(self.calendar, self.today(), day)
        } else {
            when::weekday_short(self.calendar, day)
        }
    }

    /// From each question that was answered to its answer. `rows` are in the order opposite to `drawn`.
    fn links(&self, drawn: &[Drawn], rows: &[Row]) -> Vec<Link> {
        let mark = |seq: u32| {
            let at = drawn.iter().position(|one| one.seq == seq && !matches!(one.shape, Shape::Flag(_)))?;
            rows.iter().rev().nth(at).map(|row| row.mark)
        };
        let mut links: Vec<Link> = self
            .sent()
            .iter()
            .filter_map(|sent| {
                let answer = self.came.get(sent.answered?)?;
                Some(Link { from: mark(sent.seq)?, to: mark(answer.seq)? })
            })
            .collect();
        links.sort_unstable();
        links.dedup();
        links
    }

    /// Rows by week, the newest first.
    fn weeks(&self, rows: &[Row], begins: Minute) -> Vec<Week> {
        let mut weeks: Vec<Week> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let week = (row.at.minute >= begins).then(|| self.calendar.week(row.at.minute));
            match weeks.last_mut() {
                Some(last) if last.week == week => last.rows.end = at + 1,
                _ => weeks.push(Week { week, words: self.week_words(week), rows: at..at + 1 }),
            }
        }
        weeks
    }
}

impl Reading {
    const fn of(read: bool, cited: bool) -> Self {
        match (read, cited) {
            (false, _) => Self::Unread,
            (true, false) => Self::Read,
            (true, true) => Self::Cited,
        }
    }

    fn words(self) -> Message {
        Message::new(match self {
            Self::Read => "timeline-read",
            Self::Unread => "timeline-unread",
            Self::Cited => "timeline-cited",
        })
    }
}

/// A deadline that was met, missed or called off: the line that it began with shares its flag, and has none of its own.
fn flags_share(drawn: &mut [Drawn], at: usize) {
    let name = |mark: &chronology::Mark| match mark {
        chronology::Mark::Met { deadline }
        | chronology::Mark::Missed { deadline }
        | chronology::Mark::CalledOff { deadline } => Some(deadline.clone()),
        _ => None,
    };
    let Some(deadline) = drawn.get(at).and_then(|one| name(&one.line.mark)) else { return };
    let began = chronology::Mark::Began { deadline };
    let before = drawn.iter_mut().take(at).rev();
    if let Some(one) = before.into_iter().find(|one| one.line.mark == began && one.shares.is_none()) {
        one.shares = Some(at);
    }
}
