#!/bin/sh
# Recomputes the chain of a ledger with nothing but sqlite3 and sha256sum, as Journal.md describes it.
# Usage: check-journal.sh LEDGER
# Prints the last entry's anchor; exits with 1 at the first entry whose hash is not that of its contents.
set -eu
ledger=${1:?usage: check-journal.sh LEDGER}

previous=$(printf '%064d' 0)
expected=1
# No column holds a control character: they are numbers, codes, days, times and one line of JSON. One that did, a NUL or
# a newline, would hide from this script what stands behind it, so SQLite is asked for that first.
sqlite3 -readonly -separator "$(printf '\t')" "$ledger" "
    WITH entry AS (
        SELECT *, recorded_at || '|' || actor || '|' || kind || '|' || day || '|' || body || '|' || hash AS content
        FROM journal)
    SELECT seq,
        instr(CAST(content AS BLOB), x'00') > 0 OR content GLOB '*[' || char(1) || '-' || char(31) || ']*',
        recorded_at, actor, kind, day, body, hash
    FROM entry ORDER BY seq" |
{
    while IFS="$(printf '\t')" read -r seq hidden recorded_at actor kind day body hash; do
        if [ "$seq" != "$expected" ]; then
            echo "entry $expected is missing" >&2
            exit 1
        fi
        if [ "$hidden" != 0 ]; then
            echo "entry $seq: it holds a control character, which no entry does" >&2
            exit 1
        fi
        computed=$(printf '%s\n' "$previous" "$seq" "$recorded_at" "$actor" "$kind" "$day" "$body" | sha256sum)
        if [ "${computed%% *}" != "$hash" ]; then
            echo "entry $seq: the hash is not that of its contents" >&2
            exit 1
        fi
        previous=$hash
        expected=$((expected + 1))
    done
    if [ "$expected" = 1 ]; then
        echo 'there are no entries' >&2
        exit 1
    fi
    echo "in order: $((expected - 1)) entries, anchor $((expected - 1)):$previous"
}
