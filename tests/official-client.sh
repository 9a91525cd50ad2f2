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
cargo build --quiet --locked --package deskpro-mock
coproc helpdesk {
    exec "${CARGO_TARGET_DIR:-target}/debug/deskpro-mock" --dialect live --port 0 --count '*=2' --seed 0 --log none
}
pid=$helpdesk_PID
read -r greeting <&"${helpdesk[0]}"
url=${greeting##* }
url=${url%/api/v2}

NODE_PATH=$work/node_modules node tests/official-client/tour.js "$url"
