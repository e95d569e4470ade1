#!/bin/sh
# verify-styles: make verify where the report's folder is a repository of its own,
# with its style sheets and a picture, and with names of SHA-256.
. tests/pipeline/verify-common

step='styles that were changed later' && S=$T/own && cp -R sections "$S" &&
	cp -R styles "$S/styles"
R=$S && repository --object-format=sha256 && commit -m 初稿 &&
	first=$(git -C "$R" rev-parse --short HEAD)
docx STYLES="$S/styles" && cp "$T/report.docx" "$T/own.docx" &&
	proves "$T/own.docx" STYLES="$S/styles" && says "commit $first"
change "$S/styles/gbt9704.style" 's/三号/四号/' && commit -m 改样式
proves "$T/own.docx" STYLES="$S/styles"
says "built from commit $first" "with the style sheets of commit $first"
silent warning
docx STYLES="$S/styles" EDITION=public && change "$S/styles/gbt9704.style" 's/四号/三号/'
proves "$T/report.public.docx" EDITION=public STYLES="$S/styles" && says 改样式
commit -m 改回
step='styles that are gone'
cp -R styles "$T/elsewhere" && change "$T/elsewhere/gbt9704.style" 's/三号/小三/' &&
	docx STYLES="$T/elsewhere"
denies "$T/report.docx" STYLES="$S/styles"
says "$S/styles/gbt9704.style: the content that the receipt names is not found" \
	'word/styles.xml: altered' 'the text is the same'
step='a picture that was changed' && docx STYLES="$S/styles"
printf x >>"$S/styles/example.png"
proves "$T/report.docx" STYLES="$S/styles" && says 'styles/example.png: changed'
commit -m 换图 && git -C "$R" reset -q --hard HEAD~1
step='a file that was renamed' && mv "$S/05-业务融合.txt" "$S/0-业务融合.txt" &&
	proves "$T/report.docx" STYLES="$S/styles" && says '0-业务融合.txt: new' '05-业务融合.txt: gone'
exit $bad
