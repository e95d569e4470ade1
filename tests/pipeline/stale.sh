#!/bin/sh
# stale: whatever was changed since, make gives what a clean build gives; and it
# does no more than it must.
. tests/pipeline/common

S=$T/text O=$T/out
mkdir "$O" && cp -R sections "$S" && cp -R styles "$T/styles"
tools "$T/bin"
build="SECTIONS=$S STYLES=$T/styles BIN=$T/bin"

# state OUT: each file with its inode number and the time of its last change.
state() { find "$1" -type f -printf '%i %T@ %P\n' | sort; }

# again VAR=...: after a change the report is a clean build's.
again() {
	docx=report.docx
	for v; do case $v in EDITION=?*) docx=report.${v#*=}.docx;; esac; done
	made $build OUT="$O" "$@"
	as_clean "$O/$docx" $build "$@"
}

# idle VAR=...: one more make runs no filter and writes nothing.
idle() {
	: >"$T/log"
	state "$O" >"$T/before"
	made $build OUT="$O" "$@"
	[ "$(cat "$T/log")" = sections ] ||
		wrong "$step: make with nothing to do ran" $(cat "$T/log")
	state "$O" | cmp -s "$T/before" - ||
		wrong "$step: make with nothing to do wrote a file"
}

# writes FILE...: make writes these, the lists, the facts, the report; no others.
writes() {
	{ echo report.docx; printf 'stage/none/%s\n' facts.tsv inputs made "$@"; } |
		sort >"$T/want"
	state "$O" >"$T/before"
	made $build OUT="$O"
	state "$O" | comm -13 "$T/before" - | cut -d ' ' -f 3- | sort |
		diff "$T/want" - ||
		wrong "$step: did not write (<) or wrote (>) these"
	again && idle
}

# each NAME...: what outline and typeset make of these sections.
each() { for name; do echo "outline/$name.txt" "typeset/$name.wml"; done; }

# replace FILE PATTERN TEXT: edits in place, as an editor does.
replace() {
	sed "s/$2/$3/" "$1" >"$T/edited"
	! cmp -s "$T/edited" "$1" || fail "$step: $1 has no $2"
	cat "$T/edited" >"$1"
}

step='the first build' && again && idle
first=$(hash_of "$O/report.docx")

# One section: a body, one of the same size and time, headings.
step='a paragraph' && replace "$S"/05-* 纾困 解难
writes fill/.memo typeset/.memo fill/05-业务融合.txt $(each 05-业务融合)
step='a paragraph, size and time as before' && touch -r "$S"/05-* "$T/time" &&
	replace "$S"/05-* 解难 纾困 && touch -r "$T/time" "$S"/05-* && again
[ "$(hash_of "$O/report.docx")" = "$first" ] || wrong "$step: not the first bytes"
step='a heading' && replace "$S"/06-* '^# 强化' '# 坚持强化'
writes fill/.memo typeset/.memo fill/06-正风肃纪.txt $(each 06-正风肃纪)
step='a heading with a number' && replace "$S"/06-* '^# ' 七、
writes fill/.memo typeset/.memo fill/06-正风肃纪.txt \
	$(each 06-正风肃纪 07-查摆问题 08-下一步计划)
step='times alone' && find "$S" "$T/styles" -exec touch {} + && idle

# Variables, there and back.
step='EDITION=public' && again EDITION=public
step='a mask' && replace "$S/facts.public.txt" '城市名 = \*\*' '城市名 = 某市' &&
	idle && again EDITION=public
printf 'base = report\n[正文]\n字号 = 小三\n' >"$T/styles/mine.style"
step=STYLE=mine && again STYLE=mine
step='the STYLE before' && again
step='the base of the sheet' && again STYLE=mine &&
	replace "$T/styles/report.style" '居中' '外侧' && again STYLE=mine
step=FACTS && printf '党员总数 = 41\n' >"$T/other.txt" && again FACTS="$T/other.txt"
step='the file of FACTS' && printf '党员总数 = 42\n' >"$T/other.txt" &&
	again FACTS="$T/other.txt" && idle FACTS="$T/other.txt"
