#!/usr/bin/env bash
# What would be published, seen as a user gets it: a clean clone, everything generated fresh, a package of every
# crate, each built by cargo from what is in it; then a program that depends on the client alone, built offline
# against the packages, without the generator and without YAML, and run against recorded answers.
#
#     tests/release.sh [COMMIT]
#
# Needs what `cargo build` needs, and git. Everything goes into a folder that is gone afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0
export CARGO_TARGET_DIR=$work/target

step() { printf '\n== %s (%s s)\n' "$*" "$SECONDS"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

commit=$(git rev-parse --verify "${1:-HEAD}^{commit}")
step "clean clone of $(git log -1 --format='%h %s' "$commit")"
[ -n "${1:-}" ] || [ -z "$(git status --porcelain)" ] || echo "what is not committed is left out"
git clone --quiet --no-hardlinks . "$work/clone"
git -C "$work/clone" checkout --quiet --detach "$commit"
cd "$work/clone"

step "generated client and reference are fresh"
cargo codegen check
cargo codegen lint

step "packages, each built from what is in it"
cargo package --workspace --exclude deskpro-tests --locked --quiet
[ -z "$(git status --porcelain)" ] || fail "packaging changed the clone"

step "what is in them"
mkdir "$work/packages"
for package in "$CARGO_TARGET_DIR"/package/*.crate; do
    tar --extract --gzip --file "$package" --directory "$work/packages"
    folder=$work/packages/$(basename "$package" .crate)
    printf '%-28s %4d files %7d bytes packed %8d unpacked\n' "$(basename "$package")" \
        "$(find "$folder" -type f | wc -l)" "$(stat --format %s "$package")" "$(du --apparent-size --bytes --summarize "$folder" | cut -f 1)"
    for file in LICENSE-MIT LICENSE-APACHE README.md Cargo.toml src; do
        [ -s "$folder/$file" ] || fail "$file is missing in $package"
    done
    # What people build with, and read; no tests, fuzzing, comparisons or leftovers.
    superfluous=$(cd "$folder" && find . -type f | grep --extended-regexp --invert-match \
        '^\./(src/.*\.rs|src/.*\.(html|css|js)|deskpro/.*\.yaml|schema\.json|[A-Z]+\.md|LICENSE-[A-Z]+|Cargo\.(toml|toml\.orig|lock)|\.cargo_vcs_info\.json)$' || true)
    [ -z "$superfluous" ] || fail "superfluous in $package:"$'\n'"$superfluous"
done

step "a program that uses the client, offline"
cp -r tests/release "$work/user"
# Versions as they were tested; nothing is looked up.
cp Cargo.lock "$work/user/Cargo.lock"
cd "$work/user"
mkdir .cargo
{
    echo '[patch.crates-io]'
    for folder in "$work"/packages/*; do
        printf '%s = { path = "%s" }\n' "$(basename "$folder" | sed 's/-[0-9].*//')" "$folder"
    done
} > .cargo/config.toml
cargo build --offline --quiet
cargo run --offline --quiet

step "what the user builds with"
# Of every kind of dependency: the generator must not even be compiled to compile something else.
cargo tree --offline --edges normal,build --prefix none --format '{p}' | sed 's/ .*//' | sort -u > "$work/tree"
printf '%s crates\n' "$(wc -l < "$work/tree")"
if grep --extended-regexp 'deskpro-(spec|codegen|macros|mock)|yaml|granit|^syn$|prettyplease' "$work/tree"; then
    fail "these are for the generator alone"
fi
for name in deskpro_spec deskpro_codegen granit_parser; do
    if find "$CARGO_TARGET_DIR/debug/deps" -newer Cargo.toml -name "*$name*" | grep .; then
        fail "$name was compiled for the user"
    fi
done
find "$work"/packages/deskpro-client-* "$work"/packages/deskpro-runtime-* -name '*.y*ml' | grep . && fail "there is YAML"

step done
