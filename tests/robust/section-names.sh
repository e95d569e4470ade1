#!/bin/sh
# section-names: which names make a section, and those that no list can hold
. tests/robust/inputs
mkdir "$T/r" "$T/r/sub" "$T/r/04.txt" && cd "$T" || exit
case $bin in /*) ;; *) bin=$OLDPWD/$bin;; esac
: >r/.01.txt; : >r/01.txt~; : >r/01.md; : >r/sub/03.txt; : >r/04.txt/x
: >r/README; : >r/facts.public.txt; : >r/facts.txt.bak; : >r/txt
ends_with 2 "$bin/sections" r

for name in '1 甲  乙.txt' "2'\"\$x.txt" '-3.txt' '4%s\n.txt' '附：“录”.txt'; do
	: >"r/$name"
done
"$bin/sections" r | cut -f 1 >list
printf '%s\n' 'r/1 甲  乙.txt' "r/2'\"\$x.txt" 'r/4%s\n.txt' 'r/-3.txt' \
	'r/附：“录”.txt' | cmp - list || wrong "$(cat list)"
"$bin/sections" -o list r && "$bin/fill" -f list -d fill && [ -e fill/-3.txt ] ||
	wrong 'fill cannot go by the list'

for odd in "$(printf '01\t甲.txt')" "$(printf '01\n甲.txt')"; do
	: >"r/$odd"
	ends_with 2 "$bin/sections" r
	grep -q 'rename r/01' "$T/said" || wrong "no message for $odd"
	rm "r/$odd"
done
exit $bad
