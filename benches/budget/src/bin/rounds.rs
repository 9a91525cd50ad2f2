//! `rounds <case> <number>` does as many rounds of a case: what is run under callgrind.

use std::env;

use budget::{Failure, rounds};

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [case, number] = &arguments[..] else {
        return Err("usage: rounds <case> <number>".into());
    };
    let mut round = rounds::round(case)?;
    (0..number.parse::<usize>()?).try_for_each(|_| round())
}
