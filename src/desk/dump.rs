//! Views as plain text, read from top to bottom: for tests, for a terminal and for screen readers.
//!
//! A line holds the parts of a row with commas between them; nothing is said by place or by shape alone.

use super::briefing::Briefing;
use super::decision::DecisionView;
use super::due::{AppointmentRow, Due};
use super::end_of_turn::EndOfTurn;
use super::file::{CaseFile, ConditionRow, DocumentRow};
use super::form::{FieldInput, FormView};
use super::inbox::InboxRow;
use super::moment::{Clock, Day, InHand, Moment, Question};
use super::open_item::OpenItem;
use super::parts::{Asked, CitationRow, Draft, ItemRef, RatedRisk};
use super::people::PersonRow;
use super::responses::{Open, ResponseRow};
use super::when;
use crate::text::{Catalogue, Message};

/// The whole desk.
#[must_use]
pub fn dump(words: &Catalogue, moment: &Moment) -> String {
    let mut page = Page::new(words);
    page.line(0, &moment.title);
    page.clock(&moment.clock);
    if let Some(opens) = &moment.opens {
        page.gap();
        page.line(0, opens);
    }
    if let Some(window) = &moment.window {
        page.gap();
        page.say(0, &window.words);
    }
    if let Some(hand) = &moment.in_hand {
        page.gap();
        page.in_hand(hand);
    }
    page.rows(&heading("heading-questions"), &moment.questions, Page::question);
    page.rows(&heading("heading-inbox").with("unread", moment.unread.clone()), &moment.inbox, Page::arrival);
    page.rows(&heading("heading-asked"), &moment.asked, Page::asked);
    page.rows(&due_heading(moment), &moment.due, Page::due);
    page.rows(&heading("heading-ahead"), &moment.ahead, Page::ahead);
    page.heading(&heading("heading-respond"));
    for kind in &moment.kinds {
        page.parts(1, [page.said(&kind.name), page.said(&kind.counts)]);
        for row in &kind.rows {
            page.response(row);
        }
    }
    page.rows(&heading("heading-drafts"), &moment.drafts, Page::draft);
    for case in &moment.cases {
        page.case(case);
    }
    page.rows(&heading("heading-people"), &moment.people, Page::person);
    page.rows(&heading("heading-notes"), &moment.notes, |page, note| {
        page.parts(1, [page.said(&note.at.words), note.text.clone()]);
    });
    page.rows(&heading("heading-citations"), &moment.citations, Page::citation);
    page.rows(&heading("heading-chronology"), &moment.chronology, |page, line| {
        let detail = line.detail.as_ref().map(|detail| page.said(detail));
        page.parts(1, [page.said(&line.at.words), page.said(&line.words)].into_iter().chain(detail));
    });
    page.text
}

/// A briefing.
#[must_use]
pub fn briefing(words: &Catalogue, briefing: &Briefing) -> String {
    let mut page = Page::new(words);
    page.say(0, &briefing.content_heading);
    briefing.content.iter().chain(&briefing.softer).chain(&briefing.way_out).for_each(|one| page.say(1, one));
    page.gap();
    page.line(0, &briefing.title);
    briefing.one_line.iter().for_each(|line| page.line(0, line));
    page.say(0, &briefing.you_are);
    for (named, about) in &briefing.people {
        page.parts(1, [named.name.clone()].into_iter().chain(about.clone()));
    }
    page.heading(&briefing.expected_heading);
    briefing.expected.iter().for_each(|one| page.say(1, one));
    if !briefing.objectives.is_empty() {
        page.heading(&briefing.objectives_heading);
        for (theme, text) in &briefing.objectives {
            page.line(1, &format!("{}: {text}", page.said(theme)));
        }
    }
    page.heading(&briefing.luck_heading);
    page.say(1, &briefing.luck);
    page.line(1, &briefing.luck_code);
    for note in &briefing.notes {
        page.heading(&note.heading);
        note.text.iter().for_each(|one| page.say(1, one));
    }
    page.gap();
    page.say(0, &briefing.starts);
    page.text
}

