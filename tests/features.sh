#!/usr/bin/env bash
# The client compiles without a warning whatever its families: each alone, none, the default, all; and
# each of these without and with the operations that were never seen at work.
#
# All combinations share one target folder, so that only the client itself is checked again and again.
set -euo pipefail
cd "$(dirname "$0")/.."

manifest=generated-client/Cargo.toml

# The families are the features that turn nothing on, but for `unverified`.
mapfile -t families < <(sed -n '/^\[features\]/,/^\[dependencies\]/s/^\([a-z-]*\) = \[\]$/\1/p' "$manifest" \
    | grep --invert-match --line-regexp unverified)
if [ "${#families[@]}" -lt 2 ]; then
    echo "no families found in $manifest" >&2
    exit 1
fi

failed=()
check() {
    local features=$1
    printf '== %s\n' "${features:-none}"
    cargo clippy --quiet --locked --package deskpro-client --no-default-features \
        --features "$features" -- --deny warnings || failed+=("${features:-none}")
}

for features in "" "${families[@]}" default full; do
    check "$features"
    check "${features:+$features,}unverified"
done

if [ "${#failed[@]}" -gt 0 ]; then
    printf 'failed: %s\n' "${failed[@]}" >&2
    exit 1
fi
