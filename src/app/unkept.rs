//! What is being written and is not kept yet: it is kept once nothing was changed for a second.
//!
//! Forms, answers and a reviewer's remarks all do it so.

use std::time::Duration;

use egui::Context;

/// Seconds without a change, after which what is written is kept.
const QUIET: f64 = 1.0;

/// When something was last changed that is not kept yet, in seconds of the window; nothing if all of it is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Unkept(Option<f64>);

impl Unkept {
    /// Something was changed.
    pub const fn touched(&mut self, now: f64) {
        self.0 = Some(now);
    }

    /// All of it is kept.
    pub const fn kept(&mut self) {
        self.0 = None;
    }

    /// Whether it is to be kept now; asks for another pass when it will be.
    #[must_use]
    pub fn wants_keeping(&self, ctx: &Context) -> bool {
        let Some(changed) = self.0 else { return false };
        let left = QUIET - (ctx.input(|input| input.time) - changed);
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        left <= 0.0
    }
}
