#!/bin/sh
# leak: what an edition hides is found before the document takes its place: bare
# in the text, in what another fact shows, in a picture, in what was deleted
. tests/pipeline/common

S=$T/text O=$T/out
build="SECTIONS=$S OUT=$O EDITION=public"
product=$O/report.public.docx

# says LINE: a line of the last make begins so.
says() {
	grep -qF "$1" "$T/said" || { wrong "$step: untold: $1"; cat "$T/said"; }
}

# quiet: no message says a true value.
quiet() {
	! grep -qE '清河|王建国|12860|37' "$T/said" ||
		wrong "$step: a message says a value: $(cat "$T/said")"
}

# unchanged: the last good document stands where it stood.
unchanged() {
	[ "$(hash_of "$product")" = "$was" ] || wrong "$step: the product changed"
	no_parts "$O"
	quiet
}

mkdir "$S" "$S/ledgers"
cat >"$S/facts.txt" <<'EOF'
县名 = 清河
书记 = 王建国
党员总数 = 37
党费 = 12860
支委会次数 = 12
名册 := select 姓名, 小组, 学时 from 党员
小组情况 := select 小组, count(*) as 人数 from 党员 group by 小组
EOF
printf '姓名,小组,学时\n李卫东,一组,37\n赵敏,一组,40\n钱江潮,二组,37\n' \
	>"$S/ledgers/党员.csv"
cat >"$S/facts.public.txt" <<'EOF'
县名 = **
书记 = 某某
党员总数 = *
党费 = **
名册 = （略）
EOF
cat >"$S/1-正文.txt" <<'EOF'
{{县名}}县党支部书记{{书记}}主持，支部有党员{{党员总数}}名，党费{{党费|money}}元。
召开支委会{{支委会次数}}次，37名群众参加，2037年前完成。
:::除 public
清河县的情况：王建国、李卫东。
{{名册}}
:::
:::图 柱 小组情况
{{小组情况}}
:::
EOF
sed -i.bak '/{{名册}}/d' "$S/1-正文.txt" && rm "$S/1-正文.txt.bak"

step='a clean text' && made $build
says "$S/facts.public.txt: note: "
quiet
was=$(hash_of "$product")
[ "$(ls -l "$O/stage/public/hidden" | cut -c 1-10)" = -rw------- ] ||
	wrong "$step: others may read the values"
"$B/bin/extract" "$product" | grep -qE '清河|王建国|李卫东' &&
	wrong "$step: a value in the product"

step='bare in the text'
cat >"$S/2-补充.txt" <<'EOF'
% 清河：说明里的不算。
清 河县里，３７名党员，共一万二千八百六十元。
:::表 学时
姓名 | 学时
李卫东 | 40
党员 | 37
:::
EOF
refused $build
says "$S/2-补充.txt:2:1: error: "
says "$S/2-补充.txt:2:7: error: "
says "$S/2-补充.txt:2:14: error: "
says "$S/2-补充.txt:5:1: error: "
says "$S/2-补充.txt:6:6: error: "
[ "$(grep -c ': error: ' "$T/said")" = 5 ] || wrong "$step: $(cat "$T/said")"
unchanged

step='a remark answers for it'
cat >"$S/2-补充.txt" <<'EOF'
%ok 泄密：碑文原样
碑上刻着清河二字。
EOF
made $build
echo '清河二字是碑文，本县也叫清河。' >>"$S/2-补充.txt"
refused $build
says "$S/2-补充.txt:3:1: error: "
says "$S/2-补充.txt:3:13: error: "

step='another fact shows it' && echo '地址 = 清河县新街1号' >>"$S/facts.txt"
echo '地址在{{地址}}，{{支委会次数}}次，支委会12次。' >"$S/2-补充.txt"
was=$(hash_of "$product") && refused $build
says "$S/2-补充.txt:1:4: error: 地址 shows "
unchanged
echo 'show 地址' >>"$S/facts.public.txt" && made $build

