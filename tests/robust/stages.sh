#!/bin/sh
# stages: filters on a list write what they write for each file alone; a text
# with a fault goes on through fill and outline, but nothing is made of it
. tests/robust/inputs
inputs
mkdir "$T/in" && cd "$T" || exit
case $bin in /*) ;; *) bin=$OLDPWD/$bin;; esac
printf '# {{县名}}县\n' >in/01.txt
printf '# 甲\n{{没有}}\n' >in/02.txt
printf '：：：标题\r\n{{县名}}\r\n：：：' >'in/03 附 件.txt'
printf 'in/01.txt\tx\nin/02.txt\ty\nin/03 附 件.txt\tz\n' >list

run() {
	tool=$1 due=$2; shift 2
	"$bin/$tool" "$@" 2>said
	status=$?
	[ $status = "$due" ] || wrong "$tool: exit $status where $due is due"
}
run fill 1 -F facts.tsv -f list -d fill
run outline 0 -F facts.tsv -f list -s fill -d outline
run typeset 1 -f list -s outline -d typeset
for name in 01 02 '03 附 件'; do
	"$bin/fill" -F facts.tsv "in/$name.txt" 2>said | cmp - "fill/$name.txt" ||
		wrong "fill/$name"
	[ "$name" = 02 ] || "$bin/typeset" "outline/$name.txt" |
		cmp - "typeset/$name.wml" || wrong "typeset/$name"
done
"$bin/outline" fill/01.txt fill/02.txt 'fill/03 附 件.txt' >want
cat outline/01.txt outline/02.txt 'outline/03 附 件.txt' | cmp - want ||
	wrong outline
[ ! -e typeset/02.wml ] || wrong 'typeset made something of a faulty text'
find . -name '*.part' | grep . && wrong 'a temporary stays'
[ ! -e in/.memo ] || wrong 'the folder of the author was written to'

# what was mended is made, and the rest is left alone
printf '# 甲\n{{县名}}\n' >in/02.txt
touch -d 2001-02-03 fill/01.txt outline/01.txt typeset/01.wml
run fill 0 -F facts.tsv -f list -d fill
run outline 0 -F facts.tsv -f list -s fill -d outline
run typeset 0 -f list -s outline -d typeset
[ -s typeset/02.wml ] || wrong 'the mended text was not set'
[ -z "$(find fill/01.txt outline/01.txt typeset/01.wml -newer list)" ] ||
	wrong 'a text that did not change was written again'
exit $bad
