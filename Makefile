# Two targets do all the set-up: `make demo` and `make test`.
PREFIX ?= /usr/local
# GCC's two libraries that Swift's runtime stands on are linked in, too: to load and bind them at every start is a fifth
# of what a short command takes. Where only shared ones are installed, these do. SQLite is looked for where the system
# keeps it, and nowhere beside the program.
RELEASE = --configuration release --static-swift-stdlib --disable-local-rpath -Xswiftc "-L$(CURDIR)/.build/static" \
    -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
PROGRAM = .build/release/mitbudget
DEMO = .build/demo

.PHONY: demo test docs docs-check faults fuzz bench bench-build bench-check outsiders build install lint format clean sqlite static

demo: build
	@rm -rf $(DEMO)
	@$(PROGRAM) demo $(DEMO)

test: sqlite
	swift test

# Runs the examples in the documents and writes anew what they show; docs-check only compares. One document:
# make docs DOCUMENTS=Docs/Handbook.md.
docs docs-check: sqlite
	swift build --product Examples
	.build/debug/Examples $(if $(filter docs,$@),--write) $(DOCUMENTS)

# Every fault at every operation of every command: a quarter of an hour and more. `FAULTS='--seed 2'` for another draw.
faults: sqlite
	swift build --configuration release --product FaultCampaign
	.build/release/FaultCampaign $(FAULTS)

# Damaged files for as long as asked: make fuzz SECONDS=300 SEED=7.
SECONDS = 60
fuzz: sqlite static
	swift build $(RELEASE) --product Fuzz
	.build/release/Fuzz --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

# Measures the program beside what else a user could pick, and writes Docs/Performance.md: an hour, on a machine that
# does nothing else. `make bench BENCH=--huge` measures 10,000,000 disbursements as well.
bench: outsiders bench-build
	.build/release/Bench $(BENCH)

bench-build: build
	swift build $(RELEASE) --product Bench

# That the benchmark works, in seconds, and that no command runs a tenth more instructions than Docs/Performance.md has.
bench-check: outsiders bench-build
	.build/release/Bench --tiny
	.build/release/Bench --check

# The programs that the benchmark compares with and counts with.
outsiders:
	@missing=; for name in sqlite3 hledger ledger valgrind; do \
	    command -v $$name >/dev/null || missing="$$missing $$name"; done; \
	if test -n "$$missing"; then sudo=$$(test "$$(id -u)" = 0 || echo sudo); \
	    $$sudo apt-get update && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes $$missing; fi
	@command -v bean-check >/dev/null || python3 -m pip install --quiet --disable-pip-version-check beancount || \
	    python3 -m pip install --quiet --disable-pip-version-check --break-system-packages beancount

build: sqlite static
	swift build $(RELEASE) --product mitbudget

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 0755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/mitbudget

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build

# The one library that the product stands on besides Swift's own.
sqlite:
	@test -e /usr/include/sqlite3.h || { \
	    sudo=$$(test "$$(id -u)" = 0 || echo sudo); \
	    $$sudo apt-get update && $$sudo apt-get install --yes libsqlite3-dev; }

# A folder that the linker looks into first, with nothing but the static C++ library in it.
static:
	@mkdir -p .build/static
	@library=$$(clang -print-file-name=libstdc++.a 2>/dev/null); \
	    test ! -f "$$library" || ln -sf "$$library" .build/static/
