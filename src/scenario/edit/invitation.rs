//! An `invitation.ron` as it is written.

use super::Unchanged;
use super::page::STEP;
use super::quoted::quoted;
use crate::scenario::parse;
use crate::scenario::raw::Invitation;
use crate::source::Source;

/// The text of an invitation, which is read back exactly.
///
/// # Errors
/// If something in it can't be written.
pub fn invitation(invitation: &Invitation) -> Result<String, Unchanged> {
    let Invitation { format, scenario, to, by } = invitation;
    let by = by.as_deref().map_or_else(String::new, |by| format!("{STEP}by: {},\n", quoted(by)));
    let text = format!(
        "// Whoever plays the scenario in this folder is a reviewer. READ-ME-FIRST.txt says what that means.\n\
         Invitation(\n{STEP}format: {format}, scenario: {},\n{STEP}to: {},\n{by})\n",
        quoted(scenario),
        quoted(to)
    );
    if let Some(character) = text.chars().find(|c| parse::is_forbidden(*c)) {
        return Err(Unchanged::Unwritable { character });
    }
    match parse::invitation(&Source::new("invitation.ron", text.as_str())) {
        Ok(read) if read == *invitation => Ok(text),
        Ok(_) => Err(Unchanged::WentWrong { found: Vec::new() }),
        Err(found) => Err(Unchanged::WentWrong { found }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for to in ["The panel's keeper, panel@example.org", "A \"quoted\" name\\", "two\nlines"] {
            let by = Some("2026-12-20".to_owned());
            let one = Invitation { format: 1, scenario: "monday".to_owned(), to: to.to_owned(), by };
            assert!(invitation(&one).unwrap().contains("by: \"2026-12-20\""));
        }
        let none = Invitation { format: 1, scenario: "monday".to_owned(), to: "\u{202e}".to_owned(), by: None };
        assert_eq!(invitation(&none), Err(Unchanged::Unwritable { character: '\u{202e}' }));
    }
}
