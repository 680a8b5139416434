#!/usr/bin/env bash
# Has the program hand over a ledger with a document, and checks the folder as an auditor does who has neither program
# nor ledger: with what its own page says. Then alters a byte of the journal and one of the document, and wants both to
# be found. The ledger itself stays as it is.
#
#   check-handover.sh PROGRAM LEDGER
set -euo pipefail

if [ $# -ne 2 ]; then
    echo "usage: $0 PROGRAM LEDGER" >&2
    exit 64
fi
program=$(realpath "$1")
ledger=$(realpath "$2")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Attaching and reading are entries, so a copy takes them.
cp "$ledger" ledger.sqlite
export MITBUDGET_LEDGER=$work/ledger.sqlite
entry=$("$program" journal --kind disbursement --from 2023-01-01 --to 2023-12-31 --last 1 --format json |
    sed 's/.*"entries":\[{"entry":\([0-9]*\).*/\1/')
printf 'Kvittering\nFarvehandel: maling 1.200,00 kr.\n' >receipt.txt
"$program" voucher attach "$entry" receipt.txt --as sagsbehandler-1 >attached.txt 2>warnings.txt
"$program" handover given --year 2023 --with-evidence --purpose 'Afprøvning af udleveringen' --as revisor \
    >told.txt 2>>warnings.txt

check() {
    (cd given && env -i PATH=/usr/bin:/bin sh -c 'sha256sum --quiet -c MANIFEST && sh check-journal.sh')
}

refuse() {
    if check >found.txt 2>&1; then
        echo "unnoticed: $1" >&2
        exit 1
    fi
    # The manifest is made to fit, as whoever alters a file would: the chain and the seals must find it alone.
    (cd given && sed 's/^.*  //' MANIFEST | xargs sha256sum >../made-to-fit && mv ../made-to-fit MANIFEST)
    if check >found.txt 2>&1; then
        echo "unnoticed, with the manifest made to fit: $1" >&2
        exit 1
    fi
    echo "found: $1: $(tail -n 1 found.txt)"
}

time check
grep -q "$(cd given && sha256sum MANIFEST | cut -d ' ' -f 1)" told.txt
grep -q "$(tail -n 1 given/journal.txt)" told.txt
cp -r given sound

sed -i '103s/[0-9]/7/3' given/journal.txt
cmp -s given/journal.txt sound/journal.txt && sed -i '103s/[0-9]/8/3' given/journal.txt
refuse 'a digit of entry 13'

rm -r given
cp -r sound given
sed -i 's/1\.200/7.200/' given/evidence/"$entry"-*-receipt.txt
refuse 'an amount in a document'
