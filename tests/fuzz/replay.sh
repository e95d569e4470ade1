#!/bin/sh
# replay: the kept inputs of each fuzz target, without a fuzzer
B=$(cd "$1" && pwd) top=$PWD
cd "$2" && mkdir build || exit 2 # where some targets have their files
bad=0
for target in "$top"/tests/fuzz/*.c; do
	name=${target##*/} name=${name%.c}
	"$B/replay/$name" "$top/tests/fuzz/corpus/$name"/* >said 2>&1 ||
		{ echo "fuzz target $name: exit $?"; tail -n 30 said; bad=1; }
done
exit $bad
