//! What was aimed at, and what came of it.

use crate::compare::results::Results;

use super::table::{Column, digits};

/// Something to be reached: a figure of ours against that of another one.
struct Aim {
    what: &'static str,
    /// How many times cheaper it is to be.
    times: f64,
    against: &'static str,
    column: Column<'static>,
    /// The same in instructions, where they are counted beside seconds.
    counted: Option<Column<'static>>,
}

/// What ours is to be, where the aim is a number of times.
fn aims() -> Vec<Aim> {
    let aim = |what, times, against, column| Aim { what, times, against, column, counted: None };
    let of = |figure, size| Column::of("", figure).size(size);
    let counted =
        |aim, figure, case, size| Aim { counted: Some(of(figure, size).case(case)), ..aim };
    let (generated, compiled) = ("generate.instructions", "compile.instructions");
    let progenitor = "progenitor";
    vec![
        counted(
            aim("generating 200 resources", 3.0, progenitor, of("generate.cpu", 200)),
            generated,
            "fresh",
            200,
        ),
        counted(
            aim("the same, one endpoint changed", 20.0, progenitor, of("generate.changed", 200)),
            generated,
            "changed",
            200,
        ),
        counted(
            aim("checking the crate of 50 resources", 15.0, progenitor, of("compile.check", 50)),
            compiled,
            "check",
            50,
        ),
        aim("building it for debugging", 10.0, progenitor, of("compile.debug", 50)),
        counted(
            aim("building it for release", 15.0, progenitor, of("compile.release", 50)),
            compiled,
            "release",
            50,
        ),
        aim(
            "building an application that uses 3 operations, for release",
            4.0,
            progenitor,
            of("application.release", 50).case("three"),
        ),
        aim(
            "decoding a page of 100 tickets as helpdesks send it",
            1.25,
            "hand-written",
            Column::of("", "decode.instructions").case("100 tickets, a helpdesk's order"),
        ),
        aim(
            "the same, members of every object in an order of its own",
            1.25,
            "hand-written",
            Column::of("", "decode.instructions").case("100 tickets, shuffled"),
        ),
    ]
}

/// The table of what was aimed at.
pub(super) fn table(results: &Results) -> String {
    let mut text =
        "| | against | aim | measured | in instructions |\n|---|---|---:|---:|---:|\n".to_owned();
    for Aim { what, times, against, column, counted } in aims() {
        let ratio = |column: &Column<'_>| {
            let median = |client| column.measured(results, client).map(|found| found.median());
            Some(median(against)? / median("deskpro")?)
        };
        let shown = |ratio: f64| {
            let bold = if ratio >= times { "" } else { "**" };
            format!("{bold}{}×{bold}", digits(ratio))
        };
        let Some(measured) = ratio(&column) else { continue };
        let counted = counted.as_ref().and_then(ratio).map_or(String::new(), shown);
        let (measured, aim) = (shown(measured), digits(times));
        text += &format!("| {what} | {against} | {aim}× cheaper | {measured} | {counted} |\n");
    }
    for (case, what) in [("list", "a list"), ("create", "a new ticket"), ("update", "an update")] {
        let count = |client| {
            results.get("request.allocations", client, case, None).map(|found| found.median())
        };
        let (Some(ours), Some(theirs)) = (count("deskpro"), count("hand-written")) else {
            continue;
        };
        let bold = if ours - theirs <= 2.0 { "" } else { "**" };
        let sign = if ours >= theirs { "+" } else { "" };
        text += &format!(
            "| allocations to build {what} | hand-written | at most +2 | {bold}{sign}{}{bold} | |\n",
            digits(ours - theirs)
        );
    }
    text
}
