//! A mark for the author: by its name, its title and its place in the file.

use crate::scenario::ids::ItemId;
use crate::scenario::locate::Place;
use crate::scenario::model::{Scenario, folded};

use super::marks::Mark;

/// What a mark is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The author's name for it: inner ones after a slash, as in `absence/letter`.
    pub id: String,
    /// What it is called on the screen, or says; empty if it has no words.
    pub title: String,
    /// Where it is declared; nothing for what lies in another file, or in none.
    pub place: Option<Place>,
}

/// What a mark is about.
#[must_use]
pub fn subject(scenario: &Scenario, mark: Mark) -> Subject {
    let symbols = scenario.symbols();
    let at = |id: &str, title: &str| Subject {
        id: id.to_owned(),
        title: folded(title),
        place: symbols
            .declared_at(id)
            .map(|place| Place(place.0.split_last().map_or_else(Vec::new, |(_, all)| all.to_vec()))),
    };
    let inner = |outer: Subject, list: &'static str, at: usize, id: &str, title: &str| Subject {
        id: format!("{}/{id}", outer.id),
        title: folded(title),
        place: outer.place.map(|place| place.field(list).index(at)),
    };
    match mark {
        Mark::Came(id) | Mark::Read(ItemId::Arrival(id)) => {
            let raw = scenario.arrival(id);
            at(&raw.id, &raw.title)
        }
        Mark::Version(id, nth) => {
            let raw = scenario.arrival(id);
            let version = raw.versions.get(usize::from(nth));
            let title = version.and_then(|version| version.title.as_ref()).unwrap_or(&raw.title);
            inner(at(&raw.id, ""), "versions", usize::from(nth), version.map_or("", |one| &one.id), title)
        }
        Mark::Read(ItemId::Document(id)) => at(&scenario.document(id).id, &scenario.document(id).title),
        Mark::Done(id) => at(scenario.response_name(id), scenario.response_label(id)),
        Mark::Posed(id) => {
            let raw = scenario.decision(id);
            at(&raw.id, raw.title.as_ref().unwrap_or(&raw.prompt))
        }
        Mark::Situation(id, nth) => {
            let raw = scenario.decision(id);
            let (name, told) = raw.situations.get(usize::from(nth)).map_or(("", ""), |one| (&one.id, &one.told));
            inner(at(&raw.id, ""), "situations", usize::from(nth), name, told)
        }
        Mark::Chose(id, nth) => {
            let raw = scenario.decision(id);
            let (name, label) = raw.options.get(usize::from(nth)).map_or(("", ""), |one| (&one.id, &one.label));
            inner(at(&raw.id, ""), "options", usize::from(nth), name, label)
        }
        Mark::Met(id) | Mark::Missed(id) => at(&scenario.deadline(id).id, &scenario.deadline(id).label),
        Mark::Happened(id, nth) => {
            let raw = scenario.chance(id);
            // A chance with odds of its own has one outcome, without a name.
            let outcome = usize::from(nth).checked_sub(usize::from(raw.odds.is_some()));
            match outcome.and_then(|nth| raw.outcomes.get(nth).map(|outcome| (nth, outcome))) {
                Some((nth, outcome)) => inner(at(&raw.id, ""), "outcomes", nth, &outcome.id, ""),
                None => at(&raw.id, ""),
            }
        }
        Mark::Drifted(id) => at(&scenario.drift(id).id, ""),
        Mark::Leaked(id) => at(&scenario.secret(id).id, &scenario.secret(id).text),
        Mark::Ended(id) => at(&scenario.ending(id).id, &scenario.ending(id).title),
        Mark::Property(id) => {
            let raw = scenario.property(id);
            at(&raw.id, raw.why.as_deref().unwrap_or_default())
        }
        Mark::FloorBegan(id) | Mark::FloorBroken(id) => at(&scenario.floor(id).id, &scenario.floor(id).text),
        Mark::RanAway | Mark::Stuck => Subject { id: String::new(), title: String::new(), place: None },
    }
}
