//! Bytes as choices: where they end, the choice is the first one.

use serde_json::{Map, Value, json};

/// Bytes that decide.
pub(crate) struct Dice<'a>(&'a [u8]);

/// Texts at which something may stumble.
const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "1",
    "2",
    "-1",
    "007",
    "9223372036854775808",
    "18446744073709551616",
    "1e400",
    "true",
    "null",
    "2025-05-01T08:02:02+0000",
    "2025-02-30",
    "9999-12-31T23:59:59-9999",
    "customer@example.com",
    "a/b",
    "%",
    "%2F",
    "%ff",
    "..",
    "{id}",
    "\u{0}",
    "\r\n",
    "\"",
    "\u{202e}",
    "Z\u{fc}rich",
    "asc",
    "desc",
    "person",
    "1,2,3",
    ",",
    "id",
    "status",
];

/// How deep made-up JSON is.
const DEPTH: u8 = 4;

impl<'a> Dice<'a> {
    /// Bytes that decide, from the first to the last.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The next byte; zero after the last.
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// Whether all are thrown.
    pub(crate) fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    /// True one time of so many.
    pub(crate) fn one_in(&mut self, times: u8) -> bool {
        self.byte() % times == times - 1
    }

    /// A number below this one, which is not zero.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (usize::from(self.byte()) << 8 | usize::from(self.byte())) % end
    }

    /// One of these.
    pub(crate) fn pick<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// A text: one of those at which something may stumble, or made of bytes.
    pub(crate) fn text(&mut self) -> String {
        if !self.one_in(4) {
            return (*self.pick(TEXTS)).to_owned();
        }
        String::from_utf8_lossy(&self.bytes()).into_owned()
    }

    /// A few bytes.
    pub(crate) fn bytes(&mut self) -> Vec<u8> {
        let length = usize::from(self.byte() % 32).min(self.0.len());
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        taken.to_vec()
    }

    /// Any JSON.
    pub(crate) fn json(&mut self) -> Value {
        self.json_within(DEPTH)
    }

    fn json_within(&mut self, depth: u8) -> Value {
        let kinds = if depth == 0 { 6 } else { 9 };
        match self.byte() % kinds {
            0 => Value::Null,
            1 => json!(self.one_in(2)),
            2 => json!(self.byte()),
            3 => json!(i64::from_le_bytes(std::array::from_fn(|_| self.byte()))),
            4 => json!(f64::from_bits(u64::from_le_bytes(std::array::from_fn(|_| self.byte())))),
            5 | 6 => json!(self.text()),
            7 => (0..self.byte() % 4).map(|_| self.json_within(depth - 1)).collect(),
            _ => {
                let entries = 0..self.byte() % 4;
                let entries = entries.map(|_| (self.text(), self.json_within(depth - 1)));
                Value::Object(entries.collect::<Map<_, _>>())
            }
        }
    }
}
