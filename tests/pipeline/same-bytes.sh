#!/bin/sh
# same-bytes: the same text gives the same document, wherever, whenever and by
# whomever it is built, and in whatever encoding it was saved.
. tests/pipeline/common

# section files and ledgers in a new folder, written last first: its order on
# disk differs
copy() {
	mkdir -p "$2"
	(cd "$1" && find . -type d | sort) | while read -r name; do
		mkdir -p "$2/$name"
	done
	(cd "$1" && find . -type f | sort -r) | while read -r name; do
		cp "$1/$name" "$2/$name"
	done
}

# same NAME VAR=...: the documents are those of the first build.
same() {
	name=$1; shift
	for edition in '' public; do
		made "$@" EDITION=$edition OUT="$T/$name"
		cp "$T/said" "$T/$name/said.$edition"
		docx=report${edition:+.$edition}.docx
		[ "$(hash_of "$T/$name/$docx")" = "$(hash_of "$T/first/$docx")" ] ||
			fail "$name: $docx has other bytes"
	done
}

for edition in '' public; do
	made EDITION=$edition OUT="$T/first"
done
copy sections "$T/elsewhere/a b" && mv "$T/elsewhere/a b" "$T/elsewhere/report"
find "$T/elsewhere" -exec touch -d 2001-02-03T04:05:06 {} +
mkdir "$T/bin" && cp "$B"/bin/* "$T/bin/" && cp -R styles "$T/styles"
cp -R "$T/elsewhere/report" "$T/here"
same folder SECTIONS="$T/elsewhere/report" BIN="$T/bin" STYLES="$T/styles"
(umask 077; TZ=Asia/Shanghai; export TZ; same mask) || exit
for locale in C zh_CN.utf8 zh_CN.gbk tr_TR.utf8; do
	case $locale in
	C) ;;
	*) locale -a | grep -qx "$locale" || continue;;
	esac
	(export LC_ALL=$locale; same "$locale") || exit
done

# encoded NAME WARNINGS COMMAND: all texts, as the command saves them.
encoded() {
	mkdir -p "$T/$1/ledgers"
	for file in sections/*.txt sections/ledgers/*; do
		eval "$3" <"$file" >"$T/$1/${file#*/}" || exit
	done
	same "as-$1" SECTIONS="$T/$1"
	warned=$(grep -c ': warning: read as .*\[encoding\]$' "$T/as-$1/said.")
	[ "$warned" = "$2" ] || fail "$1: $warned warnings of $2"
}

carriage=$(printf '\r')
texts=$(find sections -name '*.txt' ! -name 'facts.*.txt' -o -name '*.csv' | wc -l)
encoded mark 0 'printf "\\357\\273\\277"; cat'
encoded crlf 0 'sed "s/\$/$carriage/"'
encoded little "$texts" 'printf "\\377\\376"; iconv -f UTF-8 -t UTF-16LE'
encoded big "$texts" 'printf "\\376\\377"; iconv -f UTF-8 -t UTF-16BE'
encoded gb18030 "$texts" 'iconv -f UTF-8 -t GB18030'
