//! What reports look like: the arguments that every command has.

use anstream::ColorChoice;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches};

use super::report::Format;

/// The arguments.
pub(crate) fn arguments() -> [Arg; 2] {
    [
        Arg::new("format")
            .long("format")
            .value_name("FORMAT")
            .value_parser(one_of(FORMATS))
            .default_value("text")
            .help("What problems and reports look like"),
        Arg::new("color")
            .long("color")
            .value_name("WHEN")
            .value_parser(one_of(COLORS))
            .default_value("auto")
            .help("Whether there are colours: on a terminal, unless NO_COLOR is set"),
    ]
}

/// A value of an argument: its word, what it stands for, what `--help` says.
type Choice<T> = (&'static str, T, &'static str);

const FORMATS: &[Choice<Format>] = &[
    ("text", Format::Text, "for people"),
    ("short", Format::Short, "a line for each problem, as compilers have them"),
    ("github", Format::Github, "annotations of a workflow"),
    ("json", Format::Json, "all there is to say, for other programs"),
    ("sarif", Format::Sarif, "SARIF 2.1.0, for code scanning and editors"),
];

const COLORS: &[Choice<ColorChoice>] = &[
    ("auto", ColorChoice::Auto, ""),
    ("always", ColorChoice::Always, ""),
    ("never", ColorChoice::Never, ""),
];

fn one_of<T: Copy + Send + Sync + 'static>(
    choices: &'static [Choice<T>],
) -> impl TypedValueParser<Value = T> {
    let values = choices.iter().map(|(word, _, help)| match *help {
        "" => PossibleValue::new(*word),
        help => PossibleValue::new(*word).help(help),
    });
    PossibleValuesParser::new(values).try_map(move |word| {
        let choice = choices.iter().find(|choice| choice.0 == word);
        choice.map(|choice| choice.1).ok_or("it is none of these")
    })
}

/// The format of the report.
pub(crate) fn format(matches: &ArgMatches) -> Format {
    matches.get_one("format").copied().unwrap_or_default()
}

/// Decides about colours for all that is written from now on.
pub(crate) fn choose_colors(matches: &ArgMatches) {
    let choice = matches.get_one("color").copied().unwrap_or(ColorChoice::Auto);
    choice.write_global();
}
