//! The codes of reading. The table of what they mean stands in the docs of `scenario::parse`.

use crate::diag::Code;

pub(super) const TOO_LARGE: Code = Code("D0001");
pub(super) const NOT_UTF8: Code = Code("D0002");
pub(super) const UTF16: Code = Code("D0003");
pub(super) const CONTROL: Code = Code("D0004");
pub(super) const DIRECTION: Code = Code("D0005");
pub(super) const LONE_RETURN: Code = Code("D0006");
pub(super) const SMART_QUOTES: Code = Code("D0007");
pub(super) const ODD_CHARACTER: Code = Code("D0008");
pub(super) const EMPTY: Code = Code("D0009");
pub(super) const JSON: Code = Code("D0010");
pub(super) const FOREIGN: Code = Code("D0011");
pub(super) const TOO_MANY_VALUES: Code = Code("D0012");
pub(super) const TOO_DEEP: Code = Code("D0013");
pub(super) const FORMAT: Code = Code("D0014");
pub(super) const MORE: Code = Code("D0019");

pub(super) const NOT_CLOSED: Code = Code("D0020");
pub(super) const CLOSES_NOTHING: Code = Code("D0021");
pub(super) const TEXT_NOT_CLOSED: Code = Code("D0022");
pub(super) const COMMENT_NOT_CLOSED: Code = Code("D0023");
pub(super) const COMMA: Code = Code("D0024");
pub(super) const AFTER_THE_END: Code = Code("D0025");
pub(super) const SECOND_DOCUMENT: Code = Code("D0026");
pub(super) const ESCAPE: Code = Code("D0027");
pub(super) const QUOTE_INSIDE: Code = Code("D0028");
pub(super) const CURLY_AFTER_NAME: Code = Code("D0029");
pub(super) const SIGN: Code = Code("D0030");
pub(super) const NO_VALUE: Code = Code("D0031");
pub(super) const MIXED: Code = Code("D0032");
pub(super) const SINGLE_QUOTES: Code = Code("D0033");
pub(super) const NOT_QUOTED: Code = Code("D0034");
pub(super) const EXTENSION: Code = Code("D0035");
pub(super) const NUMBER: Code = Code("D0036");
pub(super) const SYNTAX: Code = Code("D0039");

pub(super) const UNKNOWN_FIELD: Code = Code("D0040");
pub(super) const MISSING_FIELD: Code = Code("D0041");
pub(super) const FIELD_TWICE: Code = Code("D0042");
pub(super) const KEY_TWICE: Code = Code("D0043");
pub(super) const WRONG_KIND: Code = Code("D0044");
pub(super) const UNKNOWN_WORD: Code = Code("D0045");
pub(super) const WRONG_NAME: Code = Code("D0046");
pub(super) const PARTS: Code = Code("D0047");
pub(super) const OUT_OF_RANGE: Code = Code("D0048");
pub(super) const NOT_ALLOWED: Code = Code("D0049");
pub(super) const SQUARE_IN_ALL: Code = Code("D0050");
pub(super) const SOME: Code = Code("D0051");
pub(super) const WRONG_BRACKETS: Code = Code("D0052");
pub(super) const WRONG_FILE: Code = Code("D0053");
pub(super) const SHAPE: Code = Code("D0059");
