#!/bin/sh
# new: a folder for a report, with a small one in it to begin with
#
#   DIR=FOLDER sh new.sh TOOLS
#
# TOOLS is the folder of report.mk, where new/ is what a report begins as. FOLDER
# must not be there yet, or be empty. Where git is there, it becomes a repository
# with a first commit, unless it lies in one already or git knows no author.
# Exit 0: done; 2: it was not, and FOLDER is as it was.
set -u
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX CDPATH
tools=$1 dir=${DIR-}

die() { "$BIN/say" "$@" >&2; exit 2; }
gits() { git -C "$dir" "$@"; }

[ -n "$dir" ] || die 'say which folder: make new DIR=report-2026'
case $dir in
\~) dir=$HOME;;
\~/*) dir=$HOME/${dir#??};;
-*) dir=./$dir;;
esac
# what make would take for something else in an include
case $tools in *[[:space:]\"\'\\\$\#:%\;\*\?]*)
	die 'make cannot read rules from %s; move wengao to a folder whose name has no blanks and no signs' \
		"$tools";;
esac
if [ -e "$dir" ] || [ -L "$dir" ]; then
	[ -d "$dir" ] || die '%s: is no folder; name a new one' "$dir"
	within=$(ls -A "$dir") || exit 2
	[ -z "$within" ] || die '%s: the folder is not empty; name a new one' "$dir"
	made=
else
	mkdir -p "$dir" || exit 2
	made=1
fi

# All stands in a folder of its own until it is whole.
part=$dir/.new.part
trap 'rm -rf "$part"; [ -z "$made" ] || rmdir "$dir" 2>/dev/null' EXIT
trap 'exit 2' HUP INT TERM
cp -R "$tools/new" "$part" || exit 2
for name in gitignore gitattributes; do
	mv "$part/$name" "$part/.$name" || exit 2
done
cat >"$part/Makefile" <<EOF || exit 2
# make docx 生成文档，make help 列出还能做什么
WENGAO = $tools
include \$(or \$(wildcard \$(WENGAO)/report.mk),\$(error there is no wengao in \$(WENGAO); install it there, or say where it is: make WENGAO=folder))
EOF
mv "$part/sections" "$part/Makefile" "$part/.gitignore" "$part/.gitattributes" \
	"$dir" && rmdir "$part" || exit 2
made=
echo "$dir"

# commits: the first commit, where there may be one.
commits() {
	if ! git -C "$dir" -c user.useConfigOnly=true var GIT_COMMITTER_IDENT \
		>/dev/null 2>&1; then
		"$BIN/say" 'git does not know yet who you are; tell it, and commit:'
		echo "  git config --global user.name 'your name'"
		echo "  git config --global user.email 'you@example.com'"
		echo "  cd '$dir' && git add . && git commit -m '新建报告'"
		return
	fi
	gits add . && gits commit -qm '新建报告' ||
		die '%s is made, but git took no first commit; see above' "$dir"
}

if ! command -v git >/dev/null; then
	"$BIN/say" 'git is not here; install it, so that it keeps what was changed: then git init in %s' \
		"$dir"
	exit
fi
top=$(gits rev-parse --show-toplevel 2>/dev/null)
if [ -n "$top" ] && ! gits check-ignore -q .; then
	"$BIN/say" 'it lies in the repository %s; commit it there when it is ready' \
		"$top"
	top=
else
	branch=$(git config init.defaultBranch)
	git -c "init.defaultBranch=${branch:-main}" init -q "$dir" &&
		gits config core.quotePath false || exit 2
	top=$dir
fi
# A value, a number, a foreign word, or one character: any locale's libc knows it
# by one of the last two.
gits config diff.wengao.wordRegex "$(printf '%s|[\300-\377][\200-\277]+' \
	'\{\{[^{}]*\}\}|[0-9]+(,[0-9]{3})*(\.[0-9]+)?%?|[A-Za-z_][0-9A-Za-z_]*|[^[:space:]]')" ||
	exit 2
[ -z "$top" ] || commits
