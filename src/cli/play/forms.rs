//! A form, field by field. A draft is kept after each field, so that leaving loses nothing.

use super::desk::Before;
use super::names::{self, Candidate};
use super::session::{Place, Session, Step, Written};
use super::show::fact;
use crate::desk;
use crate::desk::form::{FieldInput, FieldView, FormView, GridRow};
use crate::desk::parts::{ItemRef, Who};
use crate::run::command::{Citation, Command, Filing};
use crate::run::engine::Stop;
use crate::run::refusal::Refusal;
use crate::scenario::raw::form::Value;
use crate::scenario::raw::{self, Entries, Level, NamedStep, Risk, Row};
use crate::scenario::symbols::YOU;
use crate::sitting::dates;
use crate::text::{Message, when, words};

/// Where to go after a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    On,
    Back,
    /// To the overview.
    Show,
    /// Away from the form; the draft stays.
    Leave,
}

/// What came of asking for several lines in a row.
enum Asked<T> {
    Got(T),
    /// What is there stays.
    Stays,
    Go(Move),
}

impl Session<'_> {
    /// Goes through the form of a response until it is filed or left.
    pub fn fill_in(&mut self, response: &str) -> Step<()> {
        let before = Before::of(self);
        let Some(case) = self.case_of(response)? else { return Ok(()) };
        let Some(view) = desk::form::form(&self.run, response, case.as_deref()) else {
            return Ok(self.term.say(&Message::new("tty-unknown-desk").with("typed", response))?);
        };
        self.within = Place::Form;
        self.term.heading(&view.title)?;
        if view.label != view.title {
            self.term.text(&view.label)?;
        }
        self.term.say(&view.time)?;
        if let Some(cannot) = &view.cannot {
            self.term.say(cannot)?;
            self.term.tell("tty-form-draft-only")?;
        }
        let mut filing = view.draft.clone().unwrap_or_default();
        let mut at = 0;
        let mut shown = view.draft.is_some();
        if view.draft.is_some() {
            self.term.tell("tty-form-going-on")?;
        } else if let Some(start) = &view.start_from
            && self.confirm(&Message::new("tty-form-start-from").with("words", start.words.clone()))?
        {
            filing.fields = Entries(start.fields.clone());
            self.keep_draft(response, &filing)?;
            shown = true;
        }
        if !shown {
            self.term.tell("tty-form-begin")?;
        }
        loop {
            if shown || at >= view.fields.len() {
                match self.overview(&view, &filing)? {
                    Overview::Sign => {
                        let command = Command::File {
                            response: response.to_owned(),
                            case: case.clone(),
                            filing: filing.clone(),
                        };
                        if self.sign(&before, response, case.as_deref(), &command)? {
                            return Ok(());
                        }
                        shown = true;
                    }
                    Overview::Field(field) => {
                        let way = self.field(&view, field, response, &mut filing)?;
                        if way == Move::Leave {
                            return self.leave_form(response, &filing);
                        }
                        shown = true;
                    }
                    Overview::Leave => return self.leave_form(response, &filing),
                    Overview::Discard => {
                        if self.confirm(&Message::new("tty-form-discard"))? {
                            self.command(&Command::DiscardDraft { response: response.to_owned() })?;
                            return Ok(self.term.tell("tty-form-discarded")?);
                        }
                    }
                }
                continue;
            }
            match self.field(&view, at, response, &mut filing)? {
                Move::On => at += 1,
                Move::Back => {
                    // Fields that are filled in by themselves are not gone back to.
                    match (0..at).rev().find(|one| !matches!(view.fields[*one].kind, FieldInput::FromRule(_))) {
                        Some(before) => at = before,
                        None => return self.leave_form(response, &filing),
                    }
                }
                Move::Show => shown = true,
                Move::Leave => return self.leave_form(response, &filing),
            }
        }
    }

    /// The case that a form is for: asked for if there are several. Nothing if the person went back.
    fn case_of(&mut self, response: &str) -> Step<Option<Option<raw::Id>>> {
        let Some(view) = desk::form::form(&self.run, response, None) else { return Ok(Some(None)) };
        if view.case.is_some() || view.cases.is_empty() {
            return Ok(Some(view.case.map(|case| case.id)));
        }
        self.term.tell("tty-form-which-case")?;
        let cases: Vec<Candidate<raw::Id>> =
            view.cases.iter().map(|case| Candidate::new(case.id.clone(), case.name.clone(), &[&case.id])).collect();
        Ok(self.choose(Place::Choose, &cases)?.map(Some))
    }

    fn keep_draft(&mut self, response: &str, filing: &Filing) -> Step<()> {
        let kept =
            desk::moment(&self.run).drafts.iter().any(|draft| draft.response == response && draft.filing == *filing);
        let empty = filing.fields.is_empty() && filing.cites.is_empty();
        if !kept && !empty {
            let (response, filing) = (response.to_owned(), filing.clone());
            self.command(&Command::KeepDraft { response, filing })?;
        }
        Ok(())
    }

    fn leave_form(&mut self, response: &str, filing: &Filing) -> Step<()> {
        self.keep_draft(response, filing)?;
        let empty = filing.fields.is_empty() && filing.cites.is_empty();
        self.term.tell(if empty { "tty-form-left-empty" } else { "tty-form-left" })?;
        self.show_desk()?;
        self.show_words()
    }

    /// Files the form. False if something is missing: it has been said what.
    fn sign(&mut self, before: &Before, response: &str, case: Option<&str>, command: &Command) -> Step<bool> {
        match self.run.ask(command) {
            Err(Refusal::FormProblems { problems, .. }) => {
                self.term.gap()?;
                self.term.say(&desk::form::problems_heading(&problems))?;
                for problem in desk::form::problems(&self.run, response, case, &problems) {
                    let message = self.term.words.say(&problem.message);
                    let line =
                        Message::new("tty-form-problem").with("label", &problem.label).with("message", message);
                    let line = self.term.words.say(&line);
                    self.term.indented(&line, 2, 4)?;
                }
                Ok(false)
            }
            Err(refusal) => {
                let message = desk::refusal::refusal(&self.run, &refusal);
                self.term.say(&message)?;
                Ok(false)
            }
            Ok(_) => {
                let since = self.run.events().len();
                let Some(stop) = self.command(command)? else { return Ok(false) };
                self.term.tell("tty-filed")?;
                self.show_since(since)?;
                // The form has had lists of its own: the desk's numbers would no longer be the ones last seen.
                let stop = if stop == Stop::Reached { Stop::Noticed } else { stop };
                self.after(before, stop)?;
                Ok(true)
            }
        }
    }

    /// The whole form with what is written in it, and what to do with it.
    fn overview(&mut self, view: &FormView, filing: &Filing) -> Step<Overview> {
        self.term.heading(&view.title)?;
        for (index, field) in view.fields.iter().enumerate() {
            let written = self.written(view, field, filing);
            let line = match &written {
                Some(written) => fact(&field.label, written),
                None if field.required => Message::new("tty-form-needed").with("label", &field.label),
                None => Message::new("tty-form-empty").with("label", &field.label),
            };
            let line = self.term.words.say(&line);
            self.term.row(index + 1, &line)?;
        }
        self.term.gap()?;
        self.term.say(&Message::new("tty-form-overview").with("minutes", when::minutes(view.minutes)))?;
        let all: Vec<Candidate<usize>> = view
            .fields
            .iter()
            .enumerate()
            .map(|(index, field)| Candidate::new(index, field.label.clone(), &[&field.id]))
            .collect();
        loop {
            let line = self.ask(Place::Form)?;
            match line.to_lowercase().as_str() {
                "" => {}
                "sign" | "file" | "s" => return Ok(Overview::Sign),
                "leave" | "back" | "b" => return Ok(Overview::Leave),
                "discard" => return Ok(Overview::Discard),
                _ => {
                    if let Some(field) = self.one_of(&line, &all)? {
                        return Ok(Overview::Field(field));
                    }
                }
            }
        }
    }

    /// What is written in a field, in one line; nothing if it is empty.
    fn written(&self, view: &FormView, field: &FieldView, filing: &Filing) -> Option<String> {
        match &field.kind {
            FieldInput::Cites { .. } => {
                if filing.cites.is_empty() {
                    return None;
                }
                let title = |cited: &Citation| {
                    let item = view.can_cite.iter().find(|item| item.item == cited.item);
                    item.map_or_else(|| cited.item.clone(), |item| item.title.clone())
                };
                Some(filing.cites.iter().map(title).collect::<Vec<_>>().join("; "))
            }
            FieldInput::FromRule(rule) => Some(self.term.words.say(&rule.value)),
            _ => {
                let scenario = self.run.scenario();
                let form = scenario.form_called(&view.form).map(|form| scenario.form(form))?;
                let raw = form.fields.iter().find(|one| one.id == field.id)?;
                let value = filing.fields.get(field.id.as_str())?;
                Some(self.value_line(raw, value)).filter(|line| !line.is_empty())
            }
        }
    }

    /// Asks for one field, and keeps the draft if it changed.
    fn field(&mut self, view: &FormView, at: usize, response: &str, filing: &mut Filing) -> Step<Move> {
        let Some(field) = view.fields.get(at) else { return Ok(Move::On) };
        let filled_in = matches!(field.kind, FieldInput::FromRule(_));
        let key = match field.required {
            _ if filled_in => "tty-field",
            true => "tty-field-needed",
            false => "tty-field-optional",
        };
        let heading =
            Message::new(key).with("number", at + 1).with("of", view.fields.len()).with("label", &field.label);
        let heading = self.term.words.say(&heading);
        self.term.heading(&heading)?;
        if let Some(help) = &field.help {
            self.term.text(help)?;
        }
        // What the others want is said with how to type it.
        let counts =
            matches!(field.kind, FieldInput::Words { .. } | FieldInput::Steps { .. } | FieldInput::Cites { .. });
        if let Some(wants) = field.wants.as_ref().filter(|_| counts) {
            self.term.say(&Message::new("tty-field-wants").with("wants", wants.clone()))?;
        }
        if let FieldInput::FromRule(rule) = &field.kind {
            self.show_rule(rule)?;
            return Ok(Move::On);
        }
        let key = format!("form {response} {}", field.id);
        let half = self.half_written(&key);
        if let Some(written) = half.clone().or_else(|| self.written(view, field, filing)) {
            self.term.say(&Message::new("tty-field-so-far").with("text", written))?;
        }
        let before = filing.clone();
        let way = match &field.kind {
            FieldInput::Words { .. } => {
                self.term.tell("tty-field-words")?;
                match self.text(&key, &["leave", "show", "none", "clear"])? {
                    Written::Text(text) => {
                        put(filing, &field.id, Some(Value::Words(text)));
                        Move::On
                    }
                    Written::Nothing => {
                        if let Some(half) = half {
                            put(filing, &field.id, Some(Value::Words(half)));
                        }
                        Move::On
                    }
                    Written::Back => Move::Back,
                    Written::Word("leave") => Move::Leave,
                    Written::Word("show") => Move::Show,
                    Written::Word(_) => {
                        put(filing, &field.id, None);
                        Move::On
                    }
                }
            }
            kind => match self.ask_field(view, kind, filing, &field.id)? {
                Asked::Got(value) => {
                    put(filing, &field.id, value);
                    Move::On
                }
                Asked::Stays => Move::On,
                Asked::Go(way) => way,
            },
        };
        if *filing != before {
            self.keep_draft(response, filing)?;
        }
        self.forget_lines(&key);
        Ok(way)
    }

    fn show_rule(&mut self, rule: &desk::form::RuleView) -> Step<()> {
        self.term.say(&Message::new("tty-field-rule").with("value", rule.value.clone()))?;
        if let Some(text) = &rule.text {
            self.term.text(text)?;
        }
        Ok(())
    }

    /// A line for a field, or one of the words that mean the same in every field.
    fn field_line(&mut self) -> Step<Asked<String>> {
        let line = self.ask(Place::Field)?;
        Ok(match line.to_lowercase().as_str() {
            "" => Asked::Stays,
            "back" | "b" => Asked::Go(Move::Back),
            "leave" => Asked::Go(Move::Leave),
            "show" => Asked::Go(Move::Show),
            _ => Asked::Got(line),
        })
    }

    /// Asks for a field that is no text. `Got(None)` empties it.
    fn ask_field(
        &mut self,
        view: &FormView,
        kind: &FieldInput,
        filing: &mut Filing,
        id: &str,
    ) -> Step<Asked<Option<Value>>> {
        match kind {
            FieldInput::PickOne(choices) => {
                let all: Vec<Candidate<raw::Id>> =
                    choices.iter().map(|one| Candidate::new(one.id.clone(), one.name.clone(), &[&one.id])).collect();
                self.list(&all)?;
                self.term.tell("tty-field-one")?;
                Ok(map(self.one_line(&all)?, |id| id.map(Value::Pick)))
            }
            FieldInput::PickSome(choices) => {
                let all: Vec<Candidate<raw::Id>> =
                    choices.iter().map(|one| Candidate::new(one.id.clone(), one.name.clone(), &[&one.id])).collect();
                self.list(&all)?;
                self.term.tell("tty-field-some")?;
                Ok(map(self.some_line(&all)?, |ids| (!ids.is_empty()).then_some(Value::Picks(ids))))
            }
            FieldInput::People(people) => {
                let all = self.people_or_you(people);
                self.list(&all)?;
                self.term.tell("tty-field-some")?;
                Ok(map(self.some_line(&all)?, |ids| (!ids.is_empty()).then_some(Value::People(ids))))
            }
            FieldInput::Cites { .. } => {
                let cited: Vec<String> = filing.cites.iter().map(|cited| cited.item.clone()).collect();
                match self.ask_cites(&view.can_cite, &cited)? {
                    Asked::Got(items) => {
                        filing.cites = citations(&items, &filing.cites);
                        Ok(Asked::Stays)
                    }
                    Asked::Stays => Ok(Asked::Stays),
                    Asked::Go(way) => Ok(Asked::Go(way)),
                }
            }
            FieldInput::Date => {
                self.ask_date("tty-field-date", true).map(|asked| map(asked, |day| day.map(Value::Date)))
            }
            FieldInput::Steps { who, .. } => self.ask_steps(who),
            FieldInput::Grid(rows) => {
                let present = match filing.fields.get(id) {
                    Some(Value::Grid(rows)) => rows.clone(),
                    _ => Entries::default(),
                };
                Ok(map(self.ask_grid(rows, &present)?, |rows| rows.map(Value::Grid)))
            }
            FieldInput::Words { .. } | FieldInput::FromRule(_) => Ok(Asked::Stays),
        }
    }

    fn people_or_you(&self, people: &[Who]) -> Vec<Candidate<raw::Id>> {
        let you = self.person_name(YOU);
        let mut all = vec![Candidate::new(YOU.to_owned(), you, &[YOU, "me", "i"])];
        for who in people {
            let label = self.term.words.say(&who.in_full);
            all.push(Candidate::new(who.id.clone(), label, &[&who.id, &who.name]));
        }
        all
    }

    /// One of a list, by number or name; `none` empties the field.
    fn one_line<T: Clone + PartialEq>(&mut self, all: &[Candidate<T>]) -> Step<Asked<Option<T>>> {
        loop {
            match self.field_line()? {
                Asked::Got(line) if matches!(line.to_lowercase().as_str(), "none" | "clear") => {
                    return Ok(Asked::Got(None));
                }
                Asked::Got(line) => {
                    if let Some(target) = self.one_of(&line, all)? {
                        return Ok(Asked::Got(Some(target)));
                    }
                }
                Asked::Stays => return Ok(Asked::Stays),
                Asked::Go(way) => return Ok(Asked::Go(way)),
            }
        }
    }

    /// Some of a list, by numbers, or one by its name; `none` empties the field.
    fn some_line<T: Clone + PartialEq>(&mut self, all: &[Candidate<T>]) -> Step<Asked<Vec<T>>> {
        loop {
            let line = match self.field_line()? {
                Asked::Got(line) => line,
                Asked::Stays => return Ok(Asked::Stays),
                Asked::Go(way) => return Ok(Asked::Go(way)),
            };
            if matches!(line.to_lowercase().as_str(), "none" | "clear") {
                return Ok(Asked::Got(Vec::new()));
            }
            let parts: Vec<String> = match names::numbers(&line) {
                Some(numbers) => numbers.iter().map(ToString::to_string).collect(),
                None => line.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect(),
            };
            let mut found: Vec<T> = Vec::new();
            let mut sound = true;
            for part in &parts {
                match self.one_of(part, all)? {
                    Some(target) if found.contains(&target) => {}
                    Some(target) => found.push(target),
                    None => sound = false,
                }
            }
            if sound && !found.is_empty() {
                return Ok(Asked::Got(found));
            }
        }
    }

    /// Items that were read, with those chosen so far marked.
    fn ask_cites(&mut self, can_cite: &[ItemRef], cited: &[String]) -> Step<Asked<Vec<String>>> {
        if can_cite.is_empty() {
            self.term.tell("tty-nothing-read")?;
            return Ok(Asked::Stays);
        }
        let all: Vec<Candidate<raw::Id>> = can_cite
            .iter()
            .map(|item| {
                let mut label = self.item_line(item, 0);
                if cited.contains(&item.item) {
                    label = self.term.words.say(&Message::new("tty-cited-here").with("item", label));
                }
                Candidate::new(item.item.clone(), label, &[&item.item, &item.title])
            })
            .collect();
        self.list(&all)?;
        self.term.tell("tty-field-cites")?;
        self.some_line(&all)
    }

    /// What an answer rests on. Nothing if the person went back.
    pub fn ask_what_it_rests_on(&mut self, can_cite: &[ItemRef], cites: &mut Vec<Citation>) -> Step<bool> {
        let cited: Vec<String> = cites.iter().map(|cited| cited.item.clone()).collect();
        match self.ask_cites(can_cite, &cited)? {
            Asked::Got(items) => {
                *cites = citations(&items, cites);
                Ok(true)
            }
            Asked::Stays => Ok(true),
            Asked::Go(_) => Ok(false),
        }
    }

    fn ask_date(&mut self, hint: &'static str, may_be_empty: bool) -> Step<Asked<Option<raw::Moment>>> {
        self.term.tell(hint)?;
        loop {
            let line = match self.field_line()? {
                Asked::Got(line) => line,
                Asked::Stays => return Ok(Asked::Stays),
                Asked::Go(way) => return Ok(Asked::Go(way)),
            };
            if may_be_empty && matches!(line.to_lowercase().as_str(), "none" | "clear") {
                return Ok(Asked::Got(None));
            }
            let scenario = std::sync::Arc::clone(self.run.scenario());
            let calendar = &scenario.tables().calendar;
            if let Some(day) = dates::parse(&line, calendar, self.run.state().clock) {
                let shown = when::day_full(calendar, calendar.day_of(day));
                self.term.say(&shown)?;
                return Ok(Asked::Got(Some(day)));
            }
            self.term.say(&Message::new("tty-no-day").with("typed", line))?;
        }
    }

    /// Who does what by when, until no more are wanted. What is written anew replaces what was there.
    fn ask_steps(&mut self, who: &[Who]) -> Step<Asked<Option<Value>>> {
        let people = self.people_or_you(who);
        self.list(&people)?;
        let mut steps: Vec<NamedStep> = Vec::new();
        loop {
            let key = if steps.is_empty() { "tty-step-who-first" } else { "tty-step-who" };
            self.term.say(&Message::new(key).with("number", steps.len() + 1))?;
            let who = match self.one_line(&people)? {
                Asked::Got(Some(who)) => who,
                Asked::Got(None) => return Ok(Asked::Got(None)),
                Asked::Stays if steps.is_empty() => return Ok(Asked::Stays),
                Asked::Stays => return Ok(Asked::Got(Some(Value::Steps(steps)))),
                Asked::Go(way) if steps.is_empty() => return Ok(Asked::Go(way)),
                Asked::Go(Move::Back) => {
                    steps.pop();
                    continue;
                }
                Asked::Go(_) => return Ok(Asked::Got(Some(Value::Steps(steps)))),
            };
            self.term.tell("tty-step-what")?;
            let what = match self.field_line()? {
                Asked::Got(what) => what,
                Asked::Stays | Asked::Go(_) => continue,
            };
            match self.ask_date("tty-step-when", false)? {
                Asked::Got(Some(by)) => steps.push(NamedStep { who, what, by }),
                _ => continue,
            }
        }
    }

    /// A level for each category, with a reason where it differs from the present one.
    fn ask_grid(
        &mut self,
        rows: &[GridRow],
        present: &Entries<Risk, Row>,
    ) -> Step<Asked<Option<Entries<Risk, Row>>>> {
        let levels = self.level_candidates();
        self.term.tell("tty-grid")?;
        let mut out: Vec<(Risk, Row)> = Vec::new();
        while let Some(row) = rows.get(out.len()) {
            let written = present.get(&row.risk);
            let head = Message::new("tty-grid-row")
                .with("risk", row.words.clone())
                .with("present", row.present_words.clone());
            self.term.say(&head)?;
            if let Some(written) = written {
                let level = words::level(written.level);
                self.term.say(&Message::new("tty-field-so-far").with("text", level))?;
            }
            let labels: Vec<String> =
                levels.iter().enumerate().map(|(index, level)| format!("{} {}", index + 1, level.label)).collect();
            self.term.indented(&labels.join("   "), 2, 2)?;
            let (level, mut why) = match self.one_line(&levels)? {
                Asked::Got(Some(level)) => (level, String::new()),
                Asked::Got(None) => return Ok(Asked::Got(None)),
                Asked::Stays => match (written, row.present) {
                    (Some(written), _) => (written.level, written.why.clone()),
                    (None, Some(present)) => (present, String::new()),
                    (None, None) if out.is_empty() => return Ok(Asked::Stays),
                    (None, None) => continue,
                },
                Asked::Go(Move::Back) if !out.is_empty() => {
                    out.pop();
                    continue;
                }
                Asked::Go(way) => return Ok(Asked::Go(way)),
            };
            if row.present.is_some_and(|present: Level| present != level) && why.is_empty() {
                self.term.tell("tty-grid-why")?;
                match self.field_line()? {
                    Asked::Got(line) => why = line,
                    Asked::Stays => {}
                    Asked::Go(_) => continue,
                }
            }
            out.push((row.risk, Row { level, why }));
        }
        Ok(Asked::Got(Some(Entries(out))))
    }
}

/// What to do with a whole form.
enum Overview {
    Sign,
    Field(usize),
    Leave,
    Discard,
}

fn map<T, U>(asked: Asked<T>, with: impl FnOnce(T) -> U) -> Asked<U> {
    match asked {
        Asked::Got(value) => Asked::Got(with(value)),
        Asked::Stays => Asked::Stays,
        Asked::Go(way) => Asked::Go(way),
    }
}

/// Writes a field, in its place if it was there.
fn put(filing: &mut Filing, id: &str, value: Option<Value>) {
    let at = filing.fields.0.iter().position(|(name, _)| name == id);
    match (at, value) {
        (Some(at), Some(value)) => filing.fields.0[at].1 = value,
        (Some(at), None) => {
            filing.fields.0.remove(at);
        }
        (None, Some(value)) => filing.fields.0.push((id.to_owned(), value)),
        (None, None) => {}
    }
}

/// Citations of these items: passages that were marked before stay.
fn citations(items: &[String], before: &[Citation]) -> Vec<Citation> {
    items
        .iter()
        .map(|item| before.iter().find(|one| one.item == *item).cloned().unwrap_or_else(|| Citation::whole(item)))
        .collect()
}