/// An item to read.
#[must_use]
pub fn open_item(words: &Catalogue, item: &OpenItem) -> String {
    let mut page = Page::new(words);
    page.line(0, &item.title);
    let from = item.from.as_ref().map(|from| page.said(&from.in_full)).or(item.by.as_ref().map(|by| page.said(by)));
    let via = item.via_words.as_ref().map(|via| page.said(via));
    let at = item.at.as_ref().map(|at| page.said(&at.words));
    page.parts(0, from.into_iter().chain(via).chain(at));
    if let Some(standing) = &item.standing {
        page.say(0, standing);
    }
    let confirm: Vec<Message> = item.could_confirm.iter().map(|who| Message::verbatim(&*who.name)).collect();
    if let Some(names) = Message::listed(confirm) {
        page.say(0, &Message::new("item-could-confirm").with("names", names));
    }
    for note in &item.content {
        page.say(0, &Message::new("item-contains").with("note", note));
    }
    item.softer.iter().for_each(|softer| page.say(0, softer));
    for paragraph in &item.paragraphs {
        page.gap();
        page.line(0, paragraph);
    }
    for (label, paragraphs) in &item.fields {
        page.gap();
        page.line(0, label);
        for paragraph in paragraphs {
            page.line(1, paragraph);
        }
    }
    if !item.entries.is_empty() {
        page.gap();
    }
    for entry in &item.entries {
        let by = entry.by.as_ref().map_or_else(String::new, |by| format!(" ({})", page.said(by)));
        page.line(1, &format!("{}  {}{by}", entry.at, entry.text));
    }
    for (named, at) in &item.told_to {
        page.gap();
        let told = Message::new("item-told").with("name", &named.name).with("date", at.words.clone());
        page.say(0, &told);
    }
    page.rows(&heading("heading-citations"), &item.citations, Page::citation);
    page.text
}

/// A form to fill in.
#[must_use]
pub fn form(words: &Catalogue, form: &FormView) -> String {
    let mut page = Page::new(words);
    page.line(0, &form.title);
    let case = form.case.as_ref().map(|case| case.name.clone());
    page.parts(0, case.into_iter().chain([page.said(&form.time)]));
    form.cannot.iter().for_each(|why| page.say(0, &Message::new("not-yet").with("why", why.clone())));
    form.start_from.iter().for_each(|start| page.say(0, &start.words));
    for field in &form.fields {
        page.gap();
        let wants = field.wants.as_ref().map(|wants| page.said(wants));
        page.parts(0, [field.label.clone(), page.said(&field.required_words)].into_iter().chain(wants));
        field.help.iter().for_each(|help| page.line(1, help));
        match &field.kind {
            FieldInput::PickOne(choices) | FieldInput::PickSome(choices) => {
                choices.iter().for_each(|choice| page.line(2, &choice.name));
            }
            FieldInput::Grid(rows) => {
                for row in rows {
                    page.parts(2, [page.said(&row.words), page.said(&row.present_words)]);
                }
            }
            FieldInput::FromRule(rule) => {
                page.say(2, &rule.value);
                rule.text.iter().chain(&rule.source).for_each(|text| page.line(2, text));
                rule.sure.iter().for_each(|sure| page.say(2, sure));
            }
            FieldInput::People(people) | FieldInput::Steps { who: people, .. } => {
                people.iter().for_each(|who| page.say(2, &who.in_full));
            }
            FieldInput::Words { .. } | FieldInput::Cites { .. } | FieldInput::Date => {}
        }
    }
    page.text
}

/// A decision.
#[must_use]
pub fn decision(words: &Catalogue, decision: &DecisionView) -> String {
    let mut page = Page::new(words);
    page.say(0, &decision.moment);
    page.say(0, &decision.title);
    decision.softer.iter().for_each(|softer| page.say(0, softer));
    for paragraph in &decision.prompt {
        page.gap();
        page.line(0, paragraph);
    }
    page.gap();
    page.say(0, &decision.ask_words);
    for option in &decision.options {
        page.line(1, &option.label);
        option.line.iter().for_each(|line| page.line(2, line));
    }
    for row in &decision.risks {
        page.parts(1, [page.said(&row.words), page.said(&row.present_words)]);
    }
    page.rows(&heading("heading-citations"), &decision.citations, Page::citation);
    page.rows(&heading("heading-asked"), &decision.not_heard, Page::asked);
    page.rows(&heading("heading-unopened"), &decision.unopened, Page::item);
    page.rows(&heading("heading-floors"), &decision.floors, |page, floor| {
        page.line(1, &floor.text);
        page.line(2, &floor.source);
    });
    page.gap();
    page.say(0, &decision.by_words);
    page.say(0, &decision.takes);
    page.say(0, &decision.warning);
    page.text
}

