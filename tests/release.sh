#!/usr/bin/env bash
# What would be published, seen as a user gets it: a clean clone, everything generated fresh, a package of every
# crate, each built by cargo from what is in it; then a program that depends on the client alone, built offline
# against the packages, without the generator and without YAML, and run against recorded answers; and the same with
# the attributes.
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
cargo package --workspace --exclude deskpro-tests --exclude custom-fields --locked --quiet
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
export CARGO_TARGET_DIR=$work/user-target

# Packages in the place of those that the registry would give. The generator is among them, since cargo wants to know
# what a feature could bring, even one that is off.
echo '[patch.crates-io]' > .cargo/config.toml
for name in client runtime macros codegen spec; do
    printf 'deskpro-%s = { path = "%s" }\n' "$name" "$(echo "$work/packages/deskpro-$name"-[0-9]*)" >> .cargo/config.toml
done
cargo run --offline --quiet

step "what it is built with"
cargo tree --offline --quiet --edges normal,build --prefix none --format '{p}' | sed 's/ .*//' | sort -u > "$work/tree"
printf '%s crates\n' "$(wc -l < "$work/tree")"
generator='deskpro.(spec|codegen|macros|mock)|yaml|granit|prettyplease'
! grep --extended-regexp "$generator" "$work/tree" || fail "that is for the generator alone"
! find "$CARGO_TARGET_DIR" | grep --extended-regexp "$generator" || fail "the generator was compiled for the user"
! find "$work"/packages/deskpro-{client,runtime}-* -name '*.y*ml' | grep . || fail "there is YAML in the packages"

step "the same with attributes, which bring the generator and the description"
cargo run --offline --quiet --features macros

step done
