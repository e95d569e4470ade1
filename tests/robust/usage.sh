#!/bin/sh
# usage: a wrong option, or one without its value: exit 2, usage on stderr
. tests/robust/inputs
for f in tools/*.c; do
	tool=${f#tools/} tool=${tool%.c}
	[ $tool != report ] || continue # its arguments are those of filters
	ends_with 2 "$bin/$tool" -Z
	grep -q "^usage: $tool " "$T/said" || wrong "$tool -Z: no usage"
	ends_with 2 "$bin/$tool" -o
done
ends_with 2 "$bin/sections"
ends_with 2 "$bin/report"
ends_with 2 "$bin/extract" a b
exit $bad
