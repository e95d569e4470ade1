#!/bin/sh
# small-files: nothing, one byte, no final newline; the same bytes every time
. tests/robust/inputs
pipe() {
	"$bin/fill" "$1" >"$T/1" && "$bin/outline" "$T/1" >"$T/2" &&
		"$bin/typeset" "$T/2" >"$2" || wrong "$1: exit $?"
}

: >"$T/empty"
printf '\n' >"$T/newline"
printf '\r\n' >"$T/crlf"
printf '\357\273\277' >"$T/bom"
printf '甲' >"$T/bare"
printf '甲\n' >"$T/whole"
printf ':::标题\n甲\n:::' >"$T/bare-block"
printf ':::标题\n甲\n:::\n' >"$T/whole-block"
for f in empty newline crlf bom bare whole bare-block whole-block; do
	pipe "$T/$f" "$T/$f.wml"
	pipe "$T/$f" "$T/again"
	cmp "$T/$f.wml" "$T/again" || wrong "$f: not the same bytes again"
	"$bin/assemble" "$T/$f.wml" >"$T/docx" &&
		"$bin/extract" "$T/docx" >"$T/$f.text" || wrong "$f: no document"
done
cmp "$T/bare.wml" "$T/whole.wml" || wrong 'a final newline matters'
cmp "$T/bare-block.wml" "$T/whole-block.wml" || wrong 'a final newline matters'
cmp "$T/empty.wml" "$T/newline.wml" || wrong 'an empty line matters'
[ "$(cat "$T/bare.text")" = 甲 ] || wrong 'the text does not come back'

"$bin/facts" "$T/empty" >"$T/tsv" && [ ! -s "$T/tsv" ] || wrong 'no facts'
"$bin/fill" -F "$T/empty" "$T/whole" >"$T/1" && cmp "$T/1" "$T/whole" ||
	wrong 'fill with no facts'

# a text without its newline keeps off the next one's first line
printf '甲' >"$T/a" && printf '# 乙' >"$T/b"
for tool in fill outline; do
	[ "$("$bin/$tool" "$T/a" "$T/b" | wc -l)" = 2 ] ||
		wrong "$tool: two files run into one line"
done
exit $bad
