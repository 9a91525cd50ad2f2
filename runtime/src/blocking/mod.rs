//! Waiting for what is asynchronous where nothing is: the thread sleeps meanwhile.

mod iter;

use std::{
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
};

pub use self::iter::BlockingIter;
use crate::{Failure, Request, RequestError, RequestFault, Response, future::answer};

/// The answer to a request of a client that blocks.
pub(crate) fn wait_for(request: Request) -> Result<Response, Failure> {
    check(&request)?;
    block_on(answer(request))
}

/// Fails where a client's transport needs a runtime: waiting for it here could last for ever.
pub(crate) fn check(request: &Request) -> Result<(), Failure> {
    match request.parts().client.settings().transport.is_blocking() {
        true => Ok(()),
        false => {
            let error = RequestError::new(request.line(), RequestFault::NotBlocking);
            Err(Failure::Request(error))
        }
    }
}

/// What a future gives.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(ThreadWaker(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            // Returns at once when it was woken meanwhile; a wake-up too many only polls once more.
            Poll::Pending => thread::park(),
        }
    }
}

struct ThreadWaker(Thread);

impl Wake for ThreadWaker {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::block_on;
    use crate::clock::{Clock, SystemClock};

    #[test]
    fn the_thread_sleeps_until_it_is_woken() {
        let begin = SystemClock.now();
        block_on(async {
            SystemClock.sleep(Duration::from_millis(20)).await;
        });
        assert!(SystemClock.now() - begin >= Duration::from_millis(20));
    }
}
