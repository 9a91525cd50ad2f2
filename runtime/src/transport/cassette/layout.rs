//! JSON with and without the white space that people want.

use crate::json::string_length;

/// The same JSON, an item or member a line, indented by two spaces.
pub(super) fn pretty(json: &str) -> String {
    let mut laid_out = String::with_capacity(json.len() * 2);
    let mut depth = 0_usize;
    let mut tokens = Tokens(json).peekable();
    while let Some(token) = tokens.next() {
        match token {
            "{" | "[" if matches!(tokens.peek(), Some(&"}" | &"]")) => laid_out.push_str(token),
            "{" | "[" => {
                depth += 1;
                laid_out.push_str(token);
                new_line(&mut laid_out, depth);
            }
            "}" | "]" => {
                if !laid_out.ends_with(['{', '[']) {
                    depth = depth.saturating_sub(1);
                    new_line(&mut laid_out, depth);
                }
                laid_out.push_str(token);
            }
            "," => {
                laid_out.push(',');
                new_line(&mut laid_out, depth);
            }
            ":" => laid_out.push_str(": "),
            _ => laid_out.push_str(token),
        }
    }
    laid_out
}

/// The same JSON without white space.
pub(super) fn compact(json: &str) -> String {
    Tokens(json).collect()
}

fn new_line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

/// The tokens of well-formed JSON: signs, strings with their quotes, and words.
struct Tokens<'j>(&'j str);

impl<'j> Iterator for Tokens<'j> {
    type Item = &'j str;

    fn next(&mut self) -> Option<&'j str> {
        const SIGNS: [char; 6] = ['{', '}', '[', ']', ',', ':'];
        self.0 = self.0.trim_start();
        let length = match self.0.chars().next()? {
            '"' => string_length(self.0),
            first if SIGNS.contains(&first) => 1,
            _ => {
                let ends = |c: char| c == '"' || c.is_whitespace() || SIGNS.contains(&c);
                self.0.find(ends).unwrap_or(self.0.len())
            }
        };
        let (token, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(token)
    }
}

#[cfg(test)]
mod tests {
    use super::{compact, pretty};

    #[test]
    fn it_is_laid_out_for_reading_and_nothing_else_changes() {
        let json = r#"{"a":[1.50,"{,\" :\\",[],{}],"b":{"c":null},"d":[[true]]}"#;
        let expected = r#"{
  "a": [
    1.50,
    "{,\" :\\",
    [],
    {}
  ],
  "b": {
    "c": null
  },
  "d": [
    [
      true
    ]
  ]
}"#;
        assert_eq!(pretty(json), expected);
        assert_eq!(compact(expected), json);
        assert_eq!(compact(" [ ] \n"), "[]");
        assert_eq!(pretty("\"a b\""), "\"a b\"");
    }
}
