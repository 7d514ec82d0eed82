//! The desk as a talk: a line is typed, something is done or shown, and again until the run is over.

use super::names::{self, Candidate, Match};
use super::session::{Place, Session, Step, Target, Written};
use crate::desk;
use crate::run::command::{Citation, Command};
use crate::run::engine::Stop;
use crate::scenario::raw::{self, Kind};
use crate::text::{Message, when, words};

/// How things stood before something was done.
#[derive(Debug, Clone, Copy)]
pub struct Before {
    events: usize,
    inbox: usize,
    questions: usize,
    turn: u16,
}

impl Before {
    #[must_use]
    pub fn of(session: &Session<'_>) -> Self {
        let moment = desk::moment(&session.run);
        Self {
            events: session.run.events().len(),
            inbox: moment.inbox.len(),
            questions: moment.questions.len(),
            turn: moment.clock.turn,
        }
    }
}

/// A word that can be typed at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Desk,
    Inbox,
    Read,
    Respond,
    Kind(Kind),
    Tell,
    Note,
    Notes,
    Cite,
    File,
    People,
    Due,
    Chronology,
    Answer,
    Reviews,
    Left,
    Go,
    Day,
    End,
    Softer,
    Log,
    Save,
}

/// Every word, with the others that mean the same. The first of each is the one that is shown.
const WORDS: [(Word, &[&str]); 31] = [
    (Word::Desk, &["desk", "back", "b"]),
    (Word::Inbox, &["inbox", "i"]),
    (Word::Read, &["read", "open", "o"]),
    (Word::Respond, &["respond", "do", "r"]),
    (Word::Kind(Kind::Explore), &["explore"]),
    (Word::Kind(Kind::Enforce), &["enforce"]),
    (Word::Kind(Kind::Recall), &["recall"]),
    (Word::Kind(Kind::Refer), &["refer"]),
    (Word::Kind(Kind::Assess), &["assess"]),
    (Word::Kind(Kind::Consult), &["consult"]),
    (Word::Kind(Kind::Disclose), &["disclose"]),
    (Word::Kind(Kind::Record), &["record"]),
    (Word::Kind(Kind::Support), &["support"]),
    (Word::Kind(Kind::Hold), &["hold"]),
    (Word::Tell, &["tell", "pass", "t"]),
    (Word::Note, &["note", "n"]),
    (Word::Notes, &["notes", "cited"]),
    (Word::Cite, &["cite", "c"]),
    (Word::File, &["file", "case", "f"]),
    (Word::People, &["people", "p"]),
    (Word::Due, &["due", "deadlines", "d"]),
    (Word::Chronology, &["chronology"]),
    (Word::Answer, &["answer", "decide", "a"]),
    (Word::Reviews, &["reviews"]),
    (Word::Left, &["left", "l"]),
    (Word::Go, &["go", "next", "g"]),
    (Word::Day, &["day"]),
    (Word::End, &["end", "e"]),
    (Word::Softer, &["softer"]),
    (Word::Log, &["log"]),
    (Word::Save, &["save"]),
];

impl Word {
    /// As it is typed and shown.
    #[must_use]
    pub fn name(self) -> &'static str {
        WORDS.iter().find(|(word, _)| *word == self).and_then(|(_, names)| names.first().copied()).unwrap_or_default()
    }

    /// The word that is typed exactly so.
    #[must_use]
    pub fn exactly(typed: &str) -> Option<Self> {
        WORDS.iter().find(|(_, names)| names.contains(&typed)).map(|(word, _)| *word)
    }
}

