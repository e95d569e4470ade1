#!/bin/sh
# score: proof holds its targets in the sets of cases and in clean prose
"$1/score" -v -r styles/proof.rules -w styles/terms.tsv \
	tests/proof/faults.tsv tests/proof/clean.tsv tests/proof/clean/*.txt
