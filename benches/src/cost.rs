//! What a run of a program costs.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{fs, io};

use wait4::Wait4;

/// The cost of a program and of every program that it ran and waited for.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// Time of processors, that of the kernel included.
    pub cpu: Duration,
    /// The most memory that one of the processes held at once, in bytes.
    pub peak: u64,
}

impl Cost {
    /// More than anything costs.
    pub const UNKNOWN: Self = Self { cpu: Duration::MAX, peak: u64::MAX };

    /// This, or the other one if it took less time.
    #[must_use]
    pub fn or_less(self, other: Self) -> Self {
        if other.cpu < self.cpu { other } else { self }
    }
}

/// Runs a program and measures it.
///
/// # Errors
///
/// When it cannot be run or does not succeed.
pub fn measure(command: &mut Command) -> io::Result<Cost> {
    let mut child: Child = command.spawn()?;
    let used = child.wait4()?;
    if !used.status.success() {
        return Err(failed(command, used.status));
    }
    Ok(Cost { cpu: used.rusage.utime + used.rusage.stime, peak: used.rusage.maxrss })
}

/// Runs a program several times, each time after `prepare`. The run with the least time counts,
/// since whatever else the machine does can only add to it.
///
/// # Errors
///
/// When `prepare` fails, or a run does.
pub fn least(
    command: &mut Command,
    rounds: usize,
    prepare: impl Fn() -> io::Result<()>,
) -> io::Result<Cost> {
    let mut least = Cost::UNKNOWN;
    for _ in 0..rounds {
        prepare()?;
        least = least.or_less(measure(command)?);
    }
    Ok(least)
}

/// Runs a program under callgrind, which counts the instructions that it executes; that count
/// hardly depends on the machine and not on what else it does. The profile is left at `profile`,
/// for `callgrind_annotate`.
///
/// # Errors
///
/// When valgrind is not installed, or the program does not succeed.
pub fn instructions(command: &Command, profile: &Path) -> io::Result<u64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.arg("--quiet").arg("--tool=callgrind");
    valgrind.arg(format!("--callgrind-out-file={}", profile.display()));
    valgrind.arg(command.get_program()).args(command.get_args()).stdout(Stdio::null());
    let status = valgrind
        .status()
        .map_err(|error| io::Error::new(error.kind(), format!("valgrind is needed: {error}")))?;
    if !status.success() {
        return Err(failed(&valgrind, status));
    }
    counted(profile)
}

/// Runs a program that runs others through the wrapper that this variable names, and those under
/// callgrind: the most instructions that one of them executes. Their profiles are left in a folder
/// that is not there yet.
///
/// # Errors
///
/// When valgrind is not installed, a program does not succeed, or the folder cannot be written.
pub fn instructions_below(command: &mut Command, variable: &str, folder: &Path) -> io::Result<u64> {
    let profiles = folder.join("profiles");
    fs::create_dir_all(&profiles)?;
    let wrapper = folder.join("wrapper");
    let valgrind = "valgrind --quiet --tool=callgrind --trace-children=yes";
    let out = profiles.join("%p");
    let script =
        format!("#!/bin/sh\nexec {valgrind} '--callgrind-out-file={}' \"$@\"\n", out.display());
    fs::write(&wrapper, script)?;
    fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755))?;
    measure(command.env(variable, wrapper))?;
    let mut most = 0;
    for profile in fs::read_dir(profiles)? {
        most = most.max(counted(&profile?.path())?);
    }
    Ok(most)
}

/// The instructions of a profile.
fn counted(profile: &Path) -> io::Result<u64> {
    let profile = fs::read_to_string(profile)?;
    let total = profile.lines().find_map(|line| line.strip_prefix("totals: "));
    total
        .and_then(|total| total.trim().parse().ok())
        .ok_or_else(|| io::Error::other("callgrind's profile has no total"))
}

fn failed(command: &Command, status: std::process::ExitStatus) -> io::Error {
    let program = Path::new(command.get_program()).display();
    io::Error::other(format!("{program} ended with {status}"))
}
