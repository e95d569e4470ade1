#!/bin/sh
# roundtrip: a published report, cut into sections, its masks made placeholders,
# comes back from the public document character for character.
. tests/pipeline/common

source=${SHARED:-../shared}/report-2022.txt
[ -f "$source" ] || { echo "skipped: there is no $source"; exit 0; }
S=$T/text O=$T/out
mkdir "$S"

# The opening, then a section for each heading; a name for what a mask hides.
sed '
s/\*\*县/{{县名}}县/g
s/\*\*局/{{局名}}局/g
s/\*\*新兴工贸港口城市/{{城市名}}新兴工贸港口城市/g
s/党员\*名/党员{{党员总数}}名/
s/党费\*\*元/党费{{党费|money}}元/
s/进\*\*/进{{下基层}}/
s/\*\*力量/{{行业}}力量/
' "$source" | awk -v dir="$S" '
/^[一二三四五六七八九十]+、/ { n++ }
{ print >(dir "/" n + 0 ".txt") }'
[ "$(find "$S" -name '*.txt' | wc -l)" = 8 ] || fail 'the report was not cut into 8 sections'
! grep -n '\*' "$S"/*.txt || fail 'this mask was not replaced'

facts() {
	cat <<EOF
县名 = $1
局名 = 工业和信息化
城市名 = 东屿
党员总数 = 36
党费 = 12860
下基层 = 企业
行业 = 工信
EOF
}
facts 澜浦 >"$S/facts.txt"
cat >"$S/facts.public.txt" <<'EOF'
县名 = **
局名 = **
城市名 = **
党员总数 = *
党费 = **
下基层 = **
行业 = **
EOF

# A paragraph a line, without the blanks at its ends, which are free.
blanks=$(printf '[ \302\240　]*')
paragraphs() { cat "$@" | sed "s/^$blanks//; s/$blanks\$//; /^\$/d"; }
paragraphs "$source" >"$T/public.txt"
paragraphs "$S"/[0-9].txt | sed 's/{{县名}}/澜浦/g
s/{{局名}}/工业和信息化/g
s/{{城市名}}/东屿/g
s/{{党员总数}}/36/g
s/{{党费|money}}/12,860.00/g
s/{{下基层}}/企业/g
s/{{行业}}/工信/g' >"$T/internal.txt"

build="SECTIONS=$S OUT=$O STRICT=1"
step=internal && made $build
step=public && made $build EDITION=public
"$B/bin/extract" "$O/report.docx" | diff "$T/internal.txt" - ||
	wrong 'the internal report does not hold these (<) but others (>)'
"$B/bin/extract" "$O/report.public.docx" | diff "$T/public.txt" - ||
	wrong 'the public report does not hold these (<) but others (>)'
[ "$("$B/bin/extract" "$O/report.public.docx" | tr -cd '*' | wc -c)" = 19 ] ||
	wrong 'the public report has not its 19 asterisks'

# The first five headings run into their paragraphs, with no more than their
# sentence in the heading's type; the last two stand alone.
for i in 1 2 3 4 5 6 7; do
	wml=$O/stage/public/typeset/$i.wml
	runs=$(grep -o 'Heading1Char"/>.*' "$wml" | grep -o 'Heading1Char' | wc -l)
	alone=$(grep -o 'w:pStyle w:val="Heading1"' "$wml" | wc -l)
	if [ $i -gt 5 ]; then
		[ "$runs $alone" = '0 1' ] ||
			wrong "heading $i does not stand alone"
		continue
	fi
	sentence=$(sed -n 's/^\([一二三四五]、[^。]*。\).*/\1/p' "$S/$i.txt" | head -n 1)
	[ "$runs $alone" = '1 0' ] || wrong "heading $i does not run in"
	grep -qF "Heading1Char\"/><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t>$sentence</w:t></w:r><w:r>" "$wml" ||
		wrong "heading $i is not just its sentence in the heading's type"
done

# Nothing of what a mask hides is in the public file: with other secrets it has
# the same bytes.
cp "$O/report.public.docx" "$T/public.docx"
facts 另一 | sed 's/= 36/= 3600/; s/12860/99/; s/东屿/西屿/; s/工信/其他/' >"$S/facts.txt"
step='other facts' && made $build EDITION=public
cmp -s "$T/public.docx" "$O/report.public.docx" ||
	wrong 'the public report depends on what its masks hide'
exit $bad
