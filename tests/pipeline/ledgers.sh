#!/bin/sh
# ledgers: a row of a ledger taken away changes the prose, the table, the chart
# and what make why tells; below a check's minimum nothing is made.
. tests/pipeline/common

S=$T/text O=$T/out
mkdir -p "$S/ledgers"
meetings() {
	echo 日期,类型
	for month in 01 04 07 10 12; do echo "2022-$month-08,党员大会"; done
	for month in 01 02 03; do echo "2022-$month-15,支委会"; done
}
meetings >"$S/ledgers/会议.csv"
cat >"$S/facts.txt" <<'EOF'
大会次数 := select count(*) from 会议 where 类型 = '党员大会'
各类会议 := select 类型, count(*) as 次数 from 会议 group by 类型 order by min(rowid)
! :大会次数 >= 4 -- 支部党员大会一般每季度召开一次
EOF
cat >"$S/1.txt" <<'EOF'
全年召开党员大会{{大会次数}}次，见{{#会议表}}和{{#会议图}}。

:::表 各类会议 #会议表
{{各类会议}}
:::

:::图 柱 各类会议次数 #会议图
{{各类会议}}
:::
EOF
build="SECTIONS=$S OUT=$O STRICT=1"

# says TIMES: the document has the number in its prose, its table and its chart.
says() {
	"$B/bin/extract" "$O/report.docx" >"$T/read"
	grep -qx "全年召开党员大会$1次，见表1和图1。" "$T/read" ||
		wrong "$step: not $1 in the prose"
	grep -qx "党员大会	$1" "$T/read" || wrong "$step: not $1 in the table"
	grep -q "wengao chart.*党员大会.*$1" "$O/stage/none/typeset/1.wml" ||
		wrong "$step: not $1 in the chart"
	"$B/bin/why" -l "$S/ledgers" 大会次数 "$S/facts.txt" >"$T/why"
	[ "$(grep -c '^  .*党员大会$' "$T/why")" = "$1" ] ||
		wrong "$step: why tells other rows"
}

step=five && made $build && says 5
meetings | grep -v '^2022-04' >"$S/ledgers/会议.csv"
step=four && made $build && says 4
! grep -q 2022-04 "$T/why" || wrong 'the row that is gone is still told'

# the check's own words, and the last good document stays
last=$(hash_of "$O/report.docx")
meetings | grep -v '^2022-0[47]' >"$S/ledgers/会议.csv"
refused $build
grep -q 'facts.txt:3:3: error: 支部党员大会一般每季度召开一次 (大会次数 = 3)' "$T/said" ||
	wrong "the check did not speak: $(cat "$T/said")"
[ "$(hash_of "$O/report.docx")" = "$last" ] || wrong 'the document was replaced'

# a ledger that comes, is renamed, or goes
meetings >"$S/ledgers/会议.csv"
step=again && made $build && says 5
mv "$S/ledgers/会议.csv" "$S/ledgers/会.csv"
refused $build
grep -q 'there is no ledger 会议; there are 会' "$T/said" ||
	wrong "the missing ledger was not told: $(cat "$T/said")"
mv "$S/ledgers/会.csv" "$S/ledgers/会议.csv"
step=back && made $build && says 5
as_clean "$O/report.docx" $build
exit $bad
