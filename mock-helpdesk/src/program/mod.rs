//! What the program does: sets a helpdesk up, serves it, and says what comes.

pub(crate) mod arguments;
mod line;
#[cfg(unix)]
mod stop;
#[cfg(not(unix))]
#[path = "stop_elsewhere.rs"]
mod stop;

use std::net::SocketAddr;

use deskpro_mock::{Builder, CONTROL, Dialect, MockHelpdesk, Permissions};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};

use serde_json::json;

use arguments::Arguments;
use line::Log;
use stop::Stop;

/// Serves until it is told to stop.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let api = api(arguments)?;
    let builder = builder(arguments, &api)?.api(api.clone());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| format!("cannot wait for anything: {error}"))?;
    runtime.block_on(async {
        let helpdesk = builder.start().await;
        let helpdesk = helpdesk.map_err(|error| cannot_start(arguments.address, &error))?;
        let stop = Stop::listen().map_err(|error| format!("cannot wait for a signal: {error}"))?;
        greet(arguments, &api, &helpdesk);
        stop.asked().await;
        helpdesk.shutdown().await;
        Ok(())
    })
}

fn api(arguments: &Arguments) -> Result<Api, String> {
    let sources = match &arguments.spec {
        Some(path) => Sources::read(path),
        None => Ok(Sources::builtin()),
    };
    let mut overlays = arguments.overlays.iter();
    let sources = sources
        .and_then(|sources| overlays.try_fold(sources, |it, overlay| it.with_overlay(overlay)))
        .map_err(|problems| problems.terminal(&Sources::default(), true))?;
    load(&sources).map_err(|problems| problems.terminal(&sources, true))
}

fn builder(arguments: &Arguments, api: &Api) -> Result<Builder, String> {
    let builder = MockHelpdesk::builder().dialect(arguments.dialect).listen(arguments.address);
    let mut builder = builder.seed_number(arguments.seed);
    for resource in &api.resources {
        builder = builder.seed(resource.name.as_str(), arguments.count_of(&resource.name));
    }
    for (name, count) in &arguments.counts {
        builder = builder.seed(name.as_str(), *count);
    }
    if arguments.takes_any_reference {
        builder = builder.any_reference();
    }
    for path in &arguments.data {
        builder = builder.data_file(path);
    }
    for key in &arguments.keys {
        builder = builder.key(key.as_str());
    }
    for key in &arguments.read_only_keys {
        builder = builder.key_with(key.as_str(), Permissions::read_only());
    }
    if let Some(latency) = &arguments.latency {
        builder = builder.latency(latency.clone());
    }
    for failure in &arguments.failures {
        builder = builder.fail(failure.clone());
    }
    Ok(match arguments.log.line() {
        Some(line) => builder.on_request(move |received| anstream::println!("{}", line(received))),
        None => builder,
    })
}

fn greet(arguments: &Arguments, api: &Api, helpdesk: &MockHelpdesk) {
    let dialect = match arguments.dialect {
        Dialect::Guide => "guide",
        Dialect::Live => "live",
    };
    let (url, name, base) = (helpdesk.url(), &api.name, &api.base_path);
    if arguments.log == Log::Json {
        let listening = format!("{url}{base}");
        anstream::println!(
            "{}",
            json!({ "listening": listening, "api": name, "dialect": dialect })
        );
        return;
    }
    anstream::println!("mock of {name} ({dialect} dialect) at {url}{base}");
    anstream::println!("requests as they come: {url}{CONTROL}");
    if arguments.keys.is_empty() && arguments.read_only_keys.is_empty() {
        let scheme = api.auth.first();
        let header = scheme.map(|scheme| format!("{}: {}", scheme.header, scheme.prefix));
        anstream::println!("{}{}", header.unwrap_or_default(), MockHelpdesk::KEY);
    }
}

fn cannot_start(address: SocketAddr, error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::InvalidInput => error.to_string(),
        _ => format!(
            "cannot listen on {address}: {error}\n  = help: choose another port with --port; with 0 \
             a free one is taken"
        ),
    }
}
