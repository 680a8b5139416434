#!/usr/bin/env bash
# Prints a page on A4 and leaves a picture of its first two sheets side by side. `make docs` calls it.
#
#   picture-pages.sh PAGE PICTURE
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser() {
    chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" \
        --allow-file-access-from-files "$@" 2>>"$work/browser.log" || { cat "$work/browser.log" >&2; return 1; }
}

browser --no-pdf-header-footer --print-to-pdf="$work/pages.pdf" "file://$1"
pdftoppm -r 80 -f 1 -l 2 -png "$work/pages.pdf" "$work/page"
{
    echo '<body style="margin: 8px; background: #8a9099; display: flex; gap: 16px">'
    for page in "$work"/page*.png; do printf '<img src="file://%s">\n' "$page"; done
} >"$work/pair.html"
browser --window-size=1354,951 --hide-scrollbars --screenshot="$work/pair.png" "file://$work/pair.html"
cp "$work/pair.png" "$2"
