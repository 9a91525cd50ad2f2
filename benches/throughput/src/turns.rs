//! All clients in turns within one process, so that whatever else the machine does falls on all of
//! them, and several such processes, so that it does not matter where one of them lies in memory.

use std::env;
use std::process::Command;

use deskpro_benches::budget::Budget;

use crate::helpdesk::Helpdesk;
use crate::load::{Cost, IN_FLIGHT, load};
use crate::subjects::{Failure, Generated, Progenitor, Reqwest};

/// Rounds of a process; each has one turn of every client.
const ROUNDS: usize = 8;

/// How many requests each of those in flight makes in a turn.
const TURN: usize = 80;

/// The share of reqwest's throughput that ours has to reach. It has to reach all of progenitor's.
const SHARE: f64 = 0.97;

/// What the turns of a round cost: ours, reqwest's, progenitor's.
type Round = [Cost; 3];

/// Runs the processes, one after the other, and says what the rounds have in the middle.
pub(crate) fn measure(processes: usize) -> Result<(), Failure> {
    let helpdesk = Helpdesk::start()?;
    let mut rounds: Vec<Round> = Vec::new();
    for _ in 0..processes {
        let program = env::current_exe()?;
        let output = Command::new(program).args(["turns", &helpdesk.address]).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        for line in str::from_utf8(&output.stdout)?.lines() {
            rounds.push(parse(line)?);
        }
    }
    let turn = TURN * IN_FLIGHT;
    println!("{} rounds, {turn} requests of each client, {IN_FLIGHT} in flight", rounds.len());
    show(&rounds);
    Ok(())
}

fn show(rounds: &[Round]) {
    for (number, name) in ["generated", "reqwest", "progenitor"].into_iter().enumerate() {
        let time = median(rounds.iter().map(|round| round[number].time));
        let cpu = median(rounds.iter().map(|round| round[number].cpu));
        println!("{name:<10} {:>7.0} requests/s, {cpu:>6.1} us of CPU each", 1e6 / time);
    }
    let ratio = |name, limit, share: fn(&Round) -> f64| {
        let measured = median(rounds.iter().map(share));
        println!("{}", Budget { name, unit: "ratio", measured, limit });
    };
    ratio("throughput.reqwest.time", 1.0 / SHARE, |[ours, by_hand, _]| ours.time / by_hand.time);
    ratio("throughput.reqwest.cpu", 1.0 / SHARE, |[ours, by_hand, _]| ours.cpu / by_hand.cpu);
    ratio("throughput.progenitor.time", 1.0, |[ours, _, theirs]| ours.time / theirs.time);
    ratio("throughput.progenitor.cpu", 1.0, |[ours, _, theirs]| ours.cpu / theirs.cpu);
}

/// Takes the turns and prints a line for every round.
pub(crate) async fn take(address: &str) -> Result<(), Failure> {
    let ours = Generated::new(address)?;
    let (reqwest, progenitor) = (Reqwest::new(address)?, Progenitor::new(address)?);
    // The first round opens the connections; it does not count. Who begins changes.
    for round in 0..=ROUNDS {
        let mut costs = [Cost::default(); 3];
        for turn in 0..costs.len() {
            let subject = (round + turn) % costs.len();
            costs[subject] = match subject {
                0 => load(&ours, TURN).await?,
                1 => load(&reqwest, TURN).await?,
                _ => load(&progenitor, TURN).await?,
            };
        }
        if round > 0 {
            println!("{}", costs.map(|cost| format!("{} {}", cost.time, cost.cpu)).join(" "));
        }
    }
    Ok(())
}

fn parse(line: &str) -> Result<Round, Failure> {
    let figures: Result<Vec<f64>, _> = line.split_whitespace().map(str::parse).collect();
    match figures?[..] {
        [a, b, c, d, e, f] => Ok([(a, b), (c, d), (e, f)].map(|(time, cpu)| Cost { time, cpu })),
        _ => Err("a round has three costs".into()),
    }
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
