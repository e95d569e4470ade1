#!/bin/sh
# render: make pdf and make png, with a LibreOffice and a pdftoppm of the test's
# own, so that their failures are known, too.
. tests/pipeline/common

S=$T/text O=$T/out F=$T/programs
mkdir "$S" "$F" || exit 2
printf '甲。\n' >"$S/1.txt"
build="SECTIONS=$S OUT=$O"

# A PDF of PAGES pages is a file that says so.
cat >"$F/soffice" <<EOF
#!/bin/sh
echo soffice >>"$T/log"
[ ! -e "$T/broken" ] || { echo 'source file could not be loaded'; exit 0; }
while [ \$# -gt 1 ]; do [ "\$1" != --outdir ] || dir=\$2; shift; done
name=\${1##*/}
{ cat "$T/pages"; cksum <"\$1"; } >"\$dir/\${name%.docx}.pdf"
EOF
cat >"$F/pdftoppm" <<EOF
#!/bin/sh
echo pdftoppm >>"$T/log"
[ ! -e "$T/broken" ] || exit 1
while [ \$# -gt 2 ]; do shift; done
for n in \$(seq -w \$(sed -n 1p "\$1")); do echo "page \$n" >"\$2-\$n.png"; done
EOF
cat >"$F/pdftotext" <<EOF
#!/bin/sh
[ -e "$T/shows" ] && cp "$T/shows" "\$2"
EOF
chmod +x "$F/soffice" "$F/pdftoppm" "$F/pdftotext"
PATH=$F:$PATH

# ran PROGRAM...: these and no others, since the last time.
ran() {
	[ "$(cat "$T/log")" = "$(printf '%s\n' "$@")" ] ||
		wrong "$step: ran" $(cat "$T/log") "where due: $*"
	: >"$T/log"
}
pages() { ls "$O" | grep -c '^report-[0-9]*\.png$'; }
: >"$T/log"

step=first && echo 12 >"$T/pages" && made $build pdf
ran soffice
step=pictures && made $build png
ran pdftoppm
[ "$(pages)" = 12 ] && [ "$(cat "$O/report-12.png")" = 'page 12' ] &&
	[ "$(cat "$O/report-2.png")" = 'page 02' ] || wrong "$step: not these 12 pages"
step=idle && made $build pdf png && ran ''
step='a page lost' && rm "$O/report-3.png" && made $build png
ran pdftoppm

step='a mark lost' && echo '甲，乙，丙。' >"$S/1.txt" && echo '甲乙丙。' >"$T/shows"
made $build pdf && ran soffice
grep -q "report.pdf: warning: .*brackets: ，(2); " "$T/said" || wrong "$step: not told"
echo '甲，乙，丙。5，' >"$T/shows" && echo '甲，乙，丙。 ' >"$S/1.txt" && rm "$O/report.pdf"
step='no mark lost' && made $build pdf && ran soffice
! grep -q warning "$T/said" || wrong "$step: told of one"
rm "$T/shows"

step='a shorter one' && echo 2 >"$T/pages" && echo '乙。' >"$S/1.txt"
: >"$O/report-x.png" && made $build -j2 pdf png
ran soffice pdftoppm
[ "$(pages)" = 2 ] && [ -f "$O/report-x.png" ] ||
	wrong "$step: pages left over, or too few"

step=edition && echo 5 >"$T/pages" && printf '甲 = 乙\n' >"$S/facts.public.txt"
printf '甲 = 丙\n' >"$S/facts.txt" && printf '{{甲}}。\n' >"$S/1.txt"
made $build png EDITION=public
ran soffice pdftoppm
[ "$(pages)" = 2 ] && [ -f "$O/report.public-5.png" ] &&
	[ -f "$O/report.public.pdf" ] || wrong "$step: took the other's pages"

step='a failure' && made $build png && : >"$T/log"
before=$(cat "$O"/report*.pdf "$O"/report-*.png | cksum)
: >"$T/broken" && echo '丁。' >>"$S/1.txt"
refused $build pdf
grep -q 'LibreOffice made no PDF' "$T/said" || wrong "$step: said $(cat "$T/said")"
refused $build png
[ "$before" = "$(cat "$O"/report*.pdf "$O"/report-*.png | cksum)" ] ||
	wrong "$step: what stood is not left as it was"
rm "$T/broken" && : >"$T/log" && made $build png
ran soffice pdftoppm
[ -z "$(find "$O" -name render.part)" ] || wrong 'its work folder is left'

# Nothing but make and the shell's own programs in PATH.
step=missing && echo '戊。' >>"$S/1.txt" && mkdir "$T/few" || exit 2
for p in make sh sed cat cksum mkdir rm cp mv ls grep; do
	ln -s "$(command -v "$p")" "$T/few/$p"
done
(PATH=$T/few refused $build pdf) || bad=1
grep -q 'needs soffice' "$T/said" || wrong "$step: said $(cat "$T/said")"
exit $bad
