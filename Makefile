# Daftar: everything that a newcomer types.
#
#   make            builds, verifies Records/ and prints its timeline
#   make test       runs the tests
#   make install    puts one binary into $(PREFIX)/bin, completions and manual pages below $(PREFIX)/share
#   make exports    writes Records/ in every format into .build/exports/
#
# For those who hold the keys of Records/: one target appends, lets the witness cosign, and publishes.
#
#   make append FILES="a.yaml b.yaml" KEY=recorder.pem LEDGER_KEY=ledger.pem \
#       WITNESS_KEY=witness.pem WITNESS_STATE=state PASSPHRASE_FILE=passphrase
#
# LEDGER_PASSPHRASE_FILE and WITNESS_PASSPHRASE_FILE, where theirs differ.

PREFIX ?= /usr/local
SWIFT  ?= swift
RELEASE = $(SWIFT) build -c release --static-swift-stdlib -Xlinker -s --product daftar
DAFTAR  = .build/release/daftar

PICTURE = Sources/Daftar/Daftar.docc/Resources/timeline.svg

.PHONY: all build verify timeline exports picture append test bench docs format check-format install packages clean

all: verify timeline

# The system's packages: installed where this may install, named where it may not.
packages:
	@sh Tools/packages.sh

build: packages
	$(RELEASE)

verify: build
	$(DAFTAR) verify Records --trust Keys

timeline: build
	$(DAFTAR) list Records

exports: build
	sh Tools/exports.sh $(DAFTAR) .build/exports

# The README's picture: drawn anew whenever Records/ has grown.
picture: build
	$(DAFTAR) export Records --format svg -o $(PICTURE)

export FILES KEY LEDGER_KEY WITNESS_KEY WITNESS_STATE
export PASSPHRASE_FILE LEDGER_PASSPHRASE_FILE WITNESS_PASSPHRASE_FILE

append: build
	@sh Tools/append.sh $(DAFTAR)
	$(DAFTAR) export Records --format svg -o $(PICTURE)

test: packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

bench: build
	sh Tests/Bench/run.sh

docs:
	$(SWIFT) package --allow-writing-to-directory .build/docs generate-documentation --target Daftar \
	    --output-path .build/docs --warnings-as-errors

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

check-format:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(DAFTAR) "$(DESTDIR)$(PREFIX)/bin/daftar"
	sh Tools/share.sh $(DAFTAR) "$(DESTDIR)$(PREFIX)/share"

clean:
	$(SWIFT) package clean
