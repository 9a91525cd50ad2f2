//! Text that tries to end a comment, a literal or a block of documentation.

use proptest::prelude::*;

/// What could end something, one piece each.
const PIECES: &[&str] = &[
    "*/", "/*", "//", "///", "//!", "\"", "\"#", "r#\"", "'", "\\", "\\\"", "\\u{41}", "#[cfg(any())]",
    "#![x]", "]", "}", ")", ";", "{", "${x}", "#x", "pub struct X;", "compile_error!()", "```", "```rust",
    "````", "~~~", "~~~rust", "`", "``", "<b>", "</b>", "<!--", "[x]", "[x](y)", "[x]: y", "https://example.com",
    "- ", "1. ", "> ", "# ", "    ", "\t", "\n", "\r", "\r\n", "\n\n", "\n    ", "\u{0}", "\u{7}", "\u{1b}",
    "\u{7f}", "\u{85}", "\u{200b}", "\u{202e}", "\u{2028}", "\u{2066}", "\u{feff}", "\u{10ffff}", "ä", "self",
    "Self", "type", "_", "0", "A", " ", "---", "===", "|", "&amp;", "@generated",
];

/// A text of such pieces, or of any characters.
pub(crate) fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..8);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}
