#!/bin/sh
# Makes .build-validators/, a Python of its own with what Tools/validators.txt names. Without it the tests that ask other
# people's validators skip, and say so.
set -eu
cd "$(dirname "$0")/.."
folder=.build-validators

if cmp -s Tools/validators.txt "$folder/made-from.txt"; then exit 0; fi
rm -rf "$folder"
if ! python3 -m venv "$folder"; then
    echo "error: python3 can't make a venv" >&2
    echo "hint: sudo apt-get install python3-venv" >&2
    exit 1
fi
"$folder/bin/pip" install -q --disable-pip-version-check -r Tools/validators.txt
cp Tools/validators.txt "$folder/made-from.txt"
