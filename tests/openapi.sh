#!/usr/bin/env bash
# The OpenAPI document in both versions and both dialects, judged by others: openapi-spec-validator, and the
# linter of Redocly, which must find no errors. As YAML it must say the same, and Prism must answer every operation
# as the document says, with its examples; it serves on this machine only, and ends with its questions.
#
# Needs Python with venv and pip, and Node.js with npm, which nothing else here does; so `.ci/run` leaves it out.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'openapi-spec-validator==0.9.0'
npm install --silent --no-audit --no-fund --prefix "$work" @redocly/cli@2.77.0 @stoplight/prism-cli@5.14.2

failed=()
for version in 3.1 3.0; do
    for dialect in guide live; do
        document=$work/$dialect-$version.json
        printf '\n== OpenAPI %s, %s\n' "$version" "$dialect"
        cargo codegen openapi --version "$version" --dialect "$dialect" --out "$document"
        "$work/venv/bin/openapi-spec-validator" "$document" || failed+=("validator $version $dialect")
        # Examples show what matters of an object, so that they lack what schemas require.
        REDOCLY_TELEMETRY=off "$work/node_modules/.bin/redocly" lint --extends recommended \
            --skip-rule no-invalid-media-type-examples --skip-rule no-invalid-schema-examples \
            "$document" || failed+=("redocly $version $dialect")
    done

    printf '\n== OpenAPI %s as YAML, served by Prism\n' "$version"
    cargo codegen openapi --version "$version" --out "$work/api.yaml"
    "$work/venv/bin/python" tests/openapi/same.py "$work/guide-$version.json" "$work/api.yaml" ||
        failed+=("yaml $version")
    node tests/openapi/ask-prism.mjs "$work/node_modules/.bin/prism" "$work/api.yaml" "$work/guide-$version.json" ||
        failed+=("prism $version")
done

if [ "${#failed[@]}" -gt 0 ]; then
    printf 'failed: %s\n' "${failed[@]}" >&2
    exit 1
fi
