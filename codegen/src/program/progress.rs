//! What is being done, for people who wait: a line on a terminal that is gone when it is done.
//!
//! A library for it would bring bars, templates and several crates; this is one line.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Nobody needs to be told of what takes no longer.
const PATIENCE: Duration = Duration::from_millis(200);

const TICK: Duration = Duration::from_millis(100);

const FRAMES: [char; 10] = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/// A line on standard error, while this lives.
pub(crate) struct Progress {
    steps: Option<Sender<String>>,
    painter: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins with a step: "reading the description". Nothing is shown unless people can see it
    /// and wait for it.
    pub(crate) fn start(step: &str) -> Self {
        if !is_seen() {
            return Self { steps: None, painter: None };
        }
        let (steps, told) = channel();
        let first = step.to_owned();
        let painter =
            thread::Builder::new().spawn(move || paint(first, &told, PATIENCE, io::stderr()));
        Self { steps: Some(steps), painter: painter.ok() }
    }

    /// Goes on with another step.
    pub(crate) fn say(&self, step: impl Into<String>) {
        if let Some(steps) = &self.steps {
            // Without a painter nobody listens, which is no reason to stop the work.
            let _ = steps.send(step.into());
        }
    }
}

/// Waits until the line is gone, so that what is said afterwards stands where it was.
impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.steps.take());
        if let Some(painter) = self.painter.take() {
            let _ = painter.join();
        }
    }
}

fn is_seen() -> bool {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stderr().is_terminal() && !is_dumb
}

/// Shows the latest step until there are no more to come.
fn paint(mut step: String, told: &Receiver<String>, patience: Duration, mut to: impl Write) {
    let start = Instant::now();
    let mut frames = FRAMES.iter().cycle();
    let mut is_shown = false;
    loop {
        let wait = if is_shown { TICK } else { patience.saturating_sub(start.elapsed()) };
        match told.recv_timeout(wait) {
            Ok(next) => step = next,
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => is_shown = true,
        }
        if is_shown {
            draw(&mut to, &format!("{} {step}", frames.next().unwrap_or(&' ')));
        }
    }
    if is_shown {
        draw(&mut to, "");
    }
}

/// Puts a text in the place of the line. What cannot be shown is no reason to stop the work.
fn draw(to: &mut impl Write, text: &str) {
    let _ = write!(to, "\r{text}\x1b[K");
    let _ = to.flush();
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::mpsc::{Sender, channel};
    use std::time::Duration;

    use super::{PATIENCE, paint};

    /// A terminal at which the work ends as soon as something is shown.
    struct Terminal {
        shown: Vec<u8>,
        work: Option<Sender<String>>,
    }

    impl Write for Terminal {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.work = None;
            self.shown.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown(patience: Duration, is_working: bool) -> String {
        let (work, told) = channel();
        work.send("reading".to_owned()).unwrap();
        let work = is_working.then_some(work);
        let mut terminal = Terminal { shown: Vec::new(), work };
        paint("starting".to_owned(), &told, patience, &mut terminal);
        String::from_utf8(terminal.shown).unwrap()
    }

    #[test]
    fn the_latest_step_is_shown_and_gone_afterwards() {
        assert_eq!(shown(Duration::ZERO, true), "\r⠋ reading\x1b[K\r\x1b[K");
    }

    #[test]
    fn work_that_is_done_at_once_is_not_shown() {
        assert_eq!(shown(PATIENCE, false), "");
    }
}
