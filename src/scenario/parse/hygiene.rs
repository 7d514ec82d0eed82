//! Whether the bytes are a text at all, and hold nothing that a reader can't see.
//!
//! Refused everywhere, in texts and comments too: control characters, characters that turn the direction of writing
//! (they make a line read otherwise than it says), and line ends that ron doesn't know. What is only wrong outside
//! texts, such as smart quotes, is `syntax`'s business.

use super::codes;
use super::scan::{Kind, Token};
use super::words::thousands;
use crate::diag::Diagnostic;
use crate::source::Source;

/// The largest file that is looked at, whatever it is.
const MOST_BYTES: usize = 16 << 20;
/// More findings of one kind than this are told as one: a binary file would have thousands.
const ENOUGH: usize = 5;
const MOST_ESCAPES: usize = 20;

/// Reads the bytes of a file as text. With findings, the text is what could be read of it, so that they can be shown.
pub(super) fn decode(name: &str, bytes: Vec<u8>) -> (Source, Vec<Diagnostic>) {
    let refuse = |text: String, code, message: String, help: &str| {
        let finding = Diagnostic::error(code, name, 0..0, message).with_help(help);
        (Source::new(name, text), vec![finding])
    };
    if bytes.len() > MOST_BYTES {
        let message =
            format!("the file has {} bytes, and the largest that is read has 16 MiB", thousands(bytes.len()));
        return refuse(String::new(), codes::TOO_LARGE, message, "Is this the right file?");
    }
    if let Some((what, text)) = utf16(&bytes) {
        let message = format!("the file is saved as {what}, and has to be UTF-8");
        return refuse(
            text,
            codes::UTF16,
            message,
            "Save it again with the encoding UTF-8. Nothing else need change.",
        );
    }
    match String::from_utf8(bytes) {
        Ok(text) => (Source::new(name, text), Vec::new()),
        Err(error) => {
            let bytes = error.as_bytes();
            let valid = error.utf8_error().valid_up_to();
            let bad = bytes.get(valid).copied().unwrap_or_default();
            let source = Source::new(name, String::from_utf8_lossy(bytes));
            // A byte-order mark was left out of the source.
            let at = valid - if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
            let meant =
                windows_1252(bad).map(|c| format!(" (`{c}` in the encoding Windows-1252)")).unwrap_or_default();
            let finding = Diagnostic::error(
                codes::NOT_UTF8,
                name,
                at..at + '\u{fffd}'.len_utf8(),
                format!("line {} holds the byte {bad:02X}, which is no UTF-8{meant}", source.position(at).line),
            )
            .with_help(
                "Save the file again with the encoding UTF-8, then look whether this line is as you wrote it.",
            );
            (source, vec![finding])
        }
    }
}

/// The name of a two-byte or four-byte encoding, and what can be read in it.
fn utf16(bytes: &[u8]) -> Option<(&'static str, String)> {
    let (name, big) = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return Some(("UTF-32", String::new())),
        [0xff, 0xfe, ..] => ("UTF-16", false),
        [0xfe, 0xff, ..] => ("UTF-16", true),
        // Without a mark: Latin letters leave every second byte at nought.
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => ("UTF-16", true),
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => ("UTF-16", false),
        _ => return None,
    };
    let units = bytes.chunks_exact(2).map(|pair| match (pair, big) {
        ([a, b], true) => u16::from_be_bytes([*a, *b]),
        ([a, b], false) => u16::from_le_bytes([*a, *b]),
        _ => 0,
    });
    let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Some((name, text))
}

/// What a byte above ASCII is in the encoding that Windows editors use, where it is likely to be met.
fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80 => Some('€'),
        0x85 => Some('…'),
        0x91 => Some('‘'),
        0x92 => Some('’'),
        0x93 => Some('“'),
        0x94 => Some('”'),
        0x96 => Some('–'),
        0x97 => Some('—'),
        0xa3..=0xff => Some(char::from(byte)),
        _ => None,
    }
}

