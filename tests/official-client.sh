#!/usr/bin/env bash
# The mock helpdesk in the live dialect, asked as the official clients in JavaScript and PHP ask.
#
# Neither is in a registry under the name that its README gives, so `tests/official-client/clients.js` sends what
# they send: through axios 0.17, which carries the one, and byte for byte as Guzzle sends the other's requests.
#
# Needs Node.js and npm, which nothing else here does; so `.ci/run` leaves it out.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" axios@0.17.1 form-data@4
cargo build --quiet --locked --package deskpro-mock --example serve
# It serves until its input ends, so until the end of this script.
coproc helpdesk { exec "${CARGO_TARGET_DIR:-target}/debug/examples/serve" live; }
pid=$helpdesk_PID
read -r url <&"${helpdesk[0]}"

NODE_PATH=$work/node_modules node tests/official-client/tour.js "$url"
