#!/bin/sh
# review: the copy of a report for leaders, and their edits brought back
#
#   sh review.sh review FOLDER COPY.docx
#   sh review.sh copy FOLDER COPY.docx COMMIT
#   sh review.sh merge FOLDER OUT
#
# Wants in its environment BIN, SECTIONS, SHEET, EDITION, LINES_IN_MARGIN, APPLY
# and FROM, as report.mk sets them. FOLDER holds what is made on the way. FROM
# names the files that came back, parted by blanks, or one whose name has some.
#
# A copy names the commit that it is of. Where the sections are not committed,
# their tree is kept by a commit of its own under refs/wengao/review/, so that
# the base of a review is never lost.
#
# copy makes the copy of a commit once more, as it was sent out.
#
# merge writes OUT/N.patch for each reviewer, which git apply takes; with APPLY=1
# it merges them into the sections, also where these have moved on: a conflict
# stands there as git shows one.
# Exit 0: done; 1: a conflict, or a file that is no copy; 2: no repository, or
# a program failed.
set -u
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX CDPATH
export GIT_LITERAL_PATHSPECS=1
what=$1 folder=$2
shift 2

die() { "$BIN/say" "$@" >&2; exit 2; }
command -v git >/dev/null || die 'make %s needs git, which is not here' "$what"
prefix=$(git -C "$SECTIONS" rev-parse --show-prefix 2>/dev/null) ||
	die '%s is in no git repository; make %s keeps there what a review starts from (git init, git add, git commit)' \
		"$SECTIONS" "$what"
top=$(git -C "$SECTIONS" rev-parse --show-toplevel) || exit 2
tops() { git -C "$top" -c core.quotePath=false "$@"; }
mkdir -p "$folder" && folder=$(cd "$folder" && pwd) || exit 2

# standing: the tree of the sections that stand there now; the author's index is
# left alone.
standing() {
	rm -f "$folder/index"
	GIT_INDEX_FILE=$folder/index tops add -f -- "./$prefix" &&
		GIT_INDEX_FILE=$folder/index tops write-tree || exit 2
}

# snapshot: the commit whose sections are those that stand there now.
snapshot() {
	if [ -z "$(tops status --porcelain --ignored -- "./$prefix" 2>&1)" ]; then
		tops rev-parse --verify --quiet HEAD && return
	fi
	tree=$(standing) || exit 2
	parent=$(tops rev-parse --verify --quiet HEAD)
	# the same text is the same commit
	commit=$(echo 'The sections of a copy for review' |
		GIT_AUTHOR_NAME=wengao GIT_AUTHOR_EMAIL=wengao@localhost \
		GIT_COMMITTER_NAME=wengao GIT_COMMITTER_EMAIL=wengao@localhost \
		GIT_AUTHOR_DATE='@0 +0000' GIT_COMMITTER_DATE='@0 +0000' \
		git -C "$top" commit-tree "$tree" ${parent:+-p "$parent"}) || exit 2
	tops update-ref "refs/wengao/review/$commit" "$commit" || exit 2
	echo "$commit"
}

