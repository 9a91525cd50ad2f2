//! Instructions of a round, counted by callgrind: what so many more rounds cost, freeing included, so that nothing
//! but rounds counts. Those within the C library are left out, of which every system has another version.

use std::collections::{HashMap, HashSet};
use std::process::Command;
use std::{fs, io, thread};

use crate::rounds::CASES;
use crate::{Failure, place};

/// Rounds before those that count.
const WARM: u64 = 5;

/// Rounds that count: enough for requests, which take a few thousand instructions each.
const MORE: u64 = 20;

/// Why nothing can be counted here.
pub(super) fn unavailable() -> Option<String> {
    if !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
        return Some("they are those of x86-64 Linux".to_owned());
    }
    match Command::new("valgrind").arg("--version").output() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Some("valgrind is not to be had".to_owned())
        }
        _ => None,
    }
}

pub(super) fn measure() -> Result<Vec<(&'static str, u64)>, Failure> {
    let counted = CASES.map(|case| {
        // Counts do not depend on what else runs.
        thread::scope(|scope| {
            let few = scope.spawn(|| count(case, WARM));
            let many = count(case, WARM + MORE)?;
            let few = few.join().map_err(|_| "counting panicked")??;
            Ok((case, many.saturating_sub(few) / MORE))
        })
    });
    counted.into_iter().collect()
}

/// The instructions of a process that does as many rounds.
fn count(case: &str, rounds: u64) -> Result<u64, Failure> {
    let profiles = place::target()?.join("profiles");
    fs::create_dir_all(&profiles)?;
    let profile = profiles.join(format!("{case}.{rounds}.out"));
    let mut valgrind = Command::new("valgrind");
    valgrind.arg("--quiet").arg("--tool=callgrind");
    valgrind.arg(format!("--callgrind-out-file={}", profile.display()));
    valgrind.arg(place::program("rounds")?).args([case, &rounds.to_string()]);
    place::said(&mut valgrind)?;
    own(&fs::read_to_string(profile)?, "/rounds")
}

/// The instructions in a profile that are those of the object file whose path ends like this.
fn own(profile: &str, object: &str) -> Result<u64, Failure> {
    let mut numbers = HashSet::new();
    let (mut current, mut called) = ("", false);
    let mut counts = HashMap::new();
    for line in profile.lines() {
        if let Some(named) = line.strip_prefix("ob=").or_else(|| line.strip_prefix("cob=")) {
            // A number, and the first time what it stands for.
            let (number, path) = named.split_once(' ').unwrap_or((named, ""));
            if path.ends_with(object) {
                numbers.insert(number);
            }
            if line.starts_with("ob=") {
                current = number;
            }
        } else if line.starts_with("calls=") {
            called = true;
        } else if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first)) {
            // What a call costs is counted where it goes.
            if !std::mem::take(&mut called) {
                let cost = line.split_whitespace().nth(1).ok_or("a line without a cost")?;
                *counts.entry(current).or_insert(0) += cost.parse::<u64>()?;
            }
        }
    }
    let own = counts.iter().filter(|(number, _)| numbers.contains(*number));
    match own.map(|(_, count)| count).sum() {
        0 => Err(format!("callgrind's profile says nothing of `{object}`").into()),
        count => Ok(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = "\
version: 1
events: Ir

ob=(1) /lib/ld.so
fn=(1) start
0 7
cob=(2) /target/rounds
cfn=(2) main
calls=1 0
0 130

ob=(2)
fn=(2)
12 20
+3 10
cob=(3) /lib/libc.so
cfn=(3) malloc
calls=2 0
* 100

ob=(3)
fn=(3)
0 100

totals: 137
";

    #[test]
    fn only_what_is_done_within_the_program_counts() -> Result<(), Failure> {
        assert_eq!(own(PROFILE, "/rounds")?, 30);
        assert_eq!(own(PROFILE, "/libc.so")?, 100);
        assert!(own(PROFILE, "/nothing").is_err());
        Ok(())
    }
}
