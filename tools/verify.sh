#!/bin/sh
# verify: what a document was built from, and whether it was altered since
#
#   sh verify.sh FOLDER FILE.docx
#
# Wants in its environment BIN, SECTIONS, STYLES, STYLE, EDITION, FACTS, STRICT,
# REV, COUNT, BASE and HEAD, as report.mk has them, and MAKE_REPORT, the make
# that builds the report. FOLDER holds what is built on the way; all of it goes.
#
# The receipt in the document names contents; the commit that has them is looked
# for on all branches and tags, the report built once more from it, and compared
# bit by bit. What has no receipt, an edition or a damaged file, is compared
# with what the files as they stand give, and then the newest commits.
# Exit 0: proved; 1: not; 2: usage, or a program failed.
set -u
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX CDPATH
export GIT_LITERAL_PATHSPECS=1
scratch=$1 file=$2
die() { "$BIN/say" "$@" >&2; exit 2; }
say() { "$BIN/say" "$@"; }
shown() { tr -d '\000-\010\013-\037\177'; }

[ -f "$file" ] || die 'there is no file %s' "$file"
mkdir -p "$scratch" || exit 2
scratch=$(mktemp -d "$scratch/XXXXXX") || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM
# a copy, so that it stays what it was when it was first looked at
cp -- "$file" "$scratch/file.docx" || exit 2
copy=$scratch/file.docx

# repository FOLDER: the top of its repository, and the folder in it; nothing
# where there is none.
repository() {
	command -v git >/dev/null || return 1
	git -C "$1" rev-parse --show-toplevel 2>/dev/null &&
		git -C "$1" rev-parse --show-prefix 2>/dev/null
}
top='' prefix='' style_top='' style_prefix=''
if repository "$SECTIONS" >"$scratch/where"; then
	{ IFS= read -r top; IFS= read -r prefix; } <"$scratch/where"
fi
if repository "$STYLES" >"$scratch/where"; then
	{ IFS= read -r style_top; IFS= read -r style_prefix; } <"$scratch/where"
fi
gits() { git -C "$top" -c core.quotePath=false "$@"; }

# commits TOP PREFIX [FROM]: those that changed the folder, the newest first.
commits() {
	git -C "$1" rev-list --full-history --date-order "${3:---all}" -- \
		"./$2" 2>/dev/null
}

# named COMMIT: as a reader knows it.
named() {
	if [ "$1" = standing ]; then
		say 'the files as they stand'
	else
		gits log -1 --no-show-signature --format='%h%n%cs, %s' "$1" | shown | {
			IFS= read -r id; IFS= read -r of
			say 'commit %s (%s)' "$id" "$of"
		}
	fi
}

# tree TOP COMMIT PREFIX FOLDER: what that folder held, in a new one.
tree() {
	id=$(git -C "$1" rev-parse --verify --quiet "$2:${3%/}") || return 1
	rm -rf "$4" && mkdir -p "$4" && into=$(cd "$4" && pwd) || exit 2
	GIT_INDEX_FILE=$into.index git -C "$1" read-tree "$id" &&
		GIT_INDEX_FILE=$into.index git -C "$1" checkout-index -qa \
			--prefix="$into/" || exit 2
	rm -f "$4.index"
}

# build SECTIONS STYLES STYLE: the document, $product.
build() {
	rm -rf "$scratch/out"
	product=$scratch/out/report${EDITION:+.$EDITION}.docx
	$MAKE_REPORT docx SECTIONS="$1" STYLES="$2" STYLE="$3" \
		OUT="$scratch/out" EDITION="$EDITION" FACTS="$FACTS" STRICT= V= \
		SOURCE_DATE_EPOCH="$epoch" >"$scratch/said" 2>&1 &&
		[ -f "$product" ]
}

# A copy for review is built by its own script; $1 is "lines" with line numbers.
review() {
	product=$scratch/out/report.docx
	rm -rf "$scratch/out" && mkdir "$scratch/out" || exit 2
	ours=$2/$3.style
	[ -f "$ours" ] || ours=$WENGAO_STYLES/$3.style
	SHEET=$ours SOURCE_DATE_EPOCH=$epoch LINES_IN_MARGIN=$4 \
		sh "${0%verify.sh}review.sh" copy "$scratch/out" "$product" "$1" \
		>"$scratch/said" 2>&1
}

