#!/bin/sh
# Writes Records/ in every format there is into a folder, which it makes anew: exports.sh DAFTAR FOLDER
set -eu
daftar=$1
folder=$2
rm -rf "$folder"
mkdir -p "$folder"
"$daftar" export --formats | while read -r format file _; do
    "$daftar" export Records --format "$format" -o "$folder/$file" </dev/null
done
