//! Descriptions from a disk.

use std::fs;
use std::path::{Path, PathBuf};

use deskpro_spec::problem::Code;
use deskpro_spec::{Sources, load, parse};

/// A folder of its own for a test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("deskpro-spec-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn codes(sources: &Sources) -> Vec<u16> {
    let (_, problems) = parse(sources);
    problems.iter().map(|problem| problem.code.0).filter(|code| *code < 100).collect()
}

#[test]
fn a_folder_is_read_with_its_includes() {
    let sources = Sources::read(Path::new("deskpro")).unwrap();
    let builtin = Sources::builtin();
    assert_eq!(sources.len(), builtin.len());
    for file in 0..builtin.len() as u32 {
        assert_eq!(sources.relative(file), builtin.relative(file));
        assert_eq!(sources.name(file), format!("deskpro/{}", builtin.relative(file)));
        assert_eq!(sources.text(file), builtin.text(file));
    }
    assert_eq!(sources.root(), "deskpro/api.yaml");
    assert_eq!(sources.paths().count(), sources.len());
    assert!(sources.paths().all(Path::is_file));
    assert_eq!(builtin.paths().count(), 0);
}

#[test]
fn one_file_is_read_with_its_includes() {
    let folder = Folder::new("one-file");
    folder.write("parts/things.yaml", "resource: things\n");
    let path = folder.write("mine.yaml", "format: 1\ninclude: [parts/things.yaml]\n");
    let sources = Sources::read(&path).unwrap();
    assert_eq!(sources.len(), 2);
    assert_eq!(sources.relative(1), "parts/things.yaml");
}

#[test]
fn no_such_file_is_a_problem_without_a_place() {
    let problems = Sources::read(Path::new("deskpro/nothing")).unwrap_err();
    let text = problems.terminal(&Sources::default(), false);
    assert!(text.starts_with("error[DP0001]: cannot read `deskpro/nothing`: "), "{text}");
    let folder = Folder::new("empty");
    let problems = Sources::read(&folder.0).unwrap_err();
    assert_eq!(problems.iter().next().map(|problem| problem.code), Some(Code(1)));
}

#[cfg(unix)]
#[test]
fn links_may_not_lead_out() {
    let folder = Folder::new("links");
    let outside = Folder::new("outside");
    let secret = outside.write("secret.yaml", "resource: secrets\n");
    let inside = folder.write("things.yaml", "resource: things\n");
    std::os::unix::fs::symlink(&secret, folder.0.join("out.yaml")).unwrap();
    std::os::unix::fs::symlink(&inside, folder.0.join("in.yaml")).unwrap();
    std::os::unix::fs::symlink(&outside.0, folder.0.join("folder")).unwrap();
    folder.write("api.yaml", "include: [out.yaml, folder/secret.yaml, in.yaml]\n");
    let sources = Sources::read(&folder.0).unwrap();
    assert_eq!(codes(&sources), [7, 7]);
    assert_eq!(sources.len(), 2);
}

#[cfg(unix)]
#[test]
fn devices_are_not_read() {
    let problems = Sources::read(Path::new("/dev/zero")).map(|sources| codes(&sources));
    assert_eq!(problems.unwrap(), [1]);
}

#[test]
fn a_large_first_file_is_a_problem() {
    let folder = Folder::new("large");
    let path = folder.write("api.yaml", &"#".repeat(5_000_000));
    let sources = Sources::read(&path).unwrap();
    assert_eq!(codes(&sources), [4]);
    assert!(load(&sources).is_err());
}

#[test]
fn files_that_cannot_be_read_do_not_hide_problems_of_others() {
    let sources = Sources::from_files([("api.yaml", "include: [gone.yaml]\nnmae: x\n")]);
    let problems = load(&sources).unwrap_err();
    let codes: Vec<u16> = problems.iter().map(|problem| problem.code.0).collect();
    assert!(codes.contains(&8) && codes.contains(&201), "{codes:?}");
    assert!(codes.iter().all(|code| *code < 300), "{codes:?}");
}
