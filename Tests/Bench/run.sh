#!/bin/sh
# Builds the benchmarks and measures the release program beside OpenSSL. BENCH_SIZE=2000 makes it small.
set -eu
cd "$(dirname "$0")"
swift build -c release >/dev/null
exec .build/release/bench "$PWD/../../.build/release/daftar" "$PWD/../../Records" "$PWD/../../Keys"
