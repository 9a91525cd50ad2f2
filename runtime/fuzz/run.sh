#!/usr/bin/env bash
# Runs every fuzz target for some seconds, 60 unless said otherwise: `runtime/fuzz/run.sh 10`.
# Fails when one of them finds something; needs `cargo install cargo-fuzz`.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds="${1:-60}"
found=()
for target in $(cargo fuzz list); do
    printf '\n== %s\n' "$target"
    mkdir -p "fuzz/corpus/$target"
    # What is new goes into the first folder, the second holds the texts to begin with.
    cargo fuzz run -s none "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
        -dict=fuzz/answer.dict -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -verbosity=0 -print_final_stats=1 \
        || found+=("$target")
done

if [ "${#found[@]}" -gt 0 ]; then
    printf '\nfound something: %s; see runtime/fuzz/artifacts\n' "${found[*]}" >&2
    exit 1
fi
