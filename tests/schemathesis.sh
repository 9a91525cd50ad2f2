#!/usr/bin/env bash
# The mock helpdesk against its own OpenAPI document, in both dialects: Schemathesis makes up requests, right
# and wrong ones, and looks at every answer. Some seven minutes. A number makes more of them: `50` for each
# operation; `live` or `guide` alone asks in that dialect only.
#
# Needs Python 3.10 or later with venv and pip; so `.ci/run` leaves it out.
set -euo pipefail
cd "$(dirname "$0")/.."

examples=10
dialects=(guide live)
for argument in "$@"; do
    case $argument in
    guide | live) dialects=("$argument") ;;
    *) examples=$argument ;;
    esac
done

work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'schemathesis==4.32.5'
cargo build --quiet --locked --package deskpro-mock
cargo build --quiet --locked --package deskpro-codegen
target=${CARGO_TARGET_DIR:-target}/debug
export PYTHONPATH=$PWD/tests/schemathesis PYTHONDONTWRITEBYTECODE=1

failed=()
for dialect in "${dialects[@]}"; do
    printf '\n== %s\n' "$dialect"
    "$target/deskpro-codegen" openapi --dialect "$dialect" --out "$work/$dialect.json"
    coproc helpdesk {
        exec "$target/deskpro-mock" --dialect "$dialect" --port 0 --count '*=2' --seed 0 --log none \
            --any-reference
    }
    pids+=("$helpdesk_PID")
    read -r greeting <&"${helpdesk[0]}"
    url=${greeting##* }
    (cd "$work" && venv/bin/schemathesis --config-file "$OLDPWD/tests/schemathesis/schemathesis.toml" \
        run "$dialect.json" --url "$url" --header "Authorization: key 1:MOCKHELPDESK" \
        --max-examples "$examples" --generation-deterministic --no-color) || failed+=("$dialect")
    kill "$helpdesk_PID"
    # The signal may come before the helpdesk listens for it, and it ends with an error then.
    wait "$helpdesk_PID" 2>/dev/null || true
done

if [ "${#failed[@]}" -gt 0 ]; then
    printf 'failed: %s\n' "${failed[@]}" >&2
    exit 1
fi
