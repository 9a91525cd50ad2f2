#!/usr/bin/env bash
# The status page of the mock helpdesk in a browser: Chromium, without a window.
#
# Needs what nothing else here needs, so that `.ci/run` leaves it out:
#   apt-get install chromium chromium-driver python3
set -euo pipefail
cd "$(dirname "$0")/.."

for program in chromium chromedriver python3; do
    if ! command -v "$program" >/dev/null; then
        echo "$program is not there: the start of $0 says what is needed" >&2
        exit 1
    fi
done
cargo build --quiet --locked --package deskpro-mock
exec python3 tests/status-page/test.py "${CARGO_TARGET_DIR:-target}/debug/deskpro-mock"
