//! Single signs: what is a number, what may be escaped in a text, and what an author means by a sign that RON has not.

use std::ops::Range;

use super::codes;
use super::scan::Token;
use crate::diag::Code;

/// Faults of one text that are told.
const ENOUGH: usize = 20;

/// True if ron would read these characters as one number.
pub(super) fn is_number(written: &str) -> bool {
    let digits = written.trim_start_matches(['+', '-']);
    if matches!(digits, "inf" | "NaN") {
        return true;
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(rest) = digits.strip_prefix(prefix) {
            return !rest.is_empty() && rest.chars().all(|c| c == '_' || c.is_digit(radix));
        }
    }
    let (digits, _) = cut_suffix(digits);
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (digits, None),
    };
    let whole = |text: &str| text.chars().all(|c| c == '_' || c.is_ascii_digit());
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_digit = before.contains(|c: char| c.is_ascii_digit()) || after.contains(|c: char| c.is_ascii_digit());
    let exponent_fits = exponent.is_none_or(|text| {
        let text = text.strip_prefix(['+', '-']).unwrap_or(text);
        !text.is_empty() && whole(text)
    });
    has_digit && whole(before) && whole(after) && exponent_fits
}

/// A number without the type that may stand at its end.
pub(super) fn cut_suffix(digits: &str) -> (&str, &str) {
    for suffix in ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64"] {
        if let Some(rest) = digits.strip_suffix(suffix) {
            return (rest, suffix);
        }
    }
    (digits, "")
}

/// Backslashes in a text that begin nothing known: where, what is wrong, what to write.
pub(super) fn bad_escapes(all: &str, token: Token) -> Vec<(Range<usize>, String, String)> {
    let text = token.text(all);
    let mut bad = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let Some((next_at, next)) = chars.next() else { break };
        let after = next_at + next.len_utf8();
        let rest = &text[after..];
        let hex = |digits: &str| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_hexdigit());
        let fits = match next {
            '"' | '\'' | '\\' | 'n' | 'r' | 't' | '0' | '\n' => true,
            '\r' => rest.starts_with('\n'),
            'x' => rest.get(..2).is_some_and(hex),
            'u' => rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).is_some_and(|(digits, _)| {
                digits.len() <= 6
                    && hex(digits)
                    && u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).is_some()
            }),
            _ => false,
        };
        if fits {
            continue;
        }
        let help = match next {
            'x' | 'u' => "A character by its number is written `\\u{e9}`. A backslash itself is written `\\\\`.",
            _ => "A backslash itself is written `\\\\`. It may come before `\"`, `n`, `t` and `u{..}`.",
        };
        let shown = if next.is_control() { next.escape_default().to_string() } else { next.to_string() };
        let message = format!("`\\{shown}` stands for no character");
        bad.push((token.start + at..token.start + after, message, help.to_owned()));
        if bad.len() >= ENOUGH {
            break;
        }
    }
    bad
}

/// True if a comma, a name and a colon stand in a text: `, via: `. Prose has them seldom, a text that lacks its closing
/// mark nearly always.
pub(super) fn has_swallowed_a_field(text: &str) -> bool {
    text.match_indices(',').any(|(at, _)| {
        let rest = text[at + 1..].trim_start();
        let name = rest.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit());
        name.len() < rest.len() && name.starts_with(':')
    })
}

/// The marks that end a text begun with this one, if it is a mark of quotation.
pub(super) const fn closing_quote(open: char) -> Option<&'static [char]> {
    match open {
        '\'' => Some(&['\'']),
        '“' | '”' | '„' | '‟' => Some(&['”', '“']),
        '‘' | '’' | '‚' => Some(&['’', '‘']),
        '«' => Some(&['»']),
        '»' => Some(&['«']),
        '`' | '´' => Some(&['`', '´']),
        _ => None,
    }
}

/// What is wrong with a sign outside texts, and what to write.
pub(super) fn explain(c: char) -> (Code, String, &'static str) {
    let plain = match c {
        '，' | '、' => Some(','),
        '：' => Some(':'),
        '；' => Some(';'),
        '（' => Some('('),
        '）' => Some(')'),
        '［' => Some('['),
        '］' => Some(']'),
        '｛' => Some('{'),
        '｝' => Some('}'),
        '–' | '—' | '−' | '‐' | '‑' => Some('-'),
        '″' | '＂' => Some('"'),
        '…' => Some('.'),
        _ => None,
    };
    let number = u32::from(c);
    if let Some(plain) = plain {
        let message = format!("`{c}` (U+{number:04X}) only looks like `{plain}`");
        return (codes::ODD_CHARACTER, message, "Write the plain sign of the keyboard.");
    }
    if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}') {
        let message = format!("here stands a space that is no ordinary one (U+{number:04X})");
        return (codes::ODD_CHARACTER, message, "Delete it, and write an ordinary space if one is needed.");
    }
    let help = match c {
        '&' => "Two conditions that must both hold are written `All(Seen(\"a\"), Is(\"b\"))`.",
        '|' => "Two conditions of which one must hold are written `Any(Seen(\"a\"), Is(\"b\"))`.",
        '!' => "What must not hold is written `Not(Seen(\"a\"))`.",
        '<' | '>' => "Counters are compared with `AtLeast(\"counter\", 2)` and `AtMost(\"counter\", 2)`.",
        '=' => "A field and its value have a colon between them: `minutes: 15`.",
        '%' => "Odds are written as a part of one: 0.25, not 25%.",
        '+' => "Texts can't be joined: write one text. It may go on over several lines.",
        '/' | '#' => "A comment begins with `//`.",
        '*' | '_' | '~' => "Text is plain: there is no markup.",
        '£' | '€' | '$' => "Sums of money stand inside texts.",
        _ => "Take it out, or put the text that it belongs to in quotation marks.",
    };
    let shown: String = if c.is_control() { format!("U+{number:04X}") } else { c.to_string() };
    (codes::SIGN, format!("`{shown}` means nothing here"), help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_ron_reads_them() {
        for number in
            ["1", "-2", "+3", "1_000", "0x1F", "0b01", "1.5", ".5", "5.", "1e5", "1.5e-3", "3u8", "-inf", "NaN"]
        {
            assert!(is_number(number), "{number}");
        }
        for other in ["5min", "1.2.3", "0x", "1e", "10h30", "-", "..", "0b2", "1..5"] {
            assert!(!is_number(other), "{other}");
        }
    }
}
