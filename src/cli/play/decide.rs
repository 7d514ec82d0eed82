//! A decision: the answer, the reason, how sure, what would change it, what it rests on; then one warning, and then
//! it stays. What is written is kept step by step beside the log until it is committed.

use super::names::{self, Candidate};
use super::session::{Place, Session, Step, Written};
use crate::desk;
use crate::desk::decision::DecisionView;
use crate::run::command::{Command, Committed, How};
use crate::run::refusal::Refusal;
use crate::scenario::raw::{self, Answer, Ask, Entries};
use crate::sitting::keep::Unfinished;
use crate::text::{Message, words};

/// The parts of an answer, in the order in which they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Answer,
    Reason,
    Sure,
    Change,
    Cites,
    Commit,
}

const PARTS: [Part; 6] = [Part::Answer, Part::Reason, Part::Sure, Part::Change, Part::Cites, Part::Commit];

/// Where to go after a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
    To(Part),
    Leave,
    Done,
}

impl Session<'_> {
    /// Answers a decision, or goes back to the desk with what was written so far kept.
    pub fn decide(&mut self, id: &str) -> Step<()> {
        let Some(view) = desk::decision::decision(&self.run, id) else {
            return Ok(self.term.tell("tty-no-question")?);
        };
        self.within = Place::Decision;
        self.show_decision(&view)?;
        if !self.answer_parts(&view)? {
            self.term.tell("tty-decision-left")?;
        } else if self.is_reviewing() {
            self.ask_remarks()?;
        }
        if self.run.is_over() {
            return Ok(());
        }
        self.show_desk()?;
        self.show_words()
    }

    /// Asks for an answer part by part. False if the person left it, with what was written so far kept.
    pub(super) fn answer_parts(&mut self, view: &DecisionView) -> Step<bool> {
        let mut part = if self.unfinished(&view.key).answer.is_some() { Part::Commit } else { Part::Answer };
        // One part is looked at again, from the summary: then back to it.
        let mut again = false;
        loop {
            let way = match part {
                Part::Answer => self.ask_answer(view)?,
                Part::Reason => self.ask_reason(view)?,
                Part::Sure => self.ask_sure(view)?,
                Part::Change => self.ask_change(view)?,
                Part::Cites => self.ask_rests_on(view)?,
                Part::Commit => self.ask_commit(view)?,
            };
            let at = PARTS.iter().position(|one| *one == part).unwrap_or_default();
            part = match way {
                Way::On | Way::Back if again => {
                    again = false;
                    Part::Commit
                }
                Way::On => PARTS.get(at + 1).copied().unwrap_or(Part::Commit),
                Way::Back if at > 0 => PARTS.get(at - 1).copied().unwrap_or(Part::Answer),
                Way::To(to) => {
                    again |= part == Part::Commit;
                    to
                }
                Way::Back | Way::Leave => return Ok(false),
                Way::Done => return Ok(true),
            };
        }
    }

    fn unfinished(&self, id: &str) -> Unfinished {
        self.keep.pending.answers.get(id).cloned().unwrap_or_default()
    }

    fn put_unfinished(&mut self, id: &str, change: impl FnOnce(&mut Unfinished)) {
        let mut unfinished = self.unfinished(id);
        change(&mut unfinished);
        self.keep.pending.answers.insert(id.to_owned(), unfinished);
        self.keep.keep_pending();
    }

    pub(super) fn show_decision(&mut self, view: &DecisionView) -> Step<()> {
        let title = self.term.words.say(&view.title);
        self.term.heading(&title)?;
        self.term.say(&view.moment)?;
        match &view.supposed {
            Some(told) => self.term.indented(told, 2, 2)?,
            None => self.term.say(&view.by_words)?,
        }
        if let Some(softer) = &view.softer {
            self.term.say(softer)?;
        }
        for paragraph in &view.prompt {
            self.term.gap()?;
            self.term.text(paragraph)?;
        }
        if !view.citations.is_empty() {
            self.term.title(&Message::new("tty-decision-know"))?;
            self.citation_rows(&view.citations)?;
        }
        let names = |things: Vec<Message>| Message::listed(things);
        let not_heard = names(view.not_heard.iter().map(|asked| Message::verbatim(&asked.who.name)).collect());
        let unopened = names(view.unopened.iter().map(|item| Message::verbatim(&item.title)).collect());
        if not_heard.is_some() || unopened.is_some() {
            self.term.gap()?;
        }
        if let Some(who) = not_heard {
            self.term.say(&Message::new("tty-desk-waiting").with("who", who))?;
        }
        if let Some(what) = unopened {
            self.term.say(&Message::new("tty-decision-unopened").with("what", what))?;
        }
        if !view.floors.is_empty() {
            self.term.title(&Message::new("tty-decision-floors"))?;
            for floor in &view.floors {
                self.term.indented(&floor.text, 2, 2)?;
                let source = self.term.words.say(&Message::new("tty-source").with("source", &floor.source));
                self.term.indented(&source, 4, 4)?;
            }
        }
        Ok(())
    }

    /// The answer itself.
    fn ask_answer(&mut self, view: &DecisionView) -> Step<Way> {
        self.term.gap()?;
        let options: Vec<Candidate<raw::Id>> =
            view.options.iter().map(|one| Candidate::new(one.id.clone(), one.label.clone(), &[&one.id])).collect();
        for (index, option) in view.options.iter().enumerate() {
            self.term.row(index + 1, &option.label)?;
            if let Some(line) = &option.line {
                self.term.under(line)?;
            }
        }
        if !view.options.is_empty() {
            self.term.gap()?;
        }
        self.term.say(&view.ask_words)?;
        let so_far = self.unfinished(&view.key).answer;
        if let Some(answer) = &so_far {
            let line = self.answer_line(view, answer);
            self.term.say(&Message::new("tty-field-so-far").with("text", line))?;
        }
        let answer = match &view.ask {
            Ask::ChooseOne => self.ask_one(&options)?,
            Ask::ChooseUpTo(most) => self.ask_several(&options, usize::from(*most))?,
            Ask::Rank => self.ask_rank(&options)?,
            Ask::RateEach => self.ask_ratings(view)?,
            Ask::RateRisk(_) => self.ask_levels(view)?,
        };
        match answer {
            Reply::Got(answer) => {
                let line = self.answer_line(view, &answer);
                self.term.say(&Message::new("tty-answer-is").with("answer", line))?;
                self.put_unfinished(&view.key, |unfinished| unfinished.answer = Some(answer));
                Ok(Way::On)
            }
            Reply::Stays if so_far.is_some() => Ok(Way::On),
            Reply::Stays => Ok(Way::To(Part::Answer)),
            Reply::Back => Ok(Way::Leave),
        }
    }

    /// A line for an answer: nothing typed, `back`, or something.
    fn answer_typed(&mut self) -> Step<Reply<String>> {
        let line = self.ask(Place::Decision)?;
        Ok(match line.to_lowercase().as_str() {
            "" => Reply::Stays,
            "back" | "b" | "desk" => Reply::Back,
            _ => Reply::Got(line),
        })
    }

    fn ask_one(&mut self, options: &[Candidate<raw::Id>]) -> Step<Reply<Answer>> {
        loop {
            match self.answer_typed()? {
                Reply::Got(line) => {
                    if let Some(id) = self.one_of(&line, options)? {
                        return Ok(Reply::Got(Answer::Choose(id)));
                    }
                }
                Reply::Stays => return Ok(Reply::Stays),
                Reply::Back => return Ok(Reply::Back),
            }
        }
    }

    fn ask_several(&mut self, options: &[Candidate<raw::Id>], most: usize) -> Step<Reply<Answer>> {
        self.term.say(&Message::new("tty-answer-several").with("most", most))?;
        loop {
            let line = match self.answer_typed()? {
                Reply::Got(line) => line,
                Reply::Stays => return Ok(Reply::Stays),
                Reply::Back => return Ok(Reply::Back),
            };
            let Some(ids) = self.ids_of(&line, options)? else { continue };
            if ids.len() > most {
                self.term.say(&Message::new("tty-answer-too-many").with("most", most))?;
                continue;
            }
            return Ok(Reply::Got(Answer::ChooseSome(ids)));
        }
    }

    fn ask_rank(&mut self, options: &[Candidate<raw::Id>]) -> Step<Reply<Answer>> {
        self.term.say(&Message::new("tty-answer-rank").with("count", options.len()))?;
        loop {
            let line = match self.answer_typed()? {
                Reply::Got(line) => line,
                Reply::Stays => return Ok(Reply::Stays),
                Reply::Back => return Ok(Reply::Back),
            };
            let Some(mut ids) = self.ids_of(&line, options)? else { continue };
            let missing: Vec<&Candidate<raw::Id>> = options.iter().filter(|one| !ids.contains(&one.target)).collect();
            match missing.as_slice() {
                [] => {}
                // The last place is left to the last one.
                [last] => ids.push(last.target.clone()),
                missing => {
                    let labels = missing.iter().map(|one| Message::verbatim(&one.label)).collect();
                    if let Some(labels) = Message::listed(labels) {
                        self.term.say(&Message::new("tty-answer-rank-missing").with("which", labels))?;
                    }
                    continue;
                }
            }
            return Ok(Reply::Got(Answer::Rank(ids)));
        }
    }

    /// The options of a line of numbers, each once. Says so if one is none.
    fn ids_of(&mut self, line: &str, options: &[Candidate<raw::Id>]) -> Step<Option<Vec<raw::Id>>> {
        let Some(numbers) = names::numbers(line) else {
            return Ok(self.one_of(line, options)?.map(|id| vec![id]));
        };
        let mut ids: Vec<raw::Id> = Vec::new();
        for number in numbers {
            let Some(option) = number.checked_sub(1).and_then(|index| options.get(index)) else {
                self.term.say(&Message::new("tty-no-number").with("number", number).with("most", options.len()))?;
                return Ok(None);
            };
            if ids.contains(&option.target) {
                self.term.say(&Message::new("tty-answer-twice").with("number", number))?;
                return Ok(None);
            }
            ids.push(option.target.clone());
        }
        Ok(Some(ids))
    }

    fn ask_ratings(&mut self, view: &DecisionView) -> Step<Reply<Answer>> {
        self.term.tell("tty-answer-rate")?;
        let mut ratings: Vec<(raw::Id, i8)> = Vec::new();
        while let Some(option) = view.options.get(ratings.len()) {
            self.term.labelled(&format!("{:>3}  ", ratings.len() + 1), &option.label)?;
            match self.answer_typed()? {
                Reply::Got(line) => {
                    let typed = line.replace('\u{2212}', "-");
                    match typed.trim_start_matches('+').parse::<i8>() {
                        Ok(rating) if (-2..=2).contains(&rating) => ratings.push((option.id.clone(), rating)),
                        _ => self.term.tell("tty-answer-rate-range")?,
                    }
                }
                Reply::Stays if ratings.is_empty() => return Ok(Reply::Stays),
                Reply::Stays => {}
                Reply::Back if ratings.is_empty() => return Ok(Reply::Back),
                Reply::Back => {
                    ratings.pop();
                }
            }
        }
        Ok(Reply::Got(Answer::Rate(Entries(ratings))))
    }

    fn ask_levels(&mut self, view: &DecisionView) -> Step<Reply<Answer>> {
        let levels = self.level_candidates();
        let labels: Vec<String> =
            levels.iter().enumerate().map(|(index, level)| format!("{} {}", index + 1, level.label)).collect();
        let mut rated: Vec<(raw::Risk, raw::Level)> = Vec::new();
        while let Some(row) = view.risks.get(rated.len()) {
            let head = Message::new("tty-grid-row")
                .with("risk", row.words.clone())
                .with("present", row.present_words.clone());
            self.term.say(&head)?;
            self.term.indented(&labels.join("   "), 2, 2)?;
            match self.answer_typed()? {
                Reply::Got(line) => {
                    if let Some(level) = self.one_of(&line, &levels)? {
                        rated.push((row.risk, level));
                    }
                }
                Reply::Stays if rated.is_empty() => return Ok(Reply::Stays),
                Reply::Stays => {}
                Reply::Back if rated.is_empty() => return Ok(Reply::Back),
                Reply::Back => {
                    rated.pop();
                }
            }
        }
        Ok(Reply::Got(Answer::Levels(Entries(rated))))
    }

    /// An answer in one line.
    #[must_use]
    pub fn answer_line(&self, view: &DecisionView, answer: &Answer) -> String {
        let label = |id: &raw::Id| {
            view.options.iter().find(|one| one.id == *id).map_or_else(|| id.clone(), |one| one.label.clone())
        };
        let say = |message: &Message| self.term.words.say(message);
        match answer {
            Answer::Choose(id) => label(id),
            Answer::ChooseSome(ids) => ids.iter().map(label).collect::<Vec<_>>().join("; "),
            Answer::Rank(ids) => {
                let places = ids.iter().enumerate().map(|(at, id)| format!("{}. {}", at + 1, label(id)));
                places.collect::<Vec<_>>().join("; ")
            }
            Answer::Rate(ratings) => {
                let each =
                    ratings.iter().map(|(id, rating)| format!("{}: {}", label(id), say(&words::rating(*rating))));
                each.collect::<Vec<_>>().join("; ")
            }
            Answer::Levels(levels) => {
                let each = levels.iter().map(|(risk, level)| {
                    say(&Message::new("tty-level")
                        .with("risk", words::risk(*risk))
                        .with("level", words::level(*level)))
                });
                each.collect::<Vec<_>>().join("; ")
            }
            Answer::Abstain(why) => why.clone(),
        }
    }

    fn ask_reason(&mut self, view: &DecisionView) -> Step<Way> {
        let (way, text) = self.ask_words(view, "tty-answer-reason", "reason", |one| Some(one.reason.clone()))?;
        match (way, text) {
            (Way::On, Some(reason)) => {
                self.put_unfinished(&view.key, |unfinished| unfinished.reason = reason);
                Ok(Way::On)
            }
            (Way::On, None) if self.unfinished(&view.key).reason.is_empty() => {
                self.term.tell("tty-answer-reason-needed")?;
                Ok(Way::To(Part::Reason))
            }
            (way, _) => Ok(way),
        }
    }

    fn ask_change(&mut self, view: &DecisionView) -> Step<Way> {
        let (way, text) = self.ask_words(view, "tty-answer-change", "change", |one| one.change.clone())?;
        if let Some(change) = text {
            self.put_unfinished(&view.key, |unfinished| unfinished.change = Some(change));
        }
        Ok(way)
    }

    /// Asks for some words of an answer. What stays is no text.
    fn ask_words(
        &mut self,
        view: &DecisionView,
        question: &'static str,
        part: &str,
        so_far: impl Fn(&Unfinished) -> Option<String>,
    ) -> Step<(Way, Option<String>)> {
        let key = format!("decision {} {part}", view.key);
        let half = self.half_written(&key);
        self.term.title(&Message::new(question))?;
        let so_far = half.clone().or_else(|| so_far(&self.unfinished(&view.key))).filter(|text| !text.is_empty());
        if let Some(text) = so_far {
            self.term.say(&Message::new("tty-field-so-far").with("text", text))?;
        }
        let out = match self.text(&key, &["skip", "none"])? {
            Written::Text(text) => (Way::On, Some(text)),
            Written::Nothing => (Way::On, half),
            Written::Word(_) => (Way::On, None),
            Written::Back => (Way::Back, None),
        };
        self.forget_lines(&key);
        Ok(out)
    }

    fn ask_sure(&mut self, view: &DecisionView) -> Step<Way> {
        self.term.title(&Message::new("tty-answer-sure"))?;
        if let Some(sure) = self.unfinished(&view.key).sure {
            self.term.say(&Message::new("tty-field-so-far").with("text", sure.to_string()))?;
        }
        loop {
            let line = self.ask(Place::Decision)?;
            match line.to_lowercase().trim_end_matches('%').trim() {
                "" => return Ok(Way::On),
                "back" | "b" => return Ok(Way::Back),
                "skip" | "none" => {
                    self.put_unfinished(&view.key, |unfinished| unfinished.sure = None);
                    return Ok(Way::On);
                }
                typed => match typed.parse::<u8>() {
                    Ok(sure) if sure <= 100 => {
                        self.put_unfinished(&view.key, |unfinished| unfinished.sure = Some(sure));
                        return Ok(Way::On);
                    }
                    _ => self.term.tell("tty-answer-sure-range")?,
                },
            }
        }
    }

    fn ask_rests_on(&mut self, view: &DecisionView) -> Step<Way> {
        if view.can_cite.is_empty() {
            return Ok(Way::On);
        }
        self.term.title(&Message::new("tty-answer-cites"))?;
        let mut cites = self.unfinished(&view.key).cites;
        if !self.ask_what_it_rests_on(&view.can_cite, &mut cites)? {
            return Ok(Way::Back);
        }
        self.put_unfinished(&view.key, |unfinished| unfinished.cites = cites);
        Ok(Way::On)
    }

    /// Everything once more, the one warning, and then it stays.
    fn ask_commit(&mut self, view: &DecisionView) -> Step<Way> {
        let unfinished = self.unfinished(&view.key);
        let Some(answer) = unfinished.answer.clone() else { return Ok(Way::To(Part::Answer)) };
        if unfinished.reason.trim().is_empty() {
            return Ok(Way::To(Part::Reason));
        }
        self.term.title(&Message::new("tty-commit"))?;
        let none = self.term.words.say(&Message::new("tty-left-open"));
        let titles: Vec<String> = unfinished
            .cites
            .iter()
            .map(|cited| {
                let item = view.can_cite.iter().find(|item| item.item == cited.item);
                item.map_or_else(|| cited.item.clone(), |item| item.title.clone())
            })
            .collect();
        let rows = [
            ("tty-commit-answer", self.answer_line(view, &answer)),
            ("tty-commit-reason", unfinished.reason.clone()),
            ("tty-commit-sure", unfinished.sure.map_or_else(|| none.clone(), |sure| sure.to_string())),
            ("tty-commit-change", unfinished.change.clone().unwrap_or_else(|| none.clone())),
            ("tty-commit-cites", if titles.is_empty() { none.clone() } else { titles.join("; ") }),
        ];
        // Where nothing can be cited, nothing is said of it.
        let rows = &rows[..rows.len() - usize::from(view.can_cite.is_empty())];
        for (index, (key, text)) in rows.iter().enumerate() {
            let label = self.term.words.say(&Message::new(key));
            let line = self.term.words.say(&Message::new("tty-fact").with("label", label).with("text", text));
            self.term.row(index + 1, &line)?;
        }
        self.term.gap()?;
        let how = if view.supposed.is_some() { "tty-commit-how-supposed" } else { "tty-commit-how" };
        if self.is_reviewing() {
            self.term.say(&view.warning)?;
        } else {
            self.term.tell("tty-commit-warning")?;
        }
        self.term.tell(how)?;
        loop {
            let line = self.ask(Place::Commit)?;
            match line.to_lowercase().as_str() {
                "commit" => break,
                "" => self.term.tell(how)?,
                "back" | "b" | "desk" => return Ok(Way::Leave),
                "1" => return Ok(Way::To(Part::Answer)),
                "2" => return Ok(Way::To(Part::Reason)),
                "3" => return Ok(Way::To(Part::Sure)),
                "4" => return Ok(Way::To(Part::Change)),
                "5" => return Ok(Way::To(Part::Cites)),
                _ => self.term.tell(how)?,
            }
        }
        if view.supposed.is_some() {
            return Ok(match self.put_supposed(view)? {
                Ok(()) => Way::Done,
                Err(problem) => {
                    self.term.say(&problem)?;
                    Way::To(Part::Answer)
                }
            });
        }
        let committed = Committed {
            answer,
            reason: unfinished.reason,
            sure: unfinished.sure,
            change: unfinished.change,
            cites: unfinished.cites,
            how: How::Alone,
        };
        let command = Command::Decide { decision: view.id.clone(), committed };
        match self.run.ask(&command) {
            Err(Refusal::AnswerDoesNotFit { problem, .. }) => {
                let message = desk::refusal::answer_problem(&self.run, &view.id, &problem);
                self.term.say(&message)?;
                return Ok(Way::To(Part::Answer));
            }
            Err(refusal) => {
                let message = desk::refusal::refusal(&self.run, &refusal);
                self.term.say(&message)?;
                return Ok(Way::Leave);
            }
            Ok(_) => {}
        }
        self.term.gap()?;
        let since = self.run.events().len();
        if self.command(&command)?.is_none() {
            return Ok(Way::Leave);
        }
        self.keep.pending.answers.remove(&view.id);
        self.keep.keep_pending();
        let reviewed = self.has_reviews(&view.id);
        self.term.tell(if reviewed { "tty-committed" } else { "tty-committed-alone" })?;
        self.show_since(since)?;
        Ok(Way::Done)
    }
}

/// What came of asking for an answer.
enum Reply<T> {
    Got(T),
    Stays,
    Back,
}
