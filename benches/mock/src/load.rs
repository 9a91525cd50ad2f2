//! Asking a server over and over.

use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::Request;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::{Failure, KEY, PATH};

/// How many connections ask at once.
const CONNECTIONS: u32 = 16;

/// How many pages there are, and how far from each other those lie that follow one another.
const PAGES: u32 = 10_000;
const STRIDE: u32 = 7_919;

/// What a server answers.
pub(crate) async fn page(port: u16) -> Result<Vec<u8>, Failure> {
    ask(&mut connect(port).await?, 1).await
}

/// Asks so many times, and says how long that took.
pub(crate) async fn load(port: u16, requests: u32) -> Result<Duration, Failure> {
    let begin = Instant::now();
    let mut tasks = Vec::new();
    for number in 0..CONNECTIONS {
        let mut connection = connect(port).await?;
        tasks.push(tokio::spawn(async move {
            for turn in 0..requests / CONNECTIONS {
                // A page that was not asked for just before.
                let page = (turn * CONNECTIONS + number) * STRIDE % PAGES + 1;
                ask(&mut connection, page).await.map_err(|error| error.to_string())?;
            }
            Ok::<_, String>(())
        }));
    }
    for task in tasks {
        task.await??;
    }
    Ok(begin.elapsed())
}

async fn connect(port: u16) -> Result<SendRequest<Empty<Bytes>>, Failure> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

async fn ask(connection: &mut SendRequest<Empty<Bytes>>, page: u32) -> Result<Vec<u8>, Failure> {
    connection.ready().await?;
    let request = Request::get(format!("{PATH}&page={page}"))
        .header("Host", "127.0.0.1")
        .header("Authorization", KEY);
    let answer = connection.send_request(request.body(Empty::new())?).await?;
    let status = answer.status();
    let body = answer.into_body().collect().await?.to_bytes();
    match status.is_success() && body.len() > 1000 {
        true => Ok(body.to_vec()),
        false => Err(format!("{status} with {} bytes", body.len()).into()),
    }
}