# chain SECTIONS FOLDER: what the filters make of them, up to typeset -m.
chain() {
	facts=/dev/null names=
	[ ! -f "$1/facts.txt" ] || facts=$1/facts.txt
	for overlay in "$1"/facts.*.txt; do
		overlay=${overlay##*/facts.} overlay=${overlay%.txt}
		[ "$overlay" = '*' ] || names="$names$overlay "
	done
	"$BIN/sections" ${EDITION:+-e "$EDITION"} -o "$2/list" "$1" || exit
	# a copy that goes out is searched for what the edition hides
	hides=$EDITION
	[ "$what" = review ] || hides=
	"$BIN/report" style -d "$2/style" "$SHEET" + \
		facts -o "$2/facts.tsv" ${hides:+-x "$2/hidden"} -l "$1/ledgers" \
			${EDITION:+-m "$1/facts.$EDITION.txt"} "$facts" + \
		fill -F "$2/facts.tsv" -f "$2/list" -d "$2/fill" + \
		outline ${EDITION:+-e "$EDITION"} -n "$names" -f "$2/list" \
			-s "$2/fill" -d "$2/outline" + \
		typeset -m -t "$2/style/sheet" -f "$2/list" -s "$2/outline" \
			-d "$2/typeset" + \
		${hides:+leak -e "$EDITION" -x "$2/hidden" -F "$2/facts.tsv" \
			-f "$2/list" -s "$2/outline" -o "$2/hidden" +} \
		assemble ${hides:+-x "$2/hidden"} ${EDITION:+-e "$EDITION"} ${LINES_IN_MARGIN:+-l} -R "$3" \
			-t "$2/style" -f "$2/list" -s "$2/typeset" -o "$4"
}

if [ "$what" = review ]; then
	# what comes back is put into these very bytes
	for text in "$SECTIONS"/*.txt; do
		[ ! -f "$text" ] || iconv -f UTF-8 -t UTF-8 <"$text" >/dev/null 2>&1 ||
			die '%s: not in UTF-8; save it as UTF-8 first, so that edits can be brought back into it' \
				"$text"
	done
	commit=$(snapshot) || exit 2
	chain "$SECTIONS" "$folder" "$commit" "$1" || exit
	echo "$1"
	exit
fi

# tree COMMIT FOLDER: the sections of that commit, in a new folder; 1 where
# there are none.
tree() {
	if ! tops cat-file -e "$1^{commit}" 2>/dev/null; then
		"$BIN/say" '%s: the commit %s, of which this copy is, is not in %s; merge where the copy was made, or fetch refs/wengao/review/* from there' \
			"$file" "$1" "$top" >&2
		return 1
	fi
	tree=$(tops rev-parse --verify --quiet "$1:${prefix%/}") || {
		"$BIN/say" '%s: the commit %s, of which this copy is, has no folder %s; SECTIONS must be the folder that the copy was made of' \
			"$file" "$1" "${prefix%/}" >&2
		return 1
	}
	rm -rf "$2" && mkdir -p "$2" || exit 2
	GIT_INDEX_FILE=$2.index git -C "$top" read-tree "$tree" &&
		GIT_INDEX_FILE=$2.index git -C "$top" checkout-index -qa \
			--prefix="$2/" || exit 2
	rm -f "$2.index"
}

if [ "$what" = copy ]; then
	file=$1
	tree "$2" "$folder/base" || exit
	chain "$folder/base" "$folder" "$2" "$1"
	exit
fi

out=$1
if [ -f "${FROM-}" ]; then
	set -- "$FROM"
else
	set -f
	set -- ${FROM-}
	set +f
fi
[ $# -gt 0 ] || die 'say which file came back: make merge FROM=reviewed.docx'

# manifest FILE: the commit and the edition that a copy names, a line each.
manifest() {
	[ -f "$1" ] || {
		"$BIN/say" '%s: there is no such file' "$1" >&2
		return 1
	}
	"$BIN/merge" -m "$1"
}

# patch COMMIT N: the patch of reviewer N, between two trees of the repository.
patch() {
	GIT_INDEX_FILE=$folder/index
	export GIT_INDEX_FILE
	tops read-tree "$1" || exit 2
	for text in "$folder/merged/$2/sections"/*; do
		[ -f "$text" ] || continue
		# with the filters by which the section itself came to git
		blob=$(tops hash-object -w --path="$prefix${text##*/}" --stdin \
			<"$text") || exit 2
		mode=$(tops ls-files -s -- "$prefix${text##*/}" | cut -d ' ' -f 1)
		tops update-index --add --cacheinfo \
			"${mode:-100644},$blob,$prefix${text##*/}" || exit 2
	done
	new=$(tops write-tree) || exit 2
	unset GIT_INDEX_FILE
	tops diff --no-color --no-ext-diff --no-renames -U3 --src-prefix=a/ --dst-prefix=b/ \
		"$1" "$new" -- "./$prefix"
}