impl Session<'_> {
    /// Sits at the desk until the run is over.
    pub fn sit(&mut self) -> Step<()> {
        self.show_opening()?;
        self.show_desk()?;
        self.show_words()?;
        while !self.run.is_over() {
            let line = self.ask(Place::Desk)?;
            self.typed(&line)?;
        }
        Ok(())
    }

    /// What a stretch of weeks opens with.
    fn show_opening(&mut self) -> Step<()> {
        if let Some(opens) = desk::moment(&self.run).opens {
            self.term.gap()?;
            self.term.text(&opens)?;
        }
        Ok(())
    }

    /// A line at the desk: a number of the last list, a word with what it is about, or the name of something.
    fn typed(&mut self, line: &str) -> Step<()> {
        if line.is_empty() {
            return self.word(Word::Desk, "");
        }
        if let Ok(number) = line.parse::<usize>() {
            return match number.checked_sub(1).and_then(|index| self.numbers.get(index)).cloned() {
                Some(target) => self.go_to(target),
                None => {
                    let most = self.numbers.len();
                    let key = if most == 0 { "tty-no-numbers" } else { "tty-no-number" };
                    Ok(self.term.say(&Message::new(key).with("number", number).with("most", most))?)
                }
            };
        }
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if let Some(word) = Word::exactly(&first.to_lowercase()) {
            return self.word(word, rest.trim());
        }
        let mut all: Vec<Candidate<Target>> = self.everything();
        let of_words = WORDS.iter().map(|(word, names)| Candidate::new(Target::Word(*word), names[0], names));
        all.extend(of_words);
        match names::find(line, &all) {
            Match::One(one) => self.go_to(one.target),
            Match::Several(several) => self.several(line, several),
            Match::Near(near) => {
                self.term.say(&Message::new("tty-near-number").with("typed", line))?;
                self.list(std::slice::from_ref(&near))?;
                self.numbers = vec![near.target];
                Ok(())
            }
            Match::None => Ok(self.term.say(&Message::new("tty-unknown-desk").with("typed", line))?),
        }
    }

    fn several(&mut self, line: &str, several: Vec<Candidate<Target>>) -> Step<()> {
        self.term.say(&Message::new("tty-several").with("typed", line))?;
        self.list(&several)?;
        self.numbers = several.into_iter().map(|one| one.target).collect();
        Ok(())
    }

    /// Everything on the desk that has a name.
    fn everything(&self) -> Vec<Candidate<Target>> {
        let moment = desk::moment(&self.run);
        let mut all = self.items(&moment);
        all.extend(self.responses(&moment));
        all.extend(self.questions(&moment));
        all.extend(self.people(&moment).into_iter().map(|one| Candidate {
            target: Target::Person(one.target),
            label: one.label,
            names: one.names,
        }));
        all
    }

    /// Items on the desk: what came last stands first.
    fn items(&self, moment: &desk::Moment) -> Vec<Candidate<Target>> {
        let mut all: Vec<Candidate<Target>> = Vec::new();
        for row in moment.inbox.iter().rev() {
            let at = self.term.words.say(&row.came.words);
            let label = format!("{}; {}, {at}", row.title, row.from.name);
            all.push(Candidate::new(Target::Item(row.item.clone(), row.nth), label, &[&row.item, &row.title]));
        }
        for file in &moment.cases {
            for document in &file.documents {
                let item = &document.item;
                let known = all.iter().any(|one| one.target == Target::Item(item.item.clone(), item.nth));
                if !known {
                    let label = self.item_line(item, document.minutes);
                    let target = Target::Item(item.item.clone(), item.nth);
                    all.push(Candidate::new(target, label, &[&item.item, &item.title]));
                }
            }
        }
        all
    }

    fn responses(&self, moment: &desk::Moment) -> Vec<Candidate<Target>> {
        let rows = moment.kinds.iter().flat_map(|group| &group.rows);
        rows.map(|row| Candidate::new(Target::Response(row.id.clone()), row.label.clone(), &[&row.id])).collect()
    }

    fn questions(&self, moment: &desk::Moment) -> Vec<Candidate<Target>> {
        let say = |message: &Message| self.term.words.say(message);
        moment
            .questions
            .iter()
            .map(|one| Candidate::new(Target::Decision(one.decision.clone()), say(&one.title), &[&one.decision]))
            .collect()
    }

    fn people(&self, moment: &desk::Moment) -> Vec<Candidate<raw::Id>> {
        moment
            .people
            .iter()
            .map(|person| {
                let label = self.term.words.say(&person.who.in_full);
                Candidate::new(person.who.id.clone(), label, &[&person.who.id, &person.who.name])
            })
            .collect()
    }

    /// What a number or a name leads to.
    fn go_to(&mut self, target: Target) -> Step<()> {
        match target {
            Target::Item(item, nth) => self.read(&item, nth),
            Target::Response(response) => self.respond(&response),
            Target::Decision(decision) => self.decide(&decision),
            Target::Person(person) => self.show_person(&person),
            Target::Word(word) => self.word(word, ""),
        }
    }

    fn word(&mut self, word: Word, rest: &str) -> Step<()> {
        match word {
            Word::Desk => {
                self.show_desk()?;
                self.show_words()
            }
            Word::Inbox => self.show_inbox(),
            Word::Read => self.read_typed(rest),
            Word::Respond => self.respond_typed(None, rest),
            Word::Kind(kind) => self.respond_typed(Some(kind), rest),
            Word::Tell => self.tell(rest),
            Word::Note => self.note(rest),
            Word::Notes => self.show_notes(),
            Word::Cite => self.cite(rest),
            Word::File => self.file(rest),
            Word::People => self.people_typed(rest),
            Word::Due => self.show_due(),
            Word::Chronology => self.show_chronology(),
            Word::Answer => self.answer(rest),
            Word::Reviews => self.reviews(rest),
            Word::Left => {
                self.show_left()?;
                Ok(self.term.gap()?)
            }
            Word::Go => self.pass_time(&Command::GoOn),
            Word::Day => self.end_day(),
            Word::End => self.end_turn(),
            Word::Softer => {
                let key = if self.run.softer() { "tty-softer-on" } else { "tty-softer-off" };
                Ok(self.term.tell(key)?)
            }
            Word::Log => self.say_where(),
            Word::Save => self.save(rest),
        }
    }

    /// The target that a number of the last list or a name among these stands for.
    fn found(
        &mut self,
        rest: &str,
        all: Vec<Candidate<Target>>,
        wanted: fn(&Target) -> bool,
    ) -> Step<Option<Target>> {
        if let Ok(number) = rest.parse::<usize>() {
            let target = number.checked_sub(1).and_then(|index| self.numbers.get(index)).cloned();
            return match target {
                Some(target) if wanted(&target) => Ok(Some(target)),
                _ => {
                    self.term.say(&Message::new("tty-number-is-other").with("number", number))?;
                    Ok(None)
                }
            };
        }
        match names::find(rest, &all) {
            Match::One(one) => Ok(Some(one.target)),
            Match::Several(several) => {
                self.several(rest, several)?;
                Ok(None)
            }
            Match::Near(near) => {
                self.term.say(&Message::new("tty-near-number").with("typed", rest))?;
                self.list(std::slice::from_ref(&near))?;
                self.numbers = vec![near.target];
                Ok(None)
            }
            Match::None => {
                self.term.say(&Message::new("tty-unknown-desk").with("typed", rest))?;
                Ok(None)
            }
        }
    }

    fn read_typed(&mut self, rest: &str) -> Step<()> {
        if rest.is_empty() {
            return self.show_inbox();
        }
        let items = self.items(&desk::moment(&self.run));
        match self.found(rest, items, |target| matches!(target, Target::Item(..)))? {
            Some(target) => self.go_to(target),
            None => Ok(()),
        }
    }

    /// Reads an item: for the first time, which takes its minutes, or again.
    fn read(&mut self, item: &str, nth: u16) -> Step<()> {
        if desk::open_item::open_item(&self.run, item, Some(nth)).is_some() {
            return self.show_item(item, Some(nth));
        }
        let command = Command::Open { item: item.to_owned(), nth: Some(nth) };
        let before = Before::of(self);
        let Some(stop) = self.command(&command)? else { return Ok(()) };
        self.show_item(item, Some(nth))?;
        self.show_since(before.events)?;
        self.after(&before, stop)
    }

    /// After something that took time: what it took, and the desk if anything is new on it.
    pub fn after(&mut self, before: &Before, stop: Stop) -> Step<()> {
        if self.run.is_over() {
            return Ok(());
        }
        let now = Before::of(self);
        let new = now.inbox != before.inbox
            || now.questions > before.questions
            || now.turn != before.turn
            || self.run.state().work.hand != 0
            || self.run.state().window > 0;
        self.show_time(before.events)?;
        if new || stop != Stop::Reached {
            if now.turn != before.turn {
                self.show_opening()?;
            }
            self.show_desk()?;
            return self.show_words();
        }
        Ok(())
    }

    fn respond_typed(&mut self, kind: Option<Kind>, rest: &str) -> Step<()> {
        let moment = desk::moment(&self.run);
        if rest.is_empty() {
            self.show_responses(kind)?;
            return Ok(self.term.tell("tty-respond-words")?);
        }
        if let Some(kind) = Kind::ALL.iter().find(|kind| kind.name().eq_ignore_ascii_case(rest)) {
            return self.respond_typed(Some(*kind), "");
        }
        let all = self.responses(&moment);
        match self.found(rest, all, |target| matches!(target, Target::Response(_)))? {
            Some(target) => self.go_to(target),
            None => Ok(()),
        }
    }

    /// Does a response: asks once, or goes through its form.
    pub fn respond(&mut self, id: &str) -> Step<()> {
        let moment = desk::moment(&self.run);
        let Some(row) = moment.kinds.iter().flat_map(|group| &group.rows).find(|row| row.id == id) else {
            return Ok(self.term.say(&Message::new("tty-unknown-desk").with("typed", id))?);
        };
        match &row.open {
            desk::responses::Open::NotYet(why) if row.form.is_none() => return Ok(self.term.say(why)?),
            desk::responses::Open::Done => {
                let at = row.last_done.as_ref().map_or_else(String::new, |at| self.term.words.say(&at.words));
                let line = Message::new("tty-response-done").with("label", &row.label).with("at", at);
                self.term.say(&line)?;
                if let Some(afterwards) = &row.afterwards {
                    self.term.text(afterwards)?;
                }
                return Ok(());
            }
            _ => {}
        }
        if row.form.is_some() {
            return self.fill_in(id);
        }
        self.term.gap()?;
        let line = self.response_line(row);
        self.term.text(&line)?;
        if !self.confirm(&Message::new("tty-do-it"))? {
            return Ok(self.term.tell("tty-not-done")?);
        }
        let before = Before::of(self);
        let Some(stop) = self.act(&Command::Do { response: id.to_owned() })? else { return Ok(()) };
        self.after(&before, stop)
    }

    /// Passes something on: `tell`, `tell 3`, `tell voicemail to Dee`.
    fn tell(&mut self, rest: &str) -> Step<()> {
        let (what, whom) = match rest.split_once(" to ") {
            Some((what, whom)) => (what.trim(), whom.trim()),
            None => match rest.strip_prefix("to ") {
                Some(whom) => ("", whom.trim()),
                None => (rest.trim(), ""),
            },
        };
        let Some((item, nth)) = self.read_item(what, "tty-tell-what")? else { return Ok(()) };
        let Some(open) = desk::open_item::open_item(&self.run, &item, Some(nth)) else { return Ok(()) };
        if let Some(cannot) = &open.cannot_tell {
            return Ok(self.term.say(cannot)?);
        }
        let people: Vec<Candidate<raw::Id>> = open
            .tell
            .iter()
            .map(|who| {
                let label = self.term.words.say(&who.in_full);
                Candidate::new(who.id.clone(), label, &[&who.id, &who.name])
            })
            .collect();
        if whom.is_empty() {
            self.term.gap()?;
            let minutes = when::minutes(crate::run::engine::TELLING);
            self.term.say(&Message::new("tty-tell-whom").with("title", &open.title).with("minutes", minutes))?;
        }
        let who = if whom.is_empty() { self.choose(Place::Choose, &people)? } else { self.one_of(whom, &people)? };
        let Some(who) = who else { return Ok(()) };
        let before = Before::of(self);
        let Some(stop) = self.act(&Command::Tell { item, who: who.clone() })? else { return Ok(()) };
        let told = Message::new("tty-told").with("title", &open.title).with("who", self.person_name(&who));
        self.term.say(&told)?;
        self.after(&before, stop)
    }

    /// Something that has been read: by number or name, the one read last, or chosen from a list.
    fn read_item(&mut self, typed: &str, question: &'static str) -> Step<Option<(raw::Id, u16)>> {
        let moment = desk::moment(&self.run);
        if !typed.is_empty() {
            let items = self.items(&moment);
            return match self.found(typed, items, |target| matches!(target, Target::Item(..)))? {
                Some(Target::Item(item, nth)) => {
                    if desk::open_item::open_item(&self.run, &item, Some(nth)).is_none() {
                        self.term.tell("tty-read-first")?;
                        return Ok(None);
                    }
                    Ok(Some((item, nth)))
                }
                _ => Ok(None),
            };
        }
        if let Some(reading) = &self.reading {
            return Ok(Some(reading.clone()));
        }
        let items: Vec<Candidate<Target>> = self
            .items(&moment)
            .into_iter()
            .filter(|one| match &one.target {
                Target::Item(item, nth) => desk::open_item::open_item(&self.run, item, Some(*nth)).is_some(),
                _ => false,
            })
            .collect();
        if items.is_empty() {
            self.term.tell("tty-nothing-read")?;
            return Ok(None);
        }
        self.term.tell(question)?;
        Ok(match self.choose(Place::Choose, &items)? {
            Some(Target::Item(item, nth)) => Some((item, nth)),
            _ => None,
        })
    }

    fn note(&mut self, rest: &str) -> Step<()> {
        let text = if rest.is_empty() {
            let half = self.half_written("note");
            if let Some(half) = &half {
                self.term.say(&Message::new("tty-half-written").with("text", half))?;
            }
            self.term.tell("tty-note-ask")?;
            self.within = Place::Text;
            match self.text("note", &[])? {
                Written::Text(text) => text,
                Written::Nothing => match half {
                    Some(half) => half,
                    None => return Ok(()),
                },
                Written::Back | Written::Word(_) => return Ok(()),
            }
        } else {
            rest.to_owned()
        };
        if self.command(&Command::Note { text })?.is_some() {
            self.forget_lines("note");
            self.say_kept()?;
        }
        Ok(())
    }

    /// Marks an item, or some words of it.
    fn cite(&mut self, rest: &str) -> Step<()> {
        let Some((item, nth)) = self.read_item(rest, "tty-cite-what")? else { return Ok(()) };
        let Some(open) = desk::open_item::open_item(&self.run, &item, Some(nth)) else { return Ok(()) };
        self.term.say(&Message::new("tty-cite-passage").with("title", &open.title))?;
        let line = self.ask(Place::Choose)?;
        let passage = match line.to_lowercase().as_str() {
            "back" | "b" => return Ok(()),
            "" => None,
            _ => {
                let words = names::plain(&line);
                let fields = open.fields.iter().flat_map(|(_, paragraphs)| paragraphs);
                let texts = open.paragraphs.iter().chain(fields).chain(open.entries.iter().map(|entry| &entry.text));
                if !texts.into_iter().any(|text| names::plain(text).contains(&words)) {
                    return Ok(self.term.say(&Message::new("tty-cite-no-passage").with("title", &open.title))?);
                }
                Some(line)
            }
        };
        if self.command(&Command::Cite(Citation { item, passage }))?.is_some() {
            let number = desk::moment(&self.run).citations.len();
            self.term.say(&Message::new("tty-cite-done").with("number", number))?;
        }
        Ok(())
    }

    fn file(&mut self, rest: &str) -> Step<()> {
        if rest.is_empty() {
            return self.show_file(None);
        }
        let moment = desk::moment(&self.run);
        let cases: Vec<Candidate<Target>> = moment
            .cases
            .iter()
            .map(|file| {
                Candidate::new(
                    Target::Person(file.id.clone()),
                    file.person.name.clone(),
                    &[&file.id, &file.person.id],
                )
            })
            .collect();
        if let Match::One(one) = names::find(rest, &cases)
            && let Target::Person(case) = one.target
        {
            return self.show_file(Some(&case));
        }
        // A form is filed as well: "file case note".
        let mut all = self.items(&moment);
        all.extend(self.responses(&moment));
        match self.found(rest, all, |target| matches!(target, Target::Item(..) | Target::Response(_)))? {
            Some(target) => self.go_to(target),
            None => Ok(()),
        }
    }

    fn people_typed(&mut self, rest: &str) -> Step<()> {
        if rest.is_empty() {
            return self.show_people();
        }
        let moment = desk::moment(&self.run);
        let people = self.people(&moment).into_iter();
        let people =
            people.map(|one| Candidate { target: Target::Person(one.target), label: one.label, names: one.names });
        match self.found(rest, people.collect(), |target| matches!(target, Target::Person(_)))? {
            Some(target) => self.go_to(target),
            None => Ok(()),
        }
    }

    fn answer(&mut self, rest: &str) -> Step<()> {
        let moment = desk::moment(&self.run);
        let questions = self.questions(&moment);
        let target = match questions.as_slice() {
            [] => return Ok(self.term.tell("tty-no-question")?),
            [one] if rest.is_empty() => Some(one.target.clone()),
            several if rest.is_empty() => self.choose(Place::Choose, several)?,
            _ => self.found(rest, questions.clone(), |target| matches!(target, Target::Decision(_)))?,
        };
        match target {
            Some(target) => self.go_to(target),
            None => Ok(()),
        }
    }

    /// Lets time pass, then shows the desk as it is.
    fn pass_time(&mut self, command: &Command) -> Step<()> {
        let before = Before::of(self);
        let Some(stop) = self.act(command)? else { return Ok(()) };
        if self.run.is_over() {
            return Ok(());
        }
        if self.run.state().turn != before.turn {
            self.show_opening()?;
        } else if matches!(command, Command::EndTurn | Command::EndDay) && stop == Stop::Posed {
            self.term.tell("tty-end-stopped")?;
        }
        self.show_desk()?;
        self.show_words()
    }

    /// The name of an item by its number: arrivals first, documents after them.
    #[must_use]
    pub fn item_numbered(&self, number: u16) -> raw::Id {
        use crate::scenario::ids::{ArrivalId, DocumentId};
        let scenario = self.run.scenario();
        match usize::from(number).checked_sub(scenario.tables().arrivals.len()) {
            None => scenario.arrival(ArrivalId(number)).id.clone(),
            Some(document) => {
                let id = u16::try_from(document).unwrap_or_default();
                scenario.document(DocumentId(id)).id.clone()
            }
        }
    }

    fn end_day(&mut self) -> Step<()> {
        if desk::moment(&self.run).clock.end_day.is_none() {
            return self.end_turn();
        }
        self.pass_time(&Command::EndDay)
    }

    /// Shows what is undone, unread and due, and asks: go on, or back.
    fn end_turn(&mut self) -> Step<()> {
        loop {
            let Some(end) = self.show_left()? else { return Ok(()) };
            self.term.gap()?;
            let choices =
                Message::new("tty-end-choices").with("go", end.go_on.clone()).with("back", end.go_back.clone());
            if end.can_end {
                self.term.say(&choices)?;
            } else {
                self.term.tell("tty-end-cannot")?;
            }
            loop {
                let line = self.ask(Place::EndOfTurn)?;
                match line.to_lowercase().as_str() {
                    "" => {}
                    "go" | "g" | "go on" | "end" | "yes" | "y" if end.can_end => {
                        return self.pass_time(&Command::EndTurn);
                    }
                    "back" | "b" | "go back" | "no" | "n" | "desk" => {
                        self.show_desk()?;
                        return self.show_words();
                    }
                    "left" => break,
                    // Anything else is said to the desk.
                    _ => return self.typed(&line),
                }
            }
        }
    }

    /// Looks at the reviews of an answered decision.
    fn reviews(&mut self, rest: &str) -> Step<()> {
        let answered: Vec<Candidate<Target>> = self
            .answered()
            .into_iter()
            .map(|(id, title)| Candidate::new(Target::Decision(id.clone()), title, &[&id]))
            .collect();
        let target = match answered.as_slice() {
            [] => return Ok(self.term.tell("tty-reviews-none")?),
            [one] if rest.is_empty() => Some(one.target.clone()),
            several if rest.is_empty() => {
                self.term.tell("tty-reviews-which")?;
                self.choose(Place::Choose, several)?
            }
            several => self.one_of(rest, several)?,
        };
        let Some(Target::Decision(decision)) = target else { return Ok(()) };
        if !self.has_reviews(&decision) {
            return Ok(self.term.tell("tty-reviews-nobody")?);
        }
        if !self.is_revealed(&decision) && !self.confirm(&Message::new("tty-reviews-sure"))? {
            return Ok(());
        }
        if !self.is_revealed(&decision) && self.command(&Command::Reveal { decision: decision.clone() })?.is_none() {
            return Ok(());
        }
        self.show_reviews(&decision)
    }

    /// Decisions that have been answered, with their titles, the latest first.
    fn answered(&self) -> Vec<(raw::Id, String)> {
        let mut all = Vec::new();
        for event in self.run.events().iter().rev() {
            if let crate::run::event::What::Decided { decision, .. } = &event.what {
                let scenario = self.run.scenario();
                let title = scenario.decision_called(decision).and_then(|id| scenario.decision(id).title.clone());
                all.push((decision.clone(), title.unwrap_or_else(|| decision.clone())));
            }
        }
        all
    }

    fn is_revealed(&self, decision: &str) -> bool {
        let mut events = self.run.events().iter();
        events.any(
            |event| matches!(&event.what, crate::run::event::What::Revealed { decision: one } if one == decision),
        )
    }

    /// Writes all of the run to a log file, and goes on writing there too.
    fn save(&mut self, rest: &str) -> Step<()> {
        if rest.is_empty() {
            return Ok(self.term.tell("tty-save-where")?);
        }
        match self.keep.save_to(rest.into(), &self.run) {
            Ok(()) => {
                self.keep()?;
                self.say_where()
            }
            Err(trouble) => Ok(self.term.say(&trouble)?),
        }
    }

    /// The words for a level of risk, as a list to choose from.
    #[must_use]
    pub fn level_candidates(&self) -> Vec<Candidate<raw::Level>> {
        raw::Level::ALL
            .iter()
            .map(|level| Candidate::new(*level, self.term.words.say(&words::level(*level)), &[level.name()]))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_two_things() {
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert_eq!(Word::exactly("open"), Some(Word::Read));
        assert_eq!(Word::Kind(Kind::Recall).name(), "recall");
    }
}
