#!/bin/sh
# install: an installed copy makes reports in folders of their own, without the
# checkout, from wherever it was moved to; and is taken away again.
. tests/pipeline/common
checkout=$PWD
command -v git >/dev/null || { echo 'skipped: there is no git'; exit 0; }

# A home, so that no setting of git but these is known.
mkdir "$T/home"
home() { env -i PATH="$PATH" HOME="$T/home" LC_ALL="${locale-C.UTF-8}" \
	GIT_CONFIG_NOSYSTEM=1 SOURCE_DATE_EPOCH=0 "$@"; }
# says TEXT: the last command said so.
says() { grep -qF -- "$1" "$T/said" || { cat "$T/said"; fail "$step: not said: $1"; }; }
# ok/no COMMAND ...: works; fails with exit 2, as make does.
ok() { home "$@" >"$T/said" 2>&1 </dev/null ||
	{ cat "$T/said"; fail "$step: $*: exit $?"; }; }
no() {
	home "$@" >"$T/said" 2>&1 </dev/null
	[ $? = 2 ] || { cat "$T/said"; fail "$step: $*: exit 2 is due"; }
}

step='install'
into="$T/it's a stage"
ok make B="$B" install PREFIX=/opt/w DESTDIR="$into"
touch "$T/stamp"
ok make B="$B" install PREFIX=/opt/w DESTDIR="$into"
[ -z "$(find "$into" -newer "$T/stamp")" ] || fail "$step: all was written again"
(cd "$into/opt/w" && find . ! -type d | sed 's,^\./,,' | LC_ALL=C sort) >"$T/there"
grep -v '/$' "$into/opt/w/share/wengao/installed" | diff - "$T/there" ||
	fail "$step: the manifest is not what was written"
for place in "$checkout" "$B" "$T"; do
	found=$(grep -rlF "$place" "$into") && fail "$step: $found name $place"
done
for prefix in usr '/a b' /a/../b "/a'b" '/a#b'; do
	no make B="$B" install PREFIX="$prefix" DESTDIR="$T/refused"
done
[ ! -e "$T/refused" ] || fail "$step: a refused PREFIX left something"

step='an older version'
list=$into/opt/w/share/wengao/installed
mkdir "$into/opt/w/share/wengao/old" && : >"$into/opt/w/share/wengao/old/a.sh"
printf 'share/wengao/old/\nshare/wengao/old/a.sh\n' | LC_ALL=C sort -o "$list" - "$list"
ok make B="$B" install PREFIX=/opt/w DESTDIR="$into"
[ ! -e "$into/opt/w/share/wengao/old" ] || fail "$step: is left"
cp "$list" "$T/list"
echo ../../../file >>"$list"
no make B="$B" uninstall PREFIX=/opt/w DESTDIR="$into"
cp "$T/list" "$list"

step='moved'
mv "$into" "$T/stage"
rules=$T/stage/opt/w/share/wengao/report.mk
dir="$T/我的 报告"
ok make -f "$rules" new DIR="$dir"
says 'git does not know yet who you are'
[ -d "$dir/.git" ] || fail "$step: no repository"
ok git config --global user.name 李文书
ok git config --global user.email li@example.org
no make -f "$rules" new DIR="$dir"
says 'not empty'
rm -rf "$dir" && mkdir "$dir"
ok make -f "$rules" new DIR="$dir"
[ -z "$(home git -C "$dir" status --porcelain)" ] ||
	fail "$step: the first commit lacks something"
no make -f "$rules" new
says 'say which folder'
: >"$T/file"
no make -f "$rules" new DIR="$T/file"
mv "$T/stage/opt/w/share/wengao/new" "$T/new"
no make -f "$rules" new DIR="$T/none"
[ ! -e "$T/none" ] || fail "$step: a new that failed left a folder"
mv "$T/new" "$T/stage/opt/w/share/wengao/new"
mkdir "$T/few"
for program in sh make cp mv rm rmdir mkdir ls cat; do
	ln -s "$(command -v $program)" "$T/few/$program"
done
ok env PATH="$T/few" make -f "$rules" new DIR="$T/plain"
says 'git is not here'

step='in the folder'
cd "$dir" || exit 2
bin=$T/stage/opt/w/libexec/wengao
ok make docx STRICT=1
home make docx OUT="$T/other" WENGAO="$checkout/tools" BIN="$B/bin" >/dev/null 2>&1
cmp -s build/report.docx "$T/other/report.docx" ||
	fail "$step: the checkout makes another document"
sed -i 's/^党员总数 = 18$/党员总数 = 19/' sections/facts.txt
ok make docx
"$bin/extract" build/report.docx | grep -q 带动19名党员 ||
	fail "$step: an edit is not in the document"
ok make docx STRICT=1
ok make proof STRICT=1
[ ! -s "$T/said" ] || { cat "$T/said"; fail "$step: proof marks what new writes"; }
ok make numbers STRICT=1
ok make fix
[ ! -s "$T/said" ] || fail "$step: fix corrects what new writes"
ok make why NAME=党员大会次数
says ledgers/会议.csv
ok make docx EDITION=public
"$bin/extract" build/report.public.docx | grep -q 澜浦 &&
	fail "$step: the public edition shows a name"