# merge_texts NAME THEIRS: merges THEIRS into $folder/mine; token by token, since a
# paragraph is a line, and only where that fails line by line: 1 for a conflict,
# which then stands there as git shows one.
merge_texts() {
	for version in mine was; do
		"$BIN/merge" -x "$folder/$version" "$folder/$version.tokens" || return 2
	done
	"$BIN/merge" -x "$2" "$folder/theirs.tokens" || return 2
	if git merge-file -q "$folder/mine.tokens" "$folder/was.tokens" \
		"$folder/theirs.tokens"; then
		"$BIN/merge" -j "$folder/mine.tokens" "$folder/mine" || return 2
		return 0
	fi
	git merge-file -L "$1" -L "$1, as it was sent" -L "$1, by $who" \
		"$folder/mine" "$folder/was" "$2"
	[ $? -lt 128 ] || return 2
	return 1
}

# renamed COMMIT NAME: what a section is called by now, if git can tell.
renamed() {
	now=$(standing) || exit 2
	tops diff --no-ext-diff -M40% --diff-filter=R \
		--name-status "$1" "$now" -- "./$prefix" |
		OLD=$prefix$2 LC_ALL=C awk -F '\t' '$2 == ENVIRON["OLD"] {
			sub(/.*\//, "", $3); print $3 }'
}

# apply COMMIT N: merges what reviewer N changed into the sections as they stand.
apply() {
	for text in "$folder/merged/$2/sections"/*; do
		[ -f "$text" ] || continue
		name=${text##*/}
		[ -f "$SECTIONS/$name" ] || name=$(renamed "$1" "$name")
		if [ -z "$name" ]; then
			"$BIN/say" '%s: the section is gone; what was changed in it is in %s' \
				"$SECTIONS/${text##*/}" "$out/$number.patch" >&2
			conflict=1
			continue
		fi
		cp "$SECTIONS/$name" "$folder/mine" &&
			cp "$folder/mine" "$folder/before" &&
			cp "$folder/base/${text##*/}" "$folder/was" || exit 2
		merge_texts "$name" "$text"
		case $? in
		0) ;;
		1)
			"$BIN/say" '%s: what %s changed meets other changes; both stand there between <<<<<<< and >>>>>>>' \
				"$SECTIONS/$name" "$who" >&2
			conflict=1;;
		*) exit 2;;
		esac
		cmp -s "$folder/mine" "$folder/before" ||
			"$BIN/merge" -w "$SECTIONS/$name" "$folder/before" \
				"$folder/mine" || exit 2
	done
}

conflict=0 number=0 status=0
mkdir -p "$out" || exit 2
rm -f "$out"/*.patch "$out"/*.unplaced "$out"/*.proposals
for file; do
	manifest "$file" >"$folder/manifest" || { status=1; continue; }
	commit=$(sed -n 1p "$folder/manifest")
	EDITION=$(sed -n 2p "$folder/manifest")
	tree "$commit" "$folder/base" || { status=1; continue; }
	LINES_IN_MARGIN= chain "$folder/base" "$folder" "$commit" "$folder/sent.docx" || exit
	rm -rf "$folder/merged"
	"$BIN/merge" -p "$SECTIONS" -F "$folder/facts.tsv" -u "$folder/sent.docx" \
		-f "$folder/list" -s "$folder/outline" -d "$folder/merged" "$file"
	case $? in
	0) [ -d "$folder/merged/1" ] || "$BIN/say" '%s: no edits' "$file";;
	1) status=1;;
	*) exit 2;;
	esac
	n=1
	while [ -d "$folder/merged/$n" ]; do
		number=$((number + 1))
		who=$(cut -f 1 "$folder/merged/$n/author")
		patch "$commit" $n >"$out/$number.patch" || exit 2
		if [ -s "$out/$number.patch" ]; then
			echo "$out/$number.patch: $who"
			[ -z "$APPLY" ] || apply "$commit" $n
		else
			rm -f "$out/$number.patch"
		fi
		for kind in proposals unplaced; do
			[ ! -f "$folder/merged/$n/$kind" ] ||
				cp "$folder/merged/$n/$kind" "$out/$number.$kind" || exit 2
		done
		n=$((n + 1))
	done
done
[ $conflict = 0 ] || status=1
exit $status
