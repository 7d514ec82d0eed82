//! What is on the desk, drawn as lines: one function a view. Each fills the list that numbers are typed against.

use super::session::{Session, Step, Target};
use crate::desk::parts::{Asked, CitationRow, ItemRef};
use crate::desk::{self, Moment};
use crate::scenario::raw::form::Value;
use crate::scenario::raw::{self, AnswerBy};
use crate::text::{Arg, Message, when, words};

/// A message with one thing in it.
fn with(key: &'static str, name: &'static str, arg: impl Into<Arg>) -> Message {
    Message::new(key).with(name, arg)
}

/// A label with what stands behind it. A label that asks needs no colon.
#[must_use]
pub fn fact(label: &str, text: &str) -> Message {
    let key = if label.ends_with('?') { "tty-fact-asked" } else { "tty-fact" };
    Message::new(key).with("label", label).with("text", text)
}

impl Session<'_> {
    fn say_in(&self, message: &Message) -> String {
        self.term.words.say(message)
    }

    /// Adds a row to the list that numbers are typed against.
    fn numbered(&mut self, target: Target, text: &str) -> Step<()> {
        self.numbers.push(target);
        let number = self.numbers.len();
        Ok(self.term.row(number, text)?)
    }

    /// A heading and nothing, if there is nothing.
    fn section(&mut self, key: &'static str) -> Step<()> {
        Ok(self.term.title(&Message::new(key))?)
    }

    /// Where the clock stands, in one line.
    pub fn show_clock(&mut self) -> Step<()> {
        let clock = desk::moment(&self.run).clock;
        let line = Message::new("tty-clock")
            .with("date", clock.date)
            .with("time", clock.time)
            .with("left", clock.left_words);
        Ok(self.term.say(&line)?)
    }

    /// The desk: the clock, what is asked, what has not been read, and what can be done.
    pub fn show_desk(&mut self) -> Step<()> {
        let moment = desk::moment(&self.run);
        self.numbers.clear();
        self.term.title(&moment.clock.turn_words)?;
        // A day is its own date.
        if moment.clock.kind == when::TurnKind::Day {
            let clock = &moment.clock;
            let line = Message::new("tty-clock-day").with("time", &clock.time).with("left", clock.left_words.clone());
            self.term.say(&line)?;
        } else {
            self.show_clock()?;
        }
        if let Some(late) = &moment.clock.late_words {
            self.term.say(late)?;
        }
        if let Some(window) = &moment.window {
            self.term.say(&window.words)?;
        }
        if let Some(hand) = &moment.in_hand {
            self.term
                .say(&Message::new("tty-in-hand").with("what", hand.what.clone()).with("left", hand.words.clone()))?;
        }
        self.show_questions(&moment)?;
        self.show_unread(&moment)?;
        self.show_on_desk(&moment)?;
        self.term.gap()?;
        Ok(())
    }

    fn show_questions(&mut self, moment: &Moment) -> Step<()> {
        if moment.questions.is_empty() {
            return Ok(());
        }
        let at_once = moment.questions.iter().any(|question| question.by == AnswerBy::AtOnce);
        self.section(if at_once { "tty-desk-answer-now" } else { "tty-desk-answer" })?;
        for question in &moment.questions {
            let row = Message::new("tty-row-question")
                .with("title", question.title.clone())
                .with("by", question.by_words.clone());
            let text = self.say_in(&row);
            self.numbered(Target::Decision(question.decision.clone()), &text)?;
        }
        Ok(())
    }

    fn show_unread(&mut self, moment: &Moment) -> Step<()> {
        let unread: Vec<_> = moment.inbox.iter().filter(|row| row.reading == desk::inbox::Reading::Unread).collect();
        if unread.is_empty() {
            return Ok(());
        }
        self.section("tty-desk-unread")?;
        for row in unread {
            let text = Message::new("tty-row-unread")
                .with("title", &row.title)
                .with("from", &row.from.name)
                .with("via", row.via_words.clone())
                .with("at", row.came.words.clone())
                .with("minutes", when::minutes(row.minutes));
            let text = self.say_in(&text);
            self.numbered(Target::Item(row.item.clone(), row.nth), &text)?;
        }
        Ok(())
    }

    /// Drafts, what waits for an answer, what is due, and what nothing else says.
    fn show_on_desk(&mut self, moment: &Moment) -> Step<()> {
        if !moment.drafts.is_empty() {
            self.section("tty-desk-drafts")?;
            for draft in &moment.drafts {
                let row =
                    Message::new("tty-row-draft").with("label", &draft.label).with("parts", draft.words.clone());
                let text = self.say_in(&row);
                self.numbered(Target::Response(draft.response.clone()), &text)?;
            }
        }
        let quiet = self.numbers.is_empty();
        let waiting = Message::listed(moment.asked.iter().map(|asked| Message::verbatim(&asked.who.name)).collect());
        if quiet || moment.clock.turn_over || waiting.is_some() || moment.due_summary.is_some() {
            self.term.gap()?;
        }
        if moment.clock.turn_over {
            self.term.tell("tty-desk-turn-over")?;
        }
        if quiet {
            if !moment.clock.turn_over {
                self.term.tell("tty-desk-quiet")?;
            }
            let documents = moment.cases.iter().flat_map(|file| &file.documents);
            let unopened = documents.filter(|document| !document.item.read).count();
            if unopened > 0 {
                self.term.say(&with("tty-desk-file", "n", unopened))?;
            }
        }
        if let Some(waiting) = waiting {
            self.term.say(&with("tty-desk-waiting", "who", waiting))?;
        }
        if let Some(due) = &moment.due_summary {
            self.term.say(&with("tty-desk-due", "due", due.clone()))?;
        }
        Ok(())
    }

    /// The line of words at the foot of the desk.
    pub fn show_words(&mut self) -> Step<()> {
        Ok(self.term.tell("tty-desk-words")?)
    }

    /// Everything that has come, the newest first.
    pub fn show_inbox(&mut self) -> Step<()> {
        let moment = desk::moment(&self.run);
        self.numbers.clear();
        self.section("tty-inbox")?;
        self.term.say(&moment.unread)?;
        for row in moment.inbox.iter().rev() {
            let mut text = Message::new("tty-row-inbox")
                .with("title", &row.title)
                .with("from", &row.from.name)
                .with("via", row.via_words.clone())
                .with("at", row.came.words.clone());
            text = text.with("reading", row.reading_words.clone());
            let text = self.say_in(&text);
            self.numbered(Target::Item(row.item.clone(), row.nth), &text)?;
        }
        self.term.gap()?;
        Ok(())
    }

    /// An item, to read.
    pub fn show_item(&mut self, item: &str, nth: Option<u16>) -> Step<()> {
        let Some(open) = desk::open_item::open_item(&self.run, item, nth) else { return Ok(()) };
        self.reading = Some((open.item.clone(), open.nth));
        self.term.heading(&open.title)?;
        let by = open.from.as_ref().map(|who| who.in_full.clone()).or_else(|| open.by.clone());
        let parts = [by, open.via_words.clone(), open.at.as_ref().map(|at| at.words.clone()), open.standing.clone()];
        let parts: Vec<String> = parts.iter().flatten().map(|part| self.say_in(part)).collect();
        if !parts.is_empty() {
            self.term.say(&Message::new("tty-item-source").with("parts", parts.join(". ")))?;
        }
        if let Some(softer) = &open.softer {
            self.term.say(softer)?;
        }
        for paragraph in &open.paragraphs {
            self.term.gap()?;
            self.term.indented(paragraph, 2, 2)?;
        }
        for (label, paragraphs) in &open.fields {
            self.term.gap()?;
            self.term.indented(label, 2, 2)?;
            for paragraph in paragraphs {
                self.term.indented(paragraph, 4, 4)?;
            }
        }
        for entry in &open.entries {
            self.term.gap()?;
            let by = entry.by.as_ref().map(|by| self.say_in(by));
            let head = by.map_or_else(|| entry.at.clone(), |by| format!("{}, {by}", entry.at));
            self.term.indented(&head, 2, 2)?;
            self.term.indented(&entry.text, 4, 4)?;
        }
        let names = |people: &[crate::desk::parts::Who]| {
            Message::listed(people.iter().map(|who| Message::verbatim(&who.name)).collect())
        };
        let told = open.told_to.iter().map(|(who, _)| Message::verbatim(&who.name)).collect();
        let answers = open.answers.iter().map(|one| Message::verbatim(&one.name)).collect();
        let notes = [
            names(&open.could_confirm).map(|who| with("tty-item-confirm", "who", who)),
            Message::listed(told).map(|who| with("tty-item-told", "who", who)),
            Message::listed(answers).map(|what| with("tty-item-answers", "what", what)),
        ];
        self.term.gap()?;
        for note in notes.iter().flatten() {
            self.term.say(note)?;
        }
        Ok(())
    }

    /// The case file: the front page, conditions, ratings and documents.
    pub fn show_file(&mut self, case: Option<&str>) -> Step<()> {
        let moment = desk::moment(&self.run);
        self.numbers.clear();
        let cases = moment.cases.iter().filter(|file| case.is_none_or(|case| file.id == case));
        for file in cases {
            self.term.heading(&file.person.name)?;
            if let Some(about) = &file.about {
                self.term.text(about)?;
            }
            let lines = [Some(&file.order), file.mappa.as_ref(), file.tier.as_ref(), Some(&file.owner)];
            let lines: Vec<String> = lines.into_iter().flatten().map(|line| self.say_in(line)).collect();
            self.term.text(&format!("{}.", lines.join(". ")))?;
            for fact in &file.facts {
                let fact = Message::new("tty-fact").with("label", &fact.label).with("text", &fact.text);
                self.term.say(&fact)?;
            }
            self.show_conditions(file)?;
            self.show_ratings(file)?;
            self.show_documents(file)?;
        }
        self.term.gap()?;
        Ok(())
    }

    fn show_conditions(&mut self, file: &desk::file::CaseFile) -> Step<()> {
        if file.conditions.is_empty() {
            return Ok(());
        }
        self.section("tty-file-conditions")?;
        for condition in &file.conditions {
            let bare = condition.recorded.is_empty() && condition.acted.is_empty() && condition.term.is_none();
            let mut text = if bare {
                Message::verbatim(&condition.text)
            } else {
                Message::new("tty-file-condition")
                    .with("text", &condition.text)
                    .with("recorded", condition.words.clone())
            };
            if let Some(term) = &condition.term {
                text = Message::new("tty-file-condition-term")
                    .with("text", &condition.text)
                    .with("term", term.clone())
                    .with("recorded", condition.words.clone());
            }
            let text = self.say_in(&text);
            self.term.indented(&text, 2, 4)?;
        }
        Ok(())
    }

    fn show_ratings(&mut self, file: &desk::file::CaseFile) -> Step<()> {
        if file.ratings.is_empty() {
            return Ok(());
        }
        self.section("tty-file-ratings")?;
        for rating in &file.ratings {
            let levels: Vec<String> = rating
                .levels
                .iter()
                .map(|level| {
                    let message = Message::new("tty-level")
                        .with("risk", level.risk_words.clone())
                        .with("level", level.level_words.clone());
                    self.say_in(&message)
                })
                .collect();
            let text = Message::new("tty-file-rating")
                .with("at", rating.at.words.clone())
                .with("by", rating.by.clone())
                .with("source", rating.source.clone())
                .with("levels", levels.join("; "));
            let text = self.say_in(&text);
            self.term.indented(&text, 2, 4)?;
        }
        Ok(())
    }

    fn show_documents(&mut self, file: &desk::file::CaseFile) -> Step<()> {
        if !file.documents.is_empty() {
            self.section("tty-file-documents")?;
        }
        for document in &file.documents {
            let text = self.item_line(&document.item, document.minutes);
            self.numbered(Target::Item(document.item.item.clone(), document.item.nth), &text)?;
        }
        if !file.filed.is_empty() {
            self.section("tty-file-filed")?;
            for filed in &file.filed {
                let line =
                    Message::new("tty-file-form").with("title", &filed.title).with("at", filed.at.words.clone());
                let line = self.say_in(&line);
                self.term.indented(&line, 2, 4)?;
                self.show_filing(&filed.form, &filed.filing)?;
            }
        }
        Ok(())
    }

    /// What was written in a form, field by field.
    pub fn show_filing(&mut self, form: &str, filing: &crate::run::command::Filing) -> Step<()> {
        let scenario = std::sync::Arc::clone(self.run.scenario());
        let Some(form) = scenario.form_called(form).map(|form| scenario.form(form)) else { return Ok(()) };
        for field in &form.fields {
            if let Some(value) = filing.fields.get(field.id.as_str()) {
                let value = self.value_line(field, value);
                let line = self.say_in(&fact(&field.label, &value));
                self.term.indented(&line, 4, 6)?;
            }
        }
        Ok(())
    }

    /// A value of a form in one line.
    #[must_use]
    pub fn value_line(&self, field: &raw::Field, value: &Value) -> String {
        let person = |id: &str| self.person_name(id);
        let choice = |id: &str| match &field.kind {
            raw::FieldKind::PickOne(choices) | raw::FieldKind::PickSome(choices) => choices
                .iter()
                .find(|choice| choice.id == id)
                .map_or_else(|| id.to_owned(), |choice| choice.label.clone()),
            _ => id.to_owned(),
        };
        match value {
            Value::Words(text) => text.replace('\n', " "),
            Value::Pick(id) => choice(id),
            Value::Picks(ids) => ids.iter().map(|id| choice(id)).collect::<Vec<_>>().join("; "),
            Value::People(ids) => ids.iter().map(|id| person(id)).collect::<Vec<_>>().join("; "),
            Value::Date(moment) => self.day_line(*moment),
            Value::Levels(levels) => {
                let levels = levels.iter().map(|(risk, level)| self.level_line(*risk, *level, ""));
                levels.collect::<Vec<_>>().join("; ")
            }
            Value::Grid(rows) => {
                let rows = rows.iter().map(|(risk, row)| self.level_line(*risk, row.level, &row.why));
                rows.collect::<Vec<_>>().join("; ")
            }
            Value::Steps(steps) => {
                let steps = steps.iter().map(|step| {
                    let line = Message::new("tty-step-line")
                        .with("who", person(&step.who))
                        .with("what", &step.what)
                        .with("by", self.day_line(step.by));
                    self.say_in(&line)
                });
                steps.collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// The name of a person, or the trainee.
    #[must_use]
    pub fn person_name(&self, id: &str) -> String {
        if id == crate::scenario::symbols::YOU {
            return self.say_in(&Message::new("tty-you"));
        }
        let scenario = self.run.scenario();
        scenario.person_called(id).map_or_else(|| id.to_owned(), |who| scenario.person(who).name.clone())
    }

    /// A day in short words.
    #[must_use]
    pub fn day_line(&self, moment: raw::Moment) -> String {
        let calendar = &self.run.scenario().tables().calendar;
        self.say_in(&when::day_short(calendar, calendar.day_of(moment)))
    }

    fn level_line(&self, risk: raw::Risk, level: raw::Level, why: &str) -> String {
        let key = if why.trim().is_empty() { "tty-level" } else { "tty-level-why" };
        let line = Message::new(key)
            .with("risk", words::risk(risk))
            .with("level", words::level(level))
            .with("why", why.replace('\n', " "));
        self.say_in(&line)
    }

    /// An item in one line, with what opening it takes.
    #[must_use]
    pub fn item_line(&self, item: &ItemRef, minutes: i32) -> String {
        let parts = [
            Some(Message::verbatim(&item.title)),
            item.from.clone(),
            item.at.as_ref().map(|at| at.words.clone()),
            (!item.read).then(|| with("tty-not-opened", "minutes", when::minutes(minutes))),
        ];
        let parts: Vec<String> = parts.iter().flatten().map(|part| self.say_in(part)).collect();
        parts.join(". ")
    }

    /// The people of the case.
    pub fn show_people(&mut self) -> Step<()> {
        let moment = desk::moment(&self.run);
        self.numbers.clear();
        self.section("tty-people")?;
        for person in &moment.people {
            let line = Message::new("tty-row-person")
                .with("who", person.who.in_full.clone())
                .with("contact", person.words.clone());
            let line = self.say_in(&line);
            self.numbered(Target::Person(person.who.id.clone()), &line)?;
        }
        self.term.gap()?;
        Ok(())
    }

    /// One of them.
    pub fn show_person(&mut self, id: &str) -> Step<()> {
        let moment = desk::moment(&self.run);
        let Some(person) = moment.people.iter().find(|person| person.who.id == id) else { return Ok(()) };
        self.numbers.clear();
        let name = self.say_in(&person.who.in_full);
        self.term.heading(&name)?;
        if let Some(about) = &person.about {
            self.term.text(about)?;
        }
        if let Some((_, tie)) = &person.tie {
            self.term.say(&with("tty-person-tie", "tie", tie.clone()))?;
        }
        self.term.say(&person.words)?;
        for asked in &person.asked {
            let key = if asked.waiting { "tty-person-waiting" } else { "tty-person-did" };
            let line = Message::new(key).with("label", &asked.label).with("at", asked.at.words.clone());
            let line = self.say_in(&line);
            self.term.indented(&line, 2, 4)?;
        }
        for (item, at) in &person.told {
            let line = Message::new("tty-person-told").with("title", &item.title).with("at", at.words.clone());
            let line = self.say_in(&line);
            self.term.indented(&line, 2, 4)?;
        }
        for item in &person.heard {
            let line = self.item_line(item, 0);
            self.numbered(Target::Item(item.item.clone(), item.nth), &line)?;
        }
        self.term.gap()?;
        Ok(())
    }

    /// What falls due, and the known dates ahead.
    pub fn show_due(&mut self) -> Step<()> {
        let moment = desk::moment(&self.run);
        self.section("tty-due")?;
        self.due_rows(&moment.due)?;
        self.asked_rows(&moment.asked)?;
        self.section("tty-ahead")?;
        if moment.ahead.is_empty() {
            self.term.tell("tty-nothing")?;
        }
        for ahead in &moment.ahead {
            let line = Message::new("tty-row-ahead").with("label", &ahead.label).with("at", ahead.at.words.clone());
            let line = self.say_in(&line);
            self.term.indented(&line, 2, 4)?;
        }
        self.term.gap()?;
        Ok(())
    }

    fn due_rows(&mut self, due: &[desk::due::Due]) -> Step<()> {
        if due.is_empty() {
            self.term.tell("tty-nothing")?;
        }
        for due in due {
            let line = Message::new("tty-row-due")
                .with("label", &due.label)
                .with("kind", due.kind_words.clone())
                .with("at", due.due.words.clone())
                .with("left", due.left.clone());
            let line = self.say_in(&line);
            self.term.indented(&line, 2, 4)?;
        }
        Ok(())
    }

    fn asked_rows(&mut self, asked: &[Asked]) -> Step<()> {
        if asked.is_empty() {
            return Ok(());
        }
        self.section("tty-asked")?;
        for asked in asked {
            let key = if asked.likely.is_some() { "tty-row-asked-likely" } else { "tty-row-asked" };
            let mut line = Message::new(key)
                .with("who", &asked.who.name)
                .with("label", &asked.label)
                .with("at", asked.since.words.clone())
                .with("waiting", asked.waiting.clone());
            if let Some(likely) = &asked.likely {
                line = line.with("likely", likely.clone());
            }
            let line = self.say_in(&line);
            self.term.indented(&line, 2, 4)?;
        }
        Ok(())
    }

    /// Everything so far, in order.
    pub fn show_chronology(&mut self) -> Step<()> {
        let moment = desk::moment(&self.run);
        self.section("tty-chronology")?;
        let mut lines = moment.chronology.iter().peekable();
        while let Some(line) = lines.next() {
            // A draft is kept after every field: the last time says it all.
            if matches!(line.mark, desk::chronology::Mark::DraftKept { .. })
                && lines.peek().is_some_and(|next| next.mark == line.mark)
            {
                continue;
            }
            if line.mark == desk::chronology::Mark::Turn {
                let turn = self.say_in(&line.words);
                self.term.heading(&turn)?;
                continue;
            }
            let key = if line.detail.is_some() { "tty-row-line-detail" } else { "tty-row-line" };
            let mut text = Message::new(key).with("at", line.at.words.clone()).with("what", line.words.clone());
            if let Some(detail) = &line.detail {
                text = text.with("detail", detail.clone());
            }
            let text = self.say_in(&text);
            self.term.indented(&text, 2, 4)?;
        }
        self.term.gap()?;
        Ok(())
    }

    /// The trainee's notes, and what was cited.
    pub fn show_notes(&mut self) -> Step<()> {
        let moment = desk::moment(&self.run);
        self.section("tty-notes")?;
        if moment.notes.is_empty() {
            self.term.tell("tty-nothing")?;
        }
        for note in &moment.notes {
            let line = Message::new("tty-fact").with("label", note.at.words.clone()).with("text", &note.text);
            let line = self.say_in(&line);
            self.term.indented(&line, 2, 4)?;
        }
        if !moment.citations.is_empty() {
            self.section("tty-cited")?;
            self.citation_rows(&moment.citations)?;
        }
        self.term.gap()?;
        Ok(())
    }

    /// What was cited so far, by its number in the run.
    pub fn citation_rows(&mut self, citations: &[CitationRow]) -> Step<()> {
        for cited in citations {
            let mut line = self.item_line(&cited.item, 0);
            if let Some(standing) = &cited.standing {
                line = format!("{line}; {}", self.say_in(standing));
            }
            self.term.labelled(&format!("  [{}] ", cited.number), &line)?;
            if let Some(passage) = &cited.passage {
                let quoted = self.say_in(&with("tty-quoted", "text", passage));
                self.term.indented(&quoted, 6, 6)?;
            }
        }
        Ok(())
    }

    /// What is left to do before the turn ends. Its numbers lead to what they name.
    pub fn show_left(&mut self) -> Step<Option<desk::end_of_turn::EndOfTurn>> {
        let Some(end) = desk::end_of_turn::end_of_turn(&self.run) else { return Ok(None) };
        self.numbers.clear();
        self.term.title(&end.heading)?;
        self.term.say(&end.left)?;
        if let Some(hand) = &end.in_hand {
            self.term
                .say(&Message::new("tty-in-hand").with("what", hand.what.clone()).with("left", hand.words.clone()))?;
        }
        if !end.blocks.is_empty() {
            self.section("tty-left-blocks")?;
            for question in &end.blocks {
                let text = self.say_in(&question.title);
                self.numbered(Target::Decision(question.decision.clone()), &text)?;
            }
        }
        if !end.due.is_empty() {
            self.section("tty-left-due")?;
            self.due_rows(&end.due)?;
        }
        if !end.unread.is_empty() {
            self.section("tty-desk-unread")?;
            for row in &end.unread {
                let text = Message::new("tty-row-unread")
                    .with("title", &row.title)
                    .with("from", &row.from.name)
                    .with("via", row.via_words.clone())
                    .with("at", row.came.words.clone())
                    .with("minutes", when::minutes(row.minutes));
                let text = self.say_in(&text);
                self.numbered(Target::Item(row.item.clone(), row.nth), &text)?;
            }
        }
        if !end.unopened.is_empty() {
            self.section("tty-left-unopened")?;
            let calls: Vec<(ItemRef, i32)> =
                end.unopened.iter().map(|item| (item.clone(), self.minutes_of(item))).collect();
            for (item, minutes) in calls {
                let text = self.item_line(&item, minutes);
                self.numbered(Target::Item(item.item.clone(), item.nth), &text)?;
            }
        }
        self.asked_rows(&end.asked)?;
        if !end.drafts.is_empty() {
            self.section("tty-desk-drafts")?;
            for draft in &end.drafts {
                let row =
                    Message::new("tty-row-draft").with("label", &draft.label).with("parts", draft.words.clone());
                let text = self.say_in(&row);
                self.numbered(Target::Response(draft.response.clone()), &text)?;
            }
        }
        if !end.time.is_empty() {
            self.section("tty-left-time")?;
            for (what, minutes) in &end.time {
                let line =
                    Message::new("tty-row-time").with("what", what.clone()).with("minutes", when::minutes(*minutes));
                let line = self.say_in(&line);
                self.term.indented(&line, 2, 4)?;
            }
        }
        if !end.ahead.is_empty() {
            self.section("tty-ahead")?;
            for ahead in &end.ahead {
                let line =
                    Message::new("tty-row-ahead").with("label", &ahead.label).with("at", ahead.at.words.clone());
                let line = self.say_in(&line);
                self.term.indented(&line, 2, 4)?;
            }
        }
        Ok(Some(end))
    }

    /// Minutes that opening a document takes.
    #[must_use]
    pub fn minutes_of(&self, item: &ItemRef) -> i32 {
        if item.read {
            return 0;
        }
        let tables = self.run.scenario().tables();
        match self.run.scenario().item_called(&item.item) {
            Some(crate::scenario::ids::ItemId::Arrival(id)) => tables.arrivals[id.index()].minutes,
            Some(crate::scenario::ids::ItemId::Document(id)) => tables.documents[id.index()].minutes,
            None => 0,
        }
    }

    /// Responses, by kind. `only` one kind, if it is named.
    pub fn show_responses(&mut self, only: Option<raw::Kind>) -> Step<()> {
        let moment = desk::moment(&self.run);
        self.numbers.clear();
        self.term.gap()?;
        self.show_clock()?;
        let mut empty = Vec::new();
        for group in moment.kinds.iter().filter(|group| only.is_none_or(|kind| kind == group.kind)) {
            let (done, shown): (Vec<_>, Vec<_>) =
                group.rows.iter().partition(|row| row.open == desk::responses::Open::Done);
            if group.rows.is_empty() {
                empty.push(group.name.clone());
                continue;
            }
            let heading = Message::new("tty-kind").with("kind", group.name.clone()).with("help", group.help.clone());
            self.term.title(&heading)?;
            for row in shown {
                let text = self.response_line(row);
                self.numbered(Target::Response(row.id.clone()), &text)?;
                if let desk::responses::Open::NotYet(why) = &row.open {
                    let why = self.say_in(why);
                    self.term.under(&why)?;
                }
            }
            for row in done {
                let at = row.last_done.as_ref().map_or_else(String::new, |at| self.say_in(&at.words));
                let line = Message::new("tty-response-done").with("label", &row.label).with("at", at);
                let line = self.say_in(&line);
                self.term.under(&line)?;
            }
        }
        if let Some(empty) = Message::listed(empty) {
            self.term.gap()?;
            self.term.say(&with("tty-kinds-empty", "kinds", empty))?;
        }
        self.term.gap()?;
        Ok(())
    }

    /// A response in one line: what, minutes, form, when an answer is likely.
    #[must_use]
    pub fn response_line(&self, row: &desk::responses::ResponseRow) -> String {
        let mut parts = vec![self.say_in(&row.takes)];
        if let Some(form) = row.form.as_ref().filter(|_| !row.everyday) {
            parts.push(self.say_in(&with("tty-response-form", "form", form)));
        } else if row.everyday {
            parts.push(self.say_in(&Message::new("tty-response-everyday")));
        }
        if let Some(likely) = &row.answer_likely {
            parts.push(self.say_in(&with("tty-response-likely", "likely", likely.clone())));
        }
        if row.draft {
            parts.push(self.say_in(&Message::new("tty-response-draft")));
        }
        let line = Message::new("tty-response").with("label", &row.label).with("parts", parts.join("; "));
        self.say_in(&line)
    }
}
