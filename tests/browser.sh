#!/usr/bin/env bash
# The client in a browser: Chromium, without a window, against a helpdesk on this machine.
#
# Needs what nothing else here needs, so that `.ci/run` leaves it out:
#   rustup target add wasm32-unknown-unknown
#   apt-get install chromium chromium-driver
#   cargo install wasm-bindgen-cli --version <that of wasm-bindgen in tests/browser/Cargo.lock>
set -euo pipefail
cd "$(dirname "$0")/browser"

version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
for program in chromium chromedriver wasm-bindgen-test-runner; do
    if ! command -v "$program" >/dev/null; then
        echo "$program is not there: the start of $0 says what is needed" >&2
        exit 1
    fi
done
if [ "$(wasm-bindgen-test-runner --version)" != "wasm-bindgen-test-runner $version" ]; then
    echo "run: cargo install wasm-bindgen-cli --version $version" >&2
    exit 1
fi

# The helpdesk says where it is, and serves until the end of this script.
cargo build --quiet --locked
coproc helpdesk { exec target/debug/deskpro-browser-tests; }
pid=$helpdesk_PID
trap 'kill "$pid" 2>/dev/null' EXIT
read -r HELPDESK <&"${helpdesk[0]}"
export HELPDESK

export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
CHROMEDRIVER=$(command -v chromedriver)
export CHROMEDRIVER
cargo test --locked --target wasm32-unknown-unknown
