#!/bin/sh
# source-date: SOURCE_DATE_EPOCH dates a document; what is no date is refused
. tests/robust/inputs
inputs
dated() { SOURCE_DATE_EPOCH=$1 "$bin/assemble" "$T/01.wml"; }
for wrong in x 1x -1 ' ' 99999999999999999999 253402300800; do
	ends_with 2 dated "$wrong"
	grep -q 'is no count of seconds' "$T/said" ||
		wrong "SOURCE_DATE_EPOCH=$wrong: $(cat "$T/said")"
done
dated 0 >"$T/zero" && dated 1673308800 >"$T/later" || wrong 'a date is refused'
cmp -s "$T/zero" "$T/later" && wrong 'the date is not in the document'
dated '' >"$T/none" && (
	unset SOURCE_DATE_EPOCH
	"$bin/assemble" "$T/01.wml"
) | cmp - "$T/none" || wrong 'an empty date is not no date'
for docx in zero later none; do
	"$bin/extract" "$T/$docx" >"$T/text" && grep -q 澜浦 "$T/text" ||
		wrong "$docx: no sound document"
done
exit $bad
