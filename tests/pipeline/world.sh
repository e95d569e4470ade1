#!/bin/sh
# world: when a file or the disk fails, a program says so (exit 2), leaves no
# partial product and no temporary, and what stood before stands.
. tests/pipeline/common

S=$T/text O=$T/out
cp -R sections "$S"
build="SECTIONS=$S OUT=$O"
step='the first build' && made $build && cp "$O/report.docx" "$T/good.docx"
stage=$O/stage/none

# dies COMMAND...: exit 2 and a message that begins with the program's name.
dies() {
	"$@" >"$T/output" 2>"$T/said" </dev/null
	status=$?
	[ $status = 2 ] || wrong "$*: exit $status where 2 is due"
	name=${1##*/}
	grep -q "^$name: ." "$T/said" || wrong "$*: says $(cat "$T/said")"
}

# full COMMAND...: the same, with standard output on a full device.
full() {
	"$@" >/dev/full 2>"$T/said" </dev/null
	status=$?
	[ $status = 2 ] || wrong "$* >/dev/full: exit $status where 2 is due"
	[ -s "$T/said" ] || wrong "$* >/dev/full: no message"
}

PATH=$B/bin:$PATH
if [ -w /dev/full ]; then
	full facts "$S/facts.txt"
	full fill -F "$stage/facts.tsv" "$S"/01-*
	full outline "$stage/fill"/01-*
	full typeset "$stage/outline"/01-*
	full assemble "$stage/typeset"/01-*
	full sections "$S"
	full extract "$O/report.docx"
	full extract -o /dev/full "$O/report.docx"
	full html "$O/report.docx"
	full typeset -o /dev/full "$stage/outline"/01-*
	full assemble -o /dev/full "$stage/typeset"/01-*
fi

# What cannot be read: a file that is gone, a folder, one named by a list.
printf '%s\tx\n' "$S/01-开头.txt" "$S/99-没有.txt" >"$T/list"
for file in "$S/99-没有.txt" "$S" "$T/Makefile/x"; do
	dies facts "$file"
	dies fill "$file"
	dies fill -F "$file" "$S"/01-*
	dies outline "$file"
	dies typeset "$file"
	dies assemble "$file"
	dies extract "$file"
	dies html "$file"
	dies assemble -t "$file" "$stage/typeset"/01-*
	dies sections "$S" "$file"
done
dies fill -f "$T/list" -d "$T/to"
dies outline -f "$T/list" -s "$stage/fill" -d "$T/to"
dies typeset -f "$T/list" -s "$stage/outline" -d "$T/to"
dies assemble -f "$T/list" -s "$stage/typeset" -o "$T/to.docx"
[ ! -e "$T/to.docx" ] || wrong 'assemble wrote a report without one of its sections'

# What cannot be written: a path under a file, a folder in the way.
for to in "$T/Makefile/x" "$S"; do
	dies facts -o "$to" "$S/facts.txt"
	dies assemble -o "$to" "$stage/typeset"/01-*
	dies extract -o "$to" "$O/report.docx"
	dies html -o "$to" "$O/report.docx"
	dies sections -o "$to" "$S"
done
dies fill -f "$stage/inputs" -d "$T/Makefile/x"
step='OUT under a file' && refused SECTIONS="$S" OUT="$T/Makefile/x"
step='a folder where the report goes' && mkdir -p "$T/other/report.docx" &&
	refused SECTIONS="$S" OUT="$T/other"
step='nobody reads what make says'
echo 又一段。 >>"$S/01-开头.txt"
make -rRf "$T/Makefile" $build >/dev/full 2>&1
[ -f "$O/report.docx" ] || wrong "$step: the report is gone"
made $build && as_clean "$O/report.docx" SECTIONS="$S"
cp "$O/report.docx" "$T/good.docx"

# edited: each stage of a section, and the report, grow by 10 KB or more.
edited() { od -An -tx1 -v -N 3400 /dev/urandom >>"$S/09-落款.txt"; }

# Files that may not grow: no filter can write all of its output.
step='a limit on the size of files' && edited
for blocks in 0 2 8 40 80; do
	(trap '' XFSZ; ulimit -f $blocks; exec >/dev/null 2>&1
	 make -rRf "$T/Makefile" $build) && [ $blocks -lt 40 ] &&
		wrong "$step of $blocks blocks: make did not fail"
	[ $blocks -ge 40 ] || cmp -s "$O/report.docx" "$T/good.docx" ||
		wrong "$step of $blocks blocks: the good report changed"
	no_parts "$O"
done
made $build && as_clean "$O/report.docx" SECTIONS="$S"

# A full disk, with room for the work of the first, the second ... filter.
mkdir "$T/disk"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=4m none "$T/disk" 2>/dev/null; then
	trap 'umount "$T/disk"' EXIT
	disk="SECTIONS=$S OUT=$T/disk"
	step='a disk' && made $disk
	for room in 0 4 20 28 48; do
		step="a disk with $room KiB left"
		edited
		cp "$T/disk/report.docx" "$T/good.docx"
		cat /dev/zero >"$T/disk/filler" 2>/dev/null
		truncate -s "-${room}K" "$T/disk/filler"
		refused $disk
		cmp -s "$T/disk/report.docx" "$T/good.docx" ||
			wrong "$step: the good report changed"
		no_parts "$T/disk"
		rm "$T/disk/filler"
		made $disk
		as_clean "$T/disk/report.docx" SECTIONS="$S"
	done
fi
exit $bad
