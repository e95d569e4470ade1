#!/bin/sh
# manual: proof.1 has every rule that proof -k lists, as it is there, and no
# other
LC_ALL=C.UTF-8
export LC_ALL
T=$2
"$1/bin/proof" -k -r styles/proof.rules -w styles/terms.tsv |
	cut -f1-3 | sort >"$T/rules"
sed -n 's/^\.It Cm \(.*\) Pq \(.*\) , No \(.*\)/\1	\2	\3/p' tools/proof.1 |
	sort >"$T/manual"
diff "$T/rules" "$T/manual"