# nearer NAME SHEET: keeps the product if no other was as near; exit 0 where it
# is the file to the bit.
nearer() {
	if cmp -s "$product" "$copy"; then
		best=0 best_name=$1 best_sheet=$2
		return 0
	fi
	distance=$("$BIN/verify" -n "$product" "$copy")
	[ -n "$distance" ] || exit 2
	if [ -z "$best" ] || [ "$distance" -lt "$best" ]; then
		best=$distance best_name=$1 best_sheet=$2
		mv "$product" "$scratch/nearest.docx" || exit 2
	fi
	return 1
}

# sheets STYLES: the style sheets there, and behind them those of wengao; the one
# that was asked for first.
sheets() {
	for sheet in "/$STYLE" "$1"/*.style "$WENGAO_STYLES"/*.style; do
		sheet=${sheet##*/} sheet=${sheet%.style}
		case $sheet in *[!A-Za-z0-9_.-]*) ;; *) echo "$sheet";; esac
	done | awk '!seen[$0]++'
}

# close_by: whether the nearest is so near that no other can be meant: its last
# digits say how far apart the first and the last byte are that differ.
close_by() { [ -n "$best" ] && [ $((best & 4294967295)) -le 16 ]; }

# near: whether the file and the nearest begin or end with the same bytes.
near() {
	[ "$(head -c 4 "$scratch/nearest.docx")" = "$(head -c 4 "$copy")" ] ||
		[ "$(tail -c 40 "$scratch/nearest.docx" | cksum)" = \
			"$(tail -c 40 "$copy" | cksum)" ]
}

# try NAME SECTIONS STYLES: builds with each style sheet until it is the file.
try() {
	sheets "$3" >"$scratch/sheets"
	while read -r sheet; do
		if build "$2" "$3" "$sheet" </dev/null; then
			nearer "$1" "$sheet" && return 0
			! close_by || return 1
		elif [ "$sheet" = "$STYLE" ]; then
			cp "$scratch/said" "$scratch/failed"
		fi
	done <"$scratch/sheets"
	return 1
}

# altered: what differs between the file and the nearest that was built.
altered() {
	"$BIN/verify" "$scratch/nearest.docx" "$copy"
	[ $? -le 1 ] || exit 2
}

# how: what the document was built with, where that is not what stands.
how() {
	[ "$best_sheet" = "$STYLE" ] || say '  with STYLE=%s' "$best_sheet"
	[ -z "$styles_of" ] ||
		say '  with the style sheets of commit %s' "$(printf %.12s "$styles_of")"
	[ -z "$epoch" ] || say '  its date is SOURCE_DATE_EPOCH=%s' "$epoch"
}

# other_version: where the program is another, so may be what it builds.
other_version() {
	[ "$kind" = receipt ] && [ "$commit" != "$version" ] || return 0
	say '  it names wengao %s, and this is %s: a difference may come from that' \
		"$commit" "$version"
}

# inputs SECTIONS: the files in it, each with its hash.
inputs() {
	"$BIN/sections" ${EDITION:+-e "$EDITION"} "$1" 2>/dev/null | NAME=$1/ LC_ALL=C awk -F '\t' '
		{ path = $1 == "" ? $4 : $1; hash = $1 == "" ? $3 : $2 }
		{ print substr(path, length(ENVIRON["NAME"]) + 1) "\t" hash }' |
		LC_ALL=C sort -u
}

