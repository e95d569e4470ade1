#!/bin/sh
# long-cells: a cell or a value that is longer than a formula's text may be is
# told like any other fault.
B=$1 T=$2
mkdir "$T/ledgers"
awk 'BEGIN { for (i = 0; i < 20000; i++) s = s "五十个字的一段话，写得很长很长，超过了公式能用的长度。";
	printf "名,话\n甲,乙\n丙,%s\n", s >ARGV[1] "/ledgers/长.csv";
	print "话 = " s >ARGV[1] "/value.txt" }' "$T"
echo '数 := select count(*) from 长' >"$T/ledger.txt"
echo '长度 := length(:话)' >>"$T/value.txt"
cd "$T" || exit
"$B/bin/facts" -l ledgers ledger.txt >out 2>said
[ $? = 1 ] && grep -q '长.csv:1: error: no table can be made .*: in line 3 a cell has more than 1000000 bytes' said ||
	{ cat said; exit 1; }
"$B/bin/facts" value.txt >out 2>said
[ $? = 1 ] && grep -q 'value.txt:2:7: error: string or blob too big' said ||
	{ cat said; exit 1; }
