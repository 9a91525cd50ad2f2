//! The text of an overlay, with what speaks for each change as a comment.

use super::actions::{Actions, Member, Update};
use super::yaml::{comment, text};

const HEAD: &str = "\
# What was seen of a helpdesk and is not described, as `cargo codegen learn` wrote it down.
# Types are guesses: look at each, and write what it means.
overlay: 1
title: What was seen and is not described
actions:
";

/// The overlay. `notes` stand at its end.
pub(super) fn write(actions: &Actions, notes: &[String]) -> String {
    let mut yaml = HEAD.to_owned();
    for (place, (target, update)) in actions.iter().enumerate() {
        let gap = if place == 0 { "" } else { "\n" };
        yaml.push_str(&format!("{gap}  - target: {target}\n    update:\n"));
        update.write(&mut yaml);
    }
    if !notes.is_empty() {
        yaml.push('\n');
        notes.iter().for_each(|note| yaml.push_str(&comment(note, "")));
    }
    yaml
}

impl Update {
    fn write(&self, yaml: &mut String) {
        for (section, members) in &self.sections {
            let indent = match *section {
                "" => "      ",
                _ => {
                    yaml.push_str(&format!("      {section}:\n"));
                    "        "
                }
            };
            members.iter().for_each(|(key, member)| member.write(key, indent, yaml));
        }
        if self.errors.is_empty() {
            return;
        }
        for (refusal, evidence) in &self.errors {
            yaml.push_str(&comment(&format!("{refusal}: {evidence}"), "      "));
        }
        let names: Vec<String> = self.errors.iter().map(|(refusal, _)| name(refusal)).collect();
        yaml.push_str(&format!("      errors: [{}]\n", names.join(", ")));
    }
}

impl Member {
    fn write(&self, key: &str, indent: &str, yaml: &mut String) {
        self.comments.iter().for_each(|line| yaml.push_str(&comment(line, indent)));
        match &self.whole {
            Some(whole) => yaml.push_str(&format!("{indent}{}: {whole}\n", name(key))),
            None => yaml.push_str(&format!("{indent}{}:\n", name(key))),
        }
        for (key, value) in &self.lines {
            yaml.push_str(&format!("{indent}  {key}: {value}\n"));
        }
    }
}

/// A key, or an item of `errors`: statuses are numbers, all else is text.
fn name(key: &str) -> String {
    match key.parse::<u16>() {
        Ok(status) => status.to_string(),
        Err(_) => text(key),
    }
}
