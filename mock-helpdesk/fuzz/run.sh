#!/usr/bin/env bash
# Runs every fuzz target for some seconds, 60 unless said otherwise: `mock-helpdesk/fuzz/run.sh 10`.
# Fails when one of them finds something; needs `cargo install cargo-fuzz`.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds="${1:-60}"
found=()
for target in $(cargo fuzz list); do
    printf '\n== %s\n' "$target"
    # What is new goes into the first folder; the second, where there is one, holds the texts to begin with.
    mkdir -p "fuzz/corpus/$target"
    corpora=("fuzz/corpus/$target")
    [ -d "fuzz/seeds/$target" ] && corpora+=("fuzz/seeds/$target")
    cargo fuzz run -s none "$target" "${corpora[@]}" -- \
        -dict=fuzz/request.dict -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
        -verbosity=0 -print_final_stats=1 \
        || found+=("$target")
done

if [ "${#found[@]}" -gt 0 ]; then
    printf '\nfound something: %s; see mock-helpdesk/fuzz/artifacts\n' "${found[*]}" >&2
    exit 1
fi
