#!/bin/sh
# kill: a few of the builds that kill.long ends at random, and of the calls that
# fault.long makes fail.
mkdir "$2/random" "$2/calls" &&
	COUNT=12 tests/pipeline/kill.long "$1" "$2/random" &&
	STEP=11 tests/pipeline/fault.long "$1" "$2/calls"
