#!/bin/bash
# batch: one report a row: what make docx gives with the row as FACTS; rows with
# faults are told at their cells and the others made; what stands is kept, by
# content; a batch that is killed goes on.
. tests/pipeline/common
set -m # a batch is a process group of its own

S=$T/text O=$T/out
mkdir -p "$S/ledgers"
cat >"$S/facts.txt" <<'EOF'
单位 = 某支部
党员 = 36
党费 = 12860
人均 := :党费 / :党员
会议次数 := select count(*) from 会议
! :党员 >= 3 -- 正式党员不足三人的不设支部
EOF
printf '日期,类型\n2022-01-02,党课\n2022-02-02,党课\n' >"$S/ledgers/会议.csv"
cat >"$S/1.txt" <<'EOF'
:::标题
{{单位}}工作报告
:::
# 组织建设。有党员{{党员|cn}}名，全年开会{{会议次数}}次，\
交纳党费{{党费|money}}元，人均{{人均|0.0}}元。
# 其他。联系人是{{联系人}}。
EOF
echo '# 打算。继续努力。' >"$S/2.txt"

# rows FROM TO: a table of so many branches.
rows() {
	echo 文件名,单位,党员,党费,联系人
	i=$1
	while [ "$i" -le "$2" ]; do
		echo "支部$i,第$i支部,$((i + 10)),$((i * 777)),张$i"
		i=$((i + 1))
	done
}
build="SECTIONS=$S OUT=$O"
batch() { made batch $build ROWS="$T/rows.csv" "$@"; }
names() { (cd "$1" && ls); }
inodes() { (cd "$O/batch" && ls -i); }

# facts_of LINE EDITION: a row as the file of facts that it is.
facts_of() {
	"$B/bin/batch" -P "$1" -l "$S/ledgers" -t "$O/stage/$2/batch/style" \
		-f "$O/stage/$2/batch/inputs" -d "$T/facts" "$T/rows.csv" \
		"$S/facts.txt"
}

step=bytes
rows 1 40 >"$T/rows.csv"
batch
[ "$(names "$O/batch" | wc -l)" = 40 ] || wrong 'not a file a row'
grep . "$T/said" | grep -vx "$O/batch" &&
	wrong 'it said more than where the files are'
echo '联系人 = 某人' >>"$S/facts.txt"
batch
for line in 2 18 41; do
	facts_of $line none >"$T/row.txt" || wrong "line $line: no facts"
	made docx $build FACTS="$T/row.txt"
	cmp "$O/report.docx" "$O/batch/支部$((line - 1)).docx" ||
		wrong "line $line: not what make docx gives"
done

step='processes'
mv "$O/batch" "$T/two"
rm -rf "$O/stage/none/batch"
batch JOBS=1
diff -rq "$T/two" "$O/batch" || wrong 'one process makes other bytes than two'

