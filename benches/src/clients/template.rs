//! Texts with holes, and with sections that are repeated or left out.

/// Fills holes, `@name`, with texts. Where one hole's name begins like another's, the longer one has
/// to come first.
pub(super) fn fill(template: &str, holes: &[(&str, &str)]) -> String {
    let fill = |text: String, (hole, with): &(&str, &str)| text.replace(hole, with);
    holes.iter().fold(template.to_owned(), fill)
}

/// Replaces every section of a name, from a line `//@ name` to a line `//@ end name`, by what is made
/// of it.
pub(super) fn section(template: &str, name: &str, with: impl Fn(&str) -> String) -> String {
    let (start, end) = (format!("//@ {name}"), format!("//@ end {name}"));
    let (mut out, mut inside) = (String::new(), None);
    for line in template.split_inclusive('\n') {
        if line.trim() == start {
            inside = Some(String::new());
        } else if line.trim() == end {
            out.extend(inside.take().map(|section| with(&section)));
        } else {
            inside.as_mut().unwrap_or(&mut out).push_str(line);
        }
    }
    out
}

/// `AwaitingAgent` of `awaiting_agent`.
pub(super) fn pascal(value: &str) -> String {
    let mut out = String::new();
    for word in value.split('_') {
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{fill, pascal, section};

    #[test]
    fn sections_are_replaced_and_holes_filled() {
        let template = "a\n  //@ each\n  @x\n  //@ end each\nb @x\n";
        let repeated = section(template, "each", |text| text.repeat(2));
        assert_eq!(repeated, "a\n  @x\n  @x\nb @x\n");
        assert_eq!(fill(&repeated, &[("@x", "y")]), "a\n  y\n  y\nb y\n");
        assert_eq!(section(template, "each", |_| String::new()), "a\nb @x\n");
    }

    #[test]
    fn words_begin_with_capitals() {
        assert_eq!(pascal("awaiting_agent"), "AwaitingAgent");
        assert_eq!(pascal("widgets_040"), "Widgets040");
    }
}
