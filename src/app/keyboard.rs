//! Keys to acts: the keys of [`super::named`], where nothing is being written.

use egui::{Context, EventFilter, Id, Key, KeyboardShortcut, Modifiers, Popup};

use super::named;
use super::office::Office;

/// Whether keys mean letters now: something is being written.
#[must_use]
pub fn is_writing(ctx: &Context) -> bool {
    ctx.text_edit_focused()
}

/// Keeps arrows with whatever has the focus: egui would jump by them to what lies nearest, out of a list or to nothing.
pub(super) fn keep_arrows(ctx: &Context, focused: Option<Id>) {
    let Some(focused) = focused.filter(|_| !is_writing(ctx)) else { return };
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ctx.memory_mut(|memory| memory.set_focus_lock_filter(focused, arrows));
}

/// Whether keys work while something is being written: those with Ctrl or Alt, and those that are no letters.
fn works_while_writing(keys: &KeyboardShortcut) -> bool {
    keys.modifiers.ctrl
        || keys.modifiers.command
        || keys.modifiers.alt
        || matches!(keys.logical_key, Key::Escape | Key::F1 | Key::F6)
}

impl Office {
    /// Puts down the acts whose keys were pressed.
    pub(super) fn keys(&mut self, ctx: &Context) {
        let writing = is_writing(ctx);
        // What lies over the screen takes the keys of the screen; Esc and a few others still mean the same.
        let covered = self.over.is_some();
        // A menu that is open closes by itself at Esc, and nothing else does.
        let menu = Popup::is_any_open(ctx);
        // Ctrl+Q while Alt+Q is pressed must not be taken for it: the ones with more modifiers come first.
        let mut list = named::named(self);
        list.sort_by_key(|one| {
            one.keys.map_or(0, |keys| {
                let held = [keys.modifiers.ctrl, keys.modifiers.alt, keys.modifiers.shift];
                -held.into_iter().map(i32::from).sum::<i32>()
            })
        });
        for one in list {
            let Some(keys) = one.keys else { continue };
            if writing && !works_while_writing(&keys) {
                continue;
            }
            if menu && matches!(keys.logical_key, Key::Escape) {
                continue;
            }
            if covered && !matches!(keys.logical_key, Key::Escape) && keys.modifiers == Modifiers::NONE {
                continue;
            }
            if pressed(ctx, &keys) {
                self.acts.push(one.act);
                // What is pressed at once is one act: a page may be gone after it.
                return;
            }
        }
    }
}

/// Whether keys were pressed, and takes them: exactly these, with no modifier more.
fn pressed(ctx: &Context, keys: &KeyboardShortcut) -> bool {
    ctx.input_mut(|input| {
        let at = input.events.iter().position(|event| {
            matches!(event, egui::Event::Key { key, pressed: true, repeat: false, modifiers, .. }
                if *key == keys.logical_key && fits(keys, *modifiers))
        });
        at.map(|at| {
            input.events.remove(at);
            // The letter that the same key writes is not for a field that opens with it.
            input.events.retain(|event| !matches!(event, egui::Event::Text(_)));
        })
        .is_some()
    })
}

/// Shift may be needed to reach a sign such as `?`.
fn fits(keys: &KeyboardShortcut, held: Modifiers) -> bool {
    let ctrl = keys.modifiers.ctrl || keys.modifiers.command;
    let shift = keys.logical_key == Key::Questionmark || held.shift == keys.modifiers.shift;
    (held.ctrl || held.command) == ctrl && held.alt == keys.modifiers.alt && shift
}
