//! What stands in brackets: named parts, unnamed parts, and lists.

use ron2::ast::{Expr, StructBody, StructExpr};
use serde::de::Visitor;
use std::cell::Cell;
use std::ops::Range;

use crate::scenario::parse::{codes, tree, words};

use super::Absent;
use super::access::{Fields, Items};
use super::node::{Asked, Named, Node, What};
use super::stop::Stop;

impl<'r, 'a> Node<'r, 'a> {
    /// Reads a struct from its named parts.
    pub(super) fn fields<'de, V: Visitor<'de>>(
        self,
        owner: &str,
        head: Range<usize>,
        written: Vec<Named<'r, 'a>>,
        allowed: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let mut parts: Vec<(&'static str, Option<Named<'r, 'a>>)> = Vec::new();
        let all: Vec<&str> = written.iter().map(|field| field.name).collect();
        let id = written.iter().find(|field| field.name == "id").and_then(|field| match field.value {
            Expr::String(id) => Some(id.value.clone()),
            _ => None,
        });
        for field in written {
            let known = allowed.iter().copied().find(|name| *name == field.name);
            let name = known.or_else(|| {
                let free: Vec<&'static str> = allowed.iter().copied().filter(|name| !all.contains(name)).collect();
                let written = words::short(field.name);
                let help = if words::nearest(field.name, free.iter().copied()).is_some() {
                    words::suggestion(field.name, &free, "")
                } else {
                    words::suggestion(field.name, allowed, "Its fields are")
                };
                self.tell(
                    codes::UNKNOWN_FIELD,
                    field.range.clone(),
                    format!("`{owner}` has no field `{written}`"),
                    help,
                );
                words::nearest(field.name, free.iter().copied())
                    .and_then(|near| allowed.iter().copied().find(|name| *name == near))
            });
            let Some(name) = name else { continue };
            if let Some(first) = parts.iter().find(|(other, _)| *other == name).and_then(|(_, part)| part.as_ref()) {
                if known.is_some() {
                    let message = format!("`{name}` is written twice in this `{owner}`");
                    let finding = self.reader.finding(codes::FIELD_TWICE, field.range, message);
                    self.reader.tell(
                        finding.with_label(first.range.clone(), "here first").with_help("Keep one of the two."),
                    );
                }
                continue;
            }
            parts.push((name, Some(field)));
        }
        let at = head.start;
        if let Some(absent) = self.reader.absent.borrow().get(&at) {
            parts.extend(absent.fields.iter().map(|name| (*name, None)));
        }
        let access = Fields { node: self, parts: parts.into_iter(), next: None };
        match visitor.visit_map(access) {
            Err(Stop::Missing(field)) => {
                let mut absent = self.reader.absent.borrow_mut();
                let entry = absent.entry(at).or_insert_with(|| Absent {
                    owner: owner.to_owned(),
                    id,
                    range: head,
                    fields: Vec::new(),
                });
                if entry.fields.contains(&field) {
                    return Err(Stop::Told);
                }
                entry.fields.push(field);
                Err(Stop::Again)
            }
            Err(Stop::Twice(field)) => {
                let message = format!("`{field}` is written twice in this `{owner}`, perhaps under two names");
                self.tell(codes::FIELD_TWICE, head, message, "Keep one of the two.");
                Err(Stop::Told)
            }
            other => other,
        }
    }

    /// Reads a tuple from unnamed parts; `usize::MAX` of them means a list without square brackets.
    pub(super) fn parts<'de, V: Visitor<'de>>(
        self,
        word: &'r str,
        parts: Vec<&'r Expr<'a>>,
        most: usize,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let mut parts = parts;
        let is_list = most == usize::MAX;
        if is_list && let [Expr::Seq(list)] = parts.as_slice() {
            let inside: Vec<String> =
                list.items.iter().take(2).map(|item| words::short(self.reader.written(&item.expr))).collect();
            let range = tree::bytes(&list.open_bracket);
            self.tell(
                codes::SQUARE_IN_ALL,
                range,
                format!("`{word}(..)` takes its parts without square brackets"),
                format!(
                    "Leave out the square brackets: `{word}({}{})`.",
                    inside.join(", "),
                    if list.items.len() > 2 { ", ..." } else { "" }
                ),
            );
            parts = list.items.iter().map(|item| &item.expr).collect();
        }
        let usage = words::usage(word).map(|usage| format!("Write `{usage}`."));
        if let Some(extra) = parts.get(most) {
            let range = tree::mark(&self.reader.source.text, extra);
            let help = usage.clone().unwrap_or_else(|| "Leave the rest out.".to_owned());
            self.tell(
                codes::PARTS,
                range,
                format!("`{word}(..)` has room for {most} parts, and {} are written", parts.len()),
                help,
            );
            parts.truncate(most);
        }
        let count = parts.len();
        let failed = Cell::new(false);
        let access =
            Items { node: self, parts: parts.into_iter(), word, numbered: !is_list, read: 0, failed: &failed };
        match visitor.visit_seq(access) {
            Err(Stop::Length(_)) if failed.get() => Err(Stop::Told),
            Err(Stop::Length(expected)) => {
                let range = match self.what {
                    What::Body(word) => tree::bytes(&word.name.span),
                    _ => self.mark(),
                };
                let written = if count == 1 { "1 is written".to_owned() } else { format!("{count} are written") };
                let help = match usage {
                    Some(usage) => usage,
                    None if expected.contains('`') => format!("Write {expected}."),
                    None => "Write those that are missing.".to_owned(),
                };
                self.tell(codes::PARTS, range, format!("`{word}(..)` has too few parts: {written}"), help);
                Err(Stop::Told)
            }
            other => other,
        }
    }

    /// Reads a list; parts that fail are left out.
    pub(super) fn items<'de, V: Visitor<'de>>(
        self,
        owner: &'r str,
        parts: Vec<&'r Expr<'a>>,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let failed = Cell::new(false);
        visitor.visit_seq(Items {
            node: self,
            parts: parts.into_iter(),
            word: owner,
            numbered: false,
            read: 0,
            failed: &failed,
        })
    }

    /// The unnamed parts in the brackets after a word.
    pub(super) fn body_parts(self, word: &'r StructExpr<'a>) -> Result<Vec<&'r Expr<'a>>, Stop> {
        let name = word.name.name.as_ref();
        match &word.body {
            Some(StructBody::Tuple(body)) => Ok(body.elements.iter().map(|part| &part.expr).collect()),
            Some(StructBody::Fields(_)) => {
                let help = match words::usage(name) {
                    Some(usage) => format!("Write `{usage}`."),
                    None => "Leave out the names and their colons.".to_owned(),
                };
                self.tell(codes::PARTS, self.mark(), format!("the parts of `{name}(..)` have no names"), help);
                Err(Stop::Told)
            }
            None => Err(self.lacks_brackets(name)),
        }
    }

    /// The named parts in the brackets after a word or a name.
    pub(super) fn body_fields(self, word: &'r StructExpr<'a>, allowed: &[&str]) -> Result<Vec<Named<'r, 'a>>, Stop> {
        let name = word.name.name.as_ref();
        match &word.body {
            Some(StructBody::Fields(body)) => Ok(named(&body.fields)),
            Some(StructBody::Tuple(body)) => {
                if let Some(first) = body.elements.first() {
                    let range = tree::mark(&self.reader.source.text, &first.expr);
                    let help = match words::usage(name) {
                        Some(usage) => format!("Write `{usage}`."),
                        None => {
                            words::sentence(format!("Its fields are {}", words::list(allowed).unwrap_or_default()))
                        }
                    };
                    self.tell(codes::PARTS, range, format!("the parts of `{name}(..)` have names"), help);
                    return Err(Stop::Told);
                }
                Ok(Vec::new())
            }
            None => Err(self.lacks_brackets(name)),
        }
    }

    /// A name other than the wanted one before a bracket. True if the brackets may be read as the wanted ones.
    pub(super) fn other_name(self, word: &StructExpr<'_>, wanted: &'static str, allowed: &[&str]) -> bool {
        let name = words::short(&word.name.name);
        let range = tree::bytes(&word.name.span);
        let near = words::nearest(&word.name.name, [wanted]).is_some();
        if matches!(self.asked, Asked::File) && !near {
            self.tell(
                codes::WRONG_FILE,
                range,
                format!(
                    "this file holds {} `{name}`, and {} `{wanted}` is wanted",
                    words::article(&name),
                    words::article(wanted)
                ),
                format!("Is this the right file? It has to begin with `{wanted}(`."),
            );
            return false;
        }
        let help = if near { format!("Did you mean `{wanted}`?") } else { format!("Write `{wanted}(...)`.") };
        let message = match self.asked {
            Asked::Item(list) => format!("`{name}` stands in `{}`, which holds `{wanted}(..)`", words::short(list)),
            _ => format!("{} wants `{wanted}(..)`, and `{name}` stands here", self.asked.subject()),
        };
        self.tell(codes::WRONG_NAME, range, message, help);
        let fields = match &word.body {
            Some(StructBody::Fields(body)) => body.fields.as_slice(),
            _ => &[],
        };
        let known = fields.iter().filter(|field| allowed.contains(&field.name.name.as_ref())).count();
        near || known * 3 >= fields.len() * 2 && known > 1
    }
}

pub(super) fn named<'r, 'a>(fields: &'r [ron2::ast::StructField<'a>]) -> Vec<Named<'r, 'a>> {
    fields
        .iter()
        .map(|field| Named {
            name: field.name.name.trim_start_matches("r#"),
            range: tree::bytes(&field.name.span),
            value: &field.value,
        })
        .collect()
}
