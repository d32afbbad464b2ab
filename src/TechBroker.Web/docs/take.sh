#!/usr/bin/env bash
# Takes the pictures in this folder anew, and pages.md (what each page weighs, what axe-core found), from a run of the browser tests on
# fresh demo data: every main page in Chinese and English on a desk and on a phone, light or dark, and the journey of one need.
# Wants what the browser tests want, and cwebp (apt-get install webp). About a quarter of an hour.
set -euo pipefail
cd "$(dirname "$0")/../../.."
docs=src/TechBroker.Web/docs
taken=${1:-}
if [ -z "$taken" ]; then
  taken=$(mktemp -d)
  trap 'rm -rf "$taken"' EXIT
  # The journey by itself first: what it leaves would stand in the other pictures.
  TECHBROKER_PICTURES=$taken dotnet test tests/TechBroker.BrowserTests -c Release --filter FullyQualifiedName~JourneyTests
  TECHBROKER_PICTURES=$taken dotnet test tests/TechBroker.BrowserTests -c Release --no-build --filter FullyQualifiedName~PagesTests
fi

rm -rf "$docs/zh" "$docs/en"
mkdir "$docs/zh" "$docs/en"
for picture in "$taken"/{zh,en}/*.png; do
  # Width and height stand in the ninth and following bytes of a PNG's first chunk, four each.
  read -r width height < <(od -An -tu1 -j16 -N8 "$picture" | awk '{ print $1 * 16777216 + $2 * 65536 + $3 * 256 + $4, $5 * 16777216 + $6 * 65536 + $7 * 256 + $8 }')
  # A long list shows no more further down.
  most=$((width > 600 ? 1500 : 1100))
  scale=$((width > 600 ? 1080 : width))
  cwebp -quiet -q 45 -m 6 -crop 0 0 "$width" "$((height < most ? height : most))" -resize "$scale" 0 "$picture" \
    -o "$docs/$(basename "$(dirname "$picture")")/$(basename "${picture%.png}").webp"
done
cp "$taken/pages.md" "$docs/pages.md"
du -sh "$docs"
