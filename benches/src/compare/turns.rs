//! How often something is measured.

use std::error::Error;
use std::time::Duration;

use crate::cost::Cost;

/// How often something is measured: some times, but what takes long less often.
#[derive(Debug, Clone, Copy)]
pub struct Turns {
    /// The most times.
    pub most: usize,
    /// No turn begins after those before took this much CPU.
    pub enough: Duration,
}

impl Turns {
    /// The costs of the turns. Each is given its number, from 0.
    ///
    /// # Errors
    ///
    /// That of the first turn that fails.
    pub fn take(
        self,
        mut turn: impl FnMut(usize) -> Result<Cost, Box<dyn Error>>,
    ) -> Result<Costs, Box<dyn Error>> {
        let mut costs = Vec::new();
        let mut taken = Duration::ZERO;
        while costs.len() < self.most && taken < self.enough {
            let cost = turn(costs.len())?;
            taken += cost.cpu;
            costs.push(cost);
        }
        Ok(Costs(costs))
    }
}

/// What every turn cost.
#[derive(Debug)]
pub struct Costs(Vec<Cost>);

impl Costs {
    /// Seconds of CPU.
    pub fn cpu(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|cost| cost.cpu.as_secs_f64())
    }

    /// The most memory that one process held, in MB.
    pub fn peak(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|cost| cost.peak as f64 / 1e6)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Turns;
    use crate::cost::Cost;

    #[test]
    fn what_takes_long_is_measured_less_often() {
        let turns = |seconds| {
            let turns = Turns { most: 5, enough: Duration::from_secs(60) };
            let cost = Cost { cpu: Duration::from_secs(seconds), peak: 2_000_000 };
            turns.take(|_| Ok(cost)).unwrap().cpu().count()
        };
        assert_eq!((turns(1), turns(25), turns(100)), (5, 3, 1));
    }
}
