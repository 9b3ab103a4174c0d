# Daftar: everything that a newcomer types.
#
#   make            builds, verifies Records/ and prints its timeline
#   make test       runs the tests
#   make install    puts one binary into $(PREFIX)/bin

PREFIX ?= /usr/local
SWIFT  ?= swift
RELEASE = $(SWIFT) build -c release --static-swift-stdlib -Xlinker -s --product daftar
DAFTAR  = .build/release/daftar

.PHONY: all build verify timeline test bench docs format check-format install packages clean

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

clean:
	$(SWIFT) package clean
