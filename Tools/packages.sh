#!/bin/sh
# Finds out which system packages are missing; installs them where it may, and says exactly which where it may not.
set -eu

missing=""
has_header() { printf '#include <%s>\n' "$1" | ${CC:-cc} -E - >/dev/null 2>&1; }
has_header openssl/evp.h || missing="$missing libssl-dev"
has_header sqlite3.h || missing="$missing libsqlite3-dev"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "installing:$missing"
    # shellcheck disable=SC2086
    apt-get update -q && apt-get install -q -y --no-install-recommends $missing
    exit 0
fi
echo "error: these system packages are missing:$missing" >&2
echo "hint: sudo apt-get install$missing" >&2
exit 1