/// Says that a file is larger than its kind may be.
pub(super) fn too_large(source: &Source, what: &str, most: usize) -> Diagnostic {
    let bytes = thousands(source.text.len());
    let message = format!("the file has {bytes} bytes, and a {what} may have at most {}", thousands(most));
    Diagnostic::error(codes::TOO_LARGE, &source.name, 0..0, message).with_help("Is this the right file?")
}

/// Characters that no file may hold, anywhere. Also, whether there is no use in reading on.
pub(super) fn characters(source: &Source) -> (Vec<Diagnostic>, bool) {
    let text = &source.text;
    if text.bytes().all(|byte| matches!(byte, 0x20..0x7f | b'\n' | b'\t')) {
        return (Vec::new(), false);
    }
    let mut found = Vec::new();
    let mut refused = Vec::new();
    let mut returned = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c == '\r' {
            if !returned && text.as_bytes().get(end) != Some(&b'\n') {
                returned = true;
                found.push(
                    Diagnostic::error(
                        codes::LONE_RETURN,
                        &source.name,
                        at..at,
                        "this line ends with a lone carriage return, which ends no line here",
                    )
                    .with_help("Save the file with line ends LF or CRLF."),
                );
            }
        } else if let Some(what) = forbidden(c) {
            refused.push((at..end, c, what));
        }
    }
    let hopeless = returned || refused.len() > ENOUGH;
    if refused.len() > ENOUGH {
        let count = thousands(refused.len());
        if let Some((range, c, what)) = refused.into_iter().next() {
            let mut first = refuse(source, range, c, what);
            first.message = format!("{}: the first of {count} such", first.message);
            found.push(first);
        }
    } else {
        found.extend(refused.into_iter().map(|(range, c, what)| refuse(source, range, c, what)));
    }
    (found, hopeless)
}

/// Characters that no text may hold, written as escapes: `\u{202e}`, `\x1b`, `\0`.
pub(super) fn escapes(source: &Source, token: Token, found: &mut Vec<Diagnostic>) {
    if token.kind != Kind::Text || !token.text(&source.text).as_bytes().contains(&b'\\') {
        return;
    }
    let text = token.text(&source.text);
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let rest = &text[at + 1..];
        let digits = match chars.next() {
            Some((_, '0')) => Some(("0", 2)),
            Some((_, 'x')) => rest.get(1..3).map(|digits| (digits, 4)),
            Some((_, 'u')) => rest
                .get(1..)
                .and_then(|rest| rest.strip_prefix('{'))
                .and_then(|rest| rest.split_once('}'))
                .map(|(digits, _)| (digits, digits.len() + 4)),
            _ => None,
        };
        let Some((digits, length)) = digits else { continue };
        let Some(c) = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32) else { continue };
        if let Some(what) = forbidden(c)
            && found.len() < MOST_ESCAPES
        {
            let start = token.start + at;
            found.push(refuse(source, start..start + length, c, what));
        }
    }
}

fn refuse(source: &Source, range: std::ops::Range<usize>, c: char, what: &str) -> Diagnostic {
    let direction = what.contains("direction");
    let (code, help) = if direction {
        (codes::DIRECTION, "Delete it: it can make a line read otherwise than it says.")
    } else {
        (codes::CONTROL, "Delete it. If there are many, the file may be damaged, or no text at all.")
    };
    let message = format!("here stands {what} (U+{:04X}), which can't be seen", u32::from(c));
    Diagnostic::error(code, &source.name, range, message).with_help(help)
}

/// What a character is that can't be let through.
pub(super) const fn forbidden(c: char) -> Option<&'static str> {
    match c {
        '\0' => Some("a NUL character"),
        '\u{1b}' => Some("an escape character"),
        '\t' | '\n' | '\r' => None,
        '\u{1}'..='\u{1f}' | '\u{7f}' | '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}' => Some("a control character"),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => Some("a mark of the direction of writing"),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some("a character that turns the direction of writing"),
        _ => None,
    }
}
