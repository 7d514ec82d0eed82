//! Diagnostics as a person reads them in a terminal, and as a program reads them.
//!
//! Each begins `file:line:column: error[D0102]: message`, so that editors and scripts find the place; then come the
//! lines of the file with marks, and what to write. JSON has a version, and only ever gains fields.

use annotate_snippets::renderer::{AnsiColor, DecorStyle, Effects, Style};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::ops::Range;

use crate::diag::{Diagnostic, Label, Severity};
use crate::source::Source;

/// The version of the JSON.
const VERSION: u32 = 1;
/// Columns of a terminal that has not been made wider.
const WIDTH: usize = 80;
/// Bytes of a line that is drawn in part.
const LONG: usize = 2_000;
/// Columns of the longest mark.
const MARK: usize = 40;
/// Further away than this, another label is named by its line and not drawn.
const NEAR: usize = 12;

/// Draws diagnostics, and sums them up in the last line. Nothing if there are none.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &[&Source], colour: bool) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        one(&mut out, diagnostic, find(sources, &diagnostic.file), Paint { colour });
        out.push('\n');
    }
    if !diagnostics.is_empty() {
        out.push_str(&sum(diagnostics));
        out.push('\n');
    }
    out
}

/// The same for programs: `{"version": 1, "findings": [..]}`. Lines and columns count from 1, columns in characters.
#[must_use]
pub fn render_json(diagnostics: &[Diagnostic], sources: &[&Source]) -> String {
    let findings: Vec<Value> = diagnostics.iter().map(|one| finding(one, find(sources, &one.file))).collect();
    let mut text = format!("{:#}", json!({ "version": VERSION, "findings": findings }));
    text.push('\n');
    text
}

/// How many there are of each kind: "3 errors, 1 piece of advice".
#[must_use]
pub fn sum(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|one| one.severity == severity).count();
    let kinds = [
        (count(Severity::Error), "error", "errors"),
        (count(Severity::Warning), "warning", "warnings"),
        (count(Severity::Advice), "piece of advice", "pieces of advice"),
    ];
    let parts: Vec<String> = kinds
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if *count == 1 { one } else { many }))
        .collect();
    parts.join(", ")
}

fn find<'s>(sources: &[&'s Source], name: &str) -> Option<&'s Source> {
    sources.iter().copied().find(|source| source.name == name)
}

/// Colours, or none.
#[derive(Clone, Copy)]
struct Paint {
    colour: bool,
}

impl Paint {
    fn on(self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

const fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::BrightRed.on_default().effects(Effects::BOLD),
        Severity::Warning => AnsiColor::Yellow.on_default().effects(Effects::BOLD),
        Severity::Advice => AnsiColor::BrightCyan.on_default().effects(Effects::BOLD),
    }
}

fn one(out: &mut String, diagnostic: &Diagnostic, source: Option<&Source>, paint: Paint) {
    let bold = Style::new().effects(Effects::BOLD);
    let place = match (source, diagnostic.labels.first()) {
        (Some(source), Some(label)) => {
            let position = source.position(label.range.start);
            format!("{}:{}:{}", printable(&diagnostic.file), position.line, position.column)
        }
        _ => printable(&diagnostic.file),
    };
    let severity = format!("{}[{}]", diagnostic.severity.name(), diagnostic.code);
    let message = printable(&diagnostic.message);
    let _ = writeln!(
        out,
        "{}: {}: {}",
        paint.on(bold, &place),
        paint.on(style(diagnostic.severity), &severity),
        paint.on(bold, &message)
    );
    let mut far = Vec::new();
    if let Some(source) = source {
        far = excerpt(out, source, diagnostic, paint);
    }
    for line in far {
        wrapped(out, "note", AnsiColor::BrightGreen.on_default().effects(Effects::BOLD), &line, paint);
    }
    if let Some(help) = &diagnostic.help {
        let help = printable(help);
        wrapped(out, "help", AnsiColor::BrightCyan.on_default().effects(Effects::BOLD), &help, paint);
    }
}

