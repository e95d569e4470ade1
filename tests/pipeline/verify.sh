#!/bin/sh
# verify: make verify finds the commit that a document was built from, and says
# what was altered in it since, or which ledger was changed behind it; it leaves
# the author's folder and git's index as they were.
. tests/pipeline/verify-common
R=$T/a\ repository S=$T/link/reports/sections
# make parts names at blanks, git does not: the repository lies in such a folder
mkdir -p "$R/reports" && ln -s "$R" "$T/link" && cp -R sections "$S" && repository ||
	exit

state() {
	(cd "$R" && find . -type f ! -path './.git/*' -exec cat {} + | sha256sum
	git ls-files -s; sha256sum .git/index; git for-each-ref)
}

step='not committed at all' && docx && proves "$T/report.docx"
says 'built from the files as they stand'
commit -m '初稿' && first=$(git -C "$R" rev-parse --short HEAD)

step='a commit' && proves "$T/report.docx" && says "commit $first" 初稿
silent warning
cp "$T/report.docx" "$T/first.docx"

step='another style and date' && SOURCE_DATE_EPOCH=1700000000 docx STYLE=report
proves "$T/report.docx" && says 'with STYLE=report' SOURCE_DATE_EPOCH=1700000000

step='other facts' && echo '先锋岗个数 = 12' >"$T/overlay" && docx FACTS="$T/overlay"
proves "$T/report.docx" FACTS="$T/overlay" && says "commit $first"
denies "$T/report.docx" && says 'give the FACTS that the report was made with'
echo '先锋岗个数 = 13' >"$T/overlay"
denies "$T/report.docx" FACTS="$T/overlay"
says "$T/overlay: the content that the receipt names is not found"

step='an edition' && docx EDITION=public
proves "$T/report.public.docx" EDITION=public && says "commit $first"
proves "$T/report.public.docx" EDITION=public REV=HEAD
denies "$T/report.public.docx" && says 'it carries no receipt' EDITION=public
denies "$T/report.public.docx" EDITION=public REV=nonsense
says 'there is no revision nonsense'

step='a copy for review'
for lines in '' 1; do
	made review SECTIONS="$S" OUT="$O" LINES=$lines
	proves "$O/report.review.docx" && says "copy for review of commit $first"
done
cp "$O/report.review.docx" "$T/review.docx"

step='a ledger row, not committed'
change "$S/ledgers/会议.csv" '4d'
state >"$T/before"
proves "$T/first.docx" && says "commit $first" \
	'warning: the files as they stand are not those' \
	"$S/ledgers/会议.csv: changed" '@@ -4 +3,0 @@' '    -2022-01-14,党员大会' \
	'its text would be another:' '[-7-]{+6+}'
STRICTLY=1 denies "$T/first.docx" STRICT=1
state | diff "$T/before" - || wrong "$step: the author's files or index changed"
git -C "$R" checkout -q .

step='a ledger row that no number comes of, not committed'
change "$S/ledgers/会议.csv" '$s/$/ /'
proves "$T/first.docx" && says '会议.csv: changed' 'its text would be the same'
step='the same, committed' && commit -m 二稿
proves "$T/first.docx" && says "commit $first" '会议.csv: changed'
step='an older edition' && proves "$T/report.public.docx" EDITION=public

step='a paragraph and a section, committed later'
change "$S/02-政治建设.txt" 's/从严执行/严格执行/' && echo '新的一节。' >"$S/99-新.txt"
commit -m 三稿 && proves "$T/first.docx"
says "commit $first" '99-新.txt: new' '02-政治建设.txt: changed' \
	'its text would be another' '[-从严-]{+严格+}'
denies "$T/report.public.docx" EDITION=public REV=HEAD
says 'word/document.xml: altered' '从严'
proves "$T/report.public.docx" EDITION=public
denies "$T/report.public.docx" EDITION=public COUNT=0
says 'nearest is what is built from'
proves "$T/review.docx" && says "copy for review of commit $first"

step='on a branch' && git -C "$R" checkout -qb other HEAD~1 &&
	change "$S/06-正风肃纪.txt" 's/。/。支部。/' && commit -m 分支 &&
	docx && git -C "$R" checkout -q - && proves "$T/report.docx" && says 分支

step='a redline'
made redline SECTIONS="$S" OUT="$O" BASE=HEAD~1 HEAD=HEAD
proves "$O/report.redline.docx" BASE=HEAD~1 HEAD=HEAD
denies "$O/report.redline.docx" BASE=HEAD HEAD=HEAD
denies "$O/report.redline.docx" && says 'BASE='

step='a forged receipt' && docx && cp -R "$O/stage/none" "$T/forged"
docx && change "$S/01-开头.txt" 's/。/。伪造。/' && made docx SECTIONS="$S" OUT="$O"
"$B/bin/assemble" -r -t "$O/stage/none/style" -f "$T/forged/inputs" \
	-s "$O/stage/none/typeset" -o "$T/forged.docx" || fail 'cannot forge'
git -C "$R" checkout -q .
denies "$T/forged.docx" && says altered 'word/document.xml: altered' '{+伪造。+}'
silent 'custom.xml'

step='a ledger changed behind the document, and the commit amended'
change "$S/ledgers/会议.csv" '3s/方案/草案/' && commit -m 四稿
docx && last=$(git -C "$R" rev-parse --short HEAD)
change "$S/ledgers/会议.csv" '3s/草案/提案/' && commit --amend -m 五稿
denies "$T/report.docx" && says 'not proved' "commit $last" \
	'ledgers/会议.csv' 'the history was written anew' '@@ -3 +3 @@' \
	"built from commit $last" 'is this file, to the bit'
git -C "$R" reflog expire --expire=now --all && git -C "$R" gc -q --prune=now
denies "$T/report.docx" && silent 'written anew'
says "$S/ledgers/会议.csv: the content that the receipt names is not found" 五稿

no=$(find "$O" -path '*verify/*')
[ -z "$no" ] || wrong "left behind: $no"
exit $bad
