#!/bin/sh
# html: the page of a report says what its document says, needs nothing but
# itself, and tells nothing that an edition hides
. tests/pipeline/common
O=$T/out

# text PAGE: what a page says, without its charts, as one line without blanks.
text() {
	sed -n '/^<body>/,$p' "$1" | sed 's/<svg.*<\/svg>//g; s/<[^>]*>//g
		s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' | bare
}
# said DOCUMENT: the same of what extract reads back.
said() {
	"$B/bin/extract" "$1" |
		sed 's/\[1\]/①/g; s/\[2\]/②/g; s/\[3\]/③/g' | bare
}
bare() { tr -d ' \n\t' | sed 's/　//g'; echo; }

# sound NAME: a product's page.
sound() {
	page=$O/$1.html
	text "$page" >"$T/page" && said "$O/$1.docx" >"$T/document"
	cmp -s "$T/page" "$T/document" || {
		wrong "$step: $1.html says something else than $1.docx"
		diff "$T/document" "$T/page" | cut -c 1-300
	}
	! grep -niE '<script|<link|<iframe|https?:|url\(|@import' \
		"$page" || wrong "$step: $page is not self-contained"
	! grep -oE ' (src|href)="[^"]{0,30}' "$page" |
		grep -vE ' href="#|src="data:image/(png|jpeg);base64,' ||
		wrong "$step: $page leads out of itself"
	! command -v xmllint >/dev/null || xmllint --noout "$page" ||
		wrong "$step: $page is no XML"
	# each link within the page leads somewhere, and no two places share a name
	grep -o ' href="#[^"]*' "$page" | sed 's/.*#//' | sort -u >"$T/links"
	grep -o ' id="[^"]*' "$page" | sed 's/.*"//' | sort >"$T/places"
	[ -z "$(uniq -d "$T/places")" ] || wrong "$step: two places of one name"
	[ -z "$(comm -23 "$T/links" "$T/places")" ] || wrong "$step: a link leads nowhere"
}

step='the sample' && made OUT="$O" html text && sound report
made OUT="$T/again" html text
cmp "$O/report.html" "$T/again/report.html" || wrong "$step: not the same bytes twice"
[ "$(grep -o '<svg ' "$O/report.html" | wc -l)" = 2 ] || wrong "$step: not its two charts"
grep -q '^支部委员会 | 15   | ' "$O/report.txt" || wrong "$step: no table in columns"

step='the public edition' && made OUT="$O" EDITION=public html text &&
	sound report.public
hidden='澜浦|工业和商贸|东屿|36名|14名|12,860'
grep -qE "$hidden" "$O/report.html" || wrong "$step: nothing was to be hidden"
! grep -nE "$hidden" "$O/report.public.html" "$O/report.public.txt" ||
	wrong "$step: it tells what it hides"

# Whatever the tests have of blocks.
for case in chart footnotes hostile masthead pages table title; do
	S=$T/$case step=$case
	mkdir "$S" && cp tests/html/$case.in "$S/1.txt" &&
		cp tests/html/facts.txt "$S" && echo '只在全本 = 1' >"$S/facts.public.txt"
	[ $case != chart ] || echo '只在全本 = 1' >>"$S/facts.txt"
	[ $case = chart ] || rm "$S/facts.public.txt"
	made SECTIONS="$S" OUT="$O" html && sound report
done

step='a text with an error' && cp "$O/report.html" "$T/good" &&
	echo '{{没有}}' >>"$S/1.txt" && refused SECTIONS="$S" OUT="$O" html
cmp -s "$T/good" "$O/report.html" || wrong "$step: the good page is gone"
no_parts "$O"
exit $bad
