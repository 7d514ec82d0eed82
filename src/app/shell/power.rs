//! Power: the loop sleeps until something happens. An idle window uses no CPU.
//!
//! egui says how long it can wait (a caret that blinks, a draft to be kept after a second); the loop waits exactly so
//! long. While a screen reader is there, the loop looks ten times a second for what it asks.

use std::sync::Mutex;
use std::time::Duration;

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::EguiContexts;

/// How often what a screen reader asks for is looked for.
const READ: Duration = Duration::from_millis(100);

/// The longest sleep. A wait for ever would do, but the loop keeps the alarm that was set before when it is told so,
/// and wakes at once for one that has passed.
const LONGEST: Duration = Duration::from_secs(3600);

/// How long egui said that it can wait, in the pass that is going on; nothing if it did not say.
static WAIT: Mutex<Option<Duration>> = Mutex::new(None);

/// Sleeps until something happens.
#[must_use]
pub fn asleep() -> WinitSettings {
    let mode = UpdateMode::reactive_low_power(LONGEST);
    WinitSettings { focused_mode: mode, unfocused_mode: mode }
}

/// Adds what sets the alarm.
pub fn plug_in(app: &mut App) {
    app.add_systems(PreUpdate, listen);
    app.add_systems(Last, set_alarm);
}

/// Has egui say how long it can wait.
fn listen(mut contexts: EguiContexts, mut listening: Local<bool>) {
    if std::mem::replace(&mut *listening, true) {
        return;
    }
    let Ok(ctx) = contexts.ctx_mut() else {
        *listening = false;
        return;
    };
    ctx.set_request_repaint_callback(|info| {
        if let Ok(mut wait) = WAIT.lock() {
            *wait = Some(wait.map_or(info.delay, |wait| wait.min(info.delay)));
        }
    });
}

/// Sets the alarm by what egui said in this pass.
fn set_alarm(
    mut settings: ResMut<WinitSettings>,
    requested: Option<Res<AccessibilityRequested>>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let said = WAIT.lock().ok().and_then(|mut wait| wait.take());
    let mut wait = said.unwrap_or(LONGEST).min(LONGEST);
    if wait.is_zero() {
        redraw.write(RequestRedraw);
    }
    if requested.is_some_and(|requested| super::access::is_read(&requested)) {
        wait = wait.min(READ);
    }
    let mode = UpdateMode::reactive_low_power(wait.max(Duration::from_millis(1)));
    if settings.focused_mode != mode {
        settings.focused_mode = mode;
        settings.unfocused_mode = mode;
    }
}
