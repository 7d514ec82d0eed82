//! `defensible play` alone: the scenarios at hand, and how to play one.

use std::io;
use std::path::Path;

use super::Exit;
use super::play::Io;
use super::term::Term;
use crate::desk::library::Card;
use crate::sitting::cards;
use crate::text::Message;

/// Lists the scenarios.
///
/// # Errors
/// If nothing can be written.
pub fn run(scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let (cards, unreadable) = match cards::cards(scenarios) {
        Ok(all) => all,
        Err(trouble) => {
            io.complain(&trouble)?;
            return Ok(Exit::Trouble);
        }
    };
    {
        let mut term = Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false);
        term.tell("library-about")?;
        for card in &cards {
            show(&mut term, card)?;
        }
        term.gap()?;
        if let Some(first) = cards.first() {
            term.say(&Message::new("library-how").with("scenario", &first.slug))?;
        }
    }
    io.out.flush()?;
    let exit = if unreadable.is_empty() { Exit::Clean } else { Exit::Findings };
    for message in unreadable {
        io.complain(&message)?;
    }
    Ok(exit)
}

fn show(term: &mut Term<'_>, card: &Card) -> io::Result<()> {
    term.heading(&card.slug)?;
    let line = match &card.one_line {
        Some(line) => Message::new("library-title").with("title", &card.title).with("line", line),
        None => Message::verbatim(&card.title),
    };
    let mut lines = vec![line, card.length.clone(), card.place.clone(), card.reviews.clone()];
    if card.content.is_empty() {
        lines.extend(card.no_content.clone());
    } else {
        let notes = card.content.iter().map(|note| note.trim_end_matches('.').to_owned()).collect::<Vec<_>>();
        lines.push(Message::new("library-content").with("content", notes.join("; ")));
    }
    for variant in &card.variants {
        lines.push(
            Message::new("library-variant")
                .with("id", &variant.id)
                .with("title", variant.title.clone())
                .with("rules", variant.rules.clone()),
        );
    }
    for line in &lines {
        let text = term.words.say(line);
        term.indented(&text, 2, 4)?;
    }
    Ok(())
}
