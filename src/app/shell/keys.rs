//! Keys as they were pressed.
//!
//! bevy_egui gives every key of a frame the modifiers that are held at its end, says of no key that it repeats, and says
//! in each frame that the modifiers changed. On a slow machine a quick Ctrl+K comes and goes within a frame and would be
//! a k; a key that is held down would do its act again and again; and the last would keep the window awake for ever. All
//! three are put right here, before the pass begins.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardFocusLost, KeyboardInput};
use bevy::prelude::*;
use bevy_egui::egui::{self, Event, Modifiers};
use bevy_egui::{EguiInput, EguiInputSet, EguiPreUpdateSet, helpers};

/// Adds what puts keys right.
pub fn plug_in(app: &mut App) {
    app.add_systems(PreUpdate, put_right.after(EguiInputSet::WriteEguiEvents).before(EguiPreUpdateSet::BeginPass));
}

/// A key with what was held as it went down or up.
#[derive(Debug, Clone, PartialEq)]
struct Typed {
    key: Option<egui::Key>,
    pressed: bool,
    repeat: bool,
    with: Modifiers,
    /// The letter that it writes by itself.
    letter: Option<String>,
}

fn put_right(
    mut typed: MessageReader<KeyboardInput>,
    mut lost: MessageReader<KeyboardFocusLost>,
    mut held: Local<Modifiers>,
    mut said: Local<Modifiers>,
    mut inputs: Query<&mut EguiInput>,
) {
    if lost.read().next().is_some() {
        *held = Modifiers::NONE;
    }
    let keys: Vec<Typed> = typed.read().map(|input| read(input, &mut held)).collect();
    for mut input in &mut inputs {
        mend(&mut input.events, &keys, &mut said);
    }
}

/// Reads a key, and keeps account of what is held.
fn read(input: &KeyboardInput, held: &mut Modifiers) -> Typed {
    let pressed = input.state == ButtonState::Pressed;
    match input.logical_key {
        Key::Shift => held.shift = pressed,
        Key::Alt => held.alt = pressed,
        Key::Control => {
            held.ctrl = pressed;
            if !cfg!(target_os = "macos") {
                held.command = pressed;
            }
        }
        Key::Super | Key::Meta if cfg!(target_os = "macos") => {
            held.mac_cmd = pressed;
            held.command = pressed;
        }
        _ => {}
    }
    let letter = match &input.logical_key {
        Key::Character(letter) => Some(letter.to_string()),
        Key::Space => Some(" ".to_owned()),
        _ => None,
    };
    let logical = helpers::bevy_to_egui_key(&input.logical_key);
    let key = logical.or_else(|| helpers::bevy_to_egui_physical_key(&input.key_code));
    Typed { key, pressed, repeat: input.repeat, with: *held, letter }
}

/// Gives each key what was held with it, takes out letters that were no letters, and says of the modifiers only what
/// changed.
fn mend(events: &mut Vec<Event>, keys: &[Typed], said: &mut Modifiers) {
    let mut keys_left: Vec<&Typed> = keys.iter().collect();
    for event in events.iter_mut() {
        let Event::Key { key, pressed, repeat, modifiers, .. } = event else { continue };
        let found = keys_left.iter().position(|typed| typed.key == Some(*key) && typed.pressed == *pressed);
        if let Some(at) = found {
            let typed = keys_left.remove(at);
            *modifiers = typed.with;
            *repeat = typed.repeat;
        }
    }
    for typed in keys {
        // Ctrl and Alt together write signs on many keyboards.
        let commands = typed.with.command && !typed.with.alt;
        if let (true, true, Some(letter)) = (typed.pressed, commands, &typed.letter)
            && let Some(at) = events.iter().position(|event| matches!(event, Event::Text(text) if text == letter))
        {
            events.remove(at);
        }
    }
    events.retain(|event| match event {
        Event::ModifiersChanged(now) => std::mem::replace(said, *now) != *now,
        _ => true,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: egui::Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    fn typed(of: egui::Key, pressed: bool, with: Modifiers, letter: &str) -> Typed {
        Typed { key: Some(of), pressed, repeat: false, with, letter: Some(letter.to_owned()) }
    }

    #[test]
    fn a_quick_ctrl_k_is_no_letter() {
        let mut events = vec![Event::Text("k".into()), key(egui::Key::K, true), key(egui::Key::K, false)];
        let keys =
            [typed(egui::Key::K, true, Modifiers::CTRL, "k"), typed(egui::Key::K, false, Modifiers::NONE, "k")];
        let keys = keys.map(|mut one| {
            one.with.command = one.with.ctrl;
            one
        });
        mend(&mut events, &keys, &mut Modifiers::NONE.clone());
        assert_eq!(events.len(), 2, "{events:?}");
        assert!(matches!(events[0], Event::Key { pressed: true, modifiers, .. } if modifiers.ctrl));
        assert!(matches!(events[1], Event::Key { pressed: false, modifiers, .. } if !modifiers.ctrl));
    }

    #[test]
    fn a_letter_stays_a_letter_and_a_key_that_is_held_repeats() {
        let mut events = vec![Event::Text("g".into()), key(egui::Key::G, true)];
        let mut held = typed(egui::Key::G, true, Modifiers::NONE, "g");
        held.repeat = true;
        mend(&mut events, &[held], &mut Modifiers::NONE.clone());
        assert!(matches!(&events[0], Event::Text(text) if text == "g"));
        assert!(matches!(events[1], Event::Key { repeat: true, .. }));
    }

    #[test]
    fn that_modifiers_changed_is_said_only_when_they_did() {
        let mut said = Modifiers::NONE;
        let mut events = vec![Event::ModifiersChanged(Modifiers::NONE)];
        mend(&mut events, &[], &mut said);
        assert!(events.is_empty());
        let mut events = vec![Event::ModifiersChanged(Modifiers::SHIFT)];
        mend(&mut events, &[], &mut said);
        assert_eq!(events.len(), 1);
        assert_eq!(said, Modifiers::SHIFT);
    }
}
