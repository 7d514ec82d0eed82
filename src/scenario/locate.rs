//! From a place in the raw files to a range of text.
//!
//! Rules name a [`Place`]: the steps that lead to it from the top of a file. The spanned tree that turns a place into
//! bytes costs more than reading the file, so it is built here, once, and only when there is something to report.

use ron2::ast::Expr;
use std::cell::Cell;
use std::ops::Range;

use super::parse::tree;
use crate::diag::{self, Code, Diagnostic, Label, Severity};
use crate::source::Source;

/// One step into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A named field: `arrivals:`.
    Field(&'static str),
    /// The n-th item of a list, or the n-th unnamed part of a bracket, from nought.
    Index(usize),
    /// The value of a key in a map.
    Key(String),
}

/// The way to something in a file, from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place(pub Vec<Step>);

impl Place {
    #[must_use]
    pub fn top() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.with(Step::Field(name))
    }

    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Self(steps)
    }
}

/// Which of an author's files a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    Scenario,
    Panel,
    /// The n-th plan that was given.
    Plan(usize),
    /// The n-th file of forms that was given.
    Forms(usize),
    Policy,
    Invitation,
}

/// What a rule found, before its places are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    pub severity: Severity,
    pub file: File,
    pub place: Place,
    pub message: String,
    pub help: Option<String>,
    /// Other places of the same file that explain it.
    pub also: Vec<(Place, String)>,
}

/// Words that hold one condition. Places step through them without counting: `Not(Seen("x"))` has `"x"` as its part 0.
const HOLD_A_CONDITION: [&str; 6] = ["Not", "AsSoonAs", "Always", "Sometimes", "Never", "Expect"];

/// Nodes that are tried for one place: many more than any place needs, and few enough for any file.
const MOST_STEPS: u32 = 10_000;

/// Fields that may be written under another name.
const OTHER_NAMES: [(&str, &str); 1] = [("sentence_months", "months")];

/// Looks up the places of findings in the text that they are about, all of one file. In the order of the file.
#[must_use]
pub fn locate(source: &Source, findings: Vec<Finding>) -> Vec<Diagnostic> {
    if findings.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Diagnostic> =
        with_root(source, |root| findings.into_iter().map(|finding| diagnostic(source, root, finding)).collect());
    diag::sort(&mut found);
    found
}

/// What is written at a place, as it is written; nothing if nothing is.
#[must_use]
pub fn text_at(source: &Source, place: &Place) -> Option<String> {
    range_at(source, place).map(|range| source.slice(&range).to_owned())
}

/// All the bytes of what is written at a place; nothing if nothing is.
#[must_use]
pub fn range_at(source: &Source, place: &Place) -> Option<Range<usize>> {
    with_root(source, |root| {
        let walk = walk(root?, &place.0, &Cell::new(MOST_STEPS));
        (walk.steps == place.0.len()).then(|| tree::bytes(walk.expr.span()))
    })
}

