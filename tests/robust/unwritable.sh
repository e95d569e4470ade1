#!/bin/sh
# unwritable: where no file can be made: exit 2, a message, nothing left behind
. tests/robust/inputs
inputs
unwritable() {
	tool=$1; shift
	for to in "$T/facts.txt/x" "$T/nothing/x" "$T/report" ''; do
		# the list of a report makes the folder that it goes to
		case $tool$to in sections*/nothing/*) continue;; esac
		ends_with 2 "$bin/$tool" -o "$to" "$@"
	done
}
each unwritable
ls -A "$T" "$T/report" | grep part && wrong 'a temporary was left behind'
exit $bad