step='a second time'
before=$(inodes)
touch "$S"/*.txt "$T/rows.csv"
batch
[ "$(inodes)" = "$before" ] || wrong 'something was made again for nothing'

step='one row'
rows 1 40 | sed 's/^支部7,第7支部,17/支部7,第7支部,18/' >"$T/rows.csv"
batch
[ "$(inodes | grep -v 支部7.docx)" = "$(echo "$before" | grep -v 支部7.docx)" ] ||
	wrong 'other rows were made again'
cmp -s "$T/two/支部7.docx" "$O/batch/支部7.docx" && wrong 'the row stayed'

step='a file that was changed'
cp "$O/batch/支部9.docx" "$T/good"
printf x >>"$O/batch/支部9.docx"
batch
cmp "$T/good" "$O/batch/支部9.docx" || wrong 'it was not made again'

step='a section and a ledger'
echo 完。 >>"$S/2.txt"
batch
cmp -s "$T/good" "$O/batch/支部9.docx" && wrong 'the section stayed'
cp "$O/batch/支部9.docx" "$T/good"
echo 2022-03-02,党课 >>"$S/ledgers/会议.csv"
batch
cmp -s "$T/good" "$O/batch/支部9.docx" && wrong 'the ledger stayed'

step='rows that are gone'
printf x >>"$O/batch/支部40.docx"
rows 1 38 >"$T/rows.csv"
batch
[ -e "$O/batch/支部39.docx" ] && wrong 'a file of no row stayed'
[ -e "$O/batch/支部40.docx" ] || wrong 'a file that somebody changed is gone'
grep -q 'batch: note: .* were removed: 1 ' "$T/said" || wrong 'nothing was told'
grep -q 'batch: note: .* changed: 1 ' "$T/said" || wrong 'no word of the other'

step=archive
batch ARCHIVE="$T/all.zip" SUMMARY="$T/all.csv" JOBS=1
mv "$T/all.zip" "$T/one.zip"
batch ARCHIVE="$T/all.zip" SUMMARY="$T/two.csv" JOBS=2
cmp "$T/one.zip" "$T/all.zip" || wrong 'two processes make another archive'
cmp "$T/all.csv" "$T/two.csv" || wrong 'two processes make another summary'
if command -v unzip >/dev/null; then
	unzip -tq "$T/all.zip" >/dev/null || wrong 'unzip refuses it'
	unzip -p "$T/all.zip" "$(unzip -Z1 "$T/all.zip" | sed -n 9p)" |
		cmp - "$O/batch/支部9.docx" || wrong 'it holds other bytes'
fi
printf '\357\273\277file,单位,党员,党费,人均,会议次数,联系人\r\n' >"$T/head"
head -n 1 "$T/all.csv" | cmp - "$T/head" || wrong 'another head'
[ "$(sed -n 3p "$T/all.csv")" = "$(printf \
	'支部2.docx,第2支部,12,1554,129.5,3,张2\r')" ] ||
	wrong "another row: $(sed -n 3p "$T/all.csv")"

step=faults
cat >"$T/rows.csv" <<'EOF'
单位,党员,党费,联系人,备注,file,1列
甲,20,1000,张,x,a/b:c,y
乙,2,1000,李,x,.hidden,y
丙,abc,1000,王,x,CON,y
丁,30,,赵,x,A/b:c,y
戊,30,1,钱,x,..,y
己,30,1,"孙
某",x,ok,y
庚
辛,0,1,吴,x,zero,y
壬,30,3,郑,x,con.txt,y
癸,30,3,冯,x,..docx,y
EOF
refused batch $build ROWS="$T/rows.csv"
cat >"$T/expected" <<EOF
$T/rows.csv:1:22: warning: the column 1列 gives nothing, since no fact can have this name: letters, digits and _, without a digit first [batch]
$T/rows.csv:1:14: warning: nothing in the report uses the column 备注 [unused]
$T/rows.csv:3:3: error: 正式党员不足三人的不设支部 (党员 = 2) (at $S/facts.txt:6:3) [check]
$T/rows.csv:4:7: error: 人均 has no result: no row was found, or something was divided by nought (at $S/facts.txt:4:7) [formula]
$T/rows.csv:4:3: error: 党员 = abc ($T/rows.csv:1:4) is not a plain number: write 12860, without commas, blanks or units (at $S/1.txt:4:11) [format]
$T/rows.csv:5:11: warning: the row in line 2 has the same name; the file of this one is A_b_c-2.docx [batch]
$T/rows.csv:5:6: warning: 党费 ($T/rows.csv:1:7) has no value yet; 【待核】 stands in its place (at $S/1.txt:5:5) [empty]
$T/rows.csv:6:12: error: this row names no file; write a name that a file can have [batch]
$T/rows.csv:7:8: error: a value stands in one line; take the line break out [batch]
$T/rows.csv:9:1: error: this row has 1 cell where the head has 7; put a cell with a comma in it between quotation marks [ledger]
$T/rows.csv:10:5: error: 人均 has no result: no row was found, or something was divided by nought (at $S/facts.txt:4:7) [formula]
$T/rows.csv:10:3: error: 正式党员不足三人的不设支部 (党员 = 0) (at $S/facts.txt:6:3) [check]
$T/rows.csv:12:12: error: this row names no file; write a name that a file can have [batch]
EOF
grep '\.csv' "$T/said" | diff "$T/expected" - ||
	wrong 'other messages'
names "$O/batch" | grep -v 支部 | tr '\n' ' ' | grep -qx \
	'A_b_c-2.docx _con.txt.docx a_b_c.docx ' ||
	wrong "other files: $(names "$O/batch")"

step='a fault of the report'
rows 1 5 >"$T/rows.csv"
rm -rf "$O/batch"
printf '见{{没有}}。\n{{党员|没有}}\n' >"$S/3.txt"
refused batch $build ROWS="$T/rows.csv"
[ "$(grep -c "$S/3.txt:1:2: error: no fact" "$T/said")" = 1 ] ||
	wrong 'it was not told once'
[ -e "$O/batch" ] && wrong 'rows were made'
rm "$S/3.txt"

step=edition
printf '单位 = **支部\n党费 = **\n人均 = **\n' >"$S/facts.public.txt"
batch EDITION=public
"$B/bin/extract" "$O/batch.public/支部3.docx" >"$T/read"
grep -q '^\*\*支部工作报告' "$T/read" || wrong 'the name shows'
grep -q '第3支部\|2331\|2,331' "$T/read" && wrong 'a value shows'
facts_of 4 public >"$T/row.txt"
made docx $build FACTS="$T/row.txt" EDITION=public
cmp "$O/report.public.docx" "$O/batch.public/支部3.docx" ||
	wrong 'not what make docx gives'
{ echo file,单位,党员,党费; echo 东屿工商,东屿工商局,20,4321
echo 二,西屿工商局,21,5432; } >"$T/leaks.csv"
cp "$S/2.txt" "$T/kept.txt"
echo 全年交纳党费5432元。 >>"$S/2.txt"
refused batch $build EDITION=public ROWS="$T/leaks.csv"
grep -q "leaks.csv:3:.* error: .* (at $S/2.txt:[0-9:]*) \[leak\]" "$T/said" ||
	wrong "a value that stands bare was not found: $(cat "$T/said")"
mv "$T/kept.txt" "$S/2.txt"
sed 's/^东屿工商,/东屿工商局,/' "$T/leaks.csv" >"$T/names.csv"
refused batch $build EDITION=public ROWS="$T/names.csv"
grep -q 'names.csv:2: error: .* stands in the name of this file' "$T/said" ||
	wrong "a name of a file was not looked at: $(cat "$T/said")"
[ "$(names "$O/batch.public")" = 二.docx ] || wrong 'other files'
printf '单位 = **支部\n党费 = **\n' >"$S/facts.public.txt"
refused batch $build EDITION=public ROWS="$T/rows.csv"
[ "$(grep -c '人均 is made from 党费, which the edition masks' "$T/said")" = 1 ] ||
	wrong "the leak was not told once: $(cat "$T/said")"
rm "$S/facts.public.txt"

step='numbers for names'
rows 1 12 | cut -d, -f2- >"$T/rows.csv"
rm -rf "$O/batch"
batch
[ "$(names "$O/batch" | sed -n '1p;12p' | tr '\n' ' ')" = '01.docx 12.docx ' ] ||
	wrong "other names: $(names "$O/batch")"

step=killed
rows 1 600 >"$T/rows.csv"
rm -rf "$O" "$T/whole"
batch
mv "$O/batch" "$T/whole"
rm -rf "$O"
for i in 1 2 3; do
	report batch $build ROWS="$T/rows.csv" JOBS=2 &
	n=0
	until [ "$(ls "$O/stage/none/batch/new" 2>/dev/null | wc -l)" -ge \
		$((i * 100)) ] || [ -e "$O/batch" ] || [ $((n += 1)) = 200 ]; do
		sleep 0.02
	done
	kill -KILL -- -$! 2>/dev/null
	wait $! 2>/dev/null
	[ ! -e "$O/batch" ] || [ "$(names "$O/batch" | wc -l)" = 600 ] ||
		wrong 'a batch that was killed left a part of its files'
done
printf '0123456789abcdef torn' >>"$O/stage/none/batch/journal"
batch
diff -rq "$T/whole" "$O/batch" || wrong 'it did not go on to the same files'
[ -e "$O/stage/none/batch/new" ] && wrong 'temporaries stayed'
exit $bad
