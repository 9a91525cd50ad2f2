//! A helpdesk with two of everything, for programs in other languages: `tests/schemathesis.sh` and
//! `tests/official-client.sh`.
//!
//! `cargo run -p deskpro-mock --example serve -- live 4010` serves until its standard input ends. It
//! prints its address; without a port it takes a free one.

use std::io::{self, BufRead, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use deskpro_mock::{Dialect, MockHelpdesk};
use deskpro_spec::{Sources, load};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let dialect = match arguments.next().as_deref() {
        None | Some("guide") => Dialect::Guide,
        Some("live") => Dialect::Live,
        Some(_) => return failed("usage: serve [guide|live] [PORT]"),
    };
    let Ok(port) = arguments.next().map_or(Ok(0), |port| port.parse()) else {
        return failed("the port is a number up to 65535");
    };
    match serve(dialect, port) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&format!("error: {error}")),
    }
}

fn serve(dialect: Dialect, port: u16) -> io::Result<()> {
    let sources = Sources::builtin();
    let api = load(&sources).map_err(|problems| io::Error::other(problems.short(&sources)))?;
    let names: Vec<_> = api.resources.iter().map(|resource| resource.name.clone()).collect();
    let desk = MockHelpdesk::builder().api(api).dialect(dialect);
    let desk = names.into_iter().fold(desk, |desk, name| desk.seed(name, 2));
    let desk = desk.listen(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let desk = runtime.block_on(desk.start())?;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", desk.url())?;
    out.flush()?;
    // Whoever started it ends it by closing its input, also by going away.
    for line in io::stdin().lock().lines() {
        line?;
    }
    runtime.block_on(desk.shutdown());
    Ok(())
}

fn failed(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}
