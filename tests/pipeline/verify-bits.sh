#!/bin/sh
# verify-bits: make verify finds a bit that was changed, in whatever part, header
# or directory, and says why nothing is proved where there is no receipt or no
# repository.
. tests/pipeline/verify-common
R=$T/repository S=$R/sections
mkdir "$R" && cp -R sections "$S" && repository || exit

step='a bit' && docx && cp "$T/report.docx" "$T/first.docx" && commit -m 初稿 &&
	proves "$T/first.docx"
size=$(wc -c <"$T/first.docx")
# flip BYTE BIT: in $T/flipped.docx
flip() {
	byte=$(od -An -tu1 -j "$1" -N 1 "$T/first.docx" | tr -d ' ')
	bit=$((1 << $2)) && byte=$((byte & bit ? byte - bit : byte + bit))
	cp "$T/first.docx" "$T/flipped.docx"
	printf "$(printf '\\%03o' $byte)" |
		dd of="$T/flipped.docx" bs=1 seek="$1" conv=notrunc 2>/dev/null
}
# of a header's date, a part, the directory, the record at the end
for at in 12 200 $((size / 2)) $((size - 200)) $((size - 5)); do
	flip $at $((at % 8)) && denies "$T/flipped.docx" && says "byte $((at + 1)):"
	says 'bytes that differ: 1 of'
done
at=0
while [ $at -lt "$size" ]; do
	flip $at $((at % 8))
	"$B/bin/verify" "$T/first.docx" "$T/flipped.docx" >"$T/said" 2>&1
	[ $? = 1 ] || wrong "$step: byte $at, not found"
	at=$((at + size / 40))
done
{ cat "$T/first.docx" && printf x; } >"$T/longer.docx"
denies "$T/longer.docx"
head -c 1000 "$T/first.docx" >"$T/shorter.docx" && denies "$T/shorter.docx"
: >"$T/empty.docx" && denies "$T/empty.docx" && says 'an empty file'

step='no receipt' && echo 一段话。 >"$T/1.txt" &&
	"$B/bin/typeset" -o "$T/1.wml" "$T/1.txt" &&
	"$B/bin/assemble" -o "$T/plain.docx" "$T/1.wml"
denies "$T/plain.docx" && says 'it carries no receipt'
step='no such file' && denies "$T/none.docx" && says 'there is no file'
step='no file' && denies '' && says 'make verify FILE=report.docx'

step='no repository' && cp -R sections "$T/alone" && S=$T/alone && docx
denies "$T/report.docx" && says 'what the files as they stand give, to the bit' \
	'is in no git repository'
change "$S/ledgers/会议.csv" '3s/方案/草案/'
denies "$T/report.docx" && says "$S/ledgers/会议.csv: the content" \
	'is in no git repository'

no=$(find "$O" -path '*verify/*')
[ -z "$no" ] || wrong "left behind: $no"
exit $bad
