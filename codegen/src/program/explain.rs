//! `deskpro-codegen explain DP0203`: what a problem means and how it is mended; and the same of a
//! finding, `deskpro-codegen explain DL0101`, and of a mistake with an attribute,
//! `deskpro-codegen explain unknown_field`.

use clap::ArgMatches;
use deskpro_codegen::mistake;
use deskpro_spec::problem::{Code, all, explain, lints};

/// Prints the explanation of a code, or of a kind of mistake.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), String> {
    let text = matches.get_one::<String>("code").map_or("", String::as_str);
    if let Some(kind) = mistake::explain(text) {
        anstream::println!("{}: {}\n\n{}", kind.name, kind.meaning, kind.explanation.trim());
        return Ok(());
    }
    let explanation = text.parse::<Code>().ok().and_then(explain);
    let Some(explanation) = explanation else {
        let known: Vec<_> =
            all().chain(lints()).map(|found| format!("  {} {}", found.code, found.title)).collect();
        let mistakes: Vec<_> =
            mistake::all().map(|kind| format!("  {}: {}", kind.name, kind.meaning)).collect();
        return Err(format!(
            "error: there is no problem `{text}`; there are\n{}\nand with attributes\n{}",
            known.join("\n"),
            mistakes.join("\n")
        ));
    };
    anstream::println!("{} {}: {}", explanation.code, explanation.name(), explanation.title);
    anstream::println!("\n{}", explanation.text);
    anstream::println!("\nWrong:\n\n{}", indented(explanation.wrong));
    anstream::println!("\nRight:\n\n{}", indented(explanation.right));
    Ok(())
}

fn indented(yaml: &str) -> String {
    yaml.trim_end().lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
