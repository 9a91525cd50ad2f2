//! The problems of files that are named and cannot be read.

use super::limits;
use super::role::Role;
use super::store::Found;
use crate::builtin;
use crate::problem::codes::reading;
use crate::problem::{Place, Problem, closest};

/// The problem of a file that was not found; `None` for one that was.
pub(super) fn not_there(role: Role, found: &Found, written: &str, place: Place) -> Option<Problem> {
    Some(match found {
        Found::Bytes(..) => return None,
        Found::Outside => outside(role, written, place),
        Found::TooLarge => {
            let message = format!("`{written}` is larger than 4 MiB");
            Problem::new(reading::FILE_TOO_LARGE, place, message)
                .label("is too large")
                .help("split it by resource")
        }
        Found::Unreadable(why) => {
            let message = format!("cannot read `{written}`: {why}");
            Problem::new(reading::UNREADABLE_FILE, place, message).label("cannot be read")
        }
        Found::Nothing if role == Role::Api => no_base(written, place),
        Found::Nothing => {
            let message = format!("{} `{written}` does not exist", role.noun());
            let key = if role == Role::Overlay { "overlays" } else { "include" };
            let article = if role == Role::Overlay { "" } else { "the " };
            Problem::new(role.not_found(), place, message)
                .label("there is no such file")
                .help(format!("paths are relative to the file that has {article}`{key}`"))
        }
    })
}

fn no_base(written: &str, place: Place) -> Problem {
    let message = format!("there is no description `{written}` to extend");
    Problem::new(reading::EXTENDS_NOT_FOUND, place, message)
        .label("neither built in nor a path")
        .help(format!(
            "built in is `{}`; any other is a path inside the folder, of a folder with `api.yaml` or \
             of a file",
            builtin::NAME
        ))
        .suggest(closest(written, [builtin::NAME]))
}

pub(super) fn outside(role: Role, written: &str, place: Place) -> Problem {
    let noun = if role == Role::Resource { "included path" } else { role.noun() };
    let message = format!("{noun} `{written}` may lead out of the description");
    Problem::new(role.outside(), place, message)
        .label("not a path inside the folder")
        .help("no absolute path, no `..`, no backslash, no symbolic link that leads out")
}

/// The problem of a file that is named twice.
pub(super) fn repeated(role: Role, written: &str, place: Place, first: Place) -> Problem {
    match role {
        Role::Api => {
            let message = format!("the description extends itself through `{written}`");
            Problem::new(role.repeated(), place, message)
                .label("was read before")
                .help("a description extends one that knows nothing of it")
        }
        Role::Resource | Role::Overlay => {
            let how = if role == Role::Overlay { "named" } else { "included" };
            Problem::new(role.repeated(), place, format!("`{written}` is {how} twice"))
                .label("is here again")
                .related(first, "is first here")
        }
    }
}

pub(super) fn too_many_files(place: Place) -> Problem {
    let message = format!("the description has more than {} files", limits::FILES);
    Problem::new(reading::TOO_MANY_FILES, place, message)
        .label("this file and those behind it are not read")
        .help("put several resources into the `resources` list of one file")
}

pub(super) fn too_large_together(place: Place) -> Problem {
    let message = "the files of the description have more than 32 MiB together";
    Problem::new(reading::DESCRIPTION_TOO_LARGE, place, message)
        .label("this file and those behind it are not read")
}
