#!/bin/sh
# nesting: the worst texts take no filter ten seconds
. tests/robust/inputs

# repeat N TEXT: the text so many times, as printf writes it
repeat() { awk -v n="$1" -v s="$2" 'BEGIN { while (n-- > 0) printf "%s", s }'; }
block() { echo "$1"; shift; repeat "$@"; echo; }

# quick NAME FROM TO TOOL: ends in time, with or without faults found
quick() {
	timeout 10 "$bin/$4" <"$T/$2" >"$T/$3" 2>"$T/said"
	status=$?
	[ $status -le 1 ] || wrong "$1: $4: exit $status"
}

# worst NAME COMMAND...: what the command prints goes through the filters
worst() {
	name=$1; shift
	"$@" >"$T/0"
	quick "$name" 0 tsv facts
	quick "$name" 0 1 fill
	quick "$name" 1 2 outline
	quick "$name" 2 3 typeset
	quick "$name" 2 told numbers
}

worst 'bold in bold' repeat 10000 '{{!粗:'
worst 'editions in editions' repeat 10000 ':::仅 a
'
worst 'titles in titles' repeat 10000 ':::标题
'
worst 'blocks that nothing opened' repeat 30000 ':::
'
worst 'backslashes' repeat 1000000 '\\\\'
worst 'braces that open' repeat 300000 '{{'
worst 'braces that close' repeat 200000 '}}'
worst 'references' repeat 200000 '{{#甲}}'
worst 'placeholders' repeat 100000 '{{甲}}'
worst 'full stops' repeat 1000000 '。'
worst 'bars' block ':::表' 1000000 '|'
worst 'rows' block ':::表' 30000 '甲|乙
'
worst 'a paragraph of many lines' repeat 100000 '甲\\
'
worst 'a heading of bold words' block '# 甲\' 100000 '{{!粗:甲}}'
worst 'headings' repeat 50000 '# 甲
'
worst 'a line of 2 MB' repeat 700000 '甲'
worst 'a line of blanks' repeat 700000 '　'
worst 'numbers in one sentence' repeat 40000 '走访群众12户，'
worst 'numbers without a blank' repeat 100000 '1,'
worst 'numerals' repeat 50000 '一'
worst 'titles that do not end' repeat 20000 '《1'
worst 'addresses without a host' repeat 100000 'a1@'
worst 'words that lead to a number' repeat 3000 \
	'共有共有共有共有共有共有共有共有共有共有共有共有共有共有共有甲1次，'
exit $bad
