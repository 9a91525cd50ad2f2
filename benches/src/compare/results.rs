//! What was measured, in a file: a line each, so that what changes is seen as such.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::machine::Machine;
use crate::clients::Client;
use crate::measurement::Measurement;

/// Where the file is, and the report that is made of it.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("report")
}

/// Everything that was measured.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// On what.
    pub machine: Machine,
    /// Who generated the clients, by client.
    pub versions: Vec<(String, String)>,
    /// What was found.
    pub found: Vec<Found>,
}

/// A measurement, and what of the project was measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// What was measured.
    #[serde(flatten)]
    pub measurement: Measurement,
    /// The commit.
    pub commit: String,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Machine { machine: Machine },
    Version { client: String, version: String },
    Found(Found),
}

impl Results {
    /// What was measured before; nothing where there is no file.
    ///
    /// # Errors
    ///
    /// When a line is none of a results file.
    pub fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let mut results = Self::default();
        for line in fs::read_to_string(path).unwrap_or_default().lines() {
            match serde_json::from_str(line)? {
                Line::Machine { machine } => results.machine = machine,
                Line::Version { client, version } => results.versions.push((client, version)),
                Line::Found(found) => results.found.push(found),
            }
        }
        results.versions.sort_by_key(|(name, _)| rank(name));
        Ok(results)
    }

    /// Writes the file, in an order that does not depend on who measured when.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        let mut lines = vec![Line::Machine { machine: self.machine.clone() }];
        lines.extend(
            self.versions
                .iter()
                .cloned()
                .map(|(client, version)| Line::Version { client, version }),
        );
        let mut found = self.found.clone();
        found.sort_by_key(|Found { measurement: it, .. }| {
            (it.figure.clone(), it.case.clone(), it.resources, rank(&it.client))
        });
        lines.extend(found.into_iter().map(Line::Found));
        let lines: Result<Vec<String>, _> = lines.iter().map(serde_json::to_string).collect();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, lines?.join("\n") + "\n")?)
    }

    /// Adds what was measured; it takes the place of what was known of the same.
    pub fn add(&mut self, measured: Vec<Measurement>, commit: &str) {
        for measurement in measured {
            self.found.retain(|found| !found.measurement.is_of_same(&measurement));
            self.found.push(Found { measurement, commit: commit.to_owned() });
        }
    }

    /// Notes who generated a client.
    pub fn note_version(&mut self, client: Client, version: String) {
        self.versions.retain(|(known, _)| known != client.name());
        self.versions.push((client.name().to_owned(), version));
        self.versions.sort_by_key(|(name, _)| rank(name));
    }

    /// The measurement of a figure, if there is one.
    pub fn get(
        &self,
        figure: &str,
        client: &str,
        case: &str,
        resources: Option<usize>,
    ) -> Option<&Measurement> {
        let measurements = self.found.iter().map(|found| &found.measurement);
        measurements.into_iter().find(|it| {
            (it.figure.as_str(), it.client.as_str(), it.case.as_str(), it.resources)
                == (figure, client, case, resources)
        })
    }
}

/// The place of a client among all: ours is the first.
pub(crate) fn rank(name: &str) -> usize {
    Client::ALL.iter().position(|client| client.name() == name).unwrap_or(Client::ALL.len())
}

#[cfg(test)]
mod tests {
    use super::{Line, Results};
    use crate::measurement::Measurement;

    #[test]
    fn what_is_measured_again_takes_the_place() {
        let of = |sample| {
            Measurement::new("compile.check", "deskpro", "s").resources(50).samples([sample])
        };
        let mut results = Results::default();
        results.add(vec![of(1.0), of(1.0).case("other")], "a");
        results.add(vec![of(2.0)], "b");
        assert_eq!(results.found.len(), 2);
        let found = results.get("compile.check", "deskpro", "", Some(50)).unwrap();
        assert!((found.median() - 2.0).abs() < f64::EPSILON);
        assert!(results.get("compile.check", "deskpro", "", None).is_none());
    }

    #[test]
    fn lines_are_what_they_were() {
        let mut results = Results::default();
        results.add(vec![Measurement::new("a.b", "deskpro", "s").samples([0.5])], "abc");
        let line = serde_json::to_string(&Line::Found(results.found[0].clone())).unwrap();
        let Line::Found(again) = serde_json::from_str(&line).unwrap() else { panic!("{line}") };
        assert_eq!(again, results.found[0]);
    }
}