/// The end of a turn.
#[must_use]
pub fn end_of_turn(words: &Catalogue, end: &EndOfTurn) -> String {
    let mut page = Page::new(words);
    page.say(0, &end.heading);
    page.say(0, &end.left);
    if let Some(hand) = &end.in_hand {
        page.gap();
        page.in_hand(hand);
    }
    page.rows(&heading("heading-questions"), &end.blocks, Page::question);
    page.rows(&heading("heading-due-undone"), &end.due, Page::due);
    page.rows(&heading("heading-unread"), &end.unread, Page::arrival);
    page.rows(&heading("heading-unopened-file"), &end.unopened, Page::item);
    page.rows(&heading("heading-asked"), &end.asked, Page::asked);
    page.rows(&heading("heading-drafts"), &end.drafts, Page::draft);
    page.rows(&heading("heading-time"), &end.time, |page, (what, minutes)| {
        page.parts(1, [page.said(what), page.said(&when::minutes(*minutes))]);
    });
    if let Some(next) = &end.next {
        page.rows(&heading("heading-next").with("turn", next.clone()), &end.ahead, Page::ahead);
    }
    page.gap();
    page.say(0, &end.summary);
    page.parts(0, [page.said(&end.go_back), page.said(&end.go_on)]);
    page.text
}

fn heading(key: &'static str) -> Message {
    Message::new(key)
}

fn due_heading(moment: &Moment) -> Message {
    match &moment.due_summary {
        Some(summary) => heading("heading-due-summary").with("summary", summary.clone()),
        None => heading("heading-due"),
    }
}

/// Text as it grows.
struct Page<'a> {
    words: &'a Catalogue,
    text: String,
}

impl<'a> Page<'a> {
    const fn new(words: &'a Catalogue) -> Self {
        Self { words, text: String::new() }
    }

