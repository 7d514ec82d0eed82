//! Acts that have a name: what the palette lists, and the keys of each.
//!
//! One list. A key does exactly what the entry of the palette and the button do; what can't be asked for in a place is
//! not in its list.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::acts::{Act, DebriefPage, FileTab};
use super::office::{Office, Place};
use super::screens::reviews;
use crate::scenario::raw::Kind;
use crate::text::Message;
use crate::text::words;

/// An act with its name and its keys.
#[derive(Debug, Clone)]
pub struct Named {
    pub act: Act,
    pub name: Message,
    pub keys: Option<KeyboardShortcut>,
}

const NONE: Modifiers = Modifiers::NONE;

const fn keys(modifiers: Modifiers, key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(modifiers, key))
}

/// Kinds in the order of the dock, with their keys.
pub const KINDS: [(Kind, Key); 10] = [
    (Kind::Explore, Key::Num1),
    (Kind::Enforce, Key::Num2),
    (Kind::Recall, Key::Num3),
    (Kind::Refer, Key::Num4),
    (Kind::Assess, Key::A),
    (Kind::Consult, Key::O),
    (Kind::Disclose, Key::D),
    (Kind::Record, Key::R),
    (Kind::Support, Key::S),
    (Kind::Hold, Key::H),
];

/// The key of a kind, as it is shown.
#[must_use]
pub fn key_of(kind: Kind) -> &'static str {
    KINDS.iter().find(|(one, _)| *one == kind).map_or("", |(_, key)| key.symbol_or_name())
}

/// Everything with a name that can be asked for where the person is now.
#[must_use]
pub fn named(office: &Office) -> Vec<Named> {
    let mut list = Vec::new();
    let mut add = |act: Act, name: Message, keys: Option<KeyboardShortcut>| list.push(Named { act, name, keys });
    let simple = Message::new;
    match office.place() {
        Place::Library => {
            add(Act::ClearFilters, simple("app-do-clear-filters"), None);
        }
        Place::Briefing(_) => {
            add(Act::Start, simple("app-do-start"), keys(Modifiers::CTRL, Key::Enter));
            add(Act::DrawLuck, simple("app-do-draw-luck"), None);
            add(Act::NotNow, simple("app-do-not-now"), None);
        }
        Place::Desk => desk(office, &mut add),
        Place::Form(state) => {
            add(Act::FileForm, simple("app-do-sign"), keys(Modifiers::CTRL, Key::Enter));
            add(Act::KeepForm, simple("app-do-keep-form"), keys(Modifiers::CTRL, Key::S));
            if state.can_cite() {
                add(Act::CiteHere, simple("app-form-do-cite"), keys(NONE, Key::C));
            }
            if let Some(start) = state.start_words() {
                add(Act::StartFromLast, start.clone(), None);
            }
            if state.has_levels() {
                add(Act::ShowGlossary(Some("app-form-levels-term")), simple("app-form-levels"), keys(NONE, Key::F1));
            }
        }
        Place::Decision(_) => {
            add(Act::Commit, simple("app-do-commit"), keys(Modifiers::CTRL, Key::Enter));
            add(Act::KeepAnswer, simple("app-do-keep-answer"), keys(Modifiers::CTRL, Key::S));
        }
        Place::Reviews(_) => {
            add(Act::BackToDesk, simple("app-do-back-to-desk"), None);
        }
        Place::EndOfTurn => {
            add(Act::NextTurn, simple("app-do-next-turn"), keys(Modifiers::CTRL, Key::Enter));
            add(Act::BackToDesk, simple("app-do-back-to-desk"), None);
        }
        Place::Reviewing(state) => {
            if state.can_keep() {
                add(Act::KeepReview, simple("app-do-keep-review"), keys(Modifiers::CTRL, Key::Enter));
            } else {
                add(Act::WriteReview, simple("app-do-write-review"), keys(Modifiers::CTRL, Key::S));
            }
        }
        Place::Debrief(_) => {
            for page in DebriefPage::ALL {
                add(Act::ShowDebriefPage(page), simple(page.name()), None);
            }
            add(Act::SaveReport, simple("app-do-save-report"), keys(Modifiers::CTRL, Key::S));
        }
    }
    if !matches!(office.place(), Place::Library) {
        add(Act::GoToLibrary, simple("app-do-library"), None);
    }
    add(Act::StepOut, simple("app-do-step-out"), keys(NONE, Key::Escape));
    add(Act::NextPane, simple("app-do-next-pane"), keys(NONE, Key::F6));
    add(Act::PreviousPane, simple("app-do-previous-pane"), keys(Modifiers::SHIFT, Key::F6));
    add(Act::ShowPalette, simple("app-do-palette"), keys(Modifiers::CTRL, Key::K));
    // A form that rates opens the glossary at the levels.
    let at_levels = matches!(office.place(), Place::Form(state) if state.has_levels());
    add(Act::ShowGlossary(None), simple("app-do-glossary"), if at_levels { None } else { keys(NONE, Key::F1) });
    add(Act::ShowSettings, simple("app-do-settings"), keys(Modifiers::CTRL, Key::Comma));
    add(Act::ShowKeys, simple("app-do-keys"), keys(NONE, Key::Questionmark));
    add(Act::Leave, simple("app-do-leave"), keys(Modifiers::CTRL, Key::Q));
    list
}

