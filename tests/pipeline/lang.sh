#!/bin/sh
# lang: every message has its translation; the language is the one that is asked
# for, and nothing else depends on it.
. tests/pipeline/common
unset LANGUAGE LC_MESSAGES LANG

# The catalogues: all there is, nothing else, with the same arguments.
if command -v msgfmt >/dev/null; then
	sh tools/po/update.sh check || wrong 'the catalogues are not complete'
	for po in tools/po/*.po; do
		msgfmt --check-format -o /dev/null "$po" || wrong "$po: not sound"
		grep -n '^#, .*fuzzy\|^#~' "$po" && wrong "$po: guesses, or leavings"
	done
fi

# What make says before there are programs, and its help, is there twice.
grep -nE '\$\(error|echo .*>&2' tools/*.mk | grep -v 'ZH' &&
	wrong 'a message of make in one language'
grep -n 'echo .*>&2' tools/*.sh | grep -v '^tools/deps.sh' &&
	wrong 'a message of a script that say does not say'
entries() { sed -nE 's/^  (make [a-z-]+|[A-Z]+)[ =].*/\1/p; s/^  (make [a-z-]+)$/\1/p' "$1"; }
for help in tools/help*.txt; do
	case $help in *.zh_CN.txt) continue;; esac
	entries "$help" >"$T/english"
	[ -s "$T/english" ] || wrong "$help: without entries"
	entries "${help%.txt}.zh_CN.txt" | diff "$T/english" - ||
		wrong "$help: its entries (<) are not those in Chinese (>)"
done

# asks LANGUAGE VAR=VALUE...: what is asked for, of the programs and of make.
asks() {
	want=$1; shift
	case $want in
	zh) said='读不了x' head=文稿;;
	en) said='cannot read x' head=wengao;;
	esac
	got=$(env -u LC_ALL "$@" "$B/bin/say" 'cannot read %s' x)
	[ "$got" = "$said" ] || wrong "$*: a program says $got"
	got=$(env -u LC_ALL "$@" make -srRf "$T/Makefile" help | head -n 1)
	case $got in "$head"*) ;; *) wrong "$*: make says $got";; esac
}
asks en A=
asks en LANG=en_US.UTF-8
asks en LANG=fr_FR.UTF-8
asks en LANG=C LANGUAGE=zh_CN
asks en LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8
asks en LC_ALL=POSIX LANG=zh_CN.UTF-8
asks en LANG=zh_CN.UTF-8 LANGUAGE=en:zh
asks en LANG=zh_CN.UTF-8 LC_MESSAGES=en_US.UTF-8
asks en LANG=zhx LANGUAGE=
asks en LANG=../../zh_CN
asks zh LANG=zh_CN.UTF-8
asks zh LANG=zh_CN
asks zh LANG=zh_CN.GBK
asks zh LANG=zh
asks zh LANG=zh_TW.UTF-8
asks zh LANG=zh_Hans_CN.UTF-8@pinyin
asks zh LANGUAGE=zh
asks zh LANG=en_US.UTF-8 LANGUAGE=fr:zh_CN:en
asks zh LC_ALL= LC_MESSAGES=zh_CN.UTF-8 LANG=en_US.UTF-8
asks zh LC_ALL=zh_CN.UTF-8 LANG=C

# says TEXT: what the programs of a tree say in Chinese.
says() {
	got=$(LC_ALL=zh_CN.UTF-8 "$T/tree/$1/say" 'cannot read %s' x 2>&1)
	[ "$got" = "$2" ] || wrong "$1/say says $got"
}

# It is found from where the programs lie, and only there.
mkdir -p "$T/tree/bin" "$T/tree/libexec/wengao" "$T/tree/share"
cp "$B/bin/say" "$T/tree/bin" && cp "$B/bin/say" "$T/tree/libexec/wengao"
says bin 'cannot read x'
cp -R "$B/locale" "$T/tree/share"
says bin 读不了x
says libexec/wengao 读不了x
mv "$T/tree/share/locale" "$T/tree"
says bin 读不了x
says libexec/wengao 'cannot read x'

# A catalogue that is damaged is none.
mo=$T/tree/locale/zh_CN/LC_MESSAGES/wengao.mo
cp "$mo" "$T/whole.mo"
size=$(wc -c <"$mo")
for bytes in 0 1 19 20 27 28 100 1000 $((size / 2)) $((size - 1)); do
	head -c "$bytes" "$T/whole.mo" >"$mo"
	says bin 'cannot read x'
done
for at in 0 8 12 16 28 32; do
	cp "$T/whole.mo" "$mo"
	printf '\377\377\377\377' |
		dd of="$mo" bs=1 seek=$at conv=notrunc 2>/dev/null
	got=$(LC_ALL=zh_CN.UTF-8 "$T/tree/bin/say" 'cannot read %s' x 2>&1)
	case $got in 'cannot read x' | 读不了x) ;; *) wrong "byte $at: $got";; esac
done

# The document is the same, and so is what programs read of the findings.
report OUT="$T/en" LC_ALL=C || { cat "$T/said"; wrong 'in English'; }
report OUT="$T/zh" LC_ALL=zh_CN.UTF-8 || { cat "$T/said"; wrong 'in Chinese'; }
cmp "$T/en/report.docx" "$T/zh/report.docx" || wrong 'the language is in it'
echo '会议强调，“学习要入脑,常学常新。' >"$T/a.txt"
for form in json sarif; do
	for locale in C zh_CN.UTF-8; do
		LC_ALL=$locale "$B/bin/proof" -O $form "$T/a.txt" >"$T/$locale.$form"
	done
	cmp -s "$T/C.$form" "$T/zh_CN.UTF-8.$form" &&
		wrong "$form: the messages are in one language"
	for locale in C zh_CN.UTF-8; do
		sed -E 's/"(message|text|shortDescription)": ?("([^"\\]|\\.)*"|\{[^}]*\})//g' \
			"$T/$locale.$form" >"$T/$locale.rest"
	done
	diff "$T/C.rest" "$T/zh_CN.UTF-8.rest" ||
		wrong "$form: more than the messages differs"
done
exit $bad
