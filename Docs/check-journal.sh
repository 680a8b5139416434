#!/bin/sh
# Recomputes the chain of a ledger without the program, as Journal.md describes it: of the ledger's file, with
# sqlite3 and sha256sum, or of a folder that was handed over, from its journal.txt with sha256sum alone. It also
# compares the documents, if there are any, with the seals in the journal.
# Usage: check-journal.sh [LEDGER | FOLDER]; without either, the folder that this script lies in.
# Prints the last entry's anchor; exits with 1 at the first entry whose hash is not that of its contents, at the
# first document that is not as it was sealed, and where the journal cannot be read to its end.
set -eu
# Bytes are compared, whatever the language of the machine.
LC_ALL=C
export LC_ALL
subject=${1:-$(dirname "$0")}

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

entries=$(mktemp)
seals=$(mktemp)
document=$(mktemp)
trap 'rm -f "$entries" "$seals" "$document"' EXIT
trap 'exit 1' HUP INT TERM

# What sqlite3 reads goes to a file first: of one that a pipe feeds, the shell would not learn that sqlite3 gave
# up midway, and would call the entries before that all of them.
read_ledger() {
    sqlite3 -readonly "$subject" "$1" >"$entries" || fail "$subject cannot be read"
}

# No column holds a control character: they are numbers, codes, days, times and one line of JSON. One that did,
# a NUL or a newline, would hide from this script what stands behind it, so both ways look for that first. Then
# both lay an entry out in eight lines: what is hashed, which begins with the hash of the entry before, and its
# own hash.
lay_out_ledger() {
    [ -f "$subject" ] || fail "$subject: there is no such file"
    # A view or a virtual table has no page of its own, and shows whatever it likes.
    read_ledger "
        SELECT count(*) FROM sqlite_master
        WHERE lower(name) = 'journal' AND type = 'table' AND rootpage > 0"
    [ "$(cat "$entries")" = 1 ] || fail "$subject has no table called journal"
    read_ledger 'PRAGMA integrity_check'
    [ "$(cat "$entries")" = ok ] || fail "$subject cannot be read: $(head -n 1 "$entries")"
    read_ledger "
        WITH entry AS (
            SELECT seq, recorded_at || '|' || actor || '|' || kind || '|' || day || '|' || body || '|' || hash
                AS content
            FROM journal)
        SELECT min(seq) FROM entry
        WHERE instr(CAST(content AS BLOB), x'00') > 0
            OR content GLOB '*[' || char(1) || '-' || char(31) || ']*'"
    hiding=$(cat "$entries")
    [ -z "$hiding" ] || fail "entry $hiding: it holds a control character, which no entry does"
    read_ledger "
        SELECT lag(hash, 1, printf('%064d', 0)) OVER (ORDER BY seq) || char(10) || seq || char(10)
            || recorded_at || char(10) || actor || char(10) || kind || char(10) || day || char(10) || body
            || char(10) || hash
        FROM journal ORDER BY seq"
}

lay_out_folder() {
    [ -f "$subject/journal.txt" ] || fail "$subject: there is no journal.txt in it"
    cat "$subject/journal.txt" >"$entries" || fail "$subject/journal.txt cannot be read"
    [ "$(tr -cd '\000-\011\013-\037' <"$entries" | wc -c)" -eq 0 ] ||
        fail 'journal.txt holds a control character, which no entry does'
    if [ "$(tail -c 1 "$entries" | wc -l)" -ne 1 ] || [ $(($(wc -l <"$entries") % 8)) -ne 0 ]; then
        fail 'journal.txt does not end where an entry does'
    fi
}

check_chain() {
    previous=$(printf '%064d' 0)
    expected=1
    while IFS= read -r before && IFS= read -r seq && IFS= read -r recorded_at && IFS= read -r actor &&
        IFS= read -r kind && IFS= read -r day && IFS= read -r body && IFS= read -r hash; do
        [ "$seq" = "$expected" ] || fail "entry $expected is missing"
        [ "$before" = "$previous" ] || fail "entry $seq: the hash before it is not that of the entry before it"
        computed=$(printf '%s\n' "$previous" "$seq" "$recorded_at" "$actor" "$kind" "$day" "$body" | sha256sum)
        [ "${computed%% *}" = "$hash" ] || fail "entry $seq: the hash is not that of its contents"
        previous=$hash
        expected=$((expected + 1))
    done <"$entries"
    [ "$expected" != 1 ] || fail 'there are no entries'
    echo "in order: $((expected - 1)) entries, anchor $((expected - 1)):$previous"
}

