#!/usr/bin/env bash
# Looks at the pages as a reader's browser does: printed to PDF every section, anchor and page number is there, no width
# makes the page scroll sideways, and axe-core finds nothing in light or dark. Installs nothing; says what is missing.
#
#   check-report.sh PROGRAM LEDGER [AXE_MIN_JS]
set -euo pipefail

if [ $# -lt 2 ]; then
    echo "usage: $0 PROGRAM LEDGER [AXE_MIN_JS]" >&2
    exit 64
fi
program=$(realpath "$1")
MITBUDGET_LEDGER=$(realpath "$2")
export MITBUDGET_LEDGER
axe=${3:-}

missing=()
for tool in chromium pdfinfo pdftotext; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
if [ -z "$axe" ]; then
    axe=$(python3 -c 'import os, axe_core_python as a; print(os.path.dirname(a.__file__) + "/axe.min.js")' \
        2>/dev/null) || axe=
fi
[ -s "$axe" ] || missing+=('axe.min.js')
if [ "${#missing[@]}" -gt 0 ]; then
    echo "missing: ${missing[*]}" >&2
    echo 'On Debian: apt-get install chromium poppler-utils; pip install axe-core-python' >&2
    exit 69
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$axe" "$work/axe.min.js"
failures=0

fail() {
    printf 'not ok: %s\n' "$*" >&2
    failures=$((failures + 1))
}

browser() {
    chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" "$@" \
        2>>"$work/browser.log"
}

# The page with axe and a probe in it, which its own policy would not let run.
instrument() { # PAGE COPY
    sed 's/<meta http-equiv="Content-Security-Policy"[^>]*>//' "$1" >"$2"
    cat >>"$2" <<'PROBE'
<script src="axe.min.js"></script>
<script>
addEventListener('load', async () => {
  const root = document.scrollingElement;
  const lines = [];
  if (root.scrollWidth > innerWidth) lines.push(`sideways scroll: ${root.scrollWidth} px in ${innerWidth} px`);
  const { violations, passes } = await axe.run(document);
  for (const { id, nodes } of violations) lines.push(`axe: ${id}: ${nodes[0].html.slice(0, 200)}`);
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  lines.push(`looked at ${innerWidth} px, ${scheme}, ${passes.length > 20 ? 'many' : 'few'} rules passed`);
  parent.postMessage(lines.join('\n'), '*');
});
</script>
PROBE
}

# What the probe says of a page at both widths, in frames, since a window is never as narrow as a phone.
probe() { # COPY SCHEME
    local preferred=1 name
    name=$(basename "$1")
    [ "$2" = dark ] && preferred=0
    cat >"$work/frame.html" <<FRAME
<!DOCTYPE html><title>frame</title><pre id="said"></pre>
<script>onmessage = message => { document.getElementById('said').textContent += message.data + '\n'; };</script>
<iframe src="$name" style="width: 360px; height: 900px; border: 0"></iframe>
<iframe src="$name" style="width: 1280px; height: 900px; border: 0"></iframe>
FRAME
    browser --blink-settings=preferredColorScheme="$preferred" --window-size=1800,1000 --hide-scrollbars \
        --allow-file-access-from-files --virtual-time-budget=60000 --dump-dom "file://$work/frame.html" |
        tr '\n' '\t' | grep -o '<pre id="said">[^<]*' | cut -d '>' -f 2- | tr '\t' '\n' | grep . | LC_ALL=C sort
}

check_screen() { # NAME PAGE
    local name=$1 said scheme hoped
    instrument "$2" "$work/$name-probe.html"
    for scheme in light dark; do
        said=$(probe "$work/$name-probe.html" "$scheme") || said='the probe said nothing'
        hoped=$(printf 'looked at %s px, '"$scheme"', many rules passed\n' 1280 360)
        [ "$said" = "$hoped" ] || fail "$name on a $scheme screen: $said"
    done
}

check_paper() { # NAME PAGE LANGUAGE HEADINGS ANCHOR
    local name=$1 pdf="$work/$1.pdf" heading page pages count=0 text number
    browser --no-pdf-header-footer --print-to-pdf="$pdf" "file://$2"
    text=$(pdftotext -layout "$pdf" -)
    while IFS= read -r heading; do
        count=$((count + 1))
        grep -qF -- "$heading" <<<"$text" || fail "$name on paper: no heading '$heading'"
    done < <(grep -o '<h2>[^<]*' "$2" | sed 's/<h2>//')
    [ "$count" -eq "$4" ] || fail "$name: $count headings instead of $4"
    pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
    pdfinfo "$pdf" | grep -q 'A4' || fail "$name on paper: not A4"
    for ((page = 1; page <= pages; page++)); do
        text=$(pdftotext -layout -f "$page" -l "$page" "$pdf" -)
        case $3 in
        da) number="Side $page af $pages" ;;
        *) number="Page $page of $pages" ;;
        esac
        # The last line is the foot of the page, so the anchor in the report's own text does not count.
        text=$(grep -v '^[[:space:]]*$' <<<"$text" | tail -n 1 | tr -d '\f')
        [[ $text == *"$5"*"$number"* ]] || fail "$name on paper: page $page ends in '$text'"
    done
    printf '%s: %s headings, %s pages\n' "$name" "$count" "$pages"
}

# First that the probe would notice: a page that is too wide, with a picture that no one described.
printf '<!DOCTYPE html><title>x</title><div style="width: 2000px">x</div><img src="x">\n' >"$work/bad.html"
instrument "$work/bad.html" "$work/bad-probe.html"
said=$(probe "$work/bad-probe.html" light)
for fault in 'sideways scroll: [0-9]* px in 360 px' 'axe: html-has-lang' 'axe: image-alt'; do
    grep -q "$fault" <<<"$said" || fail "the probe itself: it overlooks '$fault'"
done

status=$("$program" status --format json)
day() { grep -o "\"$1\":\"[0-9-]*\"" <<<"$status" | head -n 1 | cut -d '"' -f 4; }
from=$(day firstDay)
to=$(day lastDay)
anchor=$("$program" anchor)
# A period that nothing happened in prints every section too.
empty=1999-01-01

for language in da en; do
    "$program" report --from "$from" --to "$to" --language "$language" --format html >"$work/report-$language.html"
    "$program" report --from "$empty" --to "$empty" --language "$language" --format html >"$work/empty-$language.html"
    "$program" status --language "$language" --format html >"$work/status-$language.html"
    for name in report empty status; do
        page="$work/$name-$language.html"
        headings=14
        [ "$name" = status ] && headings=5
        check_paper "$name-$language" "$page" "$language" "$headings" "$anchor"
        # What differs between the languages on a screen is only words; a period without entries is seen in one.
        [ "$name-$language" = empty-en ] || check_screen "$name-$language" "$page"
    done
done

if [ "$failures" -gt 0 ]; then
    printf '%s failed\n' "$failures" >&2
    exit 1
fi
echo 'the pages hold, on paper and on screen'
