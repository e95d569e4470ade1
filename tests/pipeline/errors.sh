#!/bin/sh
# errors: one make tells every fault of every file, once each and at its place;
# the last good report stays; a build of mended files is a clean one.
. tests/pipeline/common

S=$T/text O=$T/out
mkdir "$S" "$O"
build="SECTIONS=$S OUT=$O"

# A sound report first.
facts() { printf '# 党员\n党员总数 = 36\n党费 = 12860\n备注 = 无\n%s' "$*" >"$S/facts.txt"; }
facts
for n in 01 02 03 04 05 06 07 08 09 10; do
	printf '# 第%s节。党员{{党员总数}}名，党费{{党费|money}}元，{{备注}}。\n' $n >"$S/$n-节.txt"
done
step='the sound report' && made $build
cp "$O/report.docx" "$T/good.docx"
inode=$(ls -i "$O/report.docx")

# fault FILE LINE:COLUMN TEXT: a file gets the lines, and is expected to be told.
: >"$T/want"
fault() {
	printf "$3" >>"$S/$1"
	echo "$S/$1:$2: error" >>"$T/want"
}

facts '党员总数 = 37
'
echo "$S/facts.txt:5:1: error" >>"$T/want"
fault 01-节.txt 3:9 '\n　　现有党员共计{{党员总书}}名。\n'
fault 02-节.txt 2:3 '党费{{党费|money元。\n'
fault 03-节.txt 2:3 '党费{{党费|monye}}元。\n'
fault 04-节.txt 2:3 '备注{{备注|cn}}。\n'
fault 05-节.txt 2:1 ':::標题\n一行\n:::\n'
fault 06-节.txt 3:1 '一段。\n:::落款\n某局\n'
fault 07-节.txt 3:1 '一段。\n:::\n'
fault 08-节.txt 2:5 '一二三四\357\267\220五。\n'
fault 09-节.txt 2:3 '一二\377三。\n'
fault 10-节.txt 2:4 '各项见{{#没有的表}}。\n'
# Two in one line, and one whose value a good line beside it uses.
fault 10-节.txt 3:1 '{{甲}}和{{乙}}。\n'
echo "$S/10-节.txt:3:7: error" >>"$T/want"

refused $build
sed -n 's/^\([^ ]*: error\):.*/\1/p' "$T/said" | sort >"$T/told"
sort "$T/want" | diff - "$T/told" || fail 'not told (<), or told in excess (>)'
grep -q '01-节.txt:3:9: .*did you mean 党员总数?' "$T/said" ||
	fail 'the name that was meant is not told'
! grep ': error: ' "$T/said" | grep -v ' \[[a-z]*\]$' || fail 'an error has no code'
# It says so each time, however often make is called.
cp "$T/said" "$T/first"
refused $build
cmp -s "$T/said" "$T/first" || fail 'a second make says something else'
cmp -s "$O/report.docx" "$T/good.docx" || fail 'the good report changed'
[ "$(ls -i "$O/report.docx")" = "$inode" ] || fail 'the good report was written anew'
no_parts "$O"

# Mended one by one, fewer are told; then the report is a clean build's.
left=$(wc -l <"$T/want")
facts
for n in 01 02 03 04 05 06 07 08 09 10; do
	refused $build
	now=$(grep -c ': error: ' "$T/said")
	[ "$now" -lt "$left" ] || fail "$now errors told, after one of $left was mended"
	left=$now
	sed -i '2,$d' "$S/$n-节.txt"
done
step='all mended' && made $build && cmp -s "$O/report.docx" "$T/good.docx" ||
	fail 'all mended, and it is another report'

# A warning is told, and fails where STRICT is set; the report stays then, too.
facts '没人用 = 1
'
step='a warning' && made $build && cp "$O/report.docx" "$T/good.docx"
grep -q "^$S/facts.txt:5:1: warning: .*没人用.*\[unused\]$" "$T/said" ||
	fail 'an unused fact is not told'
echo 又一段。 >>"$S/01-节.txt"
refused $build STRICT=1
grep -q "^$S/facts.txt:5:1: warning: " "$T/said" || fail 'STRICT=1 does not tell why'
cmp -s "$O/report.docx" "$T/good.docx" || fail 'STRICT=1 wrote the report'
step='no STRICT' && made $build && as_clean "$O/report.docx" SECTIONS="$S"
exit $bad
