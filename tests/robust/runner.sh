#!/bin/sh
# runner: tests/run passes what is right and fails everything else
. tests/robust/inputs
mkdir -p "$T/top/tests/cat" "$T/top/tests/pipe" "$T/build/bin" "$T/build/unit"
cp tests/run "$T/top/tests/" && cd "$T/top/tests" || exit
cat >"$T/build/bin/cat" <<'END'
#!/bin/sh
case $1 in -x) echo message >&2; exit 3;; esac
exec /bin/cat "$@"
END
chmod +x "$T/build/bin/cat"

# runs STATUS LAST-LINE ARGUMENTS...
runs() {
	status=$1 last=$2; shift 2
	./run "$T/build" "$@" >"$T/said" 2>&1
	got=$?
	[ $got = "$status" ] && [ "$(tail -n 1 "$T/said")" = "$last" ] ||
		wrong "run $*: $got: $(cat "$T/said")"
}

runs 1 '0 passed, 0 failed'
echo 甲 >cat/a.in
runs 1 '0 passed, 1 failed'
[ ! -e cat/a.out ] || wrong 'it writes without -u'
runs 0 '1 passed, 0 failed' -u
runs 0 '1 passed, 0 failed'
[ "$(cat cat/a.out)" = 甲 ] || wrong 'a wrong transcript'
[ "$(wc -l <"$T/said")" = 1 ] || wrong 'it is not silent on success'
echo 乙 >cat/a.in
runs 1 '0 passed, 1 failed'
grep -q '^-甲' "$T/said" && grep -q '^+乙' "$T/said" || wrong 'no diff'
runs 0 '1 passed, 0 failed' -u cat/a
runs 1 '0 passed, 0 failed' cat/b
: >cat/b.out
runs 1 '1 passed, 1 failed'
runs 1 '1 passed, 1 failed' -u
rm cat/b.out && echo -x >cat/c.args
runs 1 '1 passed, 1 failed'
: >cat/c.in
runs 0 '1 passed, 0 failed' -u cat/c
printf 'message\n[exit 3]\n' | cmp - cat/c.out || wrong 'a wrong transcript'
mkdir -p cat/d.d/x && echo 丙 >cat/d.d/x/1 && echo 'x/1 "x/1"' >cat/d.args
runs 0 '3 passed, 0 failed' -u
printf '丙\n丙\n' | cmp - cat/d.out || wrong 'a wrong transcript'
echo 'cat | tr a b; echo "$1" >&2; exit 4' >pipe/cmd
echo 'tr b c' >pipe/view
echo a >pipe/e.in && echo '"a b"' >pipe/e.args
runs 0 '1 passed, 0 failed' -u 'pipe/*'
printf 'c\na b\n[exit 4]\n' | cmp - pipe/e.out || wrong 'a wrong transcript'
echo '#!/bin/sh' >pipe/f.sh
runs 1 '4 passed, 1 failed'
chmod +x pipe/f.sh
runs 0 '5 passed, 0 failed'
echo '[ -d "$1" ] && [ -d "$2" ] && echo no && exit 7' >>pipe/f.sh
runs 1 '4 passed, 1 failed'
grep -q '^no$' "$T/said" || wrong 'it hides what a script says'
rm pipe/f.sh && mkdir unit && : >unit/g.c
runs 1 '4 passed, 1 failed'
cp /bin/true "$T/build/unit/g"
runs 0 '5 passed, 0 failed'
mkdir nothing && : >nothing/h.in
runs 1 '5 passed, 1 failed' -u
exit $bad
