//! How long the first frame took, from the start of the program to the frame that was handed to the screen; and at the
//! end, how long our own part of a frame took.

use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::{Render, RenderApp, RenderSystems};

/// When the program began.
static BEGAN: OnceLock<Instant> = OnceLock::new();

/// Something was drawn for the first time, and is on its way to the screen.
static DRAWN: AtomicBool = AtomicBool::new(false);

/// The first frame is on the screen.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// How long our own part of each frame took, while that is wanted.
static PASSES: Mutex<Option<Vec<Duration>>> = Mutex::new(None);

/// The first frame, before it is there.
#[derive(Debug, Clone, Copy)]
pub struct FirstFrame {
    print: bool,
}

impl FirstFrame {
    /// Begins to count.
    #[must_use]
    pub fn begin(print: bool) -> Self {
        BEGAN.get_or_init(Instant::now);
        if let (true, Ok(mut passes)) = (print, PASSES.lock()) {
            *passes = Some(Vec::new());
        }
        Self { print }
    }

    /// Whether it is on the screen.
    #[must_use]
    pub fn is_shown() -> bool {
        SHOWN.load(Ordering::Relaxed)
    }

    /// Adds what notes it, at the end of the renderer's frame.
    pub fn plug_in(self, app: &mut App) {
        let Some(render) = app.get_sub_app_mut(RenderApp) else { return };
        let print = self.print;
        let note = move || {
            if DRAWN.load(Ordering::Relaxed) && !SHOWN.swap(true, Ordering::Relaxed) && print {
                let took = BEGAN.get().map_or(0, |began| began.elapsed().as_millis());
                // For whoever measures: a line on standard error.
                let _ = writeln!(std::io::stderr(), "first frame: {took} ms");
            }
        };
        render.add_systems(Render, note.in_set(RenderSystems::Cleanup));
    }
}

/// The office has drawn something, and took so long for it.
pub fn drawn(took: Duration) {
    DRAWN.store(true, Ordering::Relaxed);
    if let Ok(mut passes) = PASSES.lock()
        && let Some(passes) = passes.as_mut()
    {
        passes.push(took);
    }
}

/// Prints how long our own part of the frames took, if that was wanted.
pub fn sum_up() {
    let Some(mut passes) = PASSES.lock().ok().and_then(|mut passes| passes.take()) else { return };
    passes.sort_unstable();
    let at = |share: usize| passes.get(passes.len().saturating_sub(1) * share / 100).copied().unwrap_or_default();
    let ms = |took: Duration| took.as_secs_f64() * 1000.0;
    let (count, half, most, longest) = (passes.len(), ms(at(50)), ms(at(99)), ms(at(100)));
    let _ = writeln!(
        std::io::stderr(),
        "our own part of {count} frames: median {half:.1} ms, 99th of 100 {most:.1} ms, longest {longest:.1} ms"
    );
}
