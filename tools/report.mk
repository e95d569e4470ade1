# The rules of a report: text in $(SECTIONS) to a Word document in $(OUT).
#
# A report's own Makefile includes this file from where wengao is installed, or
# from a checkout, and may set any of these variables above that line. BIN, the
# folder of the programs, and STYLES, that of the styles, are found from here.

MAKEFLAGS += -rR
.DELETE_ON_ERROR:

# Scripts that lie beside this file.
TOOLS_DIR := $(dir $(lastword $(MAKEFILE_LIST)))

# Whether messages are Chinese, for those that come before there are programs.
comma := ,
LOCALE := $(or $(LC_ALL),$(LC_MESSAGES),$(LANG))
ASKED := $(if $(filter C C.% POSIX,$(LOCALE)),, \
  $(subst :, ,$(LANGUAGE)) $(LOCALE))
IN_CHINESE = zh zh_% zh.% zh@%
ZH := $(filter $(IN_CHINESE),$(firstword $(filter $(IN_CHINESE) en en_% en.%,$(ASKED))))

$(if $(wildcard $(TOOLS_DIR)report.mk),,$(error $(if $(ZH), \
  文稿所在的路径里不能有空格；请给文件夹改名, \
  a blank cannot stand in the path of wengao; move its folder)))

# unset NAME: neither a Makefile nor the command line says; that the environment
# does is no matter.
unset = $(if $(filter file command override,$(firstword $(origin $1))),,$1)
default = $(if $(call unset,$1),$(eval $1 := $2))
$(call default,SECTIONS,sections)
$(call default,STYLE,gbt9704)
$(call default,EDITION,)
$(call default,OUT,build)
$(call default,FACTS,)
$(call default,STRICT,)
$(call default,PROOF,)
$(call default,V,)

# Styles lie beside this file only where it is installed. Sheets of the report's
# own folder styles go before these, which its sheets can start from as well.
INSTALLED := $(wildcard $(TOOLS_DIR)styles)
export WENGAO_STYLES := $(abspath $(TOOLS_DIR)$(if $(INSTALLED),,../)styles)
ifneq ($(call unset,STYLES),)
STYLES := $(or $(wildcard styles),$(WENGAO_STYLES))
endif
ifneq ($(call unset,BIN),)
BIN := $(abspath $(TOOLS_DIR)../$(if $(INSTALLED),../libexec/wengao,build/bin))
$(BIN)/%:
	@echo '$(if $(ZH),没有程序$@；请在文稿的文件夹里执行make all，或者重新安装,there \
	  is no program $@; make all in the folder of wengao, or install it anew)' \
	  >&2; exit 2
endif

Q = $(if $(V),,@)
SAY = $(BIN)/say
STAGE = $(OUT)/stage/$(or $(EDITION),none)
REPORT = $(OUT)/report$(EDITION:%=.%).docx
SHEET := $(or $(wildcard $(STYLES)/$(STYLE).style), \
  $(wildcard $(WENGAO_STYLES)/$(STYLE).style),$(STYLES)/$(STYLE).style)
