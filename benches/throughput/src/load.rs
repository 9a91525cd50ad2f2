//! A number of requests, 64 of them in flight at any time, and what they cost.

use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use tokio::task::JoinSet;

use crate::subjects::{Ask, Failure};

/// How many requests are in flight.
pub(crate) const IN_FLIGHT: usize = 64;

/// No load takes longer, whatever happens.
const LIMIT: Duration = Duration::from_secs(60);

/// What a request cost on the average, as its client sees it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// Microseconds of time.
    pub(crate) time: f64,
    /// Microseconds of the processor, those of the kernel included.
    pub(crate) cpu: f64,
}

/// Asks this often with each of those in flight.
pub(crate) async fn load<A: Ask>(ask: &A, times: usize) -> Result<Cost, Failure> {
    let (began, cpu) = (Instant::now(), ProcessTime::now());
    tokio::time::timeout(LIMIT, all(ask, times)).await??;
    let (time, cpu) = (began.elapsed(), cpu.elapsed());
    let each = |time: Duration| time.as_secs_f64() * 1e6 / (times * IN_FLIGHT) as f64;
    Ok(Cost { time: each(time), cpu: each(cpu) })
}

async fn all<A: Ask>(ask: &A, times: usize) -> Result<(), Failure> {
    let mut tasks = JoinSet::new();
    for _ in 0..IN_FLIGHT {
        let ask = ask.clone();
        tasks.spawn(async move {
            for _ in 0..times {
                match ask.ticket().await? {
                    13 => {}
                    id => return Err(format!("the answer is ticket {id}").into()),
                }
            }
            Ok::<_, Failure>(())
        });
    }
    while let Some(task) = tasks.join_next().await {
        task??;
    }
    Ok(())
}
