#!/bin/sh
# revisions: what redline wants to know of git
#
#   sh revisions.sh SECTIONS FOLDER BASE [HEAD]
#
# Writes the sections as they were at the revision BASE to FOLDER/base, and
# those at HEAD, if it is given, to FOLDER/head; whom the lines of HEAD, or of
# the files as they stand, are blamed on to FOLDER/blame, who took lines of BASE
# away to FOLDER/gone, and the name for what is not committed to FOLDER/author.
# Nothing is checked out over the author's files.
# Exit 0: done; 2: no repository, no such revision.
set -u
sections=$1 folder=$2 base=$3 head=${4-}

die() { echo "$*" >&2; exit 2; }
command -v git >/dev/null || die "make redline needs git, which is not here"
prefix=$(git -C "$sections" rev-parse --show-prefix 2>/dev/null) ||
	die "$sections is in no git repository: there are no revisions to compare"
git() { command git -C "$sections" -c core.quotePath=false "$@"; }

# commit REVISION: its full name.
commit() {
	git rev-parse --verify --quiet --end-of-options "$1^{commit}" ||
		die "there is no revision $1 in the repository of $sections"
}

# tree COMMIT FOLDER: the sections of that commit, in a new folder.
tree() {
	tree=$(git rev-parse --verify --quiet "$1:${prefix%/}") ||
		die "revision $1 has no ${prefix%/}"
	rm -rf "$2" "$2.index" && mkdir -p "$2" || exit 2
	into=$(cd "$2" && pwd) || exit 2
	GIT_INDEX_FILE=$into.index command git -C "$sections" read-tree "$tree" &&
		GIT_INDEX_FILE=$into.index GIT_DIR=$dir command git \
			--work-tree="$into" checkout-index -qa || exit 2
	rm -f "$into.index"
}

# texts FOLDER: its sections.
texts() { (cd "$1" && ls) | grep '\.txt$' | grep -v '^facts\.'; }

dir=$(git rev-parse --absolute-git-dir) || exit 2
base=$(commit "$base") || exit 2
tree "$base" "$folder/base"
now=$sections rev=
if [ -n "$head" ]; then
	head=$(commit "$head") || exit 2
	tree "$head" "$folder/head"
	now=$folder/head rev=$head
fi
author=$(git config user.name) || author=
printf '%s\n' "${author:-$(id -un)}" >"$folder/author"

texts "$now" | while read -r text; do
	echo "path $now/$text"
	git blame --porcelain $rev -- "$text" 2>/dev/null
done >"$folder/blame"

# The commits from BASE on, first parents alone, so that each has one behind it.
last=$(git rev-parse "${head:-HEAD}") || exit 2
{
	git merge-base --is-ancestor "$base" "$last" && [ "$base" != "$last" ] && {
		git log --reverse --first-parent --format='chain %H %ct %an' \
			"$base..$last"
		texts "$folder/base" | while read -r text; do
			echo "path $folder/base/$text"
			git blame --porcelain --reverse --first-parent \
				"$base..$last" -- "$text" 2>/dev/null
		done
	}
} >"$folder/gone"
:
