//! A number of requests, 64 of them in flight at any time, and what they cost.

use std::time::{Duration, Instant};

use clients::Failure;
use cpu_time::ProcessTime;
use tokio::task::JoinSet;

use crate::subjects::Ask;

/// How many requests are in flight.
pub(crate) const IN_FLIGHT: usize = 64;

/// No load takes longer, whatever happens.
const LIMIT: Duration = Duration::from_secs(60);

/// What requests cost, as their client sees it, in microseconds.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// Time, divided by the number of requests.
    pub(crate) time: f64,
    /// Time of the processor for each on the average, that of the kernel included.
    pub(crate) cpu: f64,
    /// From asking to having the ticket: what as many as in [`SHARES`] do not exceed.
    pub(crate) latency: [f64; SHARES.len()],
}

/// Shares of all requests.
pub(crate) const SHARES: [f64; 3] = [0.5, 0.99, 0.999];

/// Asks this often with each of those in flight.
pub(crate) async fn load<A: Ask>(ask: &A, times: usize) -> Result<Cost, Failure> {
    let (began, cpu) = (Instant::now(), ProcessTime::now());
    let mut latencies = tokio::time::timeout(LIMIT, all(ask, times)).await??;
    let (time, cpu) = (began.elapsed(), cpu.elapsed());
    latencies.sort_unstable();
    let requests = latencies.len() as f64;
    let latency = SHARES.map(|share| {
        let rank = (share * requests).ceil() as usize;
        latencies.get(rank.saturating_sub(1)).copied().map_or(f64::NAN, microseconds)
    });
    Ok(Cost { time: microseconds(time) / requests, cpu: microseconds(cpu) / requests, latency })
}

fn microseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// How long each request took.
async fn all<A: Ask>(ask: &A, times: usize) -> Result<Vec<Duration>, Failure> {
    let mut tasks = JoinSet::new();
    for _ in 0..IN_FLIGHT {
        let ask = ask.clone();
        tasks.spawn(async move {
            let mut latencies = Vec::with_capacity(times);
            for _ in 0..times {
                let began = Instant::now();
                match ask.ticket().await? {
                    13 => latencies.push(began.elapsed()),
                    id => return Err(format!("the answer is ticket {id}").into()),
                }
            }
            Ok::<_, Failure>(latencies)
        });
    }
    let mut latencies = Vec::with_capacity(times * IN_FLIGHT);
    while let Some(task) = tasks.join_next().await {
        latencies.extend(task??);
    }
    Ok(latencies)
}
