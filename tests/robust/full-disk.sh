#!/bin/sh
# full-disk: output that is not taken ends a filter with 2 and a message
. tests/robust/inputs
[ -c /dev/full ] || exit 0
inputs

full() {
	tool=$1; shift
	for to in '>/dev/full' '-o /dev/full' '>&-'; do
		case $to in
		-o*) set -- $to "$@"; to='>/dev/null';;
		esac
		eval '"$bin/$tool" "$@" 2>"$T/said"' "$to"
		status=$?
		[ $status = 2 ] || wrong "$tool $* $to: exit $status"
		grep -q 'cannot write' "$T/said" ||
			wrong "$tool $* $to: no message: $(cat "$T/said")"
	done
}
each full
exit $bad
