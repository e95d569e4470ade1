#!/bin/sh
# leftovers: a file is replaced whole or not at all, and no temporary stays
. tests/robust/inputs
inputs
mkdir "$T/out"

none_left() {
	find "$T" -name '*.part' | grep . && wrong "$1: a temporary stays"
}

# kept NAME COMMAND...: fails with 1 and leaves the file that was there
kept() {
	name=$1; shift
	echo old >"$T/out/file"
	"$@" >/dev/null 2>"$T/said" </dev/null
	status=$?
	[ $status = 1 ] || wrong "$name: exit $status where 1 is due"
	[ "$(cat "$T/out/file")" = old ] || wrong "$name: the file was changed"
	none_left "$name"
}

written() {
	tool=$1; shift
	file=$T/out/file
	rm -f "$file"
	"$bin/$tool" "$@" >"$T/want"
	# a temporary that a killed run left is taken over
	head -c 100000 /dev/zero >"$T/out/.file.part"
	for time in first second; do
		"$bin/$tool" -o "$file" "$@" && cmp "$T/want" "$file" ||
			wrong "$tool -o, $time time: not what goes to stdout"
	done
	none_left "$tool"
	# what a symbolic link points to is replaced, not the link
	ln -s file "$T/out/link" && echo old >"$file"
	"$bin/$tool" -o "$T/out/link" "$@" && cmp "$T/want" "$file" &&
		[ -h "$T/out/link" ] || wrong "$tool -o: replaces a link"
	rm "$T/out/link"
	none_left "$tool"
}
each written

echo '{{#没有}}{{没有}}' >"$T/bad"
for tool in fill outline typeset assemble extract html; do
	kept $tool "$bin/$tool" -o "$T/out/file" "$T/bad"
done
# a filter may replace what it reads
cp "$T/report/01.txt" "$T/out/same"
"$bin/fill" -F "$T/facts.tsv" -o "$T/out/same" "$T/out/same" &&
	cmp "$T/filled" "$T/out/same" || wrong 'fill -o onto its input'
none_left 'fill -o onto its input'
exit $bad