/// Hands over the tree of a text; nothing if ron2 can't read all of it.
fn with_root<T>(source: &Source, look: impl FnOnce(Option<&Expr<'_>>) -> T) -> T {
    let text = tree::readable(&source.text);
    match tree::read(&text) {
        Some((document, errors)) if errors.is_empty() => look(document.value.as_ref()),
        _ => look(None),
    }
}

fn diagnostic(source: &Source, root: Option<&Expr<'_>>, finding: Finding) -> Diagnostic {
    let mut labels = vec![Label { range: mark(source, root, &finding.place), text: String::new() }];
    if root.is_some() {
        labels
            .extend(finding.also.into_iter().map(|(place, text)| Label { range: mark(source, root, &place), text }));
    }
    let help = match (root, finding.help) {
        (Some(_), help) => help,
        (None, help) => {
            let at = describe(&finding.place);
            let excuse = format!("The line could not be found; it is about {at}.");
            Some(help.map_or(excuse.clone(), |help| format!("{help} {excuse}")))
        }
    };
    Diagnostic {
        code: finding.code,
        severity: finding.severity,
        file: source.name.clone(),
        message: finding.message,
        labels,
        help,
    }
}

/// A place in words: `arrivals, part 3, from`.
fn describe(place: &Place) -> String {
    let steps: Vec<String> = place
        .0
        .iter()
        .map(|step| match step {
            Step::Field(name) => (*name).to_owned(),
            Step::Index(index) => format!("part {}", index + 1),
            Step::Key(key) => format!("\"{key}\""),
        })
        .collect();
    if steps.is_empty() { "the file as a whole".to_owned() } else { steps.join(", ") }
}

/// The bytes to mark for a place: an id, a name or a line rather than forty lines.
fn mark(source: &Source, root: Option<&Expr<'_>>, place: &Place) -> Range<usize> {
    let Some(root) = root else { return 0..0 };
    let text = &source.text;
    let walk = walk(root, &place.0, &Cell::new(MOST_STEPS));
    if walk.steps < place.0.len() {
        // What is missing has no place: the name of what lacks it.
        return tree::head(text, walk.expr);
    }
    if let Some(id) = tree::fields(walk.expr).and_then(tree::id) {
        return tree::first_line(text, tree::bytes(&id.span));
    }
    let all = tree::bytes(walk.expr.span());
    let is_bracket = !matches!(walk.expr, Expr::Struct(_) | Expr::String(_));
    match walk.name {
        Some(name) if is_bracket && source.slice(&all).contains('\n') => name,
        _ => tree::mark(text, walk.expr),
    }
}

/// How far the steps of a place lead.
struct Walk<'e, 'a> {
    expr: &'e Expr<'a>,
    /// Steps that were taken.
    steps: usize,
    /// The name of the field that the last step went into.
    name: Option<Range<usize>>,
}

/// Takes the steps as far as they lead. Where a step may lead two ways, the way that leads furthest is taken; `left`
/// is how many more nodes may be tried.
fn walk<'e, 'a>(expr: &'e Expr<'a>, steps: &[Step], left: &Cell<u32>) -> Walk<'e, 'a> {
    if let Expr::Option(option) = expr
        && let Some(some) = &option.value
    {
        return walk(&some.expr, steps, left);
    }
    let here = Walk { expr, steps: 0, name: None };
    let Some((step, rest)) = steps.split_first() else { return here };
    let mut best = here;
    for (inner, taken, name) in ways(expr, step) {
        let Some(fewer) = left.get().checked_sub(1) else { break };
        left.set(fewer);
        let further = walk(inner, if taken == 1 { rest } else { steps }, left);
        let name = if further.steps == 0 { name } else { further.name };
        let further = Walk { expr: further.expr, steps: further.steps + taken, name };
        if further.steps == steps.len() {
            return further;
        }
        if further.steps > best.steps {
            best = further;
        }
    }
    best
}

/// Where a step may lead: the node, the steps used up by it (1, or 0 for going deeper first), and the field's name.
fn ways<'e, 'a>(expr: &'e Expr<'a>, step: &Step) -> Vec<(&'e Expr<'a>, usize, Option<Range<usize>>)> {
    let mut ways = Vec::new();
    match step {
        Step::Field(name) => {
            let other = OTHER_NAMES.iter().find(|(one, _)| one == name).map(|(_, other)| *other);
            let fields = tree::fields(expr).unwrap_or_default();
            let field = fields
                .iter()
                .find(|field| field.name.name == *name)
                .or_else(|| fields.iter().find(|field| Some(field.name.name.as_ref()) == other));
            if let Some(field) = field {
                ways.push((&field.value, 1, Some(tree::bytes(&field.name.span))));
            }
            // The fields of what a word holds: `AsSoonAs(..)`.
            if let Some([part]) = tree::parts(expr) {
                ways.push((&part.expr, 0, None));
            }
        }
        Step::Index(index) => {
            if let Expr::Seq(list) = expr {
                ways.extend(list.items.get(*index).map(|item| (&item.expr, 1, None)));
            }
            let parts = tree::parts(expr).unwrap_or_default();
            let part = parts.get(*index).map(|part| (&part.expr, 1, None));
            let inside = match parts {
                [only] => Some((&only.expr, 0, None)),
                _ => None,
            };
            let holds_a_condition =
                matches!(expr, Expr::Struct(word) if HOLD_A_CONDITION.contains(&word.name.name.as_ref()));
            if holds_a_condition {
                ways.extend(inside.into_iter().chain(part))
            } else {
                ways.extend(part.into_iter().chain(inside))
            }
            // Named parts stand together for the one part that a type of ours may make of them.
            if *index == 0 && tree::fields(expr).is_some() {
                ways.push((expr, 1, None));
            }
        }
        Step::Key(key) => {
            if let Expr::Map(map) = expr {
                let entry = map.entries.iter().find(|entry| match &entry.key {
                    Expr::String(text) => text.value == *key,
                    Expr::Struct(word) => word.name.name == key.as_str(),
                    _ => false,
                });
                ways.extend(entry.map(|entry| (&entry.value, 1, Some(tree::bytes(entry.key.span())))));
            }
            if let Some([part]) = tree::parts(expr) {
                ways.push((&part.expr, 0, None));
            }
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"Scenario(
    id: "small",
    calendar: Calendar(day_0: "2025-11-03", stretches: [
        Weeks(from: 3, to: 5, minutes: 90),
    ]),
    cases: [Case(id: "one", order: Licence(months: 20),
        ratings: [Ratings(at: Week(0), levels: {Public: High, "Staff": Low})])],
    arrivals: [
        Arrival(id: "first", at: Week(3, Tue, "10:10"),
            when: Not(All(Seen("a"), Told("b", "c"))),
            text: "Two
                lines."),
        Arrival(title: "No id", at: AsSoonAs(Any(Done("d"))), case: Some("one"),
            then: [
                Later(after: Weeks(2), then: [Arrives("e", Now)]),
            ]),
    ],
    steps: [Decide(answer: ChooseSome(["x", "y"])), Cite("z", "w\
        v")],
)
"#;

    fn source() -> Source {
        Source::new("small.ron", TEXT)
    }

    /// What is marked for a place.
    fn marked(place: &Place) -> String {
        let source = source();
        let finding = Finding {
            code: Code("D9999"),
            severity: Severity::Error,
            file: File::Scenario,
            place: place.clone(),
            message: String::new(),
            help: None,
            also: Vec::new(),
        };
        let found = locate(&source, vec![finding]);
        assert_eq!(found[0].help, None, "ron2 refused the text");
        source.slice(&found[0].labels[0].range).to_owned()
    }

    fn arrival(index: usize) -> Place {
        Place::top().field("arrivals").index(index)
    }

    #[test]
    fn a_place_is_found_whatever_it_goes_through() {
        let place = Place::top().field("calendar").field("stretches").index(0).field("to");
        assert_eq!(marked(&place), "5");
        assert_eq!(marked(&arrival(0).field("at").index(1)), "Tue");
        assert_eq!(marked(&arrival(0).field("at")), "Week(3, Tue, \"10:10\")");
        let levels = Place::top().field("cases").index(0).field("ratings").index(0).field("levels");
        assert_eq!(marked(&levels.key("Public")), "High");
        assert_eq!(marked(&levels.key("Staff")), "Low");
        let order = Place::top().field("cases").index(0).field("order");
        assert_eq!(marked(&order.field("sentence_months")), "20");
        assert_eq!(marked(&order.index(0).field("sentence_months")), "20");
        assert_eq!(marked(&arrival(1).field("case")), "\"one\"");
        let later = arrival(1).field("then").index(0);
        assert_eq!(marked(&later.field("then").index(0).index(1)), "Now");
    }

    #[test]
    fn a_word_that_holds_one_condition_may_be_counted_or_not() {
        let when = arrival(0).field("when");
        assert_eq!(marked(&when.index(1).index(1)), "\"c\"");
        assert_eq!(marked(&when.index(0).index(1).index(1)), "\"c\"");
        assert_eq!(marked(&when.index(0).index(0)), "\"a\"");
        let at = arrival(1).field("at");
        assert_eq!(marked(&at.index(0).index(0)), "\"d\"");
        assert_eq!(marked(&at.index(0).index(0).index(0)), "\"d\"");
    }

    #[test]
    fn a_payload_that_is_a_list_may_be_counted_or_not() {
        let answer = Place::top().field("steps").index(0).field("answer");
        assert_eq!(marked(&answer.index(0)), "[\"x\", \"y\"]");
        assert_eq!(marked(&answer.index(1)), "\"y\"");
        assert_eq!(marked(&answer.index(0).index(1)), "\"y\"");
    }

    #[test]
    fn large_things_are_marked_by_their_id_or_name() {
        assert_eq!(marked(&arrival(0)), "\"first\"");
        assert_eq!(marked(&arrival(1)), "Arrival");
        assert_eq!(marked(&Place::top()), "\"small\"");
        assert_eq!(marked(&Place::top().field("arrivals")), "arrivals");
        assert_eq!(marked(&arrival(0).field("text")), "\"Two");
        assert_eq!(marked(&arrival(1).field("then")), "then");
    }

    #[test]
    fn what_is_missing_is_marked_by_the_name_of_what_lacks_it() {
        assert_eq!(marked(&arrival(0).field("via")), "Arrival");
        assert_eq!(marked(&arrival(7)), "[");
        assert_eq!(marked(&Place::top().field("decisions").index(0).field("at")), "Scenario");
        assert_eq!(marked(&arrival(0).field("at").index(9)), "Week");
    }

    #[test]
    fn the_text_of_a_place_is_as_it_was_written() {
        let at = |place: &Place| text_at(&source(), place);
        assert_eq!(at(&arrival(0).field("at")).as_deref(), Some("Week(3, Tue, \"10:10\")"));
        assert_eq!(at(&Place::top().field("steps").index(1).index(1)).as_deref(), Some("\"w\\\n        v\""));
        assert_eq!(at(&arrival(0).field("via")), None);
        assert_eq!(at(&arrival(0)).map(|text| text.lines().count()), Some(4));
    }

    #[test]
    fn findings_come_in_the_order_of_the_file_then_of_their_codes() {
        let finding = |code, place: Place| Finding {
            code: Code(code),
            severity: Severity::Error,
            file: File::Scenario,
            place,
            message: String::new(),
            help: None,
            also: vec![(arrival(0), "this one".to_owned())],
        };
        let found = locate(
            &source(),
            vec![
                finding("D3", arrival(1)),
                finding("D2", arrival(0).field("at")),
                finding("D1", arrival(0).field("at")),
            ],
        );
        assert_eq!(found.iter().map(|one| one.code.0).collect::<Vec<_>>(), ["D1", "D2", "D3"]);
        assert_eq!(source().slice(&found[0].labels[1].range), "\"first\"");
    }

    #[test]
    fn a_text_that_ron2_refuses_is_labelled_at_the_top_and_says_so() {
        let source = Source::new("odd.ron", "(a: 1..5, b: 1)");
        let finding = Finding {
            code: Code("D1"),
            severity: Severity::Error,
            file: File::Scenario,
            place: Place::top().field("b").index(1),
            message: "no".to_owned(),
            help: Some("Mend it.".to_owned()),
            also: vec![(Place::top(), "there".to_owned())],
        };
        let found = locate(&source, vec![finding]);
        assert_eq!(found[0].labels, [Label { range: 0..0, text: String::new() }]);
        assert_eq!(found[0].help.as_deref(), Some("Mend it. The line could not be found; it is about b, part 2."));
    }
}
