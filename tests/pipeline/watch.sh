#!/bin/sh
# watch: make watch follows what is saved, however it is saved, also where it is
# an error; and ends when it is interrupted, with nothing left behind.
. tests/pipeline/common

S=$T/text O=$T/out STYLES=$T/styles
mkdir "$S" "$O" && cp -R styles "$STYLES" || exit 2
: >"$T/log"

# soon COMMAND...: it comes true within some seconds.
soon() {
	for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		! "$@" || return 0
		sleep 0.3
	done
	sed 's/^/| /' "$T/log"
	stop
	fail "$step: $* did not come true"
}
says() { grep -q -- "$1" "$T/log"; }
rounds() { [ "$(grep -c 'waiting for changes' "$T/log")" = "$1" ]; }
# once TEXT: what was said since the last step ends a round, with this text.
once() { soon rounds 1; says "$1" || soon says "the text: $1"; : >"$T/log"; }
holds() { "$B/bin/extract" "$O/report.docx" | grep -q "$1" || wrong "$step: no $1"; }

# In a group of processes of its own, as a terminal starts it; a shell has those
# it starts in the background ignore SIGINT.
start() {
	env --default-signal=INT setsid "$@" >>"$T/log" 2>&1 </dev/null &
	pid=$!
}
stop() { kill -TERM "-$pid" 2>/dev/null; }

trap stop EXIT
trap "exit 2" HUP INT TERM

# interrupted STATUS: Ctrl-C ends it, and all that it started, with this status.
interrupted() {
	kill -INT "-$pid"
	wait "$pid"
	status=$?
	[ $status = "$1" ] || wrong "$step: exit $status where $1 is due"
	for round in 1 2 3 4 5 6 7 8 9 10; do
		kill -0 "-$pid" 2>/dev/null || break
		sleep 0.2
	done
	! kill -0 "-$pid" 2>/dev/null || wrong "$step: a process goes on"
	left=$(find "$O" -name 'watch.*')
	[ -z "$left" ] || wrong "$step: left behind: $left"
}

# The steps that both ways of waiting are taken through.
saves() {
	step="$1, the first build" && once "$O/report.docx is new" && holds 甲
	step="$1, a save" && printf '乙乙%s。\n' "$1" >"$S/1.txt" &&
		once "$S/1.txt: changed" && holds "乙乙$1"
	step="$1, an error" && cp "$O/report.docx" "$T/good" &&
		printf '{{没有}}。\n' >"$S/1.txt" && once "$S/1.txt:1:1: error: "
	cmp -s "$T/good" "$O/report.docx" || wrong "$step: the good document is gone"
	step="$1, mended, by a rename" && printf '丙丙。\n' >"$S/1.txt.new" &&
		mv "$S/1.txt.new" "$S/1.txt" && once "$O/report.docx is new" && holds 丙丙
}

printf '甲。\n' >"$S/1.txt"
step=inotify
start make -rRf "$T/Makefile" watch SECTIONS="$S" OUT="$O" STYLES="$STYLES"
saves inotify
step='findings' && printf '他高兴的的走了。\n' >"$S/1.txt" && soon says '1.txt:1:.*warning' &&
	once "$S/1.txt: changed"
step='a new file' && printf '丁丁。\n' >"$S/2.txt" && once "$S/2.txt: new" && holds 丁丁
step='a file gone' && mv "$S/1.txt" "$S/0.txt" && once "$S/1.txt: gone"
step='a style' && echo '# 改' >>"$STYLES/gbt9704.style" &&
	once "$STYLES/gbt9704.style: changed"
step='facts' && echo '甲 = 1' >"$S/facts.txt" && once 'facts.txt: new'
step='a ledger' && mkdir "$S/ledgers" && printf '甲,乙\n1,2\n' >"$S/ledgers/册.csv" &&
	once 'ledgers/册.csv: new'
step='a burst' && for n in 3 4 5 6 7 8; do echo "$n$n。" >"$S/$n.txt"; done &&
	once "$S/8.txt: new" && holds 88
step='a save of the same' && cp "$S/8.txt" "$T/same" && cp "$T/same" "$S/8.txt" && sleep 1
[ ! -s "$T/log" ] || wrong "$step: said $(cat "$T/log")"
step='an interrupt' && interrupted 130
: >"$T/log"

step=poll && printf '甲。\n' >"$S/1.txt" && rm "$S"/[02-8].txt
export BIN="$B/bin" SECTIONS="$S" STYLES FACTS= POLL=1
start sh tools/watch.sh "$O/stage/none" "$O/report.docx" '' \
	make -rRf "$T/Makefile" SECTIONS="$S" OUT="$O" STYLES="$STYLES"
saves poll
step='poll, an interrupt' && interrupted 0
exit $bad