step='no FACTS' && again
step='a fact' && replace "$S/facts.txt" '先锋岗个数 *= 9' '先锋岗个数 = 10' && again
step='a row of a ledger' && replace "$S/ledgers/党员.csv" '^031,.*' '' && again
step=SOURCE_DATE_EPOCH && export SOURCE_DATE_EPOCH=1700000000 && again
step='no SOURCE_DATE_EPOCH' && unset SOURCE_DATE_EPOCH && again
export SOURCE_DATE_EPOCH=0
step='a warning' && echo '没人用 = 1' >>"$S/facts.txt" && again
step='a warning with STRICT=1' && refused $build OUT="$O" STRICT=1
step='no STRICT' && again && idle

# Sections that come, go, and change places.
step='a section removed' && mv "$S"/07-* "$T/gone" && again
step='a section renamed' && mv "$S"/08-* "$S/3-计划.txt" && again
step='a section added' && echo '# 新增。正文。' >"$S/4-新增.txt" && again
step='an older file' && echo '# 更早的一稿。正文。' >"$T/older" &&
	touch -d 2000-01-01 "$T/older" && mv "$T/older" "$S/4-新增.txt" && again
step='two sections change names' && mv "$S"/04-* "$T/other" &&
	mv "$S"/05-* "$S/04-理论武装.txt" && mv "$T/other" "$S/05-业务融合.txt" && again

# Programs: other bytes, and other work.
cp "$T/bin/report" "$T/report"
step='a program' && echo '# the same work' >>"$T/bin/report" && again && idle
step='a program with other work' &&
	sed '2s/^/SOURCE_DATE_EPOCH=1\n/' "$T/report" >"$T/bin/report" && again
cp "$O/report.docx" "$T/good"
step='a program put back' && cp "$T/report" "$T/bin/report" && again
! cmp -s "$T/good" "$O/report.docx" || wrong "$step: the same report"

# What stands in the build folder is lost or harmed.
step='no report' && rm "$O/report.docx" && again
step='no stages' && rm -rf "$O/stage" && again
for stage in fill outline typeset; do
	set -- "$O/stage/none/$stage"/02-*
	step="an edit, and $stage/02 is gone"
	rm "$1" && echo 又一段。 >>"$S/09-落款.txt" && again
	# a file system may keep a name and lose the bytes when power fails
	step="an edit, and $stage/02 is empty"
	: >"$1" && echo 再一段。 >>"$S/09-落款.txt" && again
done
# a clock that was set back, or a report copied from elsewhere
step='an edit, and all products are from tomorrow' && echo 又一段。 >>"$S/09-落款.txt" &&
	find "$O" -exec touch -d '+1 day' {} + && again && idle
find "$O" -exec touch {} +

# From here on there are two texts, and their clean builds are known.
cp -R "$S" "$T/old" && cp -R "$S" "$T/new"
sed -i '2s/$/再加一句。/' "$T/new"/03-*
replace "$T/new/facts.txt" '届数 = ' '届数 = 1'
step='the new text' && cp -R "$T/new"/* "$S" && again && cp "$O/report.docx" "$T/new.docx"
step='the old text' && cp -R "$T/old"/* "$S" && again && cp "$O/report.docx" "$T/old.docx"

# comes TEXT: make gives that text's report.
comes() {
	made $build OUT="$O"
	cmp -s "$O/report.docx" "$T/$1.docx" || wrong "$step: not a clean build's bytes"
}

# The text is changed while make reads it, and changed back after.
cat >"$T/hook" <<EOF
#!/bin/sh
[ "\$1" != report ] || cp -R "$T/new"/* "$S"
EOF
chmod +x "$T/hook"
step='changed while make reads it, and back'
cp -R "$T/new"/* "$S" && comes new
cp -R "$T/old"/* "$S" && (export HOOK="$T/hook" && report $build OUT="$O")
cp -R "$T/old"/* "$S" && comes old
no_parts "$O"
exit $bad
