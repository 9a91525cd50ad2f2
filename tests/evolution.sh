#!/usr/bin/env bash
# What `cargo codegen diff` says of one-step edits, held against callers that are compiled, and against
# cargo-semver-checks: all of `codegen/tests/evolution/edits.yaml`. `cargo test` compiles callers for some.
#
# Installs cargo-semver-checks into a folder that is gone afterwards, unless there is one. It reads the form of
# documentation that Rust 1.95 writes, so its version is fixed. About fifteen minutes on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v cargo-semver-checks > /dev/null; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cargo install cargo-semver-checks --version 0.51.0 --locked --quiet --root "$work"
    PATH=$work/bin:$PATH
fi
DESKPRO_EVOLUTION=all cargo test --package deskpro-codegen --test evolution -- --nocapture
