#!/usr/bin/env bash
# Has hledger and Beancount read what the program exports for them, and compares their sums with the status: what was
# spent on each citizen and each post, and what was received. Then rebuilds the ledger from its own commands. Installs
# nothing; says what is missing.
#
#   check-accounts.sh PROGRAM LEDGER
set -euo pipefail

if [ $# -ne 2 ]; then
    echo "usage: $0 PROGRAM LEDGER" >&2
    exit 64
fi
program=$(realpath "$1")
MITBUDGET_LEDGER=$(realpath "$2")
export MITBUDGET_LEDGER

missing=()
command -v hledger >/dev/null || missing+=(hledger)
python3 -c 'import beancount' 2>/dev/null || missing+=(beancount)
if [ "${#missing[@]}" -gt 0 ]; then
    echo "missing: ${missing[*]}" >&2
    echo 'On Debian: apt-get install hledger; pip install beancount' >&2
    exit 69
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" status --format json >"$work/status.json"
for language in da en; do
    for form in hledger beancount; do
        "$program" export "$form" --language "$language" --output "$work/$language.$form"
    done
    hledger --file "$work/$language.hledger" check
    hledger --file "$work/$language.hledger" balance --flat --no-total --output-format csv >"$work/$language.csv"
    python3 -m beancount.scripts.check "$work/$language.beancount"
    python3 - "$work" "$language" <<'PYTHON'
import csv, json, sys
from collections import Counter
from decimal import Decimal
from beancount import loader
from beancount.core.data import Transaction

work, language = sys.argv[1:]
status = json.load(open(f"{work}/status.json"))
expected = Counter()
for citizen in status["participants"]:
    expected["expenses:citizens:" + citizen["participant"].lower()] = citizen["disbursedOre"]
for post in status["posts"]:
    expected["expenses:" + post["post"]] = post["disbursedOre"]
expected["income:grant"] = -status["total"]["receivedOre"]

def compare(name, balances):
    for account, wanted in expected.items():
        found = sum(ore for other, ore in balances.items() if (other + ":").startswith(account + ":"))
        if found != wanted:
            sys.exit(f"{name} ({language}): {account} is {found}, the status says {wanted}")
    if sum(balances.values()):
        sys.exit(f"{name} ({language}): the accounts do not balance")

def ore(text):
    return int(Decimal(text) * 100)

hledger = Counter()
for row in csv.DictReader(open(f"{work}/{language}.csv")):
    hledger[row["account"].lower()] += ore(row["balance"].replace(" DKK", "").replace("DKK", "") or "0")
compare("hledger", hledger)

entries, errors, _ = loader.load_file(f"{work}/{language}.beancount")
if errors:
    sys.exit(f"beancount ({language}): {errors[0]}")
beancount = Counter()
for entry in entries:
    if isinstance(entry, Transaction):
        for posting in entry.postings:
            beancount[posting.account.lower()] += ore(posting.units.number)
compare("beancount", beancount)
print(f"{language}: {len(expected)} sums agree in hledger and Beancount")
PYTHON
done

"$program" export jsonl | "$program" import - --ledger "$work/rebuilt.sqlite" >/dev/null
"$program" verify --ledger "$work/rebuilt.sqlite" >/dev/null
"$program" status --ledger "$work/rebuilt.sqlite" --format json >"$work/rebuilt.json"
python3 - "$work" <<'PYTHON'
import json, sys

before, after = (json.load(open(f"{sys.argv[1]}/{name}.json")) for name in ("status", "rebuilt"))
# No line holds the bytes of a document, so the rebuilt ledger lacks its proofs, and only those.
for status in (before, after):
    del status["anchor"], status["atRisk"]
if before != after:
    sys.exit("the ledger rebuilt from its commands has another status")
print("the ledger rebuilt from its commands has the same status")
PYTHON
