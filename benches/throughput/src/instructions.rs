//! What a request takes in instructions, the kernel's not counted: hardly depends on the machine.

use std::process::Command;
use std::{env, io};

use clients::helpdesk::Helpdesk;
use clients::{CLIENTS, Failure};
use deskpro_benches::measurement::Measurement;
use deskpro_benches::{cost, place};

use crate::load::{IN_FLIGHT, load};
use crate::subjects::{Generated, Progenitor, Reqwest};

/// How many requests each of those in flight makes, less and more: what lies between them counts.
const TIMES: (u64, u64) = (10, 40);

/// Counts and says what each client takes; profiles of the longer runs stay.
pub(crate) fn measure() -> Result<(), Failure> {
    let helpdesk = Helpdesk::start()?;
    let folder = place::folder("throughput")?;
    for subject in CLIENTS {
        let profile = folder.join(format!("callgrind.{subject}.out"));
        let count = |times: u64| -> io::Result<u64> {
            let mut command = Command::new(env::current_exe()?);
            command.args(["run", subject, &helpdesk.address, &times.to_string()]);
            cost::instructions(&command, &profile)
        };
        let (few, many) = (count(TIMES.0)?, count(TIMES.1)?);
        let requests = (TIMES.1 - TIMES.0) * IN_FLIGHT as u64;
        let each = many.saturating_sub(few) as f64 / requests as f64;
        println!("{subject:<12} {:>6.1} thousand instructions a request", each / 1e3);
        let figure = Measurement::new("throughput.instructions", subject, "instructions");
        println!("{}", figure.samples([each]));
    }
    Ok(())
}

/// One client alone.
pub(crate) async fn run(subject: &str, address: &str, times: usize) -> Result<(), Failure> {
    match subject {
        "deskpro" => load(&Generated::new(address)?, times).await,
        "hand-written" => load(&Reqwest::new(address)?, times).await,
        "progenitor" => load(&Progenitor::new(address)?, times).await,
        _ => return Err(format!("there is no `{subject}`").into()),
    }?;
    Ok(())
}
