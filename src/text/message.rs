//! A message: a key of the catalogue with what goes into it. It holds no words of its own.

/// Something that the program says, before it has words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// A key of `assets/text/en-GB.ftl`.
    pub key: &'static str,
    /// By name, in the order in which they were added.
    pub args: Vec<(&'static str, Arg)>,
}

/// What goes into a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// An author's own text, a name, what a person wrote, or the digits of a time.
    Text(String),
    /// Fluent chooses the plural by it. Never negative: a message for "before" says so in words.
    Number(i64),
    /// Another message, put into words first.
    Message(Box<Message>),
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// An author's own text, or a name, where a message is wanted.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self::new("verbatim").with("text", text.into())
    }

    /// The same, with one thing more in it.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Several things in one sentence: "a, b and c". [`None`] if there is none.
    #[must_use]
    pub fn listed(things: Vec<Self>) -> Option<Self> {
        let mut from_last = things.into_iter().rev();
        let last = from_last.next()?;
        let Some(before) = from_last.next() else { return Some(last) };
        let pair = Self::new("list-and").with("first", before).with("last", last);
        Some(from_last.fold(pair, |rest, first| Self::new("list-comma").with("first", first).with("rest", rest)))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// Numbers of the program are small; one too large for Fluent's own is cut off, not wrapped.
macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

numbers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_nest_from_the_left() {
        assert_eq!(Message::listed(vec![]), None);
        let one = Message::verbatim("a");
        assert_eq!(Message::listed(vec![one.clone()]), Some(one));
        let said = crate::text::Catalogue::english();
        let four = ["a", "b", "c", "d"].map(Message::verbatim).to_vec();
        assert_eq!(said.say(&Message::listed(four).unwrap()), "a, b, c and d");
    }
}
