//! TLS, against servers with certificates of their own.

use std::sync::{Arc, mpsc};

use deskpro_runtime::transport::TransportErrorKind as Kind;
use rcgen::{CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::{io::AsyncWriteExt, net::TcpStream};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        RootCertStore, ServerConfig,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
        server::WebPkiClientVerifier,
    },
};

use crate::{
    requests::{Made, failed, get, whole},
    server::{Seen, Server, ok, read_request},
};

/// Tests of TLS, for one transport.
macro_rules! encryption {
    ($made:expr) => {
        tests_of! { encryption, $made;
            servers_with_a_certificate_that_is_trusted_are_spoken_to,
            certificates_that_nobody_trusts_are_refused,
            certificates_of_another_host_are_refused,
            what_does_not_speak_tls_is_a_tls_error,
        }
    };
}

/// Who vouches for the certificates of a test.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

/// A certificate with its key, both in PEM.
pub(crate) struct Certified {
    pub(crate) chain: String,
    pub(crate) key: String,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::new([]).unwrap();
        params.distinguished_name.push(rcgen::DnType::CommonName, "authority");
        params.is_ca = IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    pub(crate) fn pem(&self) -> String {
        self.0.pem()
    }

    /// A certificate for this host.
    pub(crate) fn certify(&self, host: &str) -> Certified {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new([host.to_owned()]).unwrap();
        let chain = params.signed_by(&key, &self.0).unwrap().pem();
        Certified { chain, key: key.serialize_pem() }
    }
}

/// What a server encrypts with; it asks clients for certificates of `clients`, where there are any.
pub(crate) fn acceptor(
    certified: &Certified,
    clients: Option<&Authority>,
    protocols: &[&str],
) -> TlsAcceptor {
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider.clone());
    let builder = builder.with_safe_default_protocol_versions().unwrap();
    let chain = CertificateDer::pem_slice_iter(certified.chain.as_bytes());
    let key = PrivateKeyDer::from_pem_slice(certified.key.as_bytes()).unwrap();
    let builder = match clients {
        None => builder.with_no_client_auth(),
        Some(authority) => {
            let mut roots = RootCertStore::empty();
            roots.add(authority.0.der().clone()).unwrap();
            let roots = Arc::new(roots);
            let verifier = WebPkiClientVerifier::builder_with_provider(roots, provider);
            builder.with_client_cert_verifier(verifier.build().unwrap())
        }
    };
    let mut config = builder.with_single_cert(chain.map(Result::unwrap).collect(), key).unwrap();
    config.alpn_protocols = protocols.iter().map(|&name| name.into()).collect();
    Arc::new(config).into()
}

/// Answers the requests of an encrypted connection; one that does not come about is none.
async fn serve(stream: TcpStream, seen: Seen, acceptor: TlsAcceptor) {
    let Ok(mut stream) = acceptor.accept(stream).await else { return };
    while let Some(request) = read_request(&mut stream).await {
        seen.lock().unwrap().push(request);
        stream.write_all(ok("{}").as_bytes()).await.unwrap();
    }
}

pub(crate) fn encrypted(acceptor: TlsAcceptor) -> Server {
    Server::start(move |stream, seen| serve(stream, seen, acceptor.clone()))
}

pub(crate) fn url(server: &Server, host: &str) -> String {
    format!("https://{host}:{}/", server.address.port())
}

pub(crate) async fn servers_with_a_certificate_that_is_trusted_are_spoken_to(made: Made) {
    let authority = Authority::new();
    for host in ["localhost", "127.0.0.1"] {
        let server = encrypted(acceptor(&authority.certify(host), None, &[]));
        let transport = (made.trusting)(&authority.pem());
        for _ in 0..2 {
            assert_eq!(whole(&transport, get(&url(&server, host))).await.body, "{}");
        }
        let [request, _] = server.requests().try_into().unwrap();
        let host = format!("\r\nhost: {host}:{}\r\n", server.address.port());
        assert!(request.starts_with("GET / HTTP/1.1\r\n") && request.contains(&host), "{request}");
    }
}

pub(crate) async fn certificates_that_nobody_trusts_are_refused(made: Made) {
    let (authority, other) = (Authority::new(), Authority::new());
    let server = encrypted(acceptor(&authority.certify("localhost"), None, &[]));
    for transport in [(made.plain)(), (made.trusting)(&other.pem())] {
        assert_eq!(failed(&transport, get(&url(&server, "localhost"))).await, Kind::Tls);
    }
    assert!(server.requests().is_empty());
}

pub(crate) async fn certificates_of_another_host_are_refused(made: Made) {
    let authority = Authority::new();
    let server = encrypted(acceptor(&authority.certify("example.com"), None, &[]));
    let transport = (made.trusting)(&authority.pem());
    assert_eq!(failed(&transport, get(&url(&server, "localhost"))).await, Kind::Tls);
    assert!(server.requests().is_empty());
}

pub(crate) async fn what_does_not_speak_tls_is_a_tls_error(made: Made) {
    let server = Server::start(|mut stream, _| async move {
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        crate::server::until_closed(stream).await;
    });
    assert_eq!(failed(&(made.plain)(), get(&url(&server, "localhost"))).await, Kind::Tls);
}

/// A server that does not go on with TLS, but tells when somebody wants to begin; and one that goes on
/// for as many as it is told to.
pub(crate) fn reluctant(acceptor: TlsAcceptor) -> (Server, mpsc::Sender<()>) {
    let (go_on, goes_on) = mpsc::channel();
    let goes_on = Arc::new(std::sync::Mutex::new(goes_on));
    let server = Server::start(move |stream, seen| {
        let (goes_on, acceptor) = (goes_on.clone(), acceptor.clone());
        async move {
            seen.lock().unwrap().push("connected".to_owned());
            let told = tokio::task::spawn_blocking(move || goes_on.lock().unwrap().recv());
            if told.await.unwrap().is_ok() {
                serve(stream, seen, acceptor).await;
            }
        }
    });
    (server, go_on)
}