    fn said(&self, message: &Message) -> String {
        self.words.say(message)
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, depth: usize, text: &str) {
        for line in text.split("\n\n") {
            self.text.push_str(&"  ".repeat(depth));
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn say(&mut self, depth: usize, message: &Message) {
        let said = self.said(message);
        self.line(depth, &said);
    }

    /// The parts of a row, with commas between them; after a full stop, a space will do.
    fn parts(&mut self, depth: usize, parts: impl IntoIterator<Item = String>) {
        let mut row = String::new();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !row.is_empty() {
                row.push_str(if row.ends_with(['.', '?', '!', '"']) { " " } else { ", " });
            }
            row.push_str(&part);
        }
        if !row.is_empty() {
            self.line(depth, &row);
        }
    }

    fn heading(&mut self, heading: &Message) {
        self.gap();
        self.say(0, heading);
    }

    /// A section, if there is anything in it.
    fn rows<T>(&mut self, heading: &Message, rows: &[T], mut draw: impl FnMut(&mut Self, &T)) {
        if rows.is_empty() {
            return;
        }
        self.heading(heading);
        for row in rows {
            draw(self, row);
        }
    }

    fn clock(&mut self, clock: &Clock) {
        self.say(0, &clock.turn_words);
        self.parts(0, [self.said(&clock.date), clock.time.clone()]);
        let days = clock.days.iter().map(|day| match day.is {
            Day::Today => format!("[{}]", self.said(&day.weekday)),
            Day::Past => format!("({})", self.said(&day.weekday)),
            Day::Ahead => self.said(&day.weekday),
        });
        let days = days.collect::<Vec<_>>().join(" ");
        self.line(0, &days);
        let late = clock.late_words.as_ref().map(|late| self.said(late));
        self.parts(0, [self.said(&clock.left_words)].into_iter().chain(late));
    }

    fn in_hand(&mut self, hand: &InHand) {
        self.parts(0, [self.said(&hand.what), self.said(&hand.words)]);
    }

    fn question(&mut self, question: &Question) {
        self.say(1, &question.title);
        self.say(2, &question.by_words);
    }

    fn marks(&self, cited: &[usize], told_to: &[String]) -> Vec<String> {
        let listed = |names: Vec<String>| Message::listed(names.into_iter().map(Message::verbatim).collect());
        let cited = listed(cited.iter().map(ToString::to_string).collect());
        let cited = cited.map(|numbers| self.said(&Message::new("row-cited").with("numbers", numbers)));
        let told = listed(told_to.to_vec()).map(|names| self.said(&Message::new("row-told").with("names", names)));
        cited.into_iter().chain(told).collect()
    }

    fn arrival(&mut self, row: &InboxRow) {
        let came = format!("{}  {}: {}", self.said(&row.came.words), self.said(&row.from.in_full), row.title);
        self.line(1, &came);
        let takes = (row.minutes > 0).then(|| self.said(&when::minutes(row.minutes)));
        let answers =
            row.answers.iter().map(|answered| self.said(&Message::new("row-answers").with("label", &answered.name)));
        let mut parts = vec![self.said(&row.reading_words), self.said(&row.via_words), self.said(&row.standing)];
        parts.extend(takes.into_iter().chain(answers).chain(self.marks(&row.cited, &row.told_to)));
        self.parts(2, parts);
    }

    fn item(&mut self, item: &ItemRef) {
        let at = item.at.as_ref().map(|at| self.said(&at.words));
        let from = item.from.as_ref().map(|from| self.said(from));
        self.parts(1, [item.title.clone()].into_iter().chain(from).chain(at));
    }

    fn asked(&mut self, asked: &Asked) {
        let likely = asked
            .likely
            .as_ref()
            .map(|likely| self.said(&Message::new("row-likely-then").with("likely", likely.clone())));
        let parts = [asked.who.name.clone(), asked.label.clone(), self.said(&asked.waiting)];
        self.parts(1, parts.into_iter().chain(likely));
    }

    fn due(&mut self, due: &Due) {
        let case = due.case.as_ref().map_or_else(String::new, |case| case.name.clone());
        let at = self.said(&due.due.words);
        self.parts(1, [due.label.clone(), self.said(&due.kind_words), case, at, self.said(&due.left)]);
    }

    fn ahead(&mut self, row: &AppointmentRow) {
        self.parts(1, [self.said(&row.at.words), row.label.clone()]);
    }

    fn response(&mut self, row: &ResponseRow) {
        let with = |key, value: Option<Message>| value.map(|value| self.said(&Message::new(key).with("what", value)));
        let name = |who: &Option<super::parts::Who>| who.as_ref().map(|who| Message::verbatim(&*who.name));
        let form = row.form.as_ref().filter(|_| !row.everyday).map(Message::verbatim);
        let parts = [
            with("row-asks", name(&row.asks)),
            with("row-to", name(&row.to)),
            with("row-form", form),
            with("row-likely", row.answer_likely.clone()),
            row.draft.then(|| self.said(&Message::new("row-draft"))),
            with("row-done", row.last_done.as_ref().map(|at| at.words.clone())),
        ];
        let parts: Vec<String> =
            [row.label.clone(), self.said(&row.takes)].into_iter().chain(parts.into_iter().flatten()).collect();
        self.parts(2, parts);
        if let Open::NotYet(why) = &row.open {
            self.say(3, &Message::new("not-yet").with("why", why.clone()));
        }
        row.afterwards.iter().for_each(|line| self.line(3, line));
    }

    fn draft(&mut self, draft: &Draft) {
        self.parts(1, [draft.label.clone(), self.said(&draft.words), self.said(&draft.kept.words)]);
    }

    fn levels(&mut self, depth: usize, levels: &[RatedRisk]) {
        for row in levels {
            let level = format!("{}: {}", self.said(&row.risk_words), self.said(&row.level_words));
            self.parts(depth, [level].into_iter().chain(row.why.clone()));
        }
    }

    fn case(&mut self, case: &CaseFile) {
        self.heading(&heading("heading-file").with("name", &case.person.name));
        case.about.iter().for_each(|about| self.line(1, about));
        self.say(1, &case.order);
        let more: Vec<String> =
            case.mappa.iter().chain(&case.tier).chain([&case.owner]).map(|one| self.said(one)).collect();
        self.parts(1, more);
        for fact in &case.facts {
            self.line(1, &format!("{}: {}", fact.label, fact.text));
        }
        self.rows(&heading("heading-conditions"), &case.conditions, Self::condition);
        self.rows(&heading("heading-ratings"), &case.ratings, |page, row| {
            page.parts(1, [page.said(&row.at.words), page.said(&row.by), page.said(&row.source)]);
            page.levels(2, &row.levels);
        });
        self.rows(&heading("heading-documents"), &case.documents, Self::document);
        self.rows(&heading("heading-filed"), &case.filed, |page, row| {
            page.parts(1, [page.said(&row.at.words), row.title.clone()]);
        });
    }

    fn condition(&mut self, row: &ConditionRow) {
        let term = row.term.as_ref().map(|term| self.said(term));
        self.parts(1, [row.text.clone()].into_iter().chain(term).chain([self.said(&row.words)]));
        for item in &row.recorded {
            self.item_line(2, item);
        }
        for acted in &row.acted {
            self.say(2, &Message::new("line-did").with("label", &acted.name));
        }
    }

    fn item_line(&mut self, depth: usize, item: &ItemRef) {
        let at = item.at.as_ref().map(|at| self.said(&at.words));
        self.parts(depth, at.into_iter().chain([item.title.clone()]));
    }

    fn document(&mut self, row: &DocumentRow) {
        let at = row.item.at.as_ref().map(|at| self.said(&at.words));
        let from = row.item.from.as_ref().map(|from| self.said(from));
        let read = self.said(&Message::new(if row.item.read { "reading-read" } else { "reading-unread" }));
        let takes = (row.minutes > 0).then(|| self.said(&when::minutes(row.minutes)));
        let standing = row.standing.as_ref().map(|standing| self.said(standing));
        let mut parts = vec![row.item.title.clone()];
        parts.extend(row.form.clone().into_iter().chain(from).chain(at).chain([read]).chain(standing).chain(takes));
        parts.extend(self.marks(&row.cited, &row.told_to));
        self.parts(1, parts);
    }

    fn person(&mut self, row: &PersonRow) {
        let about = row.about.clone();
        let tie = row.tie.as_ref().map(|(_, tie)| self.said(&Message::new("row-tie").with("what", tie.clone())));
        self.parts(1, [self.said(&row.who.in_full)].into_iter().chain(tie).chain([self.said(&row.words)]));
        about.iter().for_each(|about| self.line(2, about));
        if !row.speaks.is_empty() {
            let speaks = Message::listed(row.speaks.iter().map(Message::verbatim).collect());
            let speaks = speaks.map(|what| Message::new("row-speaks").with("what", what));
            speaks.iter().for_each(|speaks| self.say(2, speaks));
        }
        for asked in &row.asked {
            self.parts(2, [self.said(&asked.at.words), asked.label.clone()]);
        }
        for (item, at) in &row.told {
            let told = Message::new("row-was-told").with("what", &item.title);
            self.parts(2, [self.said(&at.words), self.said(&told)]);
        }
    }

    fn citation(&mut self, row: &CitationRow) {
        let standing = row.standing.as_ref().map(|standing| self.said(standing));
        let from = row.item.from.as_ref().map(|from| self.said(from));
        let title = format!("{}  {}", row.number, row.item.title);
        self.parts(1, [title].into_iter().chain(from).chain(standing));
        row.passage.iter().for_each(|passage| self.say(2, &Message::new("row-passage").with("text", passage)));
        let used = Message::listed(row.used_in.clone());
        used.into_iter().for_each(|what| self.say(2, &Message::new("row-used-in").with("what", what)));
    }
}
