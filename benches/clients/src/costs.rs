//! What a round of a client costs: in instructions, by running the program that asks under callgrind, and in
//! allocations, by running `counting`, whose allocator counts. Only that program has such an allocator, which
//! takes instructions of its own.

use std::path::Path;
use std::process::Command;
use std::{env, io};

use deskpro_benches::measurement::Measurement;
use deskpro_benches::{cost, place};

use crate::{Failure, Round};

/// One round of a bench: which one, of whom, and with what.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// What is measured: `page`, `refusal`, `request`.
    pub bench: &'a str,
    /// Whose it is: `deskpro`, `hand-written`, `progenitor`.
    pub client: &'a str,
    /// What is asked for, or the file that is read.
    pub input: &'a str,
}

/// What a round allocates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allocations {
    /// How often; memory that is moved to grow counts again.
    pub count: u64,
    /// How many bytes, all in all.
    pub bytes: u64,
}

impl Subject<'_> {
    /// The instructions of a round: what so many more rounds cost, so that nothing but rounds counts. The
    /// program that calls this is run as `run <bench> <client> <input> <rounds>`.
    ///
    /// # Errors
    ///
    /// When valgrind is not installed, or the program fails.
    pub fn instructions(&self, more: u32) -> io::Result<f64> {
        let program = env::current_exe()?;
        let input = Path::new(self.input).file_stem().unwrap_or_default().display();
        let name = format!("callgrind.{}.{}.{input}.out", self.bench, self.client);
        let profile = place::folder("profiles")?.join(name);
        let count = |rounds: u32| {
            let mut command = Command::new(&program);
            command.args(["run", self.bench, self.client, self.input, &rounds.to_string()]);
            cost::instructions(&command, &profile)
        };
        let (few, many) = (count(WARM)?, count(WARM + more)?);
        Ok(many.saturating_sub(few) as f64 / f64::from(more))
    }

    /// What a round allocates, whatever was set up in the first one.
    ///
    /// # Errors
    ///
    /// When `counting` is not built, or fails.
    pub fn allocations(&self) -> Result<Allocations, Failure> {
        match counted(self.bench, &[self.client, self.input])?[..] {
            [count, bytes] => Ok(Allocations { count, bytes }),
            _ => Err("a round has a number of allocations and one of bytes".into()),
        }
    }

    /// A figure of this client.
    pub fn measurement(&self, figure: &str, unit: &str, case: &str) -> Measurement {
        Measurement::new(figure, self.client, unit).case(case)
    }
}

/// Rounds before those that count.
const WARM: u32 = 5;

/// Does a round this many times: what is run under callgrind.
///
/// # Errors
///
/// Those of the round.
pub fn repeat(mut round: Round, rounds: usize) -> Result<(), Failure> {
    (0..rounds).try_for_each(|_| round())
}

/// The numbers that the program with the allocator that counts prints for these arguments.
///
/// # Errors
///
/// When it is not built, or fails; with what it says.
pub fn counted(bench: &str, arguments: &[&str]) -> Result<Vec<u64>, Failure> {
    let mut command = Command::new(place::program("counting")?);
    let output = command.arg(bench).args(arguments).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let numbers = str::from_utf8(&output.stdout)?.split_whitespace();
    Ok(numbers.map(str::parse).collect::<Result<_, _>>()?)
}
