//! The clock of a browser.

use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

use futures_channel::oneshot;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{Clock, Sleep};

/// The clock of a browser: `performance.now()` and `setTimeout`, in a window or a worker.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Duration {
        let performance = Reflect::get(&js_sys::global(), &"performance".into());
        let performance =
            performance.ok().and_then(|it| it.dyn_into::<web_sys::Performance>().ok());
        let milliseconds = performance.map_or(0.0, |performance| performance.now());
        Duration::try_from_secs_f64(milliseconds / 1_000.0).unwrap_or_default()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let (waking, woken) = oneshot::channel();
        // A timer may not leave its thread, a future may.
        wasm_bindgen_futures::spawn_local(wake(duration, waking));
        Box::pin(async {
            // It is never lost, unless with the whole page.
            let _ = woken.await;
        })
    }
}

/// Wakes somebody after so long, unless they have gone before.
async fn wake(mut left: Duration, mut waking: oneshot::Sender<()>) {
    /// A browser counts the milliseconds with 31 bits.
    const LONGEST: Duration = Duration::from_millis(i32::MAX as u64);
    while !left.is_zero() {
        let now = left.min(LONGEST);
        left -= now;
        let (fires, mut fired) = oneshot::channel::<()>();
        let Ok(_timer) = Timer::start(now, fires) else { break };
        let is_wanted = poll_fn(|context| match waking.poll_canceled(context) {
            Poll::Ready(()) => Poll::Ready(false),
            Poll::Pending => Future::poll(pin!(&mut fired), context).map(|_| true),
        });
        if !is_wanted.await {
            return;
        }
    }
    let _ = waking.send(());
}

/// A timer that ends when it is dropped.
struct Timer {
    id: JsValue,
    _fire: Closure<dyn FnMut()>,
}

impl Timer {
    fn start(duration: Duration, fires: oneshot::Sender<()>) -> Result<Self, JsValue> {
        let fire = Closure::once(move || {
            let _ = fires.send(());
        });
        // Rounded up: it must not be over before the time.
        let milliseconds = duration.as_secs_f64() * 1_000.0;
        let id = global("setTimeout")?.call2(
            &js_sys::global(),
            fire.as_ref(),
            &milliseconds.ceil().into(),
        )?;
        Ok(Self { id, _fire: fire })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Ok(clear) = global("clearTimeout") {
            let _ = clear.call1(&js_sys::global(), &self.id);
        }
    }
}

fn global(name: &str) -> Result<Function, JsValue> {
    Reflect::get(&js_sys::global(), &name.into())?.dyn_into()
}
