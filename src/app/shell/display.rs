//! No display, no graphics, a driver that fails: said plainly, with the way to play without a window.

use std::io::Write as _;
use std::panic;

use super::timings::FirstFrame;
use crate::cli::Exit;
use crate::text::{Catalogue, Message};

/// Looks whether there is a display at all, before anything tries to open a window.
///
/// # Errors
/// That there is none, in words.
pub fn look() -> Result<(), Message> {
    let unix = cfg!(all(unix, not(target_os = "macos")));
    let named = |variable: &str| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    if unix && !named("DISPLAY") && !named("WAYLAND_DISPLAY") && !named("WAYLAND_SOCKET") {
        return Err(Message::new("app-no-display"));
    }
    Ok(())
}

/// Whatever fails before the first frame is on the screen ends the program with words that help, not with a trace.
pub fn speak_plainly(_: &FirstFrame) {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if FirstFrame::is_shown() {
            return usual(info);
        }
        let why = first_words(info.payload_as_str().unwrap_or_default());
        let words = Catalogue::english().say(&Message::new("app-no-window").with("why", why));
        let _ = writeln!(std::io::stderr(), "{words}");
        std::process::exit(Exit::Trouble as i32);
    }));
}

/// The first words of what a library says as it gives up: what comes behind them is for its own authors.
fn first_words(said: &str) -> String {
    let words = said.lines().next().unwrap_or_default();
    words.split(['(', '{', '!', ':', '.']).next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn what_a_library_says_is_cut_to_what_helps() {
        assert_eq!(first_words("Unable to find a GPU! Make sure that"), "Unable to find a GPU");
        let event_loop = "Failed to build event loop: Os(OsError { line: 788, file: \"mod.rs\" })";
        assert_eq!(first_words(event_loop), "Failed to build event loop");
        assert_eq!(first_words(""), "");
    }
}
