#!/bin/sh
# proof: faults that a proofreader finds are told by make proof and stop nothing
# else; make fix corrects those that are certain, and no other byte.
. tests/pipeline/common

S=$T/text O=$T/out
cp -R sections "$S"
build="SECTIONS=$S OUT=$O"

# told LINE:COLUMN TEXT: make proof said so of the new section
told() {
	grep -q "$S/50-新增.txt:$1: .*$2" "$T/said" || {
		cat "$T/said"
		wrong "$step: not told: $1 $2"
	}
}

step='the sample'
made $build proof && [ -f "$O/report.docx" ] || wrong "$step: no report"
! grep -E ': (warning|error): ' "$T/said" || wrong "$step: is not clean"
made $build STRICT=1 proof
made $build fix && diff -r sections "$S" || wrong "$step: fix changes it"

step='planted faults'
printf '\357\273\277支部深入学习,扎实工作。\r\n\r\n%s\r\n%s\r\n' \
	'支部共有党员１５名,比例为1:2。' '共{{党员总数}}名,澜浦**县。' \
	>"$S/50-新增.txt"
sed 's/学习,/学习，/; s/１５名,/15名，/; s/}}名,/}}名，/' "$S/50-新增.txt" \
	>"$T/want.txt"
chmod 640 "$S/50-新增.txt"
cp -Rp "$S" "$T/planted"
made $build && cp "$O/report.docx" "$T/planted.docx"
made $build proof
told 1:7 '\[half-width\]'
told 3:7 '\[full-width\]'
told 3:10 '\[half-width\]'
told 4:11 '\[half-width\]'
refused $build STRICT=1 proof
made $build STRICT=1
made $build && cmp -s "$O/report.docx" "$T/planted.docx" ||
	wrong "$step: proof has changed the report"
diff -r "$S" "$T/planted" || wrong "$step: proof has changed the text"

step='formats'
for format in json sarif; do
	made $build PROOF=$format proof
	[ "$(cat "$T/said")" = "$O/report.$format" ] || wrong "$step: $(cat "$T/said")"
	[ "$(grep -c '"half-width"' "$O/report.$format")" -ge 3 ] ||
		wrong "$step: $format"
	! command -v node >/dev/null ||
		node -e 'JSON.parse(require("fs").readFileSync(process.argv[1]))' \
			"$O/report.$format" || wrong "$step: $format is no JSON"
done
grep -q '/50-%E6%96%B0%E5%A2%9E.txt"' "$O/report.sarif" || wrong "$step: no URI"
refused $build PROOF=xml proof

step='a file in the way'
mkdir "$S/.50-新增.txt.part"
refused $build fix
rmdir "$S/.50-新增.txt.part"
diff -r "$S" "$T/planted" || wrong "$step: something was written"
if [ "$(id -u)" != 0 ]; then
	step='a folder that may not be written' && chmod a-w "$S"
	refused $build fix
	chmod u+w "$S"
	diff -r "$S" "$T/planted" || wrong "$step: something was written"
fi

step='fix'
made $build fix
cp "$T/said" "$T/fixed"
cmp "$S/50-新增.txt" "$T/want.txt" || wrong "$step: not what was planted"
[ "$(ls -l "$S/50-新增.txt" | cut -c1-10)" = -rw-r----- ] ||
	wrong "$step: other permissions: $(ls -l "$S/50-新增.txt")"
cp -p "$T/planted/50-新增.txt" "$S/50-新增.txt"
diff -r "$S" "$T/planted" || wrong "$step: other files changed"
cp "$T/want.txt" "$S/50-新增.txt"
made $build fix
! grep -E '^(---|\+\+\+|@@)' "$T/said" || wrong "$step: a second run changes"
cmp "$S/50-新增.txt" "$T/want.txt" || wrong "$step: a second run changes"
no_parts "$S"
made $build && as_clean "$O/report.docx" SECTIONS="$S"

step="the office's own rules" && cp -R styles "$T/styles"
echo '各项任务不能按步就班，更不能坐等支援。' >"$S/51-用语.txt"
printf '[坐等]\n级别 = 警告\n模式 = 坐等支援\n说明 = say who helps\n' \
	>"$T/styles/proof.local.rules"
made $build STYLES="$T/styles" proof
grep -q '51-用语.txt:1:7: warning: .*\[term\]' "$T/said" &&
	grep -q '51-用语.txt:1:15: warning: say who helps \[坐等\]' "$T/said" ||
	wrong "$step: not told: $(cat "$T/said")"
made $build STYLES="$T/styles" fix
[ "$(cat "$S/51-用语.txt")" = '各项任务不能按部就班，更不能坐等支援。' ] ||
	wrong "$step: not fixed: $(cat "$S/51-用语.txt")"
rm "$S/51-用语.txt"

step='an error' && echo '会议强调“全面从严治党，要常抓不懈。' >>"$S/50-新增.txt"
refused $build proof
told 5:5 'error'
made $build
# a name bare in an edition that masks it does stop that
refused $build EDITION=public
sed 's/澜浦//' "$S/50-新增.txt" >"$T/bare" && cp "$T/bare" "$S/50-新增.txt"
made $build EDITION=public
exit $bad