# rows FILE: as it can be shown, a ledger as what is read of it.
rows() {
	case $1 in
	*/ledgers/*) iconv -f UTF-8 -t UTF-8 <"$1" 2>/dev/null ||
		"$BIN/ledger" "$1" 2>/dev/null;;
	*) iconv -f UTF-8 -t UTF-8 <"$1" 2>/dev/null;;
	esac
}

# moved_on SECTIONS: in what the files as they stand differ from those that the
# document was built from, and whether its text would be another.
moved_on() {
	inputs "$1" >"$scratch/then"
	inputs "$SECTIONS" >"$scratch/now"
	! cmp -s "$scratch/then" "$scratch/now" || return 1
	say '%s: warning: the files as they stand are not those that it was built from:' \
		"$file"
	LC_ALL=C comm -3 "$scratch/then" "$scratch/now" | sed 's/^	//' |
		cut -f 1 | LC_ALL=C sort -u >"$scratch/changed"
	while IFS= read -r name; do
		if [ ! -f "$1/$name" ]; then
			say '  %s: new' "$SECTIONS/$name"
		elif [ ! -f "$SECTIONS/$name" ]; then
			say '  %s: gone' "$SECTIONS/$name"
		else
			say '  %s: changed' "$SECTIONS/$name"
			rows "$1/$name" >"$scratch/a"
			rows "$SECTIONS/$name" >"$scratch/b"
			diff -U0 "$scratch/a" "$scratch/b" | sed '1,2d; s/^/    /' |
				head -n 20 | shown
		fi
	done <"$scratch/changed"
	mv "$product" "$scratch/built.docx" || exit 2
	if ! build "$SECTIONS" "$STYLES" "$best_sheet"; then
		say '  from the files as they stand no report can be built (make docx)'
	elif "$BIN/verify" -t "$copy" "$product" >"$scratch/text"; then
		say '  from the files as they stand its text would be the same'
	else
		say '  from the files as they stand its text would be another:'
		sed 's/^/  /' "$scratch/text"
	fi
}

# candidates: the states to try for a document without a receipt: what stands
# in the last commit, and without it, first.
candidates() {
	if [ -n "$REV" ]; then
		gits rev-parse --verify --quiet --end-of-options "$REV^{commit}"
		return
	fi
	head=
	[ -z "$top" ] || head=$(commits "$top" "$prefix" HEAD | head -n 1)
	echo ${head:+"$head"} standing | tr ' ' '\n'
	[ -z "$top" ] || commits "$top" "$prefix" | head -n "$COUNT" | grep -vx "$head"
	return 0
}

# state NAME: its sections and styles, $sections and $styles.
state() {
	sections=$SECTIONS styles=$STYLES
	[ "$1" != standing ] || return 0
	sections=$scratch/sections
	tree "$top" "$1" "$prefix" "$sections" || return 1
	if [ "$top" = "$style_top" ] &&
		tree "$top" "$1" "$style_prefix" "$scratch/styles"; then
		styles=$scratch/styles
	fi
}

# proved NAME SECTIONS: says so, and what has changed since.
proved() {
	if [ -z "$top" ]; then
		say '%s: not proved: it is what the files as they stand give, to the bit, but %s is in no git repository, and nothing says that these are what they were' \
			"$file" "$SECTIONS"
		how
		exit 1
	fi
	say '%s: built from %s, and unaltered since' "$file" "$(named "$1")"
	how
	[ "$1" = standing ] || ! moved_on "$2" || exit $strict
	exit 0
}

# by_candidates: compares with one after the other.
by_candidates() {
	candidates >"$scratch/candidates" || die 'there is no revision %s' "$REV"
	count=0
	while read -r name; do
		state "$name" || continue
		count=$((count + 1))
		try "$name" "$sections" "$styles" </dev/null &&
			proved "$name" "$sections"
		! close_by || break
	done <"$scratch/candidates"
	case $kind in
	damaged) say '%s: not proved, and damaged: %s' "$file" "$because";;
	*) say '%s: not proved: none of the states looked at gives these bytes: %s (REV names one, COUNT how many of the newest commits)' \
		"$file" "$count";;
	esac
	if [ -z "$best" ]; then
		say '  none of them could be built:' && sed 's/^/  /' "$scratch/failed"
		exit 1
	fi
	# a file that has nothing in common with it is something else
	[ "$kind" != damaged ] || near || exit 1
	say '  nearest is what is built from %s; the file differs from that:' \
		"$(named "$best_name")"
	altered
	exit 1
}

# look WHAT TOP PREFIX FOLDER COMMIT...: the state that has what the receipt
# names, among the files as they stand and these commits.
look() {
	what=$1 top_of=$2 prefix_of=$3 folder=$4
	shift 4
	if [ -n "$top_of" ] && [ $# = 0 ]; then
		commits "$top_of" "$prefix_of"
	else
		printf '%s\n' "$@"
	fi | "$BIN/verify" ${what:+"$what"} -f "$scratch/standing" \
		${top_of:+-g "$top_of" -p "$prefix_of" -d "$folder"} \
		${FACTS:+-r "$FACTS"} "$copy" >"$scratch/look"
	[ $? -le 1 ] || exit 2
	read -r verdict name same files <"$scratch/look"
	sed 1d "$scratch/look" >"$scratch/told"
}

# find_styles: the style sheets that the receipt names, $styles.
find_styles() {
	styles=$STYLES styles_found=1
	look -s "$style_top" "$style_prefix" "$STYLES"
	if [ "$verdict" != found ]; then
		styles_found=
		cp "$scratch/told" "$scratch/told.styles"
	elif [ "$name" != standing ]; then
		tree "$style_top" "$name" "$style_prefix" "$scratch/styles" || exit 2
		styles=$scratch/styles
		styles_of=$name
	fi
}

# rewritten: whether the contents are those of a commit that no branch has.
rewritten() {
	[ -n "$top" ] || return 1
	set -- "$(gits rev-list --no-walk --reflog --not --all 2>/dev/null)"
	[ -n "$1" ] || return 1
	gits rev-list --full-history --date-order --reflog --not --all -- \
		"./$prefix" | "$BIN/verify" -f /dev/null -g "$top" -p "$prefix" \
		-d "$SECTIONS" ${FACTS:+-r "$FACTS"} "$copy" >"$scratch/look" ||
		return 1
	read -r verdict name same files <"$scratch/look"
}

# by_receipt: finds what the receipt names, builds it again and compares.
by_receipt() {
	(
		LC_ALL=C; export LC_ALL # the order of names
		exec "$BIN/sections" ${FACTS:+-r "$FACTS"} "$SECTIONS" \
			"$STYLES"/*.style
	) >"$scratch/standing" || exit 2
	find_styles
	verdict=
	# rather the commit with those styles, if it has all else as well
	if [ -n "$styles_of" ] && [ "$style_top" = "$top" ]; then
		look '' "$top" "$prefix" "$SECTIONS" "$styles_of"
		[ "$name" != standing ] || verdict=
	fi
	[ "$verdict" = found ] || look '' "$top" "$prefix" "$SECTIONS"
	[ "$verdict" = found ] || not_found
	if [ "$name" != standing ]; then
		tree "$top" "$name" "$prefix" "$scratch/sections" || exit 2
		sections=$scratch/sections
	else
		sections=$SECTIONS
	fi
	! try "$name" "$sections" "$styles" || proved "$name" "$sections"
	if [ -z "$best" ]; then
		say '%s: not proved: its receipt names %s, from which no report could be built:' \
			"$file" "$(named "$name")"
		sed 's/^/  /' "$scratch/failed"
	elif [ -z "$styles_found" ]; then
		say '%s: not proved: its receipt names %s, but style sheets that are not found:' \
			"$file" "$(named "$name")"
		cat "$scratch/told.styles"
		say '  with those that stand, it differs:'
		altered
	elif [ "$commit" != "$version" ]; then
		say '%s: not proved: its receipt names %s, and what is built from it differs:' \
			"$file" "$(named "$name")"
		altered
	else
		say '%s: altered: its receipt names %s, and what is built from it differs:' \
			"$file" "$(named "$name")"
		altered
	fi
	other_version
	exit 1
}

# not_found: neither a branch nor the files as they stand have all that the
# receipt names.
not_found() {
	nearest=$name with="$same $files" from=$name
	if rewritten; then
		from=$name
		say '%s: not proved: its receipt names %s, which no branch or tag has any more: the history was written anew' \
			"$file" "$(named "$from")"
	elif [ -n "$top" ]; then
		say '%s: not proved: its receipt names contents that neither a commit nor the files as they stand have' \
			"$file"
	else
		say '%s: not proved: its receipt names contents that the files as they stand do not have, and %s is in no git repository' \
			"$file" "$SECTIONS"
	fi
	other_version
	say '  nearest is %s, with %s of %s files; others are there:' \
		"$(named "$nearest")" $with
	cat "$scratch/told"
	state "$from" || exit 1
	if try "$from" "$sections" "$styles"; then
		say '  what is built from %s is this file, to the bit' \
			"$(named "$from")"
		moved_on "$sections"
	elif [ -n "$best" ]; then
		say '  what is built from %s differs:' "$(named "$from")"
		altered
	fi
	exit 1
}

# by_review COMMIT EDITION: a copy for review names its commit itself.
by_review() {
	[ -n "$top" ] ||
		die '%s: a copy for review of commit %s, and %s is in no git repository' \
			"$file" "$1" "$SECTIONS"
	EDITION=${2-}
	sheets "$STYLES" >"$scratch/sheets"
	while read -r sheet; do
		for lines in '' 1; do
			review "$1" "$STYLES" "$sheet" "$lines" </dev/null || {
				[ -n "$best" ] || cp "$scratch/said" "$scratch/failed"
				continue
			}
			nearer "$1" "$sheet" || continue
			say '%s: the copy for review of %s, and unaltered since' \
				"$file" "$(named "$1")"
			how
			exit 0
		done
	done <"$scratch/sheets"
	if [ -z "$best" ]; then
		say '%s: not proved: a copy for review of commit %s, which could not be made again:' \
			"$file" "$1"
		sed 's/^/  /' "$scratch/failed"
	else
		say '%s: altered: a copy for review of %s; make merge brings such edits back:' \
			"$file" "$(named "$1")"
		altered
	fi
	exit 1
}

# by_redline: the redline of BASE and HEAD, made again.
by_redline() {
	rm -rf "$scratch/out"
	product=$scratch/out/report${EDITION:+.$EDITION}.redline.docx
	$MAKE_REPORT redline OUT="$scratch/out" STRICT= V= \
		SOURCE_DATE_EPOCH="$epoch" >"$scratch/said" 2>&1 || {
		cat "$scratch/said" >&2
		exit 2
	}
	if nearer redline "$STYLE"; then
		say '%s: the redline from %s to %s, and unaltered since' \
			"$file" "$BASE" "${HEAD:-$(named standing)}"
		exit 0
	fi
	say '%s: not proved: the redline from %s to %s differs:' \
		"$file" "$BASE" "${HEAD:-$(named standing)}"
	altered
	exit 1
}

case $COUNT in '' | *[!0-9]*) die 'COUNT=%s is no number of commits' "$COUNT";; esac
[ -z "$REV" ] || [ -n "$top" ] ||
	die '%s is in no git repository; there is no revision %s' "$SECTIONS" "$REV"
best='' best_name='' best_sheet=$STYLE styles_of='' styles_found=1 strict=0
[ -z "$STRICT" ] || strict=1

"$BIN/verify" -i "$copy" >"$scratch/says"
[ $? -le 1 ] || exit 2
{
	read -r version epoch
	read -r kind commit edition
	IFS= read -r because
} <"$scratch/says"
# a date that cannot be read may be known to who asks
[ "$epoch" != damaged ] || epoch=${SOURCE_DATE_EPOCH-}
[ -z "$BASE" ] || by_redline
case $kind in
receipt)
	EDITION= # an edition carries none
	[ -z "$REV" ] || by_candidates
	by_receipt;;
review) by_review "$commit" "$edition";;
damaged) by_candidates;;
esac
[ -z "$EDITION$REV" ] || by_candidates
say '%s: not proved: %s; an edition has none (EDITION=public), nor has a redline (BASE=REVISION)' \
	"$file" "$because"
exit 1
