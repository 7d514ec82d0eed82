//! Going round the parts of a screen with F6: each part says where its first stop is.

use egui::{Context, Id, Ui};

/// Where the list of parts of the pass lies.
fn list() -> Id {
    Id::new("panes")
}

/// The parts of a screen in the order of the eye, with their first stops: of the last pass and of this one.
#[derive(Debug, Clone, Default)]
struct Panes {
    pass: u64,
    now: Vec<Id>,
    before: Vec<Id>,
}

/// Says that a part of the screen begins with this widget.
pub fn begins(ui: &Ui, first: Id) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let panes = data.get_temp_mut_or_default::<Panes>(list());
        if panes.pass != pass {
            panes.before = std::mem::take(&mut panes.now);
            panes.pass = pass;
        }
        panes.now.push(first);
    });
}

/// Gives the focus to the first stop of the next part, or of the one before.
pub fn go_round(ctx: &Context, step: isize) {
    let panes: Panes = ctx.data(|data| data.get_temp(list())).unwrap_or_default();
    let stops = if panes.now.is_empty() { panes.before } else { panes.now };
    if stops.is_empty() {
        return;
    }
    let at_id = list().with("at");
    let at: usize = ctx.data(|data| data.get_temp(at_id)).unwrap_or(stops.len() - 1);
    // Where the focus is says more than where it was sent last.
    let focused = ctx.memory(|memory| memory.focused());
    let at = stops.iter().position(|stop| Some(*stop) == focused).unwrap_or(at);
    let to = (at as isize + step).rem_euclid(stops.len() as isize) as usize;
    ctx.data_mut(|data| data.insert_temp(at_id, to));
    ctx.memory_mut(|memory| memory.request_focus(stops[to]));
    ctx.request_repaint();
}
