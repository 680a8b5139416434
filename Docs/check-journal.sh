#!/bin/sh
# Recomputes the chain of a ledger with nothing but sqlite3 and sha256sum, as Journal.md describes it.
# Usage: check-journal.sh LEDGER
# Prints the last entry's anchor; exits with 1 at the first entry whose hash is not that of its contents, and where the
# ledger cannot be read to its end.
set -eu
ledger=${1:?usage: check-journal.sh LEDGER}

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

[ -f "$ledger" ] || fail "$ledger: there is no such file"

# What sqlite3 reads goes to a file first: of one that a pipe feeds, the shell would not learn that sqlite3 gave up
# midway, and would call the entries before that all of them.
entries=$(mktemp)
trap 'rm -f "$entries"' EXIT
trap 'exit 1' HUP INT TERM

read_ledger() {
    sqlite3 -readonly -separator "$(printf '\t')" "$ledger" "$1" >"$entries" || fail "$ledger cannot be read"
}

# A view or a virtual table has no page of its own, and shows whatever it likes.
read_ledger "SELECT count(*) FROM sqlite_master WHERE lower(name) = 'journal' AND type = 'table' AND rootpage > 0"
[ "$(cat "$entries")" = 1 ] || fail "$ledger has no table called journal"

read_ledger 'PRAGMA integrity_check'
[ "$(cat "$entries")" = ok ] || fail "$ledger cannot be read: $(head -n 1 "$entries")"

# No column holds a control character: they are numbers, codes, days, times and one line of JSON. One that did, a NUL or
# a newline, would hide from this script what stands behind it, so SQLite is asked for that first.
read_ledger "
    WITH entry AS (
        SELECT *, recorded_at || '|' || actor || '|' || kind || '|' || day || '|' || body || '|' || hash AS content
        FROM journal)
    SELECT seq,
        instr(CAST(content AS BLOB), x'00') > 0 OR content GLOB '*[' || char(1) || '-' || char(31) || ']*',
        recorded_at, actor, kind, day, body, hash
    FROM entry ORDER BY seq"

previous=$(printf '%064d' 0)
expected=1
while IFS="$(printf '\t')" read -r seq hidden recorded_at actor kind day body hash; do
    [ "$seq" = "$expected" ] || fail "entry $expected is missing"
    [ "$hidden" = 0 ] || fail "entry $seq: it holds a control character, which no entry does"
    computed=$(printf '%s\n' "$previous" "$seq" "$recorded_at" "$actor" "$kind" "$day" "$body" | sha256sum)
    [ "${computed%% *}" = "$hash" ] || fail "entry $seq: the hash is not that of its contents"
    previous=$hash
    expected=$((expected + 1))
done <"$entries"
[ "$expected" != 1 ] || fail 'there are no entries'
echo "in order: $((expected - 1)) entries, anchor $((expected - 1)):$previous"
