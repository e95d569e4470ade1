#!/bin/sh
# unreadable: a folder, a missing file, a path under a file: exit 2, a message
. tests/robust/inputs
inputs
reads() {
	tool=$1
	while [ $# -gt 2 ]; do shift; done
	for path in "$T/report" "$T/nothing" "$T/facts.txt/x" ''; do
		ends_with 2 "$bin/$tool" "$path"
		grep -q "^$tool: cannot read" "$T/said" ||
			wrong "$tool $path: $(cat "$T/said")"
	done
	"$bin/$tool" <"$T/report" >"$T/out" 2>"$T/said"
	[ $? = 2 ] && grep -q 'cannot read standard input' "$T/said" ||
		wrong "$tool <folder: $(cat "$T/said")"
}
each reads
ends_with 2 "$bin/sections" "$T/nothing"
ends_with 2 "$bin/fill" -F "$T/report" "$T/report/01.txt"
ends_with 2 "$bin/facts" -m "$T/nothing" "$T/facts.txt"
exit $bad
