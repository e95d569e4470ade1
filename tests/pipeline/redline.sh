#!/bin/sh
# redline: make redline between revisions and files that are not committed, with
# a section deleted and one renamed, another ledger, and authors and dates from
# git; it leaves the author's folder, and git's index, as they were.
. tests/pipeline/common

command -v git >/dev/null || { echo 'skipped: there is no git'; exit 0; }
R=$T/repository S=$R/reports/sections O=$T/out
GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
GIT_CEILING_DIRECTORIES=$T # the checkout around may be a repository, too
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_CEILING_DIRECTORIES
mkdir -p "$R/reports" && cp -R sections "$S" || exit
git -C "$R" init -q && git -C "$R" config user.name 孙四 &&
	git -C "$R" config user.email none@example.invalid || exit

# commit AUTHOR DATE: all as it stands.
commit() {
	git -C "$R" add -A && GIT_COMMITTER_DATE=$2 git -C "$R" commit -q \
		--author="$1 <none@example.invalid>" --date="$2" -m . || exit
}
# change SECTION SED
change() {
	sed "$2" "$S/$1"*.txt >"$T/changed" &&
		! cmp -s "$T/changed" "$S/$1"*.txt || fail "sed $2: nothing changed"
	cat "$T/changed" >"$(echo "$S/$1"*.txt)"
}
# is REVISION WHAT: that side of the redline is the report of that revision, or
# with - of the files as they stand.
is() {
	folder=$S
	if [ "$1" != - ]; then
		folder=$T/tree/reports/sections
		rm -rf "$T/tree" && mkdir "$T/tree" &&
			git -C "$R" archive "$1" reports | tar -xf - -C "$T/tree"
	fi
	made SECTIONS="$folder" OUT="$T/clean"
	"$B/bin/extract" "$T/clean/report.docx" >"$T/want"
	"$B/bin/extract" ${3-} "$O/report.redline.docx" | diff "$T/want" - ||
		wrong "$step: $2 all changes does not give $1"
}
# authored AUTHOR DATE ELEMENT TEXT: who made the change that has the text.
authored() {
	cat "$O"/stage/none/redline/red/*.wml | sed 's/<w:\(ins\|del\) /\
&/g' | grep "^<w:$3 " | grep -F "$4" | grep -qF "w:author=\"$1\"${2:+ w:date=\"$2\"}" ||
		wrong "$step: $4 is no w:$3 by $1 $2"
}
red() { rm -rf "$O"; made redline SECTIONS="$S" OUT="$O" "$@"; }
state() {
	(cd "$R" && find . -type f ! -path './.git/*' -exec cat {} + | sha256sum
	find reports -type f | sort; git ls-files -s; sha256sum .git/index)
}

commit 王一 2026-01-02T03:04:05Z
first=$(git -C "$R" rev-parse HEAD)
change 02 's/从严执行/严格执行/'
commit 李二 2026-02-03T04:05:06Z
change 06 's/^# .*/&新增的一句话写在这里。/'
rm "$S"/05*.txt
mv "$S"/07*.txt "$S/07-问题.txt"
change 07-问题 's/缺乏系统安排/缺少系统的安排/'
commit 赵三 2026-03-04T05:06:07Z

step='two revisions'
red BASE="$first" HEAD=HEAD
is HEAD 'accepting'
is "$first" 'rejecting' -r
authored 李二 2026-02-03T04:05:06Z ins 严格
authored 赵三 2026-03-04T05:06:07Z ins 新增的一句话
authored 赵三 2026-03-04T05:06:07Z ins 少
authored 赵三 2026-03-04T05:06:07Z del 鼓满融合发展

step='files not committed'
change 03 's/^# .*/&尚未提交的一句话。/'
sed '$d' "$S/ledgers/会议.csv" >"$T/changed" && cat "$T/changed" >"$S/ledgers/会议.csv"
printf '%s\n' '新的一节只有一段话，还没有交给版本库。' >"$S/9新.txt"
state >"$T/before"
red BASE="$first"
is - 'accepting'
is "$first" 'rejecting' -r
authored 孙四 '' ins 尚未提交
authored 孙四 '' ins 还没有交给版本库
authored 台账 '' ins '</w:ins>'
grep -q 'wengao comment 台账	[^?]* → ' "$O"/stage/none/redline/red/*.wml ||
	wrong "$step: no comment names the fact"
state | diff "$T/before" - || wrong "$step: the author's files or index changed"

step='the same'
red BASE=HEAD HEAD=HEAD
! grep -l 'w:author' "$O"/stage/none/redline/red/*.wml || wrong "$step: changes"

step='an edition'
red BASE="$first" EDITION=public
[ -s "$O/report.public.redline.docx" ] || wrong "$step: not made"

step=paper
red BASE="$first" REDLINE=paper
! grep -l 'w:author' "$O"/stage/none/redline/red/*.wml ||
	wrong "$step: has tracked changes"
grep -q '<w:strike/>' "$O"/stage/none/redline/red/*.wml || wrong "$step: none struck"
grep -q '<w:bdr ' "$O"/stage/none/redline/red/*.wml || wrong "$step: none boxed"

step='a text with faults'
printf '%s\n' '这里有{{没有的名称}}。' >"$S/9坏.txt"
refused redline SECTIONS="$S" OUT="$O" BASE="$first"
grep -q '9坏.txt:1:.*没有的名称' "$T/said" || wrong "$step: not told"
rm "$S/9坏.txt"

# what cannot be: told in a line, and with nothing made
cannot() {
	text=$1; shift
	rm -rf "$T/none"
	refused redline OUT="$T/none" "$@"
	grep -qF "$text" "$T/said" || { cat "$T/said"; wrong "$step: not told"; }
	[ ! -f "$T/none/report.redline.docx" ] || wrong "$step: made"
}
step='no BASE' && cannot 'make redline BASE=HEAD~1' SECTIONS="$S"
step='no such revision' && cannot 'there is no revision nonsense' \
	SECTIONS="$S" BASE=nonsense
step='no such head' && cannot 'there is no revision nonsense' \
	SECTIONS="$S" BASE="$first" HEAD=nonsense
step='an option for a revision' && cannot 'there is no revision --all' \
	SECTIONS="$S" BASE=--all
cp -R "$S" "$T/alone"
step='no repository' && cannot 'is in no git repository' \
	SECTIONS="$T/alone" BASE=HEAD
cp -R "$S" "$R/later"
git -C "$R" add later && git -C "$R" commit -qm .
step='no such folder then' && cannot 'has no folder later' \
	SECTIONS="$R/later" BASE="$first"

# A long text of which every paragraph changed is still compared word by word.
step=long
mkdir "$T/long" && git -C "$T/long" init -q || exit
paragraphs() {
	awk -v w="$1" 'BEGIN { for (i = 0; i < 1500; i++)
		printf "%s第%d段讲的是第%d项工作，由第%d组负责，完成了%d件。\n",
			w, i, i * 7, i * 3, i * 11 }'
}
paragraphs 旧文 >"$T/long/1.txt"
git -C "$T/long" add 1.txt && git -C "$T/long" -c user.name=王一 \
	-c user.email=none@example.invalid commit -qm . || exit
paragraphs 新篇 >"$T/long/1.txt"
made redline SECTIONS="$T/long" OUT="$T/longer" BASE=HEAD
n=$(grep -o '<w:delText>旧文</w:delText>' "$T/longer/stage/none/redline/red/1.wml" | wc -l)
[ "$n" = 1500 ] || wrong "$step: $n paragraphs of 1500"
exit $bad
