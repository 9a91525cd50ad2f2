#!/usr/bin/env bash
# The client compiles without a warning whatever carries its requests, for this machine and for browsers,
# and contains nothing that it does not need for that.
#
# One family is enough: what the others are made of is the same. With `light`, each transport is compiled in one or
# two combinations, and TLS by AWS-LC and by the platform in none, which are C to compile: `.ci/run` has it so.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${RUSTFLAGS:-}" in
*warnings*) ;;
*) export RUSTFLAGS="${RUSTFLAGS:-} -D warnings" ;;
esac
browser=wasm32-unknown-unknown
if ! rustup target add "$browser" 2>/dev/null; then
    echo "== browsers are left out: the target $browser is not to be had"
    browser=
fi

failed=()
client=(--locked --package deskpro-client --no-default-features)

# Compiles the client with these features, for this machine or the target that follows.
check() {
    local features=$1
    shift
    printf '== %s\n' "${features:-none} $*"
    cargo check --quiet "${client[@]}" --features "account,$features" "$@" \
        || failed+=("${features:-none} $*")
}

# Fails where the client with these features contains one of these crates.
without() {
    local features=$1 crates=$2 tree
    shift 2
    tree=$(cargo tree "${client[@]}" --edges normal --prefix none --features "account,$features" "$@")
    if grep --extended-regexp "^($crates) " <<<"$tree"; then
        failed+=("${features:-none} $* contains that")
    fi
}

tls=(rustls)
[ "${1:-}" = light ] || tls+=(rustls-aws-lc)
if [ "${1:-}" = light ]; then
    echo "== TLS that is C is left out"
elif pkg-config --exists openssl 2>/dev/null; then
    tls+=(native-tls native-tls,rustls)
else
    echo "== native-tls is left out: there is no OpenSSL to compile against"
fi

check ""
if [ "${1:-}" = light ]; then
    for features in hyper rustls,gzip,http2 blocking,gzip,tracing reqwest tower; do
        check "$features"
    done
else
    for features in hyper hyper,gzip hyper,http2 tracing; do
        check "$features"
    done
    for features in "${tls[@]}"; do
        check "$features"
        check "$features,gzip,http2"
    done
    check rustls,rustls-native-roots
    for features in blocking blocking,gzip,tracing blocking,rustls-native-roots blocking,hyper; do
        check "$features"
    done
    for features in reqwest tower fetch; do
        check "$features"
    done
fi
check rustls,gzip,http2,rustls-native-roots,blocking,reqwest,tower,fetch,tracing
if [ -n "$browser" ] && [ "${1:-}" = light ]; then
    check fetch,tracing,gzip --target "$browser"
elif [ -n "$browser" ]; then
    for features in "" tracing tower fetch fetch,tracing,gzip; do
        check "$features" --target "$browser"
    done
fi

asynchronous='tokio|hyper|hyper-util'
encryption='rustls|ring|aws-lc-rs|native-tls|openssl'
without "" "$asynchronous|$encryption|ureq|flate2|http-body"
without blocking "$asynchronous|aws-lc-rs|native-tls|openssl|flate2"
without tower "$asynchronous|$encryption"
if [ -n "$browser" ]; then
    without "" "$asynchronous|$encryption|futures-timer" --target "$browser"
    without fetch "$asynchronous|$encryption" --target "$browser"
fi
without fetch 'js-sys|web-sys|wasm-bindgen'
without hyper "$encryption|h2|ureq|flate2"
without native-tls 'rustls|ring|aws-lc-rs|h2'
without rustls-aws-lc ring
without default 'ureq|reqwest|h2|aws-lc-rs|native-tls|openssl|hyper-rustls'

if [ "${#failed[@]}" -gt 0 ]; then
    printf 'failed: %s\n' "${failed[@]}" >&2
    exit 1
fi
