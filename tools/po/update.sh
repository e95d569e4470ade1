#!/bin/sh
# update: what the sources say into the catalogues beside this file
#
#   sh tools/po/update.sh        adds what is new to each catalogue, takes out
#                                what is gone, and lists what lacks a translation
#   sh tools/po/update.sh check  whether there is nothing of this to be done
#   sh tools/po/update.sh pot    the template on standard output: all there is
#
# Messages are the texts of the C sources (texts.awk), but for those that the
# file `others` lists; what scripts and make say by the program `say`; the rules
# of styles/; the summaries of the manuals; and what the system says of files,
# in the file `system`.
set -u
export LC_ALL=C.UTF-8
unset LANGUAGE
cd "$(dirname "$0")/../.." && T=$(mktemp -d) || exit 2
trap 'rm -rf "$T"' EXIT
trap 'exit 2' HUP INT TERM

# lines FILE: the lines of standard input, from this file, as entries
lines() {
	sed 's/[\\"]/\\&/g' | awk -v file="$1" 'NF && !seen[$0]++ {
		printf "#: %s\n%smsgid \"%s\"\nmsgstr \"\"\n\n", file,
			/%s/ ? "#, c-format\n" : "", $0 }'
}

template() {
	printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
	LC_ALL=C awk -v others=tools/po/others -f tools/po/texts.awk \
		tools/*.c tools/lib/*.c || exit
	for f in Makefile tools/*.mk tools/*.sh; do
		sed -nE "s/.*(SAY\) |say\"? (-- )?|die |tell |what=)'([^']*)'.*/\3/p" "$f" | lines "$f"
	done
	for f in tools/*.[17]; do
		sed -n 's/^\.Nd //p' "$f" | lines "$f"
	done
	sed -n 's/^说明 *= *//p' styles/proof.rules | lines styles/proof.rules
	lines tools/po/system <tools/po/system
}

template >"$T/all" && msguniq --no-wrap --sort-by-file -o "$T/pot" "$T/all" ||
	exit 2
if [ "${1-}" = pot ]; then
	cat "$T/pot"
	exit
fi
status=0
for po in tools/po/*.po; do
	msgmerge -q --no-wrap --no-fuzzy-matching --add-location=file \
		--sort-by-file -o "$T/new" "$po" "$T/pot" &&
		msgattrib --no-wrap --no-obsolete -o "$T/po" "$T/new" || exit 2
	if cmp -s "$T/po" "$po"; then
		:
	elif [ "${1-}" = check ]; then
		diff "$po" "$T/po"
		echo "$po: not as the sources are (<); make messages"
		status=1
	else
		cp "$T/po" "$po"
	fi
	msgattrib --no-wrap --untranslated "$T/po" >"$T/left"
	! grep -q '^msgid' "$T/left" || status=1
	cat "$T/left"
done
[ "${1-}" != check ] || exit $status
