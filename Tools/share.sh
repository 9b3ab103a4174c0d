#!/bin/sh
# Writes shell completions and manual pages below a share folder, where bash, zsh, fish and man look: share.sh DAFTAR SHARE
set -eu
daftar=$1
share=$2

completion() {
    mkdir -p "$share/$2"
    "$daftar" --generate-completion-script "$1" >"$share/$2/$3"
}
completion bash bash-completion/completions daftar
completion zsh zsh/site-functions _daftar
completion fish fish/vendor_completions.d daftar.fish

if command -v python3 >/dev/null 2>&1; then
    python3 "$(dirname "$0")/man.py" "$daftar" "$share/man/man1"
else
    echo "note: without python3 no manual pages are installed; daftar help says the same" >&2
fi
