#!/bin/sh
# watch: makes a report again whenever what it is made from was saved
#
#   sh watch.sh FOLDER REPORT.docx 'TARGET ...' MAKE [ARGUMENT ...]
#
# Runs `MAKE ARGUMENT ... docx`, and where that went well the same with the other
# targets, once and then after every change, until it is interrupted; says what
# changed, what make said, and whether there is a new document. What counts is
# content, as `sections` lists it: a save that changes nothing makes nothing, a
# burst of saves is one change, and a rename is one like any other. inotifywait,
# where it is there, only shortens the wait, since it does not see all changes
# on the disks of Windows or of a network; POLL=1 goes without it.
#
# Of the environment: BIN SECTIONS STYLES FACTS POLL. FOLDER is for what is kept
# between two looks. Exit 0: it was interrupted; 2: it could not begin.
set -u
scratch=$1/watch.$$ docx=$2 targets=$3
shift 3
child=

end() {
	[ -z "$child" ] || kill "$child" 2>/dev/null
	rm -rf "$scratch"
	exit 0
}
trap end HUP INT TERM

# rest COMMAND...: runs it so that a signal ends it at once.
rest() {
	"$@" >/dev/null 2>&1 &
	child=$!
	wait "$child"
	status=$?
	child=
	return $status
}

# What the report is made from, with hashes; or why that cannot be listed.
look() {
	set -- "$SECTIONS"
	for f in "$STYLES"/*.style "$STYLES"/*.rules "$STYLES"/*.tsv \
		"$SECTIONS"/facts*.txt $FACTS; do
		[ ! -f "$f" ] || set -- "$@" "$f"
	done
	"$BIN/sections" "$@" 2>&1
}

# Waits for an event, or a little; to look once too often does no harm.
pause() {
	if [ -z "$POLL" ] && command -v inotifywait >/dev/null; then
		rest inotifywait -qq -r -t 2 \
			-e close_write,move,create,delete "$SECTIONS" "$STYLES"
		case $? in 0 | 2) return;; esac
	fi
	rest sleep 1
}

# Looks until nothing more comes in.
settle() {
	while rest sleep 0.2 || rest sleep 1
		look >"$scratch/later"
		! cmp -s "$scratch/next" "$scratch/later"; do
		mv "$scratch/later" "$scratch/next"
	done
}

# What differs between the two looks, a file a line.
changes() {
	awk -F '\t' '
	NF < 2 { next } # not a list, but why there is none
	{ path = $1 != "" ? $1 : $4; hash = $1 != "" ? $2 : $3 }
	FILENAME != ARGV[2] { was[path] = hash; next }
	!(path in was) { print path "\tnew" }
	path in was && was[path] != hash { print path "\tchanged" }
	{ delete was[path] }
	END { for (path in was) print path "\tgone" }
	' "$scratch/now" "$scratch/next" | sort | while IFS='	' read -r path what; do
		case $what in
		new) "$BIN/say" -- '-- %s: new' "$path";;
		changed) "$BIN/say" -- '-- %s: changed' "$path";;
		gone) "$BIN/say" -- '-- %s: gone' "$path";;
		esac
	done
}

# Runs a make without its own words on a failure, which the messages tell.
quietly() {
	"$@" >"$scratch/said" 2>&1
	status=$?
	sed '/^g*make\(\[[0-9]*\]\)*: /d' "$scratch/said"
	return $status
}

# The time in hundredths of a second, or in seconds where date knows no more.
clock() { date +%s.%N | sed 's/\.\([0-9][0-9]\).*/\1/; s/\..*/00/'; }

build() {
	start=$(clock) before=$(cksum "$docx" 2>/dev/null)
	if quietly "$@" docx; then
		what='-- %s is as it was (%s s); waiting for changes, Ctrl-C ends'
		[ "$(cksum "$docx")" = "$before" ] ||
			what='-- %s is new (%s s); waiting for changes, Ctrl-C ends'
		[ -z "$targets" ] || quietly "$@" $targets
	elif [ -n "$before" ]; then
		what='-- %s was not made; the last good one stands (%s s); waiting for changes, Ctrl-C ends'
	else
		what='-- %s was not made (%s s); waiting for changes, Ctrl-C ends'
	fi
	took=$(($(clock) - start))
	"$BIN/say" -- "$what" "$docx" \
		"$(printf '%d.%02d' $((took / 100)) $((took % 100)))"
}

mkdir -p "$scratch" || exit 2
look >"$scratch/now"
build "$@"
while :; do
	pause
	look >"$scratch/next"
	! cmp -s "$scratch/now" "$scratch/next" || continue
	settle
	changes
	mv "$scratch/next" "$scratch/now"
	build "$@"
done
