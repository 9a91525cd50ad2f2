//! A helpdesk on this machine that answers pages of any origin, well or badly. It prints its address and
//! serves until it is killed.

#[cfg(not(target_arch = "wasm32"))]
mod answer;

/// Serves, one thread a connection.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    let desk = std::sync::Arc::new(answer::Desk::default());
    for stream in listener.incoming() {
        let (stream, desk) = (stream?, desk.clone());
        std::thread::spawn(move || desk.serve(stream));
    }
    Ok(())
}

/// Nobody listens in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