step='the same number of another fact' && : >"$S/2-补充.txt"
printf '%s\n' '场次 = 37' '金额 = 12860' >>"$S/facts.txt"
echo '党员培训{{场次}}名党员，捐款{{金额}}元。' >"$S/2-补充.txt"
made $build

step='remarks of a picture'
echo '1' >"$S/2-补充.txt" && was=$(hash_of "$product")
{ cat styles/example.png && echo '清河'; } >"$S/图.png"
printf ':::图片\n图.png | 一景 | 50毫米\n:::\n' >"$S/2-补充.txt"
refused $build
says "$product: error: the hidden value of 县名 stands in word/media/image1.png"
unchanged
cp styles/example.png "$S/图.png" && made $build

step='the document of all' && made SECTIONS="$S" OUT="$O"
refused $build leak FILE="$O/report.docx"
says '书记 stands in word/document.xml, paragraph '
quiet
made $build leak

# What was deleted since a revision.
step='a redline'
command -v git >/dev/null || exit $bad
gits() {
	git -C "$S" -c user.name=甲 -c user.email=jia@example.org "$@" >/dev/null
}
printf '一段。\n' >"$S/2-补充.txt"
printf '二段，王建国起草，党员36名。\n' >"$S/3-旧.txt"
gits init -q && gits add -A && gits commit -qm 一
printf '二段，办公室起草。\n' >"$S/3-旧.txt"
gits commit -qam 二
red=$O/report.public.redline.docx
refused $build redline BASE=HEAD~1
says "$red: error: the hidden value of 书记 stands in word/document.xml"
[ ! -e "$red" ] || wrong "$step: it was released"
quiet
# of the base, too: it hid another value then
sed 's/王建国/陈平安/' "$S/facts.txt" >"$T/facts" && cp "$T/facts" "$S/facts.txt"
gits commit -qam 三
refused $build redline BASE=HEAD~2
says "$red: error: the hidden value of 书记 stands in word/document.xml"
step='a clean redline' && made $build redline BASE=HEAD~1

step='a copy for review' && made $build review
echo '陈平安批示。' >>"$S/2-补充.txt" && refused $build review
says "$S/2-补充.txt:2:1: error: "

# A report that was published with marks in the places of what it hides, with
# values that look real behind them.
step='a real report'
real=${SHARED:-../shared}/report-2022.txt
[ -f "$real" ] || exit $bad
"$B/bin/import" -d "$T/real" "$real" >"$T/said" 2>&1 || fail "$step: no import"
grep -E '= \*+$' "$T/real/facts.txt" >"$T/real/facts.public.txt"
set -- 清河 商务 华东 37 12860 山海 陈平安 周宁 36 58
while read -r name equals mask; do
	sed "s/^$name = .*/$name = $1/" "$T/real/facts.txt" >"$T/facts" &&
		cp "$T/facts" "$T/real/facts.txt" && shift
done <"$T/real/facts.public.txt"
[ "$(grep -cE '= (清河|商务|华东|37|12860)$' "$T/real/facts.txt")" = 5 ] ||
	wrong "$step: no values: $(cat "$T/real/facts.txt")"
made SECTIONS="$T/real" OUT="$T/real-out" EDITION=public
[ "$(grep -c ': error: ' "$T/said")" = 0 ] || cat "$T/said"
made SECTIONS="$T/real" OUT="$T/real-out" EDITION=public leak
refused SECTIONS="$T/real" OUT="$T/real-out" EDITION= docx leak
made SECTIONS="$T/real" OUT="$T/real-out"
refused SECTIONS="$T/real" OUT="$T/real-out" EDITION=public leak \
	FILE="$T/real-out/report.docx"
[ "$(grep -c ': error: ' "$T/said")" -ge 7 ] || wrong "$step: $(cat "$T/said")"
exit $bad