# Each line of SEALS names an entry that attached a document, the seal and the salt, and the document's file.
check_folder_documents() {
    cat "$subject/evidence/SEALS" >"$seals" || fail "$subject/evidence/SEALS cannot be read"
    foreign=$(awk '
        FNR != NR { if (sealed[$1] == "" || sealed[$1] != $2) { print $1; exit } next }
        FNR % 8 == 2 { seq = $0 }
        FNR % 8 == 5 { kind = $0 }
        FNR % 8 == 7 && kind == "voucher-attached" && match($0, /"seal":"[0-9a-f]*"/) {
            sealed[seq] = substr($0, RSTART + 8, RLENGTH - 9)
        }' "$entries" "$seals")
    [ -z "$foreign" ] || fail "evidence/SEALS: entry $foreign holds no such seal"
    count=0
    while IFS=' ' read -r entry seal salt name; do
        case $name in '' | .* | */*) fail "evidence/SEALS: entry $entry has no name of a file" ;; esac
        [ -f "$subject/evidence/$name" ] || fail "evidence/$name is missing"
        computed=$({ printf '%s\n' "$salt" && cat "$subject/evidence/$name"; } | sha256sum)
        [ "${computed%% *}" = "$seal" ] || fail "evidence/$name is not the document that entry $entry sealed"
        count=$((count + 1))
    done <"$seals"
    set -- "$subject"/evidence/*
    [ $# -eq $((count + 1)) ] || fail 'evidence holds a file that SEALS does not name'
    echo "in order: every document ($count), as the entry that attached it sealed it"
}

# Compares each document of a ledger with the seal in the entry that attached it; one that is erased must be so
# by an entry. Called once the chain is known to hold.
check_ledger_documents() {
    sqlite3 -readonly -separator ' ' "$subject" "
        SELECT a.seq, a.body ->> '\$.evidence.evidence', a.body ->> '\$.evidence.seal',
            CASE
                WHEN e.id IS NULL THEN 'missing'
                WHEN length(e.salt) = 32 AND e.salt NOT GLOB '*[^0-9a-f]*' AND e.bytes IS NOT NULL THEN e.salt
                WHEN e.salt IS NULL AND e.bytes IS NULL AND EXISTS (
                    SELECT 1 FROM journal AS later
                    WHERE later.seq > a.seq AND (
                        later.kind = 'voucher-detached' AND later.body ->> '\$.evidence' = e.id
                            AND later.body ->> '\$.erased'
                        OR later.kind = 'words-erased' AND later.body ->> '\$.participant' = e.subject))
                    THEN 'erased'
                ELSE 'altered' END
        FROM journal AS a LEFT JOIN evidence AS e ON e.id = a.body ->> '\$.evidence.evidence'
        WHERE a.kind = 'voucher-attached' ORDER BY a.seq" >"$entries" || fail "$subject cannot be read"
    sealed=0
    erased=0
    while IFS=' ' read -r seq id seal salt; do
        case $salt in
        missing | altered) fail "entry $seq: its document is $salt" ;;
        erased) erased=$((erased + 1)) && continue ;;
        esac
        sqlite3 -readonly "$subject" "SELECT writefile('$document', bytes) FROM evidence WHERE id = $id" \
            >/dev/null </dev/null || fail "entry $seq: its document cannot be read"
        computed=$({ printf '%s\n' "$salt" && cat "$document"; } | sha256sum)
        [ "${computed%% *}" = "$seal" ] || fail "entry $seq: its document is not the one that was sealed"
        sealed=$((sealed + 1))
    done <"$entries"
    [ $((sealed + erased)) = 0 ] || echo "documents: $sealed as they were sealed, $erased erased"
}

if [ -d "$subject" ]; then
    lay_out_folder
    check_chain
    if [ -d "$subject/evidence" ]; then check_folder_documents; fi
else
    lay_out_ledger
    check_chain
    check_ledger_documents
fi
