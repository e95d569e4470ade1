# texts: the string literals of C sources that a reader may see, as entries of a
# template
#
# Literals side by side are one. A text is one in which two words stand side by
# side, or a word beside what is filled in, and any that lang_text() or
# LANG_WORD() is given; what has bytes written by their numbers is no text of any
# encoding. `others` names a file of texts to leave out, a line each.

BEGIN {
	while ((getline line <others) > 0)
		left_out[line]
}

function give(text) {
	if (!started)
		return
	started = 0
	if (text in left_out || seen[FILENAME, text]++)
		return
	if (text ~ /\\x|\\[0-7]/ || text ~ /^(usage: |<)/)
		return
	if (text ~ /[a-z][a-z][a-z]:[^ ;]*;/) # CSS
		return
	if (!sure && text !~ /[a-z][a-z]+[,:;]? ([a-z]|%[^%])|%[a-z.*]+[,:;]? [a-z][a-z]/)
		return
	printf "#: %s\n%smsgid \"%s\"\nmsgstr \"\"\n\n", FILENAME,
		text ~ /%[-0-9.*hlz]*[a-np-zA-Z]/ ? "#, c-format\n" : "", text
}

FNR == 1 { give(whole); comment = 0 }

/^#include/ { next }

{
	rest = $0
	while (rest != "") {
		if (comment) {
			if (!(end = index(rest, "*/")))
				next
			rest = substr(rest, end + 2)
			comment = 0
		} else if (match(rest, /^[ \t]+/)) {
			rest = substr(rest, RLENGTH + 1)
		} else if (rest ~ /^\/\*/) {
			rest = substr(rest, 3)
			comment = 1
		} else if (match(rest, /^"([^"\\]|\\.)*"/)) {
			if (!started)
				whole = ""
			started = 1
			whole = whole substr(rest, 2, RLENGTH - 2)
			rest = substr(rest, RLENGTH + 1)
		} else {
			give(whole)
			if (match(rest, /^(lang_text|LANG_WORD)\(/))
				sure = 1
			else if (rest ~ /^\)/)
				sure = 0
			if (!match(rest, /^'([^'\\]|\\.)*'/) &&
			    !match(rest, /^[A-Za-z_0-9]+\(?/) &&
			    !match(rest, /^[^"'\/ \tA-Za-z_0-9)]+/))
				RLENGTH = 1
			rest = substr(rest, RLENGTH + 1)
		}
	}
}

END { give(whole) }
