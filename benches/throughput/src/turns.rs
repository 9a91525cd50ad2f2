//! All clients in turns within one process, so that whatever else the machine does falls on all of
//! them, and several such processes, so that it does not matter where one of them lies in memory.

use std::env;
use std::process::Command;

use clients::helpdesk::Helpdesk;
use clients::{CLIENTS, Failure};
use deskpro_benches::budget::Budget;
use deskpro_benches::measurement::Measurement;

use crate::load::{Cost, IN_FLIGHT, load};
use crate::subjects::{Generated, Progenitor, Reqwest};

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
    let mut measurements = Vec::new();
    for (number, client) in CLIENTS.into_iter().enumerate() {
        let figures = figures(client, rounds.iter().map(|round| round[number]));
        let [rate, cpu, half, most, nearly_all] = figures.each_ref().map(Measurement::median);
        println!(
            "{client:<12} {rate:>7.0} requests/s, {cpu:>5.1} us of CPU each, \
             {half:>6.0}, {most:>6.0} and {nearly_all:>6.0} us for 50, 99 and 99.9 %"
        );
        measurements.extend(figures);
    }
    measurements.iter().for_each(|measurement| println!("{measurement}"));
    let ratio = |name, limit, share: fn(&Round) -> f64| {
        let shares = Measurement::new(name, "", "ratio").samples(rounds.iter().map(share));
        println!("{}", Budget { name, unit: "ratio", measured: shares.median(), limit });
    };
    ratio("throughput.reqwest.time", 1.0 / SHARE, |[ours, by_hand, _]| ours.time / by_hand.time);
    ratio("throughput.reqwest.cpu", 1.0 / SHARE, |[ours, by_hand, _]| ours.cpu / by_hand.cpu);
    ratio("throughput.progenitor.time", 1.0, |[ours, _, theirs]| ours.time / theirs.time);
    ratio("throughput.progenitor.cpu", 1.0, |[ours, _, theirs]| ours.cpu / theirs.cpu);
}

/// Requests a second, CPU of each, and what half of them, 99 and 99.9 percent take at most.
fn figures(client: &str, costs: impl Iterator<Item = Cost> + Clone) -> [Measurement; 5] {
    let case = format!("{IN_FLIGHT} in flight");
    let of = |figure, unit, sample: fn(Cost) -> f64| {
        Measurement::new(figure, client, unit).case(&case).samples(costs.clone().map(sample))
    };
    [
        of("throughput.requests", "1/s", |cost| 1e6 / cost.time),
        of("throughput.cpu", "µs", |cost| cost.cpu),
        of("latency.p50", "µs", |cost| cost.latency[0]),
        of("latency.p99", "µs", |cost| cost.latency[1]),
        of("latency.p99.9", "µs", |cost| cost.latency[2]),
    ]
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
            println!("{}", costs.map(line).join(" "));
        }
    }
    Ok(())
}

/// A cost as [`parse`] reads it.
fn line(Cost { time, cpu, latency: [half, most, nearly_all] }: Cost) -> String {
    format!("{time} {cpu} {half} {most} {nearly_all}")
}

fn parse(line: &str) -> Result<Round, Failure> {
    let figures: Vec<f64> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let mut round = Round::default();
    if figures.len() != round.len() * 5 {
        return Err("a round has three costs of five figures".into());
    }
    for (cost, figures) in round.iter_mut().zip(figures.chunks_exact(5)) {
        if let [time, cpu, latency @ ..] = figures {
            *cost = Cost { time: *time, cpu: *cpu, latency: latency.try_into()? };
        }
    }
    Ok(round)
}
