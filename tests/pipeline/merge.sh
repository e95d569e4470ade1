#!/bin/sh
# merge: a copy for review goes out, comes back edited, and the edits land in the
# sections; what has no place is told. The edits are made with sed.
. tests/pipeline/common
command -v git >/dev/null || { echo 'skipped: there is no git'; exit 0; }
command -v unzip >/dev/null && command -v zip >/dev/null ||
	{ echo 'skipped: there is no zip, unzip'; exit 0; }
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_DATE='@1 +0000' GIT_COMMITTER_DATE='@1 +0000'
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE

W=$T/w S=$T/w/稿件 O=$T/out
mkdir -p "$S"
fresh() {
	rm -rf "$W" && mkdir -p "$S"
	cat >"$S/facts.txt" <<'END'
县名 = 澜浦
党员总数 = 36
女党员 = 14
男党员 := :党员总数 - :女党员
END
	printf '县名 = **\nshow 男党员\n' >"$S/facts.public.txt"
	printf ':::标题\n{{县名}}县工作报告\n:::\n' >"$S/01-标题.txt"
	cat >"$S/02-正文 一.txt" <<'END'
# 组织建设
现有党员{{党员总数}}名，其中男党员{{男党员}}名。
要继续抓好学习，{{!注:见《条例》}}确保落实到位。
最后一段讲作风，要求十分明确具体。
:::表 党员
类型 | 人数
党员 | {{党员总数}}
:::
END
	printf '三要抓学习。\r\n四要抓落实。' >"$S/03-末节.txt"
	g init -q && g add . && g commit -qm first
}
g() { git -C "$W" -c user.name=t -c user.email=t@t "$@"; }
# review VAR=...: the copy, taken apart in $T/x
review() {
	rm -f "$O"/*.docx
	made review SECTIONS="$S" OUT="$O" "$@"
	rm -rf "$T/x" && mkdir "$T/x"
	(cd "$T/x" && unzip -q "$O"/report*.review.docx)
}
# edit FROM TO: the document's text; back NAME: a DOCX of it
edit() {
	LC_ALL=C grep -q "$1" "$T/x/word/document.xml" || wrong "no $1 in the copy"
	LC_ALL=C sed "s~$1~$2~" "$T/x/word/document.xml" >"$T/xml" &&
		mv "$T/xml" "$T/x/word/document.xml"
}
back() { rm -f "$T/$1" && (cd "$T/x" && zip -qX "$T/$1" '[Content_Types].xml' -r .); }
merge() { report merge SECTIONS="$S" OUT="$O" "$@"; status=$?; }
says() { grep -qF -- "$1" "$T/said" || { wrong "$step: does not say: $1"; cat "$T/said"; }; }
holds() { grep -qF -- "$2" "$S/$1" || { wrong "$step: $1 has no $2"; cat "$S/$1"; }; }
same() { g diff --exit-code || wrong "$step: the sections are changed"; }
AT='w:id="900001" w:author="张三"'
ins() { echo "<w:ins $AT><w:r><w:t>$1<\/w:t><\/w:r><\/w:ins>"; }

step='a copy that nobody edited'
fresh && review && merge FROM="$O/report.review.docx" APPLY=1
says 'no edits' && same
[ -z "$(g for-each-ref refs/wengao)" ] || wrong 'a ref for what is committed'

step='edits of two, and a value'
edit '</w:t></w:r><w:bookmarkEnd w:id="100002"/>' '&'"$(ins '及其他')"
edit '要求十分明确具体' '要求明确具体'
edit '<w:t>36</w:t>' '<w:t>37</w:t>'
edit '<w:t>22</w:t>' '<w:t>23</w:t>'
back a.docx && merge FROM="$T/a.docx"
says "$S/facts.txt:2:1: note: 党员总数: 36 → 37, proposed by somebody, untracked"
says "$S/facts.txt:4:1: note: 男党员: 22 → 23"
says 'a formula gives it'
[ -s "$O/merge/1.patch" ] && [ -s "$O/merge/2.patch" ] || wrong "$step: no two patches"
[ -s "$O/merge/1.proposals" ] || wrong "$step: no file of proposals"
same
for patch in "$O"/merge/*.patch; do
	g apply --check "$patch" || wrong "$step: git does not take $patch"
done
g apply "$O/merge/1.patch" && holds '02-正文 一.txt' '要求明确具体'
g checkout -q .
merge FROM="$T/a.docx" APPLY=1
holds '02-正文 一.txt' '要求明确具体。' && holds '01-标题.txt' '{{县名}}及其他县'
holds '02-正文 一.txt' '党员{{党员总数}}名，其中男党员{{男党员}}名'
step='the same once more' && cp -R "$S" "$T/once"
merge FROM="$T/a.docx" APPLY=1
diff -r "$S" "$T/once" || wrong "$step: changed something"
rm -rf "$T/once"

step='one edits what another inserted, and two files' && fresh && review
edit '具体。</w:t></w:r>' "具体</w:t></w:r><w:ins $AT><w:r><w:t>周全</w:t></w:r><w:del \
 w:id='900002' w:author='李四'><w:r><w:delText>详尽</w:delText></w:r></w:del></w:ins>"
back n.docx && fresh && review
edit '<w:t>类型</w:t>' '<w:t>类别</w:t>' && back m.docx
merge FROM="$T/n.docx $T/m.docx" APPLY=1
says 'an edit by several reviewers together; inserted: 周全'
holds '02-正文 一.txt' '要求十分明确具体周全' && holds '02-正文 一.txt' '类别 | 人数'

step='a section that moved on' && fresh
printf '要求十分明确，补写一句。\n' >>"$S/03-末节.txt"
sed 's/最后一段/这最后一段/' "$S/02-正文 一.txt" >"$S/04-改名.txt"
rm "$S/02-正文 一.txt"
merge FROM="$T/a.docx" APPLY=1
holds 04-改名.txt '这最后一段讲作风，要求明确具体。'
step='a conflict' && fresh
sed 's/要求十分明确具体/要求非常明确具体/' "$S/02-正文 一.txt" >"$T/text" &&
	cp "$T/text" "$S/02-正文 一.txt"
merge FROM="$T/a.docx" APPLY=1
[ $status = 2 ] || wrong "$step: exit $status"
holds '02-正文 一.txt' '<<<<<<<' && holds '02-正文 一.txt' '要求明确具体' && says 'meets other changes'
step='a section that is gone' && fresh
g rm -q "稿件/02-正文 一.txt" && merge FROM="$T/a.docx" APPLY=1
says 'the section is gone'

step='markup, notes, and text that was made' && fresh && review
edit '落实到位' '落{{x}}|\\\&amp;实到位'
edit '<w:t>一、</w:t>' '<w:t>二、</w:t>'
edit '四要抓落实' '四要抓好落实'
LC_ALL=C sed 's/见《条例》/见《新条例》/' "$T/x/word/footnotes.xml" >"$T/xml" &&
	mv "$T/xml" "$T/x/word/footnotes.xml"
back b.docx && merge FROM="$T/b.docx" APPLY=1
holds '02-正文 一.txt' '落\{\{x\}\}|\\&实到位' && holds '02-正文 一.txt' '{{!注:见《新条例》}}'
says 'a number that is made by counting'
printf '三要抓学习。\r\n四要抓好落实。' | cmp - "$S/03-末节.txt" ||
	wrong "$step: line ends, or the last line"

step='an empty cell' && fresh
printf ':::表\n甲 | 乙 | 丙\n丁 |  | 戊\n:::\n' >"$S/04-表.txt" && review
edit '</w:pPr></w:p></w:tc>' '</w:pPr><w:r><w:t>8</w:t></w:r></w:p></w:tc>'
back f.docx && merge FROM="$T/f.docx" APPLY=1 && holds 04-表.txt '丁 | 8 | 戊'

step='a comment and its reply' && fresh && review
edit '\(<w:bookmarkStart w:id="[0-9]*" w:name="wg5"/>\)' \
	'\1<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>'
space='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
body() { echo "<w:p><w:r><w:t>$1</w:t></w:r></w:p>"; }
echo "<w:comments $space><w:comment w:id='1' w:author='王&quot;五&quot; &amp; 赵'>$(body \
	请再核实)</w:comment><w:comment w:id='2' w:author='李四'>$(body 已核)$(body \
	无误)</w:comment></w:comments>" >"$T/x/word/comments.xml"
put() { LC_ALL=C sed "s~$2~$3&~" "$T/x/$1" >"$T/xml" && mv "$T/xml" "$T/x/$1"; }
type=application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml
put '[Content_Types].xml' '</Types>' \
	"<Override PartName=\"/word/comments.xml\" ContentType=\"$type\"/>"
type=http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments
put word/_rels/document.xml.rels '</Relationships>' \
	"<Relationship Id=\"rIdC\" Type=\"$type\" Target=\"comments.xml\"/>"
back g.docx && merge FROM="$T/g.docx"
says "$S/02-正文 一.txt:4:1: note: 王\"五\" & 赵: 请再核实 [comment]"
says "$S/02-正文 一.txt:4:1: note: 李四: 已核 无误 [comment]" && says 'no edits'

step='sections not committed' && fresh && echo 未提交的一段。 >>"$S/02-正文 一.txt"
g add . && echo 未暂存的一段。 >>"$S/02-正文 一.txt" && g status --short >"$T/before"
review && g status --short | cmp - "$T/before" || wrong "$step: the index is changed"
g checkout -qf HEAD . && edit 未暂存的一段 未暂存的新段 && back c.docx
merge FROM="$T/c.docx" && says 'c' && grep -qF '+未暂存的新段' "$O"/merge/1.patch ||
	wrong "$step: the base is lost"

step='the masked edition' && fresh && review EDITION=public
! grep -q 澜浦 -r "$T/x" || wrong "$step: the copy leaks"
edit '<w:t>\*\*</w:t>' '<w:t>某</w:t>' && back d.docx
merge FROM="$T/d.docx" APPLY=1
says "$S/facts.public.txt:1:1: note: 县名: ** → 某" && same
! grep -q 澜浦 "$T/said" "$O"/merge/*.* || wrong "$step: a message leaks"

step='what is no copy' && made docx SECTIONS="$S" OUT="$O"
merge FROM="$O/report.docx" && says 'no copy for review'
head -c 3000 "$T/a.docx" >"$T/cut.docx"
merge FROM="$T/cut.docx $T/none.docx"
says 'cut.docx' && says 'none.docx: there is no such file' && [ $status = 2 ] || wrong "$step: $status"
step='no such commit'
edit 'w:body' 'w:body'
LC_ALL=C sed 's/commit="[0-9a-f]*"/commit="0123456789012345678901234567890123456789"/' \
	"$T/x/customXml/item1.xml" >"$T/xml" && cp "$T/xml" "$T/x/customXml/item1.xml"
back e.docx && merge FROM="$T/e.docx"
says 'is not in' && [ $status = 2 ] || wrong "$step: $status"
LC_ALL=C sed 's/commit="[0-9]*"/commit="--output=x"/; s/edition="[a-z]*"/edition="..\/x"/' \
	"$T/xml" >"$T/x/customXml/item1.xml"
back e.docx && merge FROM="$T/e.docx" && says 'no copy for review'
step='not in UTF-8'
printf '\304\343\272\303\n' >"$S/05-旧.txt" && refused review SECTIONS="$S" OUT="$O" && says 'not in UTF-8'
step='outside of git' && rm -rf "$W/.git"
GIT_CEILING_DIRECTORIES=$T
export GIT_CEILING_DIRECTORIES
refused review SECTIONS="$S" OUT="$O" && says 'is in no git repository'
exit $bad
