//! Settings for rustls.

use std::sync::Arc;

use ::rustls::{
    ClientConfig, RootCertStore,
    crypto::CryptoProvider,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};

use super::{EMPTY, IDENTITY, Identity, ROOTS, TlsSettings, unusable};
use crate::transport::TransportError;

/// What rustls needs to know.
///
/// # Errors
///
/// When a certificate or a key cannot be used.
pub(in crate::transport) fn config(settings: &TlsSettings) -> Result<ClientConfig, TransportError> {
    settings.check()?;
    let builder = ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .map_err(|error| unusable("the version of TLS", error))?
        .with_root_certificates(roots(settings)?);
    match &settings.identity {
        None => Ok(builder.with_no_client_auth()),
        Some(identity) => {
            let key = PrivateKeyDer::from_pem_slice(&identity.key);
            let key = key.map_err(|error| unusable(IDENTITY, error))?;
            let client = builder.with_client_auth_cert(chain(identity)?, key);
            client.map_err(|error| unusable(IDENTITY, error))
        }
    }
}

/// The certificates of a text in PEM.
pub(in crate::transport) fn certificates(
    pem: &[u8],
    what: &str,
) -> Result<Vec<CertificateDer<'static>>, TransportError> {
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    match certificates.map_err(|error| unusable(what, error))? {
        empty if empty.is_empty() => Err(unusable(what, EMPTY)),
        certificates => Ok(certificates),
    }
}

/// The certificates of an identity.
pub(in crate::transport) fn chain(
    identity: &Identity,
) -> Result<Vec<CertificateDer<'static>>, TransportError> {
    certificates(&identity.chain, IDENTITY)
}

/// Named, because rustls has no default where a program contains two.
fn provider() -> Arc<CryptoProvider> {
    #[cfg(feature = "rustls-aws-lc")]
    return Arc::new(::rustls::crypto::aws_lc_rs::default_provider());
    #[cfg(not(feature = "rustls-aws-lc"))]
    return Arc::new(::rustls::crypto::ring::default_provider());
}

fn roots(settings: &TlsSettings) -> Result<RootCertStore, TransportError> {
    let mut roots = match settings.only_these_roots {
        true => RootCertStore::empty(),
        false => default_roots()?,
    };
    for pem in &settings.roots {
        for certificate in certificates(pem, ROOTS)? {
            roots.add(certificate).map_err(|error| unusable(ROOTS, error))?;
        }
    }
    Ok(roots)
}

/// Mozilla's.
#[cfg(not(feature = "rustls-native-roots"))]
fn default_roots() -> Result<RootCertStore, TransportError> {
    Ok(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() })
}

/// The platform's. Some of them are older than what rustls reads.
#[cfg(feature = "rustls-native-roots")]
fn default_roots() -> Result<RootCertStore, TransportError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(platform_roots()?);
    Ok(roots)
}

/// The certificates that the platform trusts.
#[cfg(feature = "rustls-native-roots")]
pub(in crate::transport) fn platform_roots() -> Result<Vec<CertificateDer<'static>>, TransportError>
{
    let found = rustls_native_certs::load_native_certs();
    match (found.certs.is_empty(), found.errors.into_iter().next()) {
        // What could not be read matters only where nothing else was there.
        (true, Some(error)) => {
            Err(unusable("the platform's store of certificates", &error).with_source(error))
        }
        _ => Ok(found.certs),
    }
}
