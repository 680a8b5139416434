#!/bin/sh
# Draws a sample of vouchers with nothing but sqlite3, awk and sha256sum, as Journal.md describes it.
# Usage: check-sample.sh LEDGER --from DAY --to DAY --size N [--method money|random] [--at ENTRY] [--dice DIGITS]
# Days are written 2023-12-31. Prints, byte for byte, what `mitbudget sample … --format json` prints. It reads the journal
# alone, so a ledger whose chain check-journal.sh has recomputed needs no other check.
set -eu

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

usage='usage: check-sample.sh LEDGER --from DAY --to DAY --size N [--method money|random] [--at ENTRY] [--dice DIGITS]'
[ "$#" -gt 0 ] || fail "$usage"
ledger=$1
shift
from='' through='' size='' method=money at='' dice=''
while [ "$#" -gt 1 ]; do
    case $1 in
    --from) from=$2 ;;
    --to) through=$2 ;;
    --size) size=$2 ;;
    --method) method=$2 ;;
    --at) at=$2 ;;
    --dice) dice=$2 ;;
    *) fail "$usage" ;;
    esac
    shift 2
done
[ "$#" = 0 ] || fail "$usage"

# What is put into SQL and arithmetic below holds digits alone, and hyphens in days.
digits() {
    case $1 in '' | *[!0-9]*) fail "$usage" ;; esac
}
for day in "$from" "$through"; do
    case $day in [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]) ;; *) fail "$usage" ;; esac
done
case $method in money | random) ;; *) fail "$usage" ;; esac
digits "$size"
# Without zeros before it, which the shell would take for a number to the base of eight.
size=$(printf '%s' "$size" | sed 's/^0*//')
case $size in '' | ????????????????*) fail "$usage" ;; esac
[ -z "$dice" ] || digits "$dice"
[ -z "$at" ] || digits "$at"

[ -f "$ledger" ] || fail "$ledger: there is no such file"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

read_ledger() {
    sqlite3 -readonly -separator ' ' "$ledger" "$1" || fail "$ledger cannot be read"
}

# The anchor: the last entry that counts, and its hash.
read_ledger "SELECT seq, hash FROM journal WHERE seq = ${at:-(SELECT max(seq) FROM journal)}" >"$folder/anchor"
read -r last hash <"$folder/anchor" || fail "$ledger has no entry ${at:-at all}"
at=$last

# The population, a line each: entry, voucher, net amount in øre. What is reversed does not count, nor does a refund that
# is; a refund reduces what it is of, whatever its day.
read_ledger "
    WITH money AS (
        SELECT seq, kind, day, json_extract(body, '\$.amountOre') AS ore, json_extract(body, '\$.voucher') AS voucher,
            coalesce(json_extract(body, '\$.disbursement'), json_extract(body, '\$.expense')) AS refunds
        FROM journal WHERE seq <= $at AND kind IN ('disbursement', 'expense', 'refund') AND seq NOT IN (
            SELECT json_extract(body, '\$.entry') FROM journal WHERE seq <= $at AND kind = 'reversal')),
    refund AS (SELECT refunds, sum(ore) AS ore FROM money WHERE kind = 'refund' GROUP BY refunds)
    SELECT seq, voucher, money.ore - coalesce(refund.ore, 0) AS net
    FROM money LEFT JOIN refund ON refund.refunds = seq
    WHERE kind <> 'refund' AND day BETWEEN '$from' AND '$through' AND net > 0
    ORDER BY seq" >"$folder/population"
# Sums stay far below 2^53, up to which awk's numbers are exact.
awk '{ sum += $3 } END { printf "%d %.0f\n", NR, sum }' "$folder/population" >"$folder/sums"
read -r count population <"$folder/sums"

# What the draw comes from: the hash, or the digest of the hash and the dice.
digest() {
    printf '%s' "$1" | sha256sum | cut -d ' ' -f 1
}
origin=$hash
[ -z "$dice" ] || origin=$(digest "$hash:$dice")
seed=$(printf '%s' "$origin" | cut -c 1-16)

interval=null start=null
if [ "$method" = money ] && [ "$size" -gt 0 ]; then
    interval=$((population / size))
    # The remainder of a number of 64 bits, digit by digit: the shell's own numbers have 63 bits and a sign.
    if [ "$interval" -gt 0 ]; then
        rest=0
        for digit in $(printf '%s' "$seed" | sed 's/./& /g'); do
            rest=$(((rest * 16 + 0x$digit) % interval))
        done
        start=$((rest + 1))
    fi
fi

# What is drawn, a line each: entry, voucher, net amount, hits.
if [ "$size" -gt "$count" ]; then
    awk '{ print $1, $2, $3, 1 }' "$folder/population"
elif [ "$method" = money ]; then
    awk -v next_ore="$start" -v interval="$interval" -v left="$size" '
        {
            passed += $3
            for (hits = 0; left > 0 && next_ore <= passed; next_ore += interval) { hits++; left-- }
            if (hits > 0) print $1, $2, $3, hits
        }' "$folder/population"
else
    while read -r entry voucher net; do
        printf '%s %s %s %s 1\n' "$(digest "$origin:$entry")" "$entry" "$voucher" "$net"
    done <"$folder/population" | LC_ALL=C sort | awk -v size="$size" 'NR <= size' | cut -d ' ' -f 2- | sort -n
fi >"$folder/drawn"

printf '{"method":"%s","size":%s,"populationOre":%s,"vouchers":%s,' "$method" "$size" "$population" "$count"
printf '"intervalOre":%s,"startOre":%s,"seed":"%s","anchor":"%s:%s",' "$interval" "$start" "$seed" "$at" "$hash"
awk -v interval="$interval" '
    BEGIN { printf "\"drawn\":[" }
    {
        certain = interval != "null" && $3 + 0 >= interval + 0
        printf "%s{\"entry\":%s,\"voucher\":\"%s\",\"amountOre\":%s,\"hits\":%s,\"certain\":%s}",
            (NR == 1 ? "" : ","), $1, $2, $3, $4, (certain ? "true" : "false")
    }
    END { print "]}" }' "$folder/drawn"
