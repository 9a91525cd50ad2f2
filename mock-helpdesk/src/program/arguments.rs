//! The command line.

use std::fs;
use std::net::{IpAddr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use deskpro_mock::{Dialect, Failure};
use jiff::SignedDuration;

use super::line::Log;

/// What the command line says.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) address: SocketAddr,
    pub(crate) dialect: Dialect,
    pub(crate) spec: Option<PathBuf>,
    pub(crate) overlays: Vec<PathBuf>,
    pub(crate) data: Vec<PathBuf>,
    pub(crate) seed: u64,
    pub(crate) takes_any_reference: bool,
    /// How many objects there are of each resource that is named.
    pub(crate) counts: Vec<(String, u64)>,
    /// How many there are of every other.
    pub(crate) others: u64,
    pub(crate) keys: Vec<String>,
    pub(crate) read_only_keys: Vec<String>,
    pub(crate) latency: Option<RangeInclusive<Duration>>,
    pub(crate) failures: Vec<Failure>,
    pub(crate) log: Log,
}

impl Arguments {
    /// How many objects there are of a resource.
    pub(crate) fn count_of(&self, resource: &str) -> u64 {
        let mut counts = self.counts.iter().rev();
        counts.find(|(name, _)| name == resource).map_or(self.others, |(_, count)| *count)
    }
}

/// What `--count` calls all resources that are not named.
const OTHERS: &str = "*";

/// How many objects of a resource there are unless told otherwise.
const COUNT: u64 = 5;

/// The program's command line.
pub(crate) fn command() -> Command {
    Command::new("deskpro-mock")
        .about("Serves a helpdesk in memory that behaves as its description says")
        .version(env!("CARGO_PKG_VERSION"))
        .args(serving())
        .args(holding())
        .args(failing())
}

fn serving() -> [Arg; 6] {
    [
        Arg::new("port")
            .long("port")
            .value_name("PORT")
            .default_value("4010")
            .value_parser(value_parser!(u16))
            .help("Where to listen; 0 takes a free port"),
        Arg::new("host")
            .long("host")
            .value_name("ADDRESS")
            .default_value("127.0.0.1")
            .value_parser(value_parser!(IpAddr))
            .help(
                "The address to listen on; others can reach it only if this is not of the loopback",
            ),
        Arg::new("dialect")
            .long("dialect")
            .value_name("DIALECT")
            .default_value("guide")
            .value_parser(PossibleValuesParser::new(["guide", "live"]))
            .help("How to speak: as the guide says, or as live helpdesks do"),
        Arg::new("key").long("key").value_name("KEY").action(ArgAction::Append).help(
            "A key to accept, such as 2:SECRET; more than once for more [default: 1:MOCKHELPDESK]",
        ),
        Arg::new("read-only-key")
            .long("read-only-key")
            .value_name("KEY")
            .action(ArgAction::Append)
            .help("A key that may change nothing"),
        Arg::new("log")
            .long("log")
            .value_name("FORMAT")
            .default_value("text")
            .value_parser(PossibleValuesParser::new(["text", "json", "none"]))
            .help("How requests are shown as they come"),
    ]
}

fn holding() -> [Arg; 6] {
    [
        Arg::new("spec")
            .long("spec")
            .value_name("PATH")
            .value_parser(value_parser!(PathBuf))
            .help("The description, a folder or a file [default: the built-in one]"),
        Arg::new("overlay")
            .long("overlay")
            .value_name("FILE")
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .help("Changes of the description, after those that it names; more than once for more"),
        Arg::new("data")
            .long("data")
            .value_name("FILE")
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .help("Objects to begin with, in YAML: a list or a number of each resource; nothing else is \
                   there then, unless --count says so"),
        Arg::new("count")
            .long("count")
            .value_name("RESOURCE=NUMBER")
            .action(ArgAction::Append)
            .help(format!(
                "How many objects of a resource there are, or of a child resource within each parent; \
                 `{OTHERS}` for all that are not named [default: {OTHERS}={COUNT}]"
            )),
        Arg::new("any-reference")
            .long("any-reference")
            .action(ArgAction::SetTrue)
            .help("Ids that are written may be of objects that are not there"),
        Arg::new("seed")
            .long("seed")
            .value_name("NUMBER")
            .default_value("1")
            .value_parser(value_parser!(u64))
            .help("The number that other objects are made up from, always the same; with 0 they are the \
                   examples of the description"),
    ]
}

fn failing() -> [Arg; 3] {
    [
        Arg::new("latency")
            .long("latency")
            .value_name("TIME")
            .help("How long every answer takes: 50ms, or 50ms..200ms"),
        Arg::new("fail")
            .long("fail")
            .value_name("FAILURE")
            .action(ArgAction::Append)
            .help("What goes wrong: `status=429,retry_after=30,every=10`, `reset,probability=0.05,on=tickets.*`"),
        Arg::new("script")
            .long("script")
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help("A YAML list of such failures"),
    ]
}

