//! A file that gets its name when it is complete.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// A file beside the place where it is to be; it is removed unless it is kept.
pub(super) struct PartialFile {
    // Closed before it is removed, as some systems want it.
    file: File,
    place: Place,
}

struct Place {
    temporary: PathBuf,
    path: PathBuf,
    is_kept: bool,
}

impl PartialFile {
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        if path.file_name().is_none() || path.is_dir() {
            let fault = "a file cannot be saved as a folder";
            return Err(io::Error::new(io::ErrorKind::IsADirectory, fault));
        }
        loop {
            let temporary =
                path.with_file_name(format!(".deskpro-{:016x}.part", fastrand::u64(..)));
            match File::create_new(&temporary) {
                Ok(file) => {
                    let place = Place { temporary, path: path.to_owned(), is_kept: false };
                    return Ok(Self { file, place });
                }
                // Of 64 random bits two are not the same for long.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Gives it its name, in place of what is there. What has that name is on the disk.
    pub(super) fn keep(self) -> io::Result<()> {
        // The other way round, so that it is closed first here too.
        let Self { mut place, file } = self;
        file.sync_all()?;
        drop(file);
        fs::rename(&place.temporary, &place.path)?;
        place.is_kept = true;
        Ok(())
    }
}

impl io::Write for PartialFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.is_kept {
            // There is nobody left to tell.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}
