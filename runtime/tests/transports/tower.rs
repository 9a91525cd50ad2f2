//! Services of tower as transports, and transports as services.

use std::{
    future::{Ready, ready},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
};

use deskpro_runtime::{
    clock::SimulatedClock,
    transport::{
        BodyEnd, MemoryTransport, OutgoingBody, RequestBody, TowerTransport, Transport,
        TransportError, TransportErrorKind as Kind, TransportService,
    },
};
use tower_service::Service;

use crate::requests::{broken, failed, get, piece, whole, with_body};

/// A service that needs to be asked twice whether it is ready, and says what it was asked.
#[derive(Clone, Default)]
struct Echo {
    is_ready: bool,
    calls: Arc<AtomicUsize>,
}

impl Service<http::Request<OutgoingBody>> for Echo {
    type Response = http::Response<OutgoingBody>;
    type Error = std::io::Error;
    type Future = Ready<std::io::Result<Self::Response>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        if !std::mem::replace(&mut self.is_ready, true) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<OutgoingBody>) -> Self::Future {
        assert!(self.is_ready);
        self.calls.fetch_add(1, Ordering::SeqCst);
        let (parts, body) = request.into_parts();
        if parts.method == "OPTIONS" {
            return ready(Err(std::io::ErrorKind::ConnectionRefused.into()));
        }
        let mut response = http::Response::new(body);
        *response.status_mut() = http::StatusCode::IM_A_TEAPOT;
        *response.headers_mut() = parts.headers;
        ready(Ok(response))
    }
}

#[tokio::test]
async fn a_service_gets_requests_and_gives_answers() {
    let service = Echo::default();
    let transport = TowerTransport::new(service.clone());
    let url = "http://support.example.com/";
    let answer = whole(&transport, with_body("POST", url, "It burns.")).await;
    assert_eq!((answer.status.as_u16(), &*answer.body), (418, &b"It burns."[..]));
    assert_eq!(answer.headers["content-length"], "9");
    let mut request = with_body("POST", url, "It burns.");
    request.body_limit = 4;
    let answer = transport.call(request).await.unwrap();
    assert!(matches!(answer.ended, BodyEnd::TooLarge) && answer.body == "It b", "{answer:?}");
    let error = transport.call(with_body("OPTIONS", url, "")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    assert!(error.to_string().starts_with("no connection came about: "), "{error}");
    assert_eq!(service.calls.load(Ordering::SeqCst), 3);
}

/// A service that never answers.
#[derive(Clone)]
struct Silent;

impl Service<http::Request<OutgoingBody>> for Silent {
    type Response = http::Response<OutgoingBody>;
    type Error = TransportError;
    type Future = std::future::Pending<Result<Self::Response, TransportError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: http::Request<OutgoingBody>) -> Self::Future {
        std::future::pending()
    }
}

#[tokio::test]
async fn the_time_is_kept_by_the_clock_that_was_set() {
    let clock = SimulatedClock::new();
    let transport = TowerTransport::new(Silent).with_clock(clock.clone());
    let request = get("http://support.example.com/");
    let timeout = request.timeout;
    assert_eq!(failed(&transport, request).await, Kind::Timeout);
    assert_eq!(clock.waits(), [timeout]);
    assert_eq!(transport.clock().now(), timeout);
}

/// A layer that adds a header.
#[derive(Clone)]
struct Marked<S>(S);

impl<S, B> Service<http::Request<B>> for Marked<S>
where
    S: Service<http::Request<B>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, mut request: http::Request<B>) -> S::Future {
        request.headers_mut().insert("x-marked", http::HeaderValue::from_static("yes"));
        self.0.call(request)
    }
}

#[tokio::test]
async fn layers_may_be_put_around_a_transport() {
    let inner = MemoryTransport::fallible(|request| match request.uri().path() {
        "/cut" => Err(TransportError::new(Kind::Proxy, "it slept")),
        _ => Ok(http::Response::new(request.body().clone()).into()),
    });
    let transport = TowerTransport::new(Marked(TransportService::new(inner.clone())));
    let answer = whole(&transport, with_body("PUT", "http://example.com/", "It burns.")).await;
    assert_eq!(answer.body, "It burns.");
    assert_eq!(inner.requests()[0].headers()["x-marked"], "yes");
    let mut answer =
        transport.open(with_body("PUT", "http://example.com/", "It burns.")).await.unwrap();
    assert_eq!(piece(&mut answer).await, Some(Ok("It burns.".to_owned())));
    assert_eq!(piece(&mut answer).await, None);
    let error = transport.call(get("http://example.com/cut")).await.unwrap_err();
    assert_eq!((error.kind(), &*error.to_string()), (Kind::Proxy, "it slept"));
}

#[tokio::test]
async fn what_breaks_below_breaks_above() {
    let inner = MemoryTransport::fallible(|_| {
        let whole = deskpro_runtime::transport::RawResponse::from(http::Response::new("It".into()));
        let error = TransportError::new(Kind::Closed, "it broke");
        Ok(deskpro_runtime::transport::RawResponse { ended: BodyEnd::Broken(error), ..whole })
    });
    let transport = TowerTransport::new(TransportService::new(inner));
    let answer = transport.call(get("http://example.com/")).await.unwrap();
    assert_eq!(answer.body, "It");
    assert_eq!((broken(&answer).kind(), &*broken(&answer).to_string()), (Kind::Closed, "it broke"));
}

#[tokio::test]
async fn a_body_that_was_read_cannot_be_sent() {
    use http_body::Body;

    let mut service = TransportService::new(MemoryTransport::new(|_| http::Response::default()));
    let mut body = OutgoingBody::from(RequestBody::from("It burns."));
    let context = &mut Context::from_waker(std::task::Waker::noop());
    assert!(std::pin::Pin::new(&mut body).poll_frame(context).is_ready());
    let error = service.call(http::Request::new(body)).await.map(drop).unwrap_err();
    assert_eq!(error.kind(), Kind::RequestBody);
}

#[cfg(feature = "hyper")]
mod all {
    use deskpro_runtime::transport::HyperTransport;

    use super::{Arc, Marked, TowerTransport, TransportService};
    use crate::requests::Made;

    const TOWER: Made = Made {
        plain: || {
            let hyper = TransportService::new(HyperTransport::without_proxy().unwrap());
            Arc::new(TowerTransport::new(Marked(hyper)))
        },
        through: |_| unreachable!("proxies are those of the service"),
        #[cfg(any(feature = "_tls", feature = "blocking"))]
        trusting: |_| unreachable!("whom to trust is up to the service"),
    };

    behaviours!(TOWER);
    files!(TOWER);
    open_bodies!(TOWER);
    waiting!(TOWER);
    #[cfg(feature = "gzip")]
    compression!(TOWER);
}