/// What can be asked for at the desk.
fn desk(office: &Office, add: &mut dyn FnMut(Act, Message, Option<KeyboardShortcut>)) {
    let simple = Message::new;
    for (kind, key) in KINDS {
        add(Act::ShowKind(kind), words::kind(kind), keys(NONE, key));
    }
    if office.is_reviewing() {
        add(Act::ShowReview, simple("app-do-review"), None);
    }
    add(Act::Cite, simple("app-do-cite"), keys(NONE, Key::C));
    add(Act::WriteNote, simple("app-do-note"), keys(NONE, Key::N));
    add(Act::ReadNext, simple("app-do-next-item"), keys(NONE, Key::J));
    add(Act::ReadPrevious, simple("app-do-previous-item"), keys(NONE, Key::K));
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
    for (tab, key) in FileTab::ALL.into_iter().zip(digits) {
        add(Act::ShowTab(tab), simple(tab.name()), keys(Modifiers::ALT, key));
    }
    add(Act::Widen, simple("app-do-widen"), keys(NONE, Key::F));
    let Some(play) = office.play() else { return };
    let moment = play.moment();
    if let Some(question) = moment.questions.first() {
        let name = Message::new("app-do-answer").with("title", question.title.clone());
        add(Act::Answer(question.decision.clone()), name, keys(NONE, Key::Q));
    }
    add(Act::GoOn, simple("app-do-go-on"), keys(NONE, Key::G));
    if let Some(end_day) = &moment.clock.end_day {
        add(Act::EndDay, end_day.clone(), None);
    }
    add(Act::EndTurn, moment.clock.end_turn.clone(), keys(NONE, Key::E));
    for (decision, title) in reviews::can_be_shown(play) {
        add(Act::ShowReviews(decision), Message::new("app-reviews-do").with("title", title), None);
    }
    if moment.cases.len() > 1 {
        for case in &moment.cases {
            let name = Message::new("app-do-case").with("name", &case.person.name);
            add(Act::ShowCase(case.id.clone()), name, None);
        }
    }
}

/// Keys that move inside what has the keyboard, and are no acts: the key of their name, and how they are shown.
#[must_use]
pub fn moves(office: &Office) -> Vec<(&'static str, &'static str)> {
    let mut list =
        vec![("app-keys-tab", "Tab"), ("app-keys-arrows", "\u{2191} \u{2193}"), ("app-keys-enter", "Enter")];
    let (chronology, people) = match office.place() {
        Place::Desk => {
            let tab = FileTab::ALL.get(office.desk.tab);
            (tab == Some(&FileTab::Chronology), tab == Some(&FileTab::People))
        }
        Place::Debrief(state) => (state.shows(DebriefPage::Timeline), false),
        Place::Decision(state) if state.is_ranking() => {
            list.push(("app-keys-rank", "Alt \u{2191} \u{2193}"));
            (false, false)
        }
        _ => (false, false),
    };
    if chronology {
        list.extend([
            ("app-keys-step", "\u{2190} \u{2192}"),
            ("app-keys-nearer", "+ -"),
            ("app-keys-fit", "0"),
            ("app-keys-picture", "P"),
        ]);
    }
    if people {
        list.push(("app-keys-picture", "P"));
    }
    list
}

/// Keys as they are shown on a cap: "Ctrl K", "Alt 1".
#[must_use]
pub fn shown(keys: &KeyboardShortcut) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if keys.modifiers.ctrl || keys.modifiers.command {
        parts.push(if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" });
    }
    if keys.modifiers.alt {
        parts.push("Alt");
    }
    if keys.modifiers.shift {
        parts.push("Shift");
    }
    let key = match keys.logical_key {
        Key::Escape => "Esc",
        Key::Questionmark => "?",
        Key::Comma => ",",
        other => other.name(),
    };
    parts.push(key);
    parts.join(" ")
}
