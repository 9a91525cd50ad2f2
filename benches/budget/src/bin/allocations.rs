//! Says how often a round of every case allocates, a line each. Its allocator counts, which takes instructions of
//! its own, so that nothing else is measured here.

use allocation_counter::measure;
use budget::{Failure, rounds};

fn main() -> Result<(), Failure> {
    for case in rounds::CASES {
        let mut round = rounds::round(case)?;
        // What is set up once does not count.
        round()?;
        let mut outcome = Ok(());
        let info = measure(|| outcome = round());
        outcome?;
        println!("{case} {}", info.count_total);
    }
    Ok(())
}
