#!/bin/sh
# charts: a table that a ledger's query gives is the same in a table, in a
# chart, and in what is read out of it; when the ledger changes, all of them do.
. tests/pipeline/common

mkdir -p "$T/text/ledgers"
cat >"$T/text/facts.txt" <<'END'
三会一课 := select 类型, count(*) as 次数 from 会议 group by 类型 order by min(rowid)
END
cat >"$T/text/1.txt" <<'END'
:::表 三会一课
{{三会一课}}
:::
:::图 柱 三会一课
{{三会一课}}
:::
END
ledger() { printf '类型\n%b' "$1" >"$T/text/ledgers/会议.csv"; }
part() { unzip -p "$T/out/report.docx" "$1"; }

# told TEXT CELLS: so the chart is read out, and so the table's cells stand
told() {
	made SECTIONS="$T/text" OUT="$T/out"
	part word/document.xml | grep -qF "descr=\"柱状图：三会一课。$1。\"" ||
		wrong "the chart does not say $1"
	cells=$("$B/bin/extract" "$T/out/report.docx" | sed -n 2,4p | tr '\n\t' '/|')
	[ "$cells" = "$2" ] || wrong "the table says $cells, not $2"
}

command -v unzip >/dev/null || { echo 'skipped: there is no unzip'; exit; }
ledger '党员大会\n党课\n党员大会\n'
told '党员大会 2，党课 1' '类型|次数/党员大会|2/党课|1/'
ledger '党员大会\n党课\n党课\n党课\n'
told '党员大会 1，党课 3' '类型|次数/党员大会|1/党课|3/'
ledger ''
refused SECTIONS="$T/text" OUT="$T/out"
grep -q '1.txt:5:1: error: this chart has nothing to show' "$T/said" ||
	{ cat "$T/said"; wrong 'an empty chart is not reported'; }
exit "$bad"
