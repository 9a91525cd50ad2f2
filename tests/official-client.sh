#!/usr/bin/env bash
# The mock helpdesk in the live dialect, asked by clients of Deskpro's own: by the SDK for apps, whose clients for the
# API and for custom fields are in the package @deskpro/apps-sdk-core; and as the clients in JavaScript and PHP ask.
#
# Of these two neither is in a registry under the name that its README gives, so `tests/official-client/clients.js`
# sends what they send: through axios 0.17, which carries the one, and byte for byte as Guzzle sends the other's.
#
# Needs Node.js and npm, which nothing else here does; so `.ci/run` leaves it out.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT

# The SDK's optional packages are those that it was made with.
npm install --silent --no-audit --no-fund --no-optional --ignore-scripts --prefix "$work" \
    axios@0.17.1 form-data@4 @deskpro/apps-sdk-core@2.0.0 babel-runtime@6.26.0 jsdom@22.1.0
cargo build --quiet --locked --package deskpro-mock
coproc helpdesk {
    exec "${CARGO_TARGET_DIR:-target}/debug/deskpro-mock" --dialect live --port 0 --count '*=2' --seed 0 --log none
}
pid=$helpdesk_PID
read -r greeting <&"${helpdesk[0]}"
url=${greeting##* }
url=${url%/api/v2}

export NODE_PATH=$work/node_modules
node tests/official-client/apps-sdk.js "$url"
node tests/official-client/tour.js "$url"
