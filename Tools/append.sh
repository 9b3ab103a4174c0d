# Appends to Records/, lets the witness cosign what came of it, and puts that under the checkpoint.
# The passphrases stay in their files: nothing secret is in an argument.
set -eu
daftar=$1
for name in FILES KEY LEDGER_KEY WITNESS_KEY WITNESS_STATE PASSPHRASE_FILE; do
    eval "value=\${$name:-}"
    [ -n "$value" ] || { echo "error: $name is not set; the head of the Makefile shows how" >&2; exit 64; }
done
answer=$(mktemp -d)
trap 'rm -rf "$answer"' EXIT

# FILES is a list: it is split at spaces.
# shellcheck disable=SC2086
"$daftar" append $FILES --ledger Records --trust Keys --yes \
    --key "$KEY" --passphrase-file "$PASSPHRASE_FILE" \
    --ledger-key "$LEDGER_KEY" --ledger-passphrase-file "${LEDGER_PASSPHRASE_FILE:-$PASSPHRASE_FILE}"
"$daftar" witness cosign Records --trust Keys --state "$WITNESS_STATE" \
    --key "$WITNESS_KEY" --passphrase-file "${WITNESS_PASSPHRASE_FILE:-$PASSPHRASE_FILE}" \
    -o "$answer/records.cosignature"
"$daftar" cosignature add "$answer/records.cosignature" --ledger Records --trust Keys