/// The lines of the file with their marks. Labels far from the first are given back in words.
fn excerpt(out: &mut String, source: &Source, diagnostic: &Diagnostic, paint: Paint) -> Vec<String> {
    let Some((first, others)) = diagnostic.labels.split_first() else { return Vec::new() };
    // Marks are drawn on the first line of what they mark.
    let line = |label: &Label| source.position(label.range.start).line;
    let (mut from, mut to) = (line(first), line(first));
    let mut near = Vec::new();
    let mut far = Vec::new();
    for label in others {
        let at = line(label);
        if at + NEAR >= from && at <= to + NEAR {
            near.push(label);
            (from, to) = (from.min(at), to.max(at));
        } else {
            far.push(in_words(label, at));
        }
    }
    let mut window = source.line_range(from).start..source.line_range(to).end;
    if window.len() > LONG && from == to {
        // One endless line: only what lies about the mark, so that drawing it costs no more than another.
        let start = source.floor(first.range.start.saturating_sub(LONG / 2).max(window.start));
        window = start..source.floor((start + LONG).min(window.end));
    }
    let text = shown(source.slice(&window));
    if text.trim().is_empty() {
        return far;
    }
    let inside = |range: &Range<usize>| {
        let start = source.floor(range.start).clamp(window.start, window.end) - window.start;
        let end = source.floor(range.end).clamp(window.start, window.end) - window.start;
        start..end.max(start)
    };
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::HELP,
    };
    let draw = |near: &[&Label], colour: bool| {
        let marked = short_mark(&text, inside(&first.range));
        let mut annotations = vec![AnnotationKind::Primary.span(marked).label(label_text(first))];
        annotations.extend(near.iter().map(|label| {
            AnnotationKind::Context.span(short_mark(&text, inside(&label.range))).label(label_text(label))
        }));
        let snippet = Snippet::source(text.as_str()).line_start(from).annotations(annotations);
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.term_width(WIDTH).decor_style(DecorStyle::Ascii);
        renderer.render(&[Group::with_level(level.clone()).element(snippet)])
    };
    // Marks that lie far apart on long lines make the drawing wider than a terminal.
    let wide = |drawn: &str| drawn.lines().any(|line| textwrap::core::display_width(line) > WIDTH);
    if !near.is_empty() && wide(&draw(&near, false)) {
        far.extend(near.drain(..).map(|label| in_words(label, line(label))));
    }
    out.push_str(&draw(&near, paint.colour));
    out.push('\n');
    far
}

/// A mark that leaves room on the line: the first columns of its first line.
fn short_mark(text: &str, range: Range<usize>) -> Range<usize> {
    let marked = text.get(range.clone()).unwrap_or_default();
    let line = marked.split(['\r', '\n']).next().unwrap_or_default();
    let cut = line.char_indices().nth(MARK).map_or(line.len(), |(cut, _)| cut);
    range.start..range.start + cut
}

fn in_words(label: &Label, line: usize) -> String {
    format!("{} (line {line})", printable(&label.text))
}

fn label_text(label: &Label) -> Option<String> {
    (!label.text.is_empty()).then(|| printable(&label.text))
}

fn wrapped(out: &mut String, name: &str, colour: Style, text: &str, paint: Paint) {
    let first = format!("  {name}: ");
    let rest = " ".repeat(first.len());
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(&first)
        .subsequent_indent(&rest)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    for (index, line) in textwrap::wrap(text, options).into_iter().enumerate() {
        match line.strip_prefix(first.as_str()) {
            Some(line) if index == 0 => {
                let _ = writeln!(out, "  {}: {line}", paint.on(colour, name));
            }
            _ => {
                let _ = writeln!(out, "{line}");
            }
        }
    }
}

/// Source lines as they may be shown: same bytes, but that a lone carriage return ends no line on a terminal.
fn shown(text: &str) -> String {
    let bytes = text.as_bytes();
    text.char_indices().map(|(at, c)| if c == '\r' && bytes.get(at + 1) != Some(&b'\n') { ' ' } else { c }).collect()
}

/// Text that can do nothing to a terminal: control characters and those that turn the direction are shown as �.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' | '\r' => ' ',
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

fn finding(diagnostic: &Diagnostic, source: Option<&Source>) -> Value {
    let mut value = json!({
        "file": diagnostic.file,
        "code": diagnostic.code.0,
        "severity": diagnostic.severity.name(),
        "message": diagnostic.message,
        "help": diagnostic.help,
    });
    let (Some(source), Value::Object(fields)) = (source, &mut value) else { return value };
    let mut labels = diagnostic.labels.iter().map(|label| place(source, label));
    if let Some(Value::Object(first)) = labels.next() {
        fields.extend(first.into_iter().filter(|(name, _)| name != "text"));
    }
    fields.insert("also".to_owned(), labels.collect());
    value
}

fn place(source: &Source, label: &Label) -> Value {
    let (start, end) = (source.position(label.range.start), source.position(label.range.end));
    json!({
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": label.text,
    })
}

#[cfg(test)]
mod tests;
