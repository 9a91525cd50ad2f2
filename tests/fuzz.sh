#!/usr/bin/env bash
# Runs every fuzz target of a crate for some seconds, 60 unless said otherwise. Fails when one of them finds something.
#
#     tests/fuzz.sh spec|codegen|runtime|mock-helpdesk [SECONDS]
#
# Needs `cargo install cargo-fuzz`; with `-s none`, which leaves out the sanitizers, stable Rust will do.
set -euo pipefail
cd "$(dirname "$0")/.."

crate=${1:-}
seconds=${2:-60}
if [ -z "$crate" ] || [ ! -d "$crate/fuzz" ]; then
    printf 'which crate? these have targets: %s\n' "$(printf '%s\n' */fuzz | sed 's:/fuzz::' | paste -sd ' ')" >&2
    exit 2
fi
cd "$crate"

# Words that texts are made of; not every crate has them.
options=()
for words in fuzz/*.dict; do
    [ -f "$words" ] && options+=("-dict=$words")
done

found=()
for target in $(cargo fuzz list); do
    printf '\n== %s\n' "$target"
    # What is new goes into the first folder; the second, where there is one, holds the texts to begin with.
    mkdir -p "fuzz/corpus/$target"
    corpora=("fuzz/corpus/$target")
    [ -d "fuzz/seeds/$target" ] && corpora+=("fuzz/seeds/$target")
    cargo fuzz run -s none "$target" "${corpora[@]}" -- \
        "${options[@]}" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
        -verbosity=0 -print_final_stats=1 \
        || found+=("$target")
done

if [ "${#found[@]}" -gt 0 ]; then
    printf '\nfound something: %s; see %s/fuzz/artifacts\n' "${found[*]}" "$crate" >&2
    exit 1
fi
