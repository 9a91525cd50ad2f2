//! `deskpro-codegen generate`: writes the client.

use std::mem;
use std::time::Instant;

use clap::{ArgMatches, Command};
use deskpro_codegen::tree::Record;
use deskpro_codegen::{Files, files_again, plan};
use deskpro_spec::api::Api;

use super::arguments::{self, Places};
use super::progress::Progress;
use super::report::Outcome;
use super::{description, folder, record};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("generate").about("Writes the client").args(arguments::generate())
}

/// Writes what changed, and says what was made.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let start = Instant::now();
    let places = arguments::place(matches);
    let progress = Progress::start("reading the description");
    let description = description::read(&places.spec, "nothing was written")?;
    progress.say("generating");
    let known = record::place(&places.out).filter(|_| !matches.get_flag("fresh"));
    let mut record = known.as_deref().map_or_else(Record::new, Record::read);
    let options = description::options(&places);
    let plan = plan::plan(&description.api, &options);
    let files = files_again(&plan, &places.out, &mut record);
    progress.say("writing");
    let report = folder::write(&places, &files, start)?;
    // Where it cannot be kept, the next time takes longer; that is no reason to fail.
    let _ = known.map(|path| record.write(&path));
    // The program ends here, which gives everything back at once; piece by piece it takes 7 % of
    // what it takes to generate again after one endpoint changed.
    mem::forget((description, plan, files));
    Ok(report)
}

/// The files of the client.
pub(crate) fn make(api: &Api, places: &Places) -> Files {
    deskpro_codegen::generate(api, &description::options(places))
}
