#!/bin/sh
# nesting: the worst texts take no filter ten seconds
. tests/robust/inputs

block() { echo "$1"; shift; repeat "$@"; echo; }

# worst NAME COMMAND...: what the command prints goes through the filters
worst() {
	name=$1; shift
	"$@" >"$T/0"
	quick "$name" 0 tsv facts
	quick "$name" 0 1 fill
	quick "$name" 1 2 outline
	quick "$name" 2 3 typeset
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
exit $bad