/// Reads what the command line says.
pub(crate) fn read(matches: &ArgMatches) -> Result<Arguments, String> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let texts = |name: &str| -> Vec<String> {
        matches.get_many::<String>(name).into_iter().flatten().cloned().collect()
    };
    let host = matches.get_one::<IpAddr>("host").copied().ok_or("--host is missing")?;
    let port = matches.get_one::<u16>("port").copied().ok_or("--port is missing")?;
    let paths = |name: &str| -> Vec<PathBuf> {
        matches.get_many(name).into_iter().flatten().cloned().collect()
    };
    let data = paths("data");
    let mut counts = Vec::new();
    let mut others = if data.is_empty() { COUNT } else { 0 };
    for said in texts("count") {
        match count(&said)? {
            (name, count) if name == OTHERS => others = count,
            named => counts.push(named),
        }
    }
    Ok(Arguments {
        address: SocketAddr::new(host, port),
        dialect: if text("dialect") == Some("live") { Dialect::Live } else { Dialect::Guide },
        spec: matches.get_one::<PathBuf>("spec").cloned(),
        overlays: paths("overlay"),
        data,
        takes_any_reference: matches.get_flag("any-reference"),
        seed: matches.get_one("seed").copied().unwrap_or_default(),
        counts,
        others,
        keys: texts("key"),
        read_only_keys: texts("read-only-key"),
        latency: text("latency").map(latency).transpose()?,
        failures: failures(&texts("fail"), matches.get_one::<PathBuf>("script"))?,
        log: Log::named(text("log").unwrap_or_default()),
    })
}

/// `tickets=1000`
fn count(said: &str) -> Result<(String, u64), String> {
    let parted = said.split_once('=').map(|(name, number)| (name.trim(), number.trim().parse()));
    match parted {
        Some((name, Ok(number))) if !name.is_empty() => Ok((name.to_owned(), number)),
        _ => Err(format!("--count {said}: write a resource and a number, such as tickets=1000")),
    }
}

/// `50ms`, or `50ms..200ms`
fn latency(said: &str) -> Result<RangeInclusive<Duration>, String> {
    let (least, most) = said.split_once("..").unwrap_or((said, said));
    let time = |text: &str| {
        let time = text.trim().parse::<SignedDuration>().ok();
        time.and_then(|time| Duration::try_from(time).ok())
    };
    match (time(least), time(most.trim_start_matches('='))) {
        (Some(least), Some(most)) if least <= most => Ok(least..=most),
        (Some(_), Some(_)) => Err(format!("--latency {said}: the lesser time stands first")),
        _ => Err(format!("--latency {said}: write a time such as 50ms, or two as in 50ms..200ms")),
    }
}

fn failures(said: &[String], script: Option<&PathBuf>) -> Result<Vec<Failure>, String> {
    let mut failures = Vec::new();
    for said in said {
        failures.push(said.parse().map_err(|error| format!("--fail {said}: {error}"))?);
    }
    if let Some(path) = script {
        let shown = path.display();
        let yaml =
            fs::read_to_string(path).map_err(|error| format!("cannot read {shown}: {error}"))?;
        failures.extend(Failure::script(&yaml).map_err(|error| format!("{shown}: {error}"))?);
    }
    Ok(failures)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &[&str]) -> Result<Arguments, String> {
        let matches = command().try_get_matches_from([&["deskpro-mock"], line].concat());
        read(&matches.expect("known arguments"))
    }

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn what_is_not_said_has_a_default() {
        let read = said(&[]).expect("no mistake");
        assert_eq!(read.address.to_string(), "127.0.0.1:4010");
        assert_eq!((read.dialect, read.count_of("tickets")), (Dialect::Guide, 5));
        assert!(read.keys.is_empty() && read.failures.is_empty() && read.latency.is_none());
    }

    #[test]
    fn counts_are_by_resource_or_for_the_rest() {
        let read = said(&["--count", "tickets=1000", "--count", "*=0"]).expect("no mistake");
        assert_eq!((read.count_of("tickets"), read.count_of("people")), (1000, 0));
        for wrong in ["tickets", "tickets=", "=5", "tickets=many", "tickets=-1"] {
            let error = said(&["--count", wrong]).expect_err(wrong);
            assert!(error.contains("such as tickets=1000"), "{error}");
        }
    }

    #[test]
    fn latency_is_a_time_or_two() {
        let ms = Duration::from_millis;
        assert_eq!(latency("50ms"), Ok(ms(50)..=ms(50)));
        assert_eq!(latency("50ms..1s"), Ok(ms(50)..=ms(1000)));
        assert_eq!(latency("50ms ..= 0.2s"), Ok(ms(50)..=ms(200)));
        for wrong in ["", "soon", "50", "50ms..", "2s..1s", "-1s"] {
            assert!(latency(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn failures_say_what_is_wrong_with_them() {
        let read = said(&["--fail", "status=429,every=3"]).expect("no mistake");
        assert_eq!(read.failures, [Failure::status(429).every(3)]);
        let error = said(&["--fail", "rest"]).expect_err("no kind");
        assert_eq!(error, "--fail rest: there is no kind `rest`: did you mean `reset`?");
        let error = said(&["--script", "no/such/file.yaml"]).expect_err("no file");
        assert!(error.starts_with("cannot read no/such/file.yaml: "), "{error}");
    }
}