SHEETS := $(sort $(wildcard $(STYLES)/*.style))
SHEETS += $(filter-out $(SHEETS:$(STYLES)/%=$(WENGAO_STYLES)/%), \
  $(sort $(wildcard $(WENGAO_STYLES)/*.style)))

MASKS = $(EDITION:%=$(SECTIONS)/facts.%.txt)
EDITIONS = $(patsubst $(SECTIONS)/facts.%.txt,%,\
  $(wildcard $(SECTIONS)/facts.*.txt))
DEFINES = $(or $(wildcard $(SECTIONS)/facts.txt),/dev/null)
OVERLAYS = -l $(SECTIONS)/ledgers $(FACTS:%=-r %) $(MASKS:%=-m %)
W = $(STRICT:%=-W)

# Make parts names at blanks, and a folder or an edition is a part of a name.
$(foreach v,SECTIONS STYLE OUT FACTS EDITION STYLES,$(if $(word 2,$($v)), \
  $(error $v=$($v)$(if $(ZH),：这里不能有空格；请给文件或文件夹改名,: a blank \
  cannot stand here; rename the file or folder))))
$(if $(findstring /,$(EDITION)), \
  $(error EDITION=$(EDITION)$(if $(ZH),：请写版本名，即facts.版本名.txt里的那个,: name an \
  edition$(comma) as in facts.EDITION.txt)))

docx: $(STAGE)/made

# What stands is whole, also when make is stopped right behind its last step.
.PRECIOUS: $(STAGE)/inputs $(STAGE)/made

# All that the report is made from: the variables, the program, and the styles,
# facts and sections, each file with the hash of its content.
INPUTS = $(EDITION:%=-e %) $(FACTS:%=-r %) \
  -k "$(STYLE)/$(EDITION)/$(STRICT)/$(SOURCE_DATE_EPOCH)/$(EDITIONS)"  -p $(BIN)/report \
  $(SECTIONS) $(SHEETS)

# It is listed anew by every make and rewritten only when something differs, so
# that times of files, which git and archives set at will, play no part; nor
# does a clock that was set back, with -n.
$(STAGE)/inputs: FORCE $(BIN)/sections $(BIN)/report $(SHEET)
	$(Q)$(BIN)/sections -n $(STAGE)/made -o $@ $(INPUTS)

# The chain of filters; report runs them in one process and tells the faults of
# all, and assemble makes the document only of a text without any. At its end
# all is listed once more: a file that was changed and changed back meanwhile
# must not leave its mark. Two makes at once wait for each other.
$(STAGE)/made: $(STAGE)/inputs $(if $(wildcard $(REPORT)),,FORCE)
	$(Q)$(BIN)/report -l $(STAGE)/lock \
	  style -d $(STAGE)/style $(SHEET) + \
	  facts $W -o $(STAGE)/facts.tsv $(EDITION:%=-x $(STAGE)/hidden) \
	    $(OVERLAYS) $(DEFINES) + \
	  fill $W -F $(STAGE)/facts.tsv -f $(STAGE)/inputs -d $(STAGE)/fill + \
	  outline $W $(EDITION:%=-e %) -n "$(EDITIONS)" -F $(STAGE)/facts.tsv \
	    -f $(STAGE)/inputs -s $(STAGE)/fill -d $(STAGE)/outline + \
	  typeset $W -t $(STAGE)/style/sheet -f $(STAGE)/inputs \
	    -s $(STAGE)/outline -d $(STAGE)/typeset + \
	  $(if $(EDITION),leak -e $(EDITION) -x $(STAGE)/hidden \
	    -F $(STAGE)/facts.tsv -f $(STAGE)/inputs -s $(STAGE)/outline \
	    -o $(STAGE)/hidden +) \
	  assemble $(if $(EDITION),-x $(STAGE)/hidden,-r) -v -t $(STAGE)/style \
	    -f $(STAGE)/inputs -s $(STAGE)/typeset -o $(REPORT) + \
	  sections -c $(STAGE)/inputs -o $@ $(INPUTS)

$(REPORT): $(STAGE)/made ;

# Where the value NAME comes from, and where it stands.
why: $(STAGE)/made $(BIN)/why $(BIN)/say
	@$(if $(NAME),,$(SAY) 'say which fact: make why NAME=党员总数' >&2; exit 2)
	$(Q)$(BIN)/why -f $(STAGE)/inputs -s $(STAGE)/outline $(OVERLAYS) \
	  '$(NAME)' $(DEFINES)

# Every number of the report, and whether a fact, a date or a remark accounts
# for it; STRICT=1 fails where none does.
numbers: $(STAGE)/made $(BIN)/numbers
	$(Q)$(BIN)/numbers $W -F $(STAGE)/facts.tsv -f $(STAGE)/inputs \
	  -s $(STAGE)/outline

# Whether a document, FILE, is free of what EDITION hides; every edition is
# looked through like that before it takes its place.
leak: $(STAGE)/made $(BIN)/leak
	@$(if $(EDITION),,$(SAY) 'say which edition: make leak EDITION=public' \
	  >&2; exit 2)
	$(Q)$(BIN)/leak -x $(STAGE)/hidden -p '$(or $(FILE),$(REPORT))'

# What a careful reader would mark. The rules of the office stand behind those
# of the programs, and what it added itself behind both. With PROOF=json or
# sarif it goes to a file, for editors. Nothing of it ever stops docx.
LOCAL = $(filter-out $(abspath $(STYLES)),$(WENGAO_STYLES)) $(STYLES)
RULES = $(or $(wildcard $(STYLES)/proof.rules), \
  $(wildcard $(WENGAO_STYLES)/proof.rules)) \
  $(wildcard $(LOCAL:%=%/proof.local.rules))
TERMS = $(or $(wildcard $(STYLES)/terms.tsv), \
  $(wildcard $(WENGAO_STYLES)/terms.tsv)) \
  $(wildcard $(LOCAL:%=%/terms.local.tsv))
READER = $(RULES:%=-r %) $(TERMS:%=-w %) -t $(SHEET)
FORMAT = $(filter-out text,$(PROOF))
FINDINGS = $(OUT)/report$(EDITION:%=.%).$(FORMAT)
proof: $(STAGE)/made $(BIN)/proof
	$(if $(FORMAT),@echo $(FINDINGS))
	$(Q)$(BIN)/proof $W $(READER) $(EDITION:%=-e %) -F $(STAGE)/facts.tsv \
	  $(if $(FORMAT),-O $(FORMAT) -o $(FINDINGS)) -f $(STAGE)/inputs \
	  -s $(STAGE)/outline

# What is certain of it, corrected in the sections themselves.
fix: $(STAGE)/inputs $(BIN)/fix
	$(Q)$(BIN)/fix $(READER) -f $(STAGE)/inputs

# The pages as LibreOffice lays them out: $(OUT)/report[.EDITION].pdf, -N.png.
RENDER := $(TOOLS_DIR)render.sh
pdf png: $(STAGE)/made $(BIN)/extract $(BIN)/say
	$(Q)sh $(RENDER) $@ $(REPORT) $(STAGE)

# The pictures come of the PDF: one after the other, also with -j.
$(if $(filter pdf,$(MAKECMDGOALS)),png: pdf)

# The document and what proof finds, again after every save; WATCH names other
# targets to make with it. The words of make itself are left out, and it is no
# make of this one's jobs, so that -n shows it and does not wait.
WATCH = proof
POLL =
AGAIN = $(MAKE) --no-print-directory -f $(firstword $(MAKEFILE_LIST))
watch: $(BIN)/sections $(BIN)/report $(BIN)/proof
	$(Q)exec env STYLES='$(STYLES)' FACTS='$(FACTS)' POLL='$(filter 1,$(POLL))' \
	  sh $(TOOLS_DIR)watch.sh $(STAGE) $(REPORT) '$(WATCH)' $(AGAIN)

# Of the document itself, so that they cannot say anything else: one page for
# browsers, $(OUT)/report[.EDITION].html, and plain text, .txt.
html: $(STAGE)/made $(BIN)/html
	$(Q)$(BIN)/html -o $(REPORT:.docx=.html) $(REPORT)
text: $(STAGE)/made $(BIN)/extract
	$(Q)$(BIN)/extract -p -o $(REPORT:.docx=.txt) $(REPORT)

# What was changed from the revision BASE to HEAD, or to the files as they
# stand, as tracked changes: $(OUT)/report[.EDITION].redline.docx; with
# REDLINE=paper struck through and boxed, to be printed.
REDLINE =
export BIN SECTIONS SHEET EDITION STRICT
redline: $(BIN)/sections $(BIN)/report $(BIN)/say $(SHEET)
	@$(if $(BASE),,$(SAY) 'say since which revision: make redline BASE=HEAD~1' \
	  >&2; exit 2)
	$(Q)PAPER='$(filter paper,$(REDLINE))' sh $(TOOLS_DIR)redline.sh \
	  $(STAGE)/redline $(REPORT:.docx=.redline.docx) '$(BASE)' '$(HEAD)'

# An existing report, FROM, as sections and facts in the new folder INTO;
# PLAIN=1 without facts, CHANGES=reject or keep for the tracked changes of Word.
PLAIN =
CHANGES =
import: $(BIN)/import $(BIN)/say
	@$(if $(FROM),,$(SAY) 'say which report: make import FROM=old.docx INTO=dir' \
	  >&2; exit 2)
	@$(if $(INTO),,$(SAY) 'say where to: make import FROM=%s INTO=dir' \
	  '$(FROM)' >&2; exit 2)
	$(Q)$(BIN)/import $(if $(PLAIN),-p) $(CHANGES:%=-c %) -d '$(INTO)' '$(FROM)'
# The copy for leaders, with LINES=1 with line numbers in the margin; and what
# they changed in it brought back, a patch a reviewer in $(OUT)/merge/, with
# APPLY=1 merged into the sections.
LINES =
APPLY =
FROM =
export FROM
REVIEW = PAPER= LINES_IN_MARGIN='$(filter 1,$(LINES))' APPLY='$(APPLY)' \
  sh $(TOOLS_DIR)review.sh
review: $(BIN)/sections $(BIN)/report $(BIN)/say $(SHEET)
	@$(if $(FACTS),$(SAY) 'make review takes no FACTS: what comes back could not be compared' \
	  >&2; exit 2)
	$(Q)$(REVIEW) review $(STAGE)/review $(REPORT:.docx=.review.docx)
merge: $(BIN)/sections $(BIN)/report $(BIN)/merge $(BIN)/say $(SHEET)
	$(Q)$(REVIEW) merge $(OUT)/merge/stage $(OUT)/merge

# One report for each row of the table ROWS, its columns being facts, in
# $(OUT)/batch[.EDITION]/, named by its column 文件名 or file; by JOBS processes.
# With SUMMARY the facts of all rows go to that CSV file, with ARCHIVE the
# reports into one ZIP file. What was made and still stands is not made again.
ROWS =
JOBS =
SUMMARY =
ARCHIVE =
BATCH = $(OUT)/batch$(EDITION:%=.%)
BATCHED = $(STAGE)/batch
batch: $(BIN)/sections $(BIN)/report $(BIN)/batch $(BIN)/say $(SHEET)
	@$(if $(ROWS),,$(SAY) 'say which rows: make batch ROWS=branches.csv' >&2; \
	  exit 2)
	$(Q)$(BIN)/sections $(EDITION:%=-e %) $(FACTS:%=-r %) -o $(BATCHED)/inputs \
	  $(SECTIONS) $(SHEETS)
	$(Q)$(BIN)/report style -d $(BATCHED)/style $(SHEET)
	$(Q)$(BIN)/batch $W $(EDITION:%=-e %) -n "$(EDITIONS)" $(OVERLAYS) \
	  $(JOBS:%=-j %) $(if $(SUMMARY),-S '$(SUMMARY)') \
	  $(if $(ARCHIVE),-a '$(ARCHIVE)',-o $(BATCH)) -p $(BIN)/batch -t $(BATCHED)/style \
	  -f $(BATCHED)/inputs -d $(BATCHED) '$(ROWS)' $(DEFINES)

# What FILE was built from, and whether it was altered since; an edition, which
# carries no receipt, is built anew from REV, or from the files as they stand
# and COUNT of the newest commits. With STRICT=1 it fails, too, where the files
# that stand are no longer those that it was built from.
FILE =
REV =
COUNT = 20
verify: $(BIN)/sections $(BIN)/report $(BIN)/verify $(BIN)/ledger $(BIN)/say \
  $(SHEET)
	@$(if $(FILE),,$(SAY) 'say which document: make verify FILE=report.docx' >&2; \
	  exit 2)
	$(Q)STYLES='$(STYLES)' STYLE='$(STYLE)' SHEETS='$(SHEETS)' FACTS='$(FACTS)' REV='$(REV)' \
	  COUNT='$(COUNT)' BASE='$(BASE)' HEAD='$(HEAD)' \
	  MAKE_REPORT='$(MAKE) -f $(firstword $(MAKEFILE_LIST))' \
	  sh $(TOOLS_DIR)verify.sh $(STAGE)/verify '$(FILE)'

# The keys of a style sheet, for who writes one.
style-doc: $(BIN)/style ; $(Q)$(BIN)/style -k

# A sheet that is missing is told before anything is listed.
$(SHEET):
	@echo '$(if $(ZH),没有样式表$@；现有：,there is no style sheet $@; there are:)' \
	  $(notdir $(basename $(SHEETS))) >&2; exit 2

# A new report in the folder DIR, with a Makefile that includes this file.
DIR =
export DIR
new: $(BIN)/say ; $(Q)sh $(TOOLS_DIR)new.sh $(abspath $(TOOLS_DIR))

# A list of all this.
HELP = $(TOOLS_DIR)help.txt
help: ; @cat $(if $(ZH),$(HELP:.txt=.zh_CN.txt),$(HELP))

FORCE:

.PHONY: docx why numbers leak proof fix pdf png text html watch redline review \
  merge import batch verify style-doc new help FORCE
