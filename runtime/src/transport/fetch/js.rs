//! Requests and answers as JavaScript has them.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, Request, RequestCache,
    RequestCredentials, RequestInit, RequestRedirect, Response, ResponseType,
};

use crate::transport::{TransportError, TransportErrorKind as Kind};

/// Reads a body piece by piece.
pub(super) type Reader = ReadableStreamDefaultReader;

pub(super) fn abort_controller() -> Result<AbortController, TransportError> {
    AbortController::new().map_err(|thrown| failure(Kind::Other, &thrown))
}

/// The request as `fetch` takes it.
pub(super) fn request(
    request: &http::Request<Bytes>,
    follows_redirects: bool,
    abort: &AbortController,
) -> Result<Request, TransportError> {
    let unusable = |thrown: JsValue| failure(Kind::Other, &thrown);
    let init = RequestInit::new();
    init.set_method(request.method().as_str());
    init.set_headers(&headers(request.headers()).map_err(unusable)?.into());
    init.set_signal(Some(&abort.signal()));
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(match follows_redirects {
        true => RequestRedirect::Follow,
        false => RequestRedirect::Manual,
    });
    if !request.body().is_empty() {
        init.set_body(&Uint8Array::from(&**request.body()));
    }
    Request::new_with_str_and_init(&request.uri().to_string(), &init).map_err(unusable)
}

fn headers(headers: &HeaderMap) -> Result<Headers, JsValue> {
    let sent = Headers::new()?;
    for (name, value) in headers {
        // Who asks is said by the browser; a page that says it needs to be allowed to.
        if name != header::USER_AGENT {
            // A byte is a character there.
            let value: String = value.as_bytes().iter().copied().map(char::from).collect();
            sent.append(name.as_str(), &value)?;
        }
    }
    Ok(sent)
}

/// Sends a request, in a window or a worker.
pub(super) async fn fetch(request: &Request) -> Result<Response, TransportError> {
    let sent = async {
        let global = js_sys::global();
        let fetch: Function = Reflect::get(&global, &"fetch".into())?.dyn_into()?;
        let promise: Promise = fetch.call1(&global, request)?.dyn_into()?;
        JsFuture::from(promise).await?.dyn_into()
    };
    sent.await.map_err(|thrown: JsValue| failure(Kind::Io, &thrown))
}

/// Status, headers and the body of an answer, if it has one.
pub(super) fn response(
    response: &Response,
) -> Result<http::Response<Option<Reader>>, TransportError> {
    if response.type_() == ResponseType::Opaqueredirect {
        let fault =
            "the helpdesk redirects, which a browser does not show: let it follow redirects";
        return Err(TransportError::new(Kind::Other, fault));
    }
    let status = StatusCode::from_u16(response.status());
    let status =
        status.map_err(|_| TransportError::new(Kind::Other, "the answer has no status"))?;
    let reader = match response.body() {
        None => None,
        Some(body) => {
            let reader = body.get_reader().dyn_into();
            Some(reader.map_err(|thrown| failure(Kind::Other, &thrown.into()))?)
        }
    };
    let mut answer = http::Response::new(reader);
    *answer.status_mut() = status;
    *answer.headers_mut() = received(&response.headers());
    Ok(answer)
}

/// The headers that the page may see.
fn received(headers: &Headers) -> HeaderMap {
    let mut received = HeaderMap::new();
    let entries = js_sys::try_iter(headers).ok().flatten().into_iter().flatten();
    for entry in entries.filter_map(Result::ok) {
        let entry = Array::from(&entry);
        let (name, value) = (entry.get(0).as_string(), entry.get(1).as_string());
        let name = name.and_then(|name| HeaderName::try_from(name).ok());
        let value = value.and_then(|value| HeaderValue::try_from(value).ok());
        if let (Some(name), Some(value)) = (name, value) {
            // One that has no room left is dropped: nobody sends thousands.
            let _ = received.try_append(name, value);
        }
    }
    if received.remove(header::CONTENT_ENCODING).is_some() {
        // Both are about what it was before the browser decoded it.
        received.remove(header::CONTENT_LENGTH);
    }
    received
}

/// The next piece of a body; nothing at its end.
pub(super) async fn read(reader: &Reader) -> Result<Option<Bytes>, TransportError> {
    let read = async {
        let piece = JsFuture::from(reader.read()).await?;
        if Reflect::get(&piece, &"done".into())?.is_truthy() {
            return Ok(None);
        }
        let piece: Uint8Array = Reflect::get(&piece, &"value".into())?.dyn_into()?;
        Ok(Some(piece.to_vec().into()))
    };
    read.await.map_err(|thrown: JsValue| failure(Kind::Closed, &thrown))
}

/// What JavaScript threw, which says little: browsers do not tell a page what they know.
fn failure(kind: Kind, thrown: &JsValue) -> TransportError {
    let message = match thrown.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => "it did not say why".to_owned(),
    };
    TransportError::new(kind, format!("the browser could not fetch: {message}"))
}
