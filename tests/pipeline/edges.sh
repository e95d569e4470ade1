#!/bin/sh
# edges: reports that nobody planned for: hardly anything in them, or far too
# much, or strange names.
. tests/pipeline/common

S=$T/text O=$T/out
build="SECTIONS=$S OUT=$O"

# afresh: an empty folder of sections, and no products.
afresh() { rm -rf "$S" "$O" && mkdir "$S"; }

# reads TEXT: what extract gives back from the report.
reads() {
	"$B/bin/extract" "$O/report.docx" >"$T/read" || wrong "$step: extract fails"
	[ "$(cat "$T/read")" = "$1" ] ||
		wrong "$step: the report reads: $(head -c 300 "$T/read")"
}

step='no section' && afresh && refused $build
grep -q 'there are no sections in' "$T/said" || wrong "$step: untold: $(cat "$T/said")"
step='an empty section, no facts' && afresh && : >"$S/01-空.txt" && made $build && reads ''
step='sections without text' && printf '\n　\n%% 说明\n\n' >"$S/02-空.txt" &&
	printf '\357\273\277' >"$S/03-空.txt" && made $build && reads ''
step='one character, no line end' && printf 一 >"$S/02-一.txt" && made $build && reads 一
step='facts.txt comes' && echo '人数 = 3' >"$S/facts.txt" &&
	echo '{{人数}}人。' >"$S/1-二.txt" && made $build && reads '3人。
一'
step='facts.txt goes' && rm "$S/facts.txt" && refused $build
grep -q '1-二.txt:1:1: error: no fact is named 人数' "$T/said" || wrong "$step: untold"
step='no folder' && refused SECTIONS="$T/none" OUT="$O"
grep -q 'cannot read the folder' "$T/said" || wrong "$step: untold: $(cat "$T/said")"
step='a file for a folder' && refused SECTIONS="$T/Makefile" OUT="$O"

# File names: each section says which it is; they are read in this order.
step='file names' && afresh
cat >"$T/names" <<'EOF'
1 有 空格.txt
2-it's.txt
3-"双引号".txt
4-$HOME $(id) `id`.txt
5-100%.txt
6-#1.txt
7-a:b;c&d|e<f>g.txt
8-back\slash.txt
9-(一)[二]{三}?*!~.txt
10--W.txt
11-很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长.txt
-f.txt
=x.txt
名.txt.txt
EOF
while IFS= read -r name; do
	printf '%s的正文\n' "$(printf %s "$name" | tr -d '\\')" >"$S/$name"
done <"$T/names"
echo 藏 >"$S/.hidden.txt" && mkdir "$S/12-folder.txt" && echo 别的 >"$S/notes.md"
made $build && reads "$(tr -d '\\' <"$T/names" | sed 's/$/的正文/')"
as_clean "$O/report.docx" SECTIONS="$S"
step='a fault under a strange name' && echo '{{无}}' >>"$S/4-\$HOME \$(id) \`id\`.txt"
refused $build
grep -qF "$S/4-\$HOME \$(id) \`id\`.txt:2:1: error: " "$T/said" || wrong "$step: untold"
step='a line break in a name' && afresh && echo 一 >"$S/1
2.txt" && refused $build
grep -q 'rename' "$T/said" || wrong "$step: untold"
step='a tab in a name' && afresh && echo 一 >"$S/1	2.txt" && refused $build

# 2 MB in one line; then 500 sections.
step='one long line' && afresh
awk 'BEGIN { for (i = 0; i < 70000; i++) printf "党员{{总数}}名，汉字。"; print "" }' >"$S/1.txt"
echo '总数 = 36' >"$S/facts.txt" && made $build
reads "$(sed 's/{{总数}}/36/g' "$S/1.txt")"
step='500 sections' && afresh && echo '总数 = 36' >"$S/facts.txt"
awk -v dir="$S" 'BEGIN { for (i = 1; i <= 500; i++) {
	file = dir "/" i "-节.txt"
	print "# 第" i "项。总数{{总数}}。" >file
	close(file)
} }'
made $build
[ "$("$B/bin/extract" "$O/report.docx" | grep -c '第[0-9]*项。总数36。$')" = 500 ] ||
	wrong "$step: not all are in the report"
exit $bad