ok make style-doc
ok make help
says 'make docx'
for target in $(sed -n 's/^  make \([-a-z]*\).*/\1/p' "$T/said"); do
	home make -n $target NAME=年度 BASE=HEAD DIR=x FROM=x INTO=y \
		>"$T/dry" 2>&1
	grep -q 'No rule to make' "$T/dry" && fail "$step: help names $target"
done
grep -qE 'make (check|install|deps)' "$T/said" &&
	fail "$step: help has what only wengao's own folder has"
ok make import FROM=build/report.docx INTO="old report"
[ -s "old report/facts.txt" ] || fail "$step: nothing was imported"
ok make redline BASE=HEAD
"$bin/extract" build/report.redline.docx >/dev/null || fail "$step: no redline"
ok make review
ok make merge FROM=build/report.review.docx
says 'no edits'
no make WENGAO=/nowhere docx
says 'there is no wengao in /nowhere'

step='words'
printf '推动形成齐抓共管的良好局面，减负12,860.50元。\n' >sections/03-字.txt
ok git add .
ok git commit -qm words
printf '形成齐抓共管的浓厚氛围，减负13,860.50元。\n' >sections/03-字.txt
for locale in C C.UTF-8; do
	ok git diff --word-diff
	says '[-推动-]形成齐抓共管的[-良好局面-]{+浓厚氛围+}，减负[-12,860.50-]{+13,860.50+}元。'
done
locale=C.UTF-8

step='styles of its own'
mkdir styles
printf 'base = report\n字体集 = windows\n' >styles/ours.style
printf 'base = gbt9704\n[正文]\n领句 = 楷体\n' >styles/gbt9704.style
printf '[our-rule]\n级别 = 警告\n模式 = 齐抓共管\n说明 = “$0”: our rule\n' \
	>styles/proof.local.rules
printf '错误\t正确\t确定性\t条件\t说明\n浓厚氛围\t良好氛围\t必错\n' \
	>styles/terms.local.tsv
ok make docx
grep -q '^lead = kai\|领句 = 楷体' build/stage/none/style/sheet ||
	fail "$step: a sheet of the folder does not come first"
ok make docx STYLE=ours
printf '单位,文件名\n甲支部,甲\n乙支部,乙\n' >rows.csv
ok make batch ROWS=rows.csv STYLE=ours
[ -n "$(ls build/batch/*乙*.docx)" ] || fail "$step: no batch"
grep -q 华文中宋 build/stage/none/style/fontTable.xml ||
	fail "$step: STYLE=ours is not used"
no make proof STRICT=1
says 'our rule'
says 良好氛围
# a sheet of wengao beside a folder of the report's own
ok make review STYLE=report
ok make verify FILE=build/report.review.docx
says 'unaltered since'
ok make text
sed -i 's/^WENGAO/STYLE = ours\n&/' Makefile
rm styles/gbt9704.style
ok make docx
grep -q 华文中宋 build/stage/none/style/fontTable.xml ||
	fail "$step: what its Makefile says does not stand"
no make docx STYLE=nosuch
says 'ours'
says 'gbt9704-display'
printf 'base = nosuch\n' >styles/ours.style
no make docx
says 'styles/ours.style:1'

step='in a bigger repository'
ok git init -q "$T/big"
cd "$T/big" || exit 2
ok make -f "$rules" new DIR=2026/report
says 'lies in the repository'
[ ! -e 2026/report/.git ] || fail "$step: a repository in a repository"
ok git add .
ok git commit -qm first
cd 2026/report || exit 2
sed -i 's/当先锋、作表率/当先锋/' sections/01-*.txt
ok make docx redline BASE=HEAD
ok make review
ok make merge FROM=build/report.review.docx
says 'no edits'
ok git diff --word-diff
says '当先锋[-、作表率-]'
[ -z "$(home git status --porcelain | grep -v sections/)" ] ||
	fail "$step: products are not ignored"

step='uninstall'
cd "$checkout" || exit 2
echo 'base = report' >"$T/stage/opt/w/share/wengao/styles/office.style"
ok make B="$B" uninstall PREFIX=/opt/w DESTDIR="$T/stage"
left=$(find "$T/stage" ! -type d)
[ "$left" = "$T/stage/opt/w/share/wengao/styles/office.style" ] ||
	fail "$step: is left: $left"
no make B="$B" uninstall PREFIX=/opt/w DESTDIR="$T/stage"
ok make B="$B" install PREFIX=/opt/w DESTDIR="$T/again"
ok make B="$B" uninstall PREFIX=/opt/w DESTDIR="$T/again"
[ "$(find "$T/again")" = "$T/again
$T/again/opt" ] || fail "$step: is left: $(find "$T/again")"
exit $bad
