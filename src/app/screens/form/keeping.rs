//! What is written in a form, kept: beside the run after a second of quiet, as a draft of the run when it is left.
//!
//! In go what is written and the run; out come what lies beside the run on the disk, and the command that makes a draft
//! of it. It knows nothing of how a form is drawn.

use egui::Context;
use jiff::tz::TimeZone;

use super::state::FormState;
use super::written::Days;
use crate::app::play::{Play, Standing};
use crate::desk::form::FieldInput;
use crate::run::Run;
use crate::run::command::{Command, Filing};
use crate::sitting::keep::FormDraft;

impl FormState {
    /// Keeps what is written after a while of quiet; asks to be drawn again when that is over.
    pub fn autosave(&mut self, ctx: &Context, play: &mut Play) {
        if self.unkept.wants_keeping(ctx) {
            self.save(play);
        }
    }

    /// Keeps what is written beside the run.
    pub fn save(&mut self, play: &mut Play) {
        self.unkept.kept();
        let filing = self.filing(play.run());
        let case = self.view.case.as_ref().filter(|_| !self.cases.is_empty()).map(|case| case.id.clone());
        let days = Days::of(play.run());
        let halves: Vec<(String, Option<String>)> = self
            .view
            .fields
            .iter()
            .zip(&self.written)
            .map(|(field, written)| {
                let key = half_key(&self.view.response, &field.id, &field.kind);
                (key, written.half(&self.evidence, days))
            })
            .collect();
        let draft = (filing != self.known || case.is_some()).then(|| FormDraft::now(play.run(), case, filing));
        let pending = &mut play.keep.pending;
        for (key, half) in halves {
            match half {
                Some(half) => pending.lines.insert(key, half),
                None => pending.lines.remove(&key),
            };
        }
        match draft {
            Some(draft) => pending.forms.insert(self.view.response.clone(), draft),
            None => pending.forms.remove(&self.view.response),
        };
        play.keep.keep_pending();
        let here = play.keep.store().clock.now().to_zoned(TimeZone::system());
        // What could not be written is not called saved.
        self.saved = (!matches!(play.standing(), Standing::Failing(_)))
            .then(|| format!("{:02}:{:02}", here.hour(), here.minute()));
    }

    /// The command that makes a draft of the run of what is written; nothing if the run knows it already.
    #[must_use]
    pub fn keeping(&self, run: &Run) -> Option<Command> {
        let filing = self.filing(run);
        let response = self.view.response.clone();
        if filing == self.known {
            None
        } else if filing == Filing::default() {
            // A draft with nothing in it is none.
            Some(Command::DiscardDraft { response })
        } else {
            Some(Command::KeepDraft { response, filing })
        }
    }

    /// What was kept beside the run is a draft of the run now; what is only half typed stays beside it.
    pub fn kept(&mut self, play: &mut Play) {
        self.save(play);
        if play.keep.pending.forms.remove(&self.view.response).is_some() {
            play.keep.keep_pending();
        }
    }
}

/// Where the half of a field that no value can hold is kept. What is a line of words is kept where the terminal keeps
/// lines that are being typed, so that each goes on with the other's.
pub fn half_key(response: &str, field: &str, kind: &FieldInput) -> String {
    match kind {
        FieldInput::Grid(_) | FieldInput::Steps { .. } => format!("half {response} {field}"),
        _ => format!("form {response} {field}"),
    }
}

/// Forgets whatever is kept beside the run of the form of a response.
pub fn forget(play: &mut Play, response: &str) {
    let pending = &mut play.keep.pending;
    let of_form = [format!("half {response} "), format!("form {response} ")];
    pending.forms.remove(response);
    pending.lines.retain(|key, _| !of_form.iter().any(|begins| key.starts_with(begins)));
    play.keep.keep_pending();
}
