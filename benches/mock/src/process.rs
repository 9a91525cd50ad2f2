//! A server as a process, and what it took.

use std::fs;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Failure, load};

/// What a server took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds of CPU for a request.
    pub(crate) request: f64,
    /// From the start of the process to its first answer.
    pub(crate) start: Duration,
    /// The most memory that was resident, in bytes.
    pub(crate) memory: u64,
}

/// Ticks of the processor's time in a second, as Linux tells them to programs.
const TICKS: u64 = 100;

/// How long a server may take to answer first.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that runs until it is dropped.
pub(crate) struct Server {
    child: Child,
    port: u16,
    pub(crate) start: Duration,
}

impl Server {
    /// Starts it with `--port` as its last argument, and waits for its first answer.
    pub(crate) async fn start(mut command: Command) -> Result<Self, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let begin = Instant::now();
        command.args(["--port", &port.to_string()]).stdout(Stdio::null());
        let child = command.spawn().map_err(|error| format!("{command:?}: {error}"))?;
        let mut server = Self { child, port, start: Duration::ZERO };
        while load::page(port).await.is_err() {
            if begin.elapsed() > PATIENCE || server.child.try_wait()?.is_some() {
                return Err(format!("{command:?} does not answer").into());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server.start = begin.elapsed();
        Ok(server)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The time of processors that it took so far.
    pub(crate) fn cpu(&self) -> Result<Duration, Failure> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name, in parentheses, may hold spaces.
        let (_, fields) = stat.rsplit_once(')').ok_or("what /proc says is not understood")?;
        let ticks = fields.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
        let ticks = ticks.sum::<Result<u64, _>>()?;
        Ok(Duration::from_millis(ticks * 1000 / TICKS))
    }

    /// The most memory that was resident so far, in bytes.
    pub(crate) fn peak(&self) -> Result<u64, Failure> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|peak| peak.trim().strip_suffix("kB"));
        Ok(kilobytes.ok_or("what /proc says is not understood")?.trim().parse::<u64>()? * 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
