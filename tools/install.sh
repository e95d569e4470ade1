#!/bin/sh
# install: wengao put where reports find it, and taken away again
#
#   sh install.sh NAME ...   the programs of these names, with all they need
#   sh install.sh -u         removes what was installed
#
# Wants in its environment PREFIX and DESTDIR, and to install B and BIN, as the
# Makefile sets them. The manifest, share/wengao/installed, lists every file, and
# with a / every folder that was not there before; only these are ever removed. A
# file that is there already, with the same bytes, is left alone. Programs lie in
# libexec/wengao, since names such as import and style are others' as well, and
# manuals begin with wengao- for that reason.
set -u
umask 022
locale=${LC_ALL-} # of messages
export LC_ALL=C

# say FORMAT ARGUMENT ...: there need be no program to take one away.
say() {
	if [ -x "$BIN/say" ]; then
		LC_ALL=$locale "$BIN/say" "$@"
	else
		echo "$*"
	fi
}
die() { say "$@" >&2; exit 2; }
case $PREFIX in
*[!A-Za-z0-9_./+@,~-]*) 
	die 'PREFIX=%s: make can read rules only from a path of letters, digits and ._+@,~-' \
		"$PREFIX";;
*/../* | */..) die 'PREFIX=%s: name it without ..' "$PREFIX";;
/*) ;;
*) die 'PREFIX=%s: must begin with /' "$PREFIX";;
esac
to=$DESTDIR${PREFIX%/}
to=${to:-/}
manifest=share/wengao/installed
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# written: what the manifest lists, if it is one.
written() {
	[ -f "$to/$manifest" ] || return 0
	! grep -nE '^/|(^|/)\.\.(/|$)' "$to/$manifest" >&2 ||
		die '%s: names what is not below %s' "$to/$manifest" "$to"
	cat "$to/$manifest"
}

# remove LIST: its files, then those of its folders that are empty.
remove() {
	grep -v '/$' "$1" | while read -r name; do
		rm -f "$to/$name" || exit
	done || exit 2
	grep '/$' "$1" | sort -r | while read -r name; do
		rmdir "$to/${name#./}" 2>/dev/null || :
	done
}

written >"$work/before" || exit 2
if [ "$1" = -u ]; then
	[ -s "$work/before" ] || die '%s: nothing of wengao is installed here' "$to"
	remove "$work/before"
	exit
fi

# plan MODE SOURCE TARGET: a file to install.
plan() { [ ! -f "$2" ] || printf '%s\t%s\t%s\n' "$@" >>"$work/plan"; }

# manual FILE [PROGRAM]: with the names by which manuals are installed.
manual() {
	awk -v name="${2-}" -v names=" $programs " '
	name != "" && /^\.Dt / { $2 = "WENGAO-" $2 }
	name != "" && /^\.Nm/ && !seen++ { $0 = ".Nm wengao-" name }
	name != "" && /^\.Nm( [^a-z]|$)/ { sub(/^\.Nm/, ".Nm " name) }
	/^\.(It )?Xr / {
		for (i = 1; i < NF; i++)
			if ($i ~ /^\.?Xr$/ && index(names, " " $(i + 1) " "))
				$(i + 1) = "wengao-" $(i + 1)
	}
	{ print }' "$1" >"$work/${1##*/}" || exit 2
}

# summaries MANUAL SECTION: the same in the languages of the messages, of which
# only the summary is translated: what whatis and apropos show.
summaries() {
	summary=$(sed -n 's/^\.Nd //p' "$work/$1")
	for mo in "$B"/locale/*/LC_MESSAGES/wengao.mo; do
		language=${mo#"$B"/locale/} language=${language%%/*}
		said=$(LANGUAGE='' LC_ALL=$language "$BIN/say" "$summary") || exit 2
		SAID=$said awk '/^\.Nd / { $0 = ".Nd " ENVIRON["SAID"] } { print }' \
			"$work/$1" >"$work/$language.$1" || exit 2
		plan 644 "$work/$language.$1" "share/man/$language/man$2/$3"
	done
}

programs=$*
for name; do
	# without what only debuggers read, and where it was built
	strip -o "$work/$name" "$BIN/$name" 2>/dev/null ||
		cp "$BIN/$name" "$work/$name" || exit 2
	plan 755 "$work/$name" "libexec/wengao/$name"
	manual "tools/$name.1" "$name"
	plan 644 "$work/$name.1" "share/man/man1/wengao-$name.1"
	summaries "$name.1" 1 "wengao-$name.1"
done
manual tools/wengao.7
plan 644 "$work/wengao.7" share/man/man7/wengao.7
summaries wengao.7 7 wengao.7
plan 644 LICENSE share/doc/wengao/LICENSE
for file in styles/*.style styles/*.rules styles/*.tsv; do
	plan 644 "$file" "share/wengao/$file"
done
for file in tools/new/* tools/new/*/* tools/new/*/*/*; do
	plan 644 "$file" "share/wengao/${file#tools/}"
done
for file in tools/*; do
	case $file in
	*.[0-9ch] | *-build.* | */deps.sh | */install.sh) continue;;
	esac
	plan 644 "$file" "share/wengao/${file#tools/}"
done
for file in "$B"/locale/*/LC_MESSAGES/wengao.mo; do
	plan 644 "$file" "share/${file#"$B/"}"
done

# folder NAME: makes it, and those it lies in, and lists what was made.
folder() {
	[ ! -d "$to/$1" ] || return 0
	case $1 in */*) folder "${1%/*}";; esac
	mkdir "$to/$1" || exit 2
	echo "$1/" >>"$work/folders"
}
grep '/$' "$work/before" >"$work/folders"
if [ ! -d "$to" ]; then
	mkdir -p "$to" && echo ./ >>"$work/folders" || exit 2
fi
cut -f 3 "$work/plan" >"$work/files"
while read -r name; do
	folder "${name%/*}"
done <"$work/files"
echo "$manifest" | cat - "$work/files" "$work/folders" | sort -u >"$work/now"

# put MODE SOURCE TARGET: replaced whole or left alone.
put() {
	if cmp -s "$2" "$to/$3" &&
		[ -n "$(find "$to/$3" -prune -type f -perm "$1")" ]; then
		return
	fi
	[ ! -d "$to/$3" ] || die '%s: is a folder' "$to/$3"
	cp "$2" "$to/$3.part" && chmod "$1" "$to/$3.part" &&
		mv -f "$to/$3.part" "$to/$3" || exit 2
	echo "$3" >>"$work/changed"
}

# An install that is stopped can be removed: what will be is listed first.
: >"$work/changed"
sort -u "$work/before" "$work/now" >"$work/both"
put 644 "$work/both" "$manifest"
while IFS='	' read -r mode source target; do
	put "$mode" "$source" "$target"
done <"$work/plan"
comm -23 "$work/before" "$work/now" >"$work/gone"
remove "$work/gone"
put 644 "$work/now" "$manifest"
say '%s: %s files, %s written; a report: make -f %s/share/wengao/report.mk new DIR=folder' \
	"$to" "$(wc -l <"$work/files")" "$(grep -cvx "$manifest" "$work/changed")" \
	"$PREFIX"
