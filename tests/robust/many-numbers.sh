#!/bin/sh
# many-numbers: lines with more numbers than a report has take no ten seconds
. tests/robust/inputs

# worst NAME N TEXT: a line of the text so many times
worst() {
	repeat "$2" "$3" >"$T/0"
	quick "$1" 0 told numbers
}

worst 'in one sentence' 40000 '走访群众12户，'
worst 'without a blank' 100000 '1,'
worst 'numerals without a unit' 30000 '一'
worst 'in titles that do not end' 20000 '《1'
worst 'in addresses without a host' 100000 'a1@'
worst 'behind many words that lead to one' 3000 \
	'共有共有共有共有共有共有共有共有共有共有共有共有共有共有共有甲1次，'
exit $bad
