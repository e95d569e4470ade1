#!/bin/sh
# redline: two revisions of a report as one document with tracked changes
#
#   sh redline.sh FOLDER REDLINE.docx BASE [HEAD]
#
# Wants in its environment BIN, SECTIONS, SHEET, EDITION, STRICT and PAPER, as
# report.mk sets them. FOLDER holds what is made on the way:
#
#   base/, head/    the sections as they were at these revisions; without HEAD
#                   the files as they stand, in $SECTIONS
#   blame, gone     what git says of their lines (blame.h)
#
# Whole trees are read through git: nothing is checked out over the author's
# files, nor does any index of theirs change.
# Exit 0: done; 1: a text has faults; 2: no repository, no such revision.
set -u
folder=$1 docx=$2 base=$3 head=${4-}

die() { "$BIN/say" "$@" >&2; exit 2; }
command -v git >/dev/null || die 'make %s needs git, which is not here' redline
prefix=$(git -C "$SECTIONS" rev-parse --show-prefix 2>/dev/null) ||
	die '%s is in no git repository; there are no revisions of it' "$SECTIONS"
top=$(git -C "$SECTIONS" rev-parse --show-toplevel) || exit 2
gits() { git -C "$SECTIONS" -c core.quotePath=false "$@"; }

# commit REVISION: its full name.
commit() {
	gits rev-parse --verify --quiet --end-of-options "$1^{commit}" ||
		die 'there is no revision %s in the repository of %s' "$1" "$SECTIONS"
}

# tree COMMIT FOLDER: the sections of that commit, in a new folder.
tree() {
	tree=$(gits rev-parse --verify --quiet "$1:${prefix%/}") ||
		die 'revision %s has no folder %s' "$1" "${prefix%/}"
	rm -rf "$2" && mkdir -p "$2" && into=$(cd "$2" && pwd) || exit 2
	(
		GIT_INDEX_FILE=$into.index && export GIT_INDEX_FILE
		git -C "$top" read-tree "$tree" &&
			git -C "$top" checkout-index -qa --prefix="$into/"
	) || die 'cannot write the sections of %s to %s' "$1" "$2"
	rm -f "$into.index"
}

# texts FOLDER: its sections, and other files that git can blame as well.
texts() { (cd "$1" && ls) | grep '\.txt$'; }

mkdir -p "$folder" || exit 2
base=$(commit "$base") || exit 2
tree "$base" "$folder/base"
now=$SECTIONS revision=
if [ -n "$head" ]; then
	head=$(commit "$head") || exit 2
	tree "$head" "$folder/head"
	now=$folder/head revision=$head
fi
author=$(gits config user.name) || author=$(id -un)

texts "$now" | while read -r text; do
	printf 'path %s\n' "$now/$text"
	gits blame --porcelain $revision -- "$text" 2>/dev/null
done >"$folder/blame"

# The commits from BASE on, in a row: first parents alone where BASE is among
# them, so that each commit is the one that took away what the one before had.
last=${head:-$(gits rev-parse --verify --quiet HEAD)}
row=--ancestry-path first=
if gits rev-list --first-parent "$last" | grep -qx "$base"; then
	row=--first-parent first=--first-parent
fi
if gits merge-base --is-ancestor "$base" "$last" && [ "$base" != "$last" ]; then
	gits log --reverse $row --format='chain %H %ct %an' "$base..$last"
	texts "$folder/base" | while read -r text; do
		printf 'path %s\n' "$folder/base/$text"
		gits blame --porcelain --reverse $first \
			"$base..$last" -- "$text" 2>/dev/null
	done
fi >"$folder/gone"

# side NAME SECTIONS: its list, and what it needs to be made.
side() {
	"$BIN/sections" ${EDITION:+-e "$EDITION"} -o "$folder/$1.list" "$2" || exit
	facts=/dev/null masks= names=
	[ ! -f "$2/facts.txt" ] || facts=$2/facts.txt
	[ -z "$EDITION" ] || masks="-m $2/facts.$EDITION.txt"
	for overlay in "$2"/facts.*.txt; do
		overlay=${overlay##*/facts.} overlay=${overlay%.txt}
		[ "$overlay" = '*' ] || names="$names$overlay "
	done
}

# What the edition hid at BASE is looked for, too: it may stand in what was
# deleted since.
strict=${STRICT:+-W}
side base "$folder/base"
base_facts=$facts base_masks=$masks base_names=$names
side now "$now"
"$BIN/report" style -d "$folder/style" "$SHEET" + \
	facts -o "$folder/base.tsv" ${EDITION:+-x "$folder/base.hidden"} \
		-l "$folder/base/ledgers" $base_masks "$base_facts" + \
	fill -F "$folder/base.tsv" -f "$folder/base.list" -d "$folder/base.fill" + \
	outline ${EDITION:+-e "$EDITION"} -n "$base_names" -f "$folder/base.list" \
		-s "$folder/base.fill" -d "$folder/base.outline" + \
	typeset -m -t "$folder/style/sheet" -f "$folder/base.list" \
		-s "$folder/base.outline" -d "$folder/base.typeset" + \
	facts $strict -o "$folder/now.tsv" \
		${EDITION:+-x "$folder/now.hidden"} -l "$now/ledgers" $masks "$facts" + \
	fill $strict -F "$folder/now.tsv" -f "$folder/now.list" -d "$folder/now.fill" + \
	outline $strict ${EDITION:+-e "$EDITION"} -n "$names" -f "$folder/now.list" \
		-s "$folder/now.fill" -d "$folder/now.outline" + \
	typeset $strict -m -t "$folder/style/sheet" -f "$folder/now.list" \
		-s "$folder/now.outline" -d "$folder/now.typeset" + \
	${EDITION:+leak -n -x "$folder/base.hidden" -F "$folder/base.tsv" \
		-f "$folder/base.list" -s "$folder/base.outline" \
		-o "$folder/base.hidden" +} \
	${EDITION:+leak -e "$EDITION" -x "$folder/now.hidden" \
		-F "$folder/now.tsv" -f "$folder/now.list" \
		-s "$folder/now.outline" -o "$folder/now.hidden" +} \
	redline ${PAPER:+-p} -u "$author" -a "$folder/blame" -g "$folder/gone" \
		-b "$folder/base.list" -B "$folder/base.typeset" \
		-f "$folder/now.list" -s "$folder/now.typeset" -d "$folder/red" + \
	assemble ${EDITION:+-x "$folder/base.hidden" -x "$folder/now.hidden"} \
		-v -t "$folder/style" -f "$folder/now.list" -s "$folder/red" \
		-o "$docx"
