# wengao: official reports from plain text. `make help` says what can be made.
#
# This file builds and tests the programs; tools/report.mk makes reports with
# them. A program exists because tools/X.c does, a module because tools/lib/X.c
# does, a unit test because tests/unit/X.c does.

.SUFFIXES:
.SECONDARY:

B = build
BIN = $(B)/bin
STYLES = styles

CC = cc
CFLAGS = -O2 -g
WARN = -Wall -Wextra -Wshadow -Wconversion -Wpointer-arith -Wstrict-prototypes \
  -Werror=implicit-function-declaration
CPPFLAGS = -D_XOPEN_SOURCE=700 -iquote tools/lib -iquote $(B)/lib
LDFLAGS =
PKG_CONFIG = pkg-config

help:

include tools/report.mk
HELP += tools/help-build.txt

TOOLS := $(patsubst tools/%.c,%,$(wildcard tools/*.c))
PROGRAMS := $(TOOLS:%=$(BIN)/%)
MODULES := $(patsubst tools/lib/%.c,%,$(wildcard tools/lib/*.c))
UNITS := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*.c))
REPLAYS := $(patsubst tests/fuzz/%.c,$(B)/replay/%,$(wildcard tests/fuzz/*.c))

# Each foreign library is used by one module; a program is linked with those
# whose modules it uses, since loading libxml2 alone takes milliseconds.
PKG_hash = nettle
PKG_pattern = libpcre2-8
PKG_xml = libxml-2.0
PKG_deflate = zlib
PKG_database = sqlite3
LIBS = $(shell $(PKG_CONFIG) --libs nettle libpcre2-8 libxml-2.0 zlib \
  sqlite3) -lm

all: $(PROGRAMS)

# What the programs say in other languages, found from where they lie.
CATALOGUES := $(patsubst tools/po/%.po,$(B)/locale/%/LC_MESSAGES/wengao.mo,\
  $(wildcard tools/po/*.po))
$(PROGRAMS): | $(CATALOGUES)
$(B)/locale/%/LC_MESSAGES/wengao.mo: tools/po/%.po
	$(Q)mkdir -p $(@D) && msgfmt --check-format -o $@ $<

# The messages of the sources into the catalogues, and which have no translation.
messages: ; $(Q)sh tools/po/update.sh

# The programs, and what each is for.
manuals: $(BIN)/say
	$(Q)for m in tools/*.1; do printf '%-10s ' $$(basename $$m .1) && \
	  $(BIN)/say "$$(sed -n 's/^\.Nd //p' $$m)"; done

$(BIN) $(B)/lib $(B)/unit $(B)/replay $(B)/tools $(B)/filters: ; @mkdir -p $@

$(B)/lib/%.o: tools/lib/%.c | $(B)/lib
	$(Q)$(CC) -std=c11 $(CPPFLAGS) $(WARN) $(CFLAGS) -pthread \
	  $(if $(PKG_$*),$(shell $(PKG_CONFIG) --cflags $(PKG_$*))) \
	  -MMD -MP -c -o $@ $<

# The sheet of the standard goes into the programs, as what every key is where
# no sheet says otherwise.
$(B)/lib/stylesheet.o: $(B)/lib/gbt9704.inc
$(B)/lib/gbt9704.inc: styles/gbt9704.style | $(B)/lib
	$(Q)sed 's/[\\"]/\\&/g; s/.*/"&\\n"/' $< >$@

$(B)/libwengao.a: $(MODULES:%=$(B)/lib/%.o)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(B)/tools/%.o: tools/%.c | $(B)/tools
	$(Q)$(CC) -std=c11 $(CPPFLAGS) $(WARN) $(CFLAGS) -MMD -MP -c -o $@ $<

# report has the filters inside, so it needs their mains by names of their own.
FILTERS = style facts fill outline typeset leak redline assemble sections
$(B)/filters/%.o: tools/%.c | $(B)/filters
	$(Q)$(CC) -std=c11 $(CPPFLAGS) -Dmain=$*_main $(WARN) \
	  $(CFLAGS) -MMD -MP -c -o $@ $<

$(BIN)/report: $(FILTERS:%=$(B)/filters/%.o)

$(BIN)/%: $(B)/tools/%.o $(B)/libwengao.a | $(BIN)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -pthread -Wl,--as-needed -o $@ \
	  $(filter %.o,$^) $(B)/libwengao.a $(LIBS)

$(B)/unit/%: tests/unit/%.c $(B)/libwengao.a | $(B)/unit
	$(Q)$(CC) -std=c11 $(CPPFLAGS) $(WARN) $(CFLAGS) -UNDEBUG -pthread \
	  -MMD -MP -o $@ $< $(B)/libwengao.a $(LDFLAGS) $(LIBS)

# A fuzz target without a fuzzer, to be given the inputs that are kept.
$(B)/replay/%: tests/fuzz/%.c tests/fuzz/corpus/replay.c \
  $(wildcard tests/fuzz/*.h) $(B)/libwengao.a | $(B)/replay
	$(Q)$(CC) -std=c11 $(CPPFLAGS) $(WARN) $(CFLAGS) -UNDEBUG -pthread \
	  -o $@ $(filter %.c %.a,$^) $(LDFLAGS) $(LIBS)

# What proof finds in sets of cases, by rule; SCORE=-v says what it misses.
$(B)/score: tests/proof/score.c $(B)/libwengao.a
	$(Q)$(CC) -std=c11 $(CPPFLAGS) $(WARN) $(CFLAGS) -pthread -MMD -MP -o $@ \
	  $< $(B)/libwengao.a $(LDFLAGS) $(LIBS)
score: $(B)/score
	$(Q)$(B)/score $(SCORE) -r styles/proof.rules -w styles/terms.tsv \
	  tests/proof/faults.tsv tests/proof/clean.tsv \
	  $(wildcard tests/proof/clean/*.txt)

-include $(wildcard $(B)/*.d $(B)/lib/*.d $(B)/tools/*.d $(B)/filters/*.d $(B)/unit/*.d)

AR = ar

# The tests that need nothing but a C compiler and the shell.
check: $(PROGRAMS) $(UNITS) $(REPLAYS) $(B)/score
	$(Q)tests/run $(B) $(CASES)

# The long tests, whole; .ci/run runs a tenth of them. Those that ask other
# readers want what tests/foreign/run names.
check-long: $(PROGRAMS) $(UNITS)
	$(Q)for t in tests/pipeline/*.long; do \
	  d=$(B)/long/$$(basename $$t .long); rm -rf $$d; mkdir -p $$d; \
	  $$t $(B) $$d && echo "ok $$t" || { echo "FAIL $$t"; bad=1; }; \
	done; exit $${bad-0}

# Figures of this machine, as ratios within one run; never a test.
bench: $(PROGRAMS) $(B)/floor
	$(Q)tests/bench/run $(B)

# The programs, manuals, styles and rules where reports find them: they find
# each other from where they lie, so that neither PREFIX nor DESTDIR, which is put
# before it, stands in any of them.
PREFIX = /usr/local
DESTDIR =
export PREFIX DESTDIR
install: $(PROGRAMS)
	$(Q)B=$(B) sh tools/install.sh $(TOOLS)
uninstall: ; $(Q)sh tools/install.sh -u
# The same beside other programs that make documents, where they are installed;
# NODE_DIR names the folder whose node_modules has those of npm. What was
# measured is kept; TABLE=en or zh prints the table of a README.
bench-peers: $(PROGRAMS) $(B)/floor $(B)/measure
	$(Q)MAKEFLAGS= tests/bench/peers/run $(B) $(WORKLOADS)
$(B)/floor: tests/bench/floor.c tests/bench/floorzip.c tests/bench/floorzip.h
$(B)/measure: tests/bench/measure.c
$(B)/floor $(B)/measure: | $(BIN)
	$(Q)$(CC) -std=c11 $(WARN) $(CFLAGS) -o $@ $(filter %.c,$^) \
	  $(shell $(PKG_CONFIG) --libs zlib)

clean: ; $(Q)rm -rf $(B)

deps: ; $(Q)sh tools/deps.sh

# With -j nothing may be compiled before its libraries are there.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(MODULES:%=$(B)/lib/%.o) $(TOOLS:%=$(B)/tools/%.o) \
  $(FILTERS:%=$(B)/filters/%.o) $(CATALOGUES): | deps
endif

format: ; $(Q)clang-format -i tools/*.c tools/lib/*.[ch] tests/unit/*.c

.PHONY: all messages manuals check score check-long bench bench-peers install \
  uninstall clean deps format
