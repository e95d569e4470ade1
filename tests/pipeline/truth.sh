#!/bin/sh
# truth: what proof finds in a real report, which is not part of the project, as
# was found out by hand; whole and cut into sections. Needs $SHARED or ../shared.
B=$1 T=$2 bad=0
report=${SHARED:-../shared}/report-2022.txt
[ -f "$report" ] || { echo "truth: skipped, there is no $report"; exit 0; }

cat >"$T/want" <<'END'
1:1 note nbsp
2:14 error pair
4:45 note relative-date
4:162 note blank
6:34 warning half-width
6:87 warning half-width
7:1 note heading-form
9:35 warning de
9:43 warning de
11:168 warning term
14:20 warning mask-bare
15:263 note nbsp
END

# found FILE...: line:column level rule of each, by line of the whole report;
# the sections are named after their first line. Long sentences are apart.
found() {
	"$B/bin/proof" -r styles/proof.rules -w styles/terms.tsv \
		-i long-sentence "$@" |
	sed -E 's,^.*/0*([0-9]+)\.txt:([0-9]+):([0-9]+): ([a-z]+): .* \[(.*)\]$,\1 \2 \3 \4 \5,' |
	while read -r first line column rest; do
		echo "$((first + line - 1)):$column $rest"
	done
}

check() {
	sort "$T/want" | diff - "$T/got" || { echo "truth: $1"; bad=1; }
}

mkdir "$T/whole" "$T/cut"
cp "$report" "$T/whole/001.txt"
found "$T/whole/001.txt" | sort >"$T/got"
check 'the whole report'

# cut anywhere, a file a paragraph, and before each heading
awk -v d="$T/cut" '{ print >(d "/" sprintf("%03d", FNR) ".txt") }' "$report"
found "$T"/cut/*.txt | sort >"$T/got"
check 'a section a paragraph'
rm "$T"/cut/*
awk -v d="$T/cut" 'FNR == 1 || /^(一|二|三|四|五|六|七|八|九)、/ {
	f = d "/" sprintf("%03d", FNR) ".txt"
} { print >f }' "$report"
found "$T"/cut/*.txt | sort >"$T/got"
check 'a section a heading'
exit $bad
