//! What a screen reader asks for, brought back to egui.
//!
//! bevy_egui sends the tree of names and roles out, and drops what comes back: it is read here and given to the egui
//! that is about to begin its pass.

use bevy::a11y::{AccessibilityRequested, ActionRequest};
use bevy::prelude::*;
use bevy_egui::{EguiInput, EguiInputSet, EguiPreUpdateSet};

/// Adds the way back.
pub fn plug_in(app: &mut App) {
    app.add_systems(PreUpdate, bring_back.after(EguiInputSet::WriteEguiEvents).before(EguiPreUpdateSet::BeginPass));
}

fn bring_back(mut asked: MessageReader<ActionRequest>, mut inputs: Query<&mut EguiInput>) {
    for request in asked.read() {
        for mut input in &mut inputs {
            input.events.push(bevy_egui::egui::Event::AccessKitActionRequest(request.0.clone()));
        }
    }
}

/// Whether something reads the screen: what it asks for does not wake the loop, so that it is looked for.
#[must_use]
pub fn is_read(requested: &AccessibilityRequested) -> bool {
    requested.get()
}
