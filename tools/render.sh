#!/bin/sh
# render: the pages of a Word document as LibreOffice lays them out
#
#   sh render.sh pdf|png REPORT.docx FOLDER
#
# Writes REPORT.pdf beside it, and for png REPORT-1.png and so on, without the
# pages of an older, longer document. FOLDER holds what is kept from run to run:
# LibreOffice's profile, and of which document the products were made; they are
# made anew only from another one. A conversion that fails leaves what stands.
# Exit 0: done; 2: it failed, or a program is missing.
set -u
kind=$1 docx=$2 folder=$3
base=${docx%.docx}
name=${base##*/}
work=$folder/render.part

die() { "$BIN/say" "$@" >&2; rm -rf "$work"; exit 2; }
need() {
	command -v "$1" >/dev/null ||
		die 'make %s needs %s, which is not here; install %s (Debian: %s)' \
			"$kind" "$@"
}

# fresh RECORD: it names this document.
fresh() { [ -f "$1" ] && [ "$(sed -n 1p "$1")" = "$hash" ]; }

# A record appears after its products, and goes before them.
record() { printf '%s\n' "$hash" "$2" >"$work/record" && mv "$work/record" "$1"; }

count() { LC_ALL=C grep -oF -- "$1" "$2" | wc -l; }

# LibreOffice (7.4) drops a mark that hangs at the end of a justified line which
# has hardly room to share out. Nobody would miss it who has not read both texts.
tell_lost() {
	command -v pdftotext >/dev/null || return 0
	"$BIN/extract" -o "$work/text" "$docx" &&
		pdftotext "$work/$name.pdf" "$work/shown" 2>/dev/null || return 0
	lost=
	for mark in ， 、 。 ； ： ！ ？ '”' "’" ） 》; do
		n=$(($(count "$mark" "$work/text") - $(count "$mark" "$work/shown")))
		[ $n -le 0 ] || lost="$lost $mark($n)"
	done
	[ -z "$lost" ] || "$BIN/say" '%s: warning: LibreOffice left out marks at the ends of lines, how many in brackets:%s; the document has them all' \
		"$base.pdf" "$lost" >&2
}

pdf() {
	[ ! -f "$base.pdf" ] || ! fresh "$folder/pdf.of" || return 0
	need soffice LibreOffice libreoffice-writer-nogui
	profile=$(mkdir -p "$folder/soffice" && cd "$folder/soffice" && pwd) || exit 2
	cp "$docx" "$work/$name.docx" || die 'cannot write %s' "$work"
	soffice "-env:UserInstallation=file://$profile" --headless --norestore \
		--convert-to pdf:writer_pdf_Export --outdir "$work" \
		"$work/$name.docx" >"$work/said" 2>&1 </dev/null &&
		[ -s "$work/$name.pdf" ] || {
		cat "$work/said" >&2
		die '%s: LibreOffice made no PDF of it; what stood is left' "$docx"
	}
	tell_lost
	rm -f "$folder/pdf.of"
	mv "$work/$name.pdf" "$base.pdf" && record "$folder/pdf.of" 1 || exit 2
}

# all_there COUNT: no page is missing.
all_there() {
	page=1
	while [ "$page" -le "$1" ]; do
		[ -f "$base-$page.png" ] || return 1
		page=$((page + 1))
	done
}

png() {
	! fresh "$folder/png.of" ||
		! all_there "$(sed -n 2p "$folder/png.of")" || return 0
	need pdftoppm Poppler poppler-utils
	mkdir "$work/pages" && pdftoppm -r 100 -png "$base.pdf" "$work/pages/p" \
		2>"$work/said" && [ -n "$(ls "$work/pages")" ] || {
		cat "$work/said" >&2
		die '%s: pdftoppm made no pictures of it; what stood is left' "$base.pdf"
	}
	rm -f "$folder/png.of"
	count=0
	# pdftoppm writes as many digits as the last page has: in order by name
	for page in "$work/pages"/p-*.png; do
		count=$((count + 1))
		mv "$page" "$base-$count.png" || exit 2
	done
	for page in "$base"-*.png; do
		number=${page#"$base"-} number=${number%.png}
		case $number in *[!0-9]*) continue;; esac
		[ "$number" -le "$count" ] || rm -f "$page"
	done
	record "$folder/png.of" "$count"
}

hash=$(cksum <"$docx") || exit 2
rm -rf "$work" && mkdir -p "$work" || exit 2
pdf
[ "$kind" != png ] || png
rm -rf "$work"
