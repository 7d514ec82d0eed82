//! Debriefs as text for a terminal.

use std::fmt::Write as _;

use super::term::wrap;
use crate::report::{plain, words as say};
use crate::review::debrief::{self, Answered, Debrief, GroupOf, ReviewView};
use crate::review::panel::Panel;
use crate::run::Run;
use crate::scenario::raw;
use crate::text::{Catalogue, Message};

fn made(run: &Run, panel: Option<&raw::Panel>, options: debrief::Options) -> Debrief {
    let panel = panel.map(|raw| Panel::new(raw.clone(), run.scenario()));
    debrief::debrief(run, panel.as_ref(), options)
}

/// The debrief of a run.
#[must_use]
pub fn debrief(run: &Run, panel: Option<&raw::Panel>, trial: bool, words: &Catalogue, width: usize) -> String {
    let made = made(run, panel, debrief::Options { trial, ..debrief::Options::default() });
    let text = plain::plain(&made, words, plain::Options { width, teaching: false });
    // Luck codes belong to the front ends: reports know the number alone.
    let luck = |seed: String| words.say(&Message::new("debrief-luck").with("seed", seed));
    text.replacen(&luck(made.seed.to_string()), &luck(super::luck::shown(made.seed)), 1)
}

/// Whether anybody reviewed a decision that was answered, in the situation in which it was.
#[must_use]
pub fn has_reviews(run: &Run, panel: Option<&raw::Panel>, decision: &str) -> bool {
    let made = made(run, panel, debrief::Options { replays: 0, ..debrief::Options::default() });
    made.decisions.iter().any(|one| one.id == decision && one.panel.reviewers > 0)
}

/// How others answered one decision, and why: nothing of what there was to find, which the debrief keeps for the end.
#[must_use]
pub fn reviews(run: &Run, panel: Option<&raw::Panel>, decision: &str, words: &Catalogue, width: usize) -> String {
    let made = made(run, panel, debrief::Options { replays: 0, ..debrief::Options::default() });
    let Some(decision) = made.decisions.iter().find(|one| one.id == decision) else { return String::new() };
    let mut page = Page { words, width, out: String::new() };
    page.line(&say::asked_too(decision), 0);
    for group in &decision.panel.groups {
        page.out.push('\n');
        page.line(&say::group(decision, group.of, group.reviews.len()), 0);
        for review in &group.reviews {
            page.review(decision, review, matches!(group.of, GroupOf::Option { .. }));
        }
    }
    page.out
}

/// A text while it is written.
struct Page<'w> {
    words: &'w Catalogue,
    width: usize,
    out: String,
}

impl Page<'_> {
    fn text(&mut self, text: &str, first: usize, rest: usize) {
        for line in wrap(text, self.width, first, rest) {
            let _ = writeln!(self.out, "{line}");
        }
    }

    fn line(&mut self, message: &Message, indent: usize) {
        let text = self.words.say(message);
        self.text(&text, indent, indent);
    }

    /// One review. `known` if the heading above it has said what was answered.
    fn review(&mut self, decision: &Answered, review: &ReviewView, known: bool) {
        let mut who = self.words.say(&say::reviewer(review));
        if let Some(first) = who.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        if let Some(sure) = review.sure {
            let sure = self.words.say(&Message::new("debrief-review-sure").with("percent", sure));
            who = format!("{who}. {sure}");
        }
        self.text(&format!("- {who}"), 0, 2);
        if !known {
            let answers = self.words.say_all(&say::answer(decision, &review.answer)).join("; ");
            self.text(&answers, 2, 2);
        }
        self.text(&review.reason, 2, 2);
        if let Some(change) = &review.change {
            self.line(&Message::new("debrief-review-change").with("text", change), 2);
        }
    }
}
