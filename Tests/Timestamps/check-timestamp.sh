#!/usr/bin/env bash
# Makes a time-stamping authority with OpenSSL, has it answer the query that the program writes, and verifies the reply:
# against the query, and against the anchor's hash alone, as someone does who has only the paper. Then tries that a reply
# to another hash is no proof, and that the query replaces no file. Installs nothing; says what is missing.
#
#   check-timestamp.sh PROGRAM LEDGER
set -euo pipefail

if [ $# -ne 2 ]; then
    echo "usage: $0 PROGRAM LEDGER" >&2
    exit 64
fi
program=$(realpath "$1")
MITBUDGET_LEDGER=$(realpath "$2")
export MITBUDGET_LEDGER
if ! command -v openssl >/dev/null; then
    echo 'missing: openssl' >&2
    echo 'On Debian: apt-get install openssl' >&2
    exit 69
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >authority.cnf <<'CONFIGURATION'
[tsa]
default_tsa = authority
[authority]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[extensions]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
CONFIGURATION
echo 01 >serial
quietly() { "$@" 2>openssl.log || { cat openssl.log >&2 && return 1; }; }
quietly openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 2 -subj '/CN=Root of a test' \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign'
quietly openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj '/CN=Time stamps of a test'
quietly openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -out tsa.pem -days 2 \
    -extfile authority.cnf -extensions extensions

reply() {
    quietly openssl ts -reply -config authority.cnf -queryfile "$1" -signer tsa.pem -inkey tsa.key -out "$2"
}

"$program" anchor --timestamp-query anchor.tsq >told
anchor=$(head -n 1 told)
hash=${anchor#*:}
openssl ts -query -in anchor.tsq -text >query.txt
imprint=$(sed -n 's/^ *[0-9a-f]* - \([0-9a-f -]*[0-9a-f]\)   .*/\1/p' query.txt | tr -d ' -' | tr -d '\n')
if [ "$imprint" != "$hash" ]; then
    echo "the query's imprint is $imprint, the anchor is $anchor" >&2
    exit 1
fi
for line in 'Version: 1' 'Hash Algorithm: sha256' 'Certificate required: yes'; do
    grep -qF "$line" query.txt || { echo "the query does not say: $line" >&2 && exit 1; }
done
grep -q '^Nonce: 0x[0-9A-F]' query.txt || { echo 'the query has no nonce' >&2 && exit 1; }

reply anchor.tsq anchor.tsr
quietly openssl ts -verify -queryfile anchor.tsq -in anchor.tsr -CAfile root.pem
quietly openssl ts -verify -digest "$hash" -in anchor.tsr -CAfile root.pem
echo "$(openssl ts -reply -in anchor.tsr -text | sed -n 's/^Time stamp: //p'): $anchor is stamped, and the reply verifies"

# Another query has another nonce; a stamp on another hash is none on ours.
"$program" anchor --timestamp-query again.tsq >/dev/null
if openssl ts -verify -queryfile again.tsq -in anchor.tsr -CAfile root.pem >/dev/null 2>&1; then
    echo 'the reply to one query passes for the reply to another' >&2
    exit 1
fi
other=$(printf '%s' "$hash" | tr 0-9a-f 1-9a-f0)
if openssl ts -verify -digest "$other" -in anchor.tsr -CAfile root.pem >/dev/null 2>&1; then
    echo 'the stamp passes for one on another hash' >&2
    exit 1
fi

status=0
"$program" anchor --timestamp-query anchor.tsq >/dev/null 2>&1 || status=$?
if [ "$status" -ne 73 ]; then
    echo "a file in the query's place: status $status, not 73" >&2
    exit 1
fi
echo 'other queries and other hashes are told apart, and no file is replaced'
