#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The catalogues have all messages of the sources and no others, and what could
# go wrong with a translation is told.
. "$(dirname "$0")/tap.sh"

AWK=${AWK:-awk}
po=$top/po/zh_CN.po
tab=$(printf '\t')

# sources FOLDER: the messages in it, a line each as C writes them; behind a tab
# what is said of many.
sources() {
	(cd "$1" && find . -name '*.[ch]' | LC_ALL=C sort |
		LC_ALL=C xargs "$AWK" '
	# The literals at the head of `rest` as one, without the quotes.
	function literal(   text) {
		for (;;) {
			sub(/^([ \t\n]|\\\n|\/\*([^*]|\*+[^*\/])*\*+\/)+/, "", rest)
			if (!match(rest, /^"([^"\\]|\\.)*"/))
				return text
			text = text substr(rest, 2, RLENGTH - 2)
			rest = substr(rest, RLENGTH + 1)
		}
	}
	function tell(   word, text, other) {
		rest = "\n" rest
		while (match(rest, /[^A-Za-z0-9_](N?_|i18n_plural)\(/)) {
			word = substr(rest, RSTART + 1, RLENGTH - 2)
			rest = substr(rest, RSTART + RLENGTH)
			text = literal()
			if (text == "")
				continue
			if (word == "i18n_plural") {
				sub(/^,/, "", rest)
				other = "\t" literal()
			} else
				other = ""
			print text other
		}
	}
	FNR == 1 { tell(); rest = "" }
	{ rest = rest $0 "\n" }
	END { tell() }') | LC_ALL=C sort -u
}

# catalogue FILE [ASSIGNMENT]: the catalogue as it is built, but strictly.
catalogue() {
	LC_ALL=C "$AWK" -f "$top/tools/catalogue.awk" -v language=zh_CN \
		-v strict=1 -v "${2:-ids_only=0}" "$1" 2>"$tmp/err"
}

catalogue "$po" ids_only=1 >"$tmp/ids"
ok $? "all of the catalogue is translated, and right"
sed 's/^/# /' "$tmp/err"
LC_ALL=C sort "$tmp/ids" >"$tmp/translated"

# Translators and their tools look for these fields.
for language in zh_CN zh_TW; do
	sed '/^$/q' "$top/po/$language.po" >"$tmp/header"
	for field in Project-Id-Version 'Report-Msgid-Bugs-To: http' 'POT-Creation-Date: 20' \
		'PO-Revision-Date: 20' 'Last-Translator: .*@' Language-Team "Language: $language" \
		'Plural-Forms: nplurals=1'; do
		grep -q "^\"$field" "$tmp/header" || echo "$field"
	done >"$tmp/missing"
	is "$(cat "$tmp/missing")" "" "the header of $language.po is whole"
	if command -v i18nspector >/dev/null; then
		is "$(i18nspector "$top/po/$language.po" | grep -v '^I:')" "" \
			"i18nspector finds nothing wrong in $language.po"
	else
		skip "i18nspector finds nothing wrong in $language.po" "i18nspector not found"
	fi
done

# The traditional catalogue is made of that one: each of its entries names its source.
catalogue "$po" pairs=1 | LC_ALL=C sort >"$tmp/simplified"
catalogue "$top/po/zh_TW.po" ids_only=1 | LC_ALL=C sort >"$tmp/traditional"
[ -s "$tmp/traditional" ] && cmp -s "$tmp/traditional" "$tmp/translated"
ok $? "zh_TW.po has the messages of zh_CN.po (else: make update-zh-tw)"
LC_ALL=C comm -3 "$tmp/traditional" "$tmp/translated" | sed 's/^/# /'
# made_of FILE: its messages and, behind a tab, of what they were made.
made_of() {
	LC_ALL=C "$AWK" '/^# = / { made = substr($0, 5) }
		/^msgid "[^"]/ { print substr($0, 8, length($0) - 8) "\t" made }' "$1" |
		LC_ALL=C sort
}
made_of "$top/po/zh_TW.po" >"$tmp/made"
cmp -s "$tmp/made" "$tmp/simplified"
ok $? "zh_TW.po was made of zh_CN.po as it is (else: make update-zh-tw)"
diff "$tmp/made" "$tmp/simplified" | sed -n 's/^[<>]/# &/p'
sed '/^# = /s/$/。/' "$top/po/zh_TW.po" >"$tmp/stale.po"
made_of "$tmp/stale.po" >"$tmp/made"
! cmp -s "$tmp/made" "$tmp/simplified"
ok $? "a stale entry is told"

sources "$top/src" >"$tmp/said"
[ "$(wc -l <"$tmp/said")" -gt 300 ] && grep -q "$tab" "$tmp/said"
ok $? "the sources were seen"
LC_ALL=C comm -23 "$tmp/said" "$tmp/translated" >"$tmp/missing"
[ ! -s "$tmp/missing" ]
ok $? "every message of the sources is translated"
sed 's/^/# /' "$tmp/missing"
LC_ALL=C comm -13 "$tmp/said" "$tmp/translated" >"$tmp/stale"
[ ! -s "$tmp/stale" ]
ok $? "every translation is of a message of the sources"
sed 's/^/# /' "$tmp/stale"

# A number before a word in the plural: what would be said of one?
singular() {
	grep -v "$tab" "$1" | sed 's/ is / /g' |
		grep -E '%(\.0f|z?u|d) [a-z]+s([^a-z]|$)'
}
singular "$tmp/said" >"$tmp/numbers"
[ ! -s "$tmp/numbers" ]
ok $? "what counts something has a form for one"
sed 's/^/# /' "$tmp/numbers"

# Which key does what the keymap says alone: a message has {NAME} for it.  Of words, as
# the apostrophe is of one; l. is a line.  Enter behind a command is the terminal's.
key_names() {
	sed -n 's/^\.It//p' | sed 's/ Ic / /g; s/ , / /g; s/\\&//g
		s/\\(ha/^/g' | tr ' ' '\n' | grep .
}
hard_keys() {
	LC_ALL=C "$AWK" -v names="$1" '
	BEGIN {
		while ((getline line < names) > 0)
			keys[line] = 1
		keys["y"] = keys["//"] = 1
		keys["\342\206\220"] = keys["\342\206\222"] = 1
	}
	{
		text = $0
		gsub(/%[0-9.*$]*z?[a-z%]|\{[A-Z_]+\}|\[(按 )?Enter/, "_", text)
		gsub(/[.]( |$)/, "._ ", text)
		gsub(/[\[\](),;:"]/, " ", text)
		count = split(text, words, /[ \t]+/)
		for (i = 1; i <= count; i++)
			if (words[i] in keys && words[i] != $0) {
				print
				next
			}
	}'
}
"$build/tools/keys" | key_names >"$tmp/keys"
[ "$(wc -l <"$tmp/keys")" -ge 50 ]
ok $? "the keys were seen"
sources "$top/src/ui" | hard_keys "$tmp/keys" >"$tmp/hard"
mkdir "$tmp/wait" && cp "$top/src/cli/waiting.c" "$tmp/wait"
sources "$tmp/wait" | hard_keys "$tmp/keys" >>"$tmp/hard"
[ ! -s "$tmp/hard" ]
ok $? "no message has a key but by the name of its command"
sed 's/^/# /' "$tmp/hard"

# So does a translation, wherever its message has no key.
sources "$top/src/ui" | cut -f1 | LC_ALL=C sort -u >"$tmp/said_of_ui"
for language in zh_CN zh_TW; do
	catalogue "$top/po/$language.po" pairs=1 |
		LC_ALL=C "$AWK" -F "$tab" -v said="$tmp/said_of_ui" '
		BEGIN {
			while ((getline id < said) > 0)
				of_ui[id] = 1
		}
		$1 in of_ui { print $2 }' >"$tmp/texts"
	[ "$(wc -l <"$tmp/texts")" -gt 200 ] &&
		[ -z "$(hard_keys "$tmp/keys" <"$tmp/texts")" ]
	ok $? "no translation of $language has a key but by the name of its command"
	hard_keys "$tmp/keys" <"$tmp/texts" | sed 's/^/# /'
done

# The reason in a message is in the language of the message.
! grep -rnw 'strerror' "$top/src" | grep -v '/base/i18n\.c:' >"$tmp/reasons"
ok $? "reasons of the system come from i18n_reason()"
sed 's/^/# /' "$tmp/reasons"

# The test itself: each way of writing a message, and what is none.
mkdir "$tmp/src"
cat >"$tmp/src/a.c" <<'END'
_("one"); N_("a" /* b */
  "c \"d\"\n"); call(_(variable), not_("none"), "none");
#define X(Y) Y(N_("two"),                     \
  N_(                                         \
   "below"))
i18n_plural("%zu byte", "%zu "
            "bytes", n); _("%zu bytes too")
END
printf '%s\n' '%zu byte	%zu bytes' '%zu bytes too' 'ac \"d\"\n' below one two \
	>"$tmp/wanted"
is "$(sources "$tmp/src")" "$(cat "$tmp/wanted")" "messages are found"
sources "$tmp/src" >"$tmp/said"
is "$(singular "$tmp/said")" "%zu bytes too" \
	"a number without a form for one is told"

cat >"$tmp/messages" <<'END'
%s; u undoes it
/ full text
Esc shows all
It ends here; → is the next article
{BACK} or q leaves
END
is "$(hard_keys "$tmp/keys" <"$tmp/messages")" "$(cat "$tmp/messages")" \
	"a key in a message is told"
cat >"$tmp/messages" <<'END'
{BACK} or {CLOSE} leaves the issue's page
p. %zu  l. %zu
%s: %u of %*s, Down here?
END
is "$(sed '$d' "$tmp/messages" | hard_keys "$tmp/keys")" "" \
	"and what is none is not"

# breaks NAME WORDS SED-COMMAND: a catalogue changed so is wrong, in these words.
cat >"$tmp/right.po" <<'END'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"

# a comment
#, c-format
msgid "%s has %zu lines, %.*s\n"
msgstr "%s有%zu行，%.*s\n"

#, c-format
msgid "%d page"
msgid_plural "%d pages"
msgstr[0] "%d版"

msgid "{BACK} leaves, {HELP} helps"
msgstr "{HELP} 帮助，{BACK} 返回"

#~ msgid "gone"
#~ msgstr "%s"

#, c-format
msgid "%s of %s, %zu"
msgstr "%2$s的%1$s，%3$zu"

msgid "100 %% \"sure\" \\ %s"
msgstr "%s \\ “百分之百”"
END
breaks() {
	sed "$3" "$tmp/right.po" >"$tmp/wrong.po"
	! catalogue "$tmp/wrong.po" >"$tmp/out" &&
		grep -q -e "wrong.po:[0-9]*: .*$2" "$tmp/err"
	ok $? "$1 is told"
	sed 's/^/# /' "$tmp/err"
}
catalogue "$tmp/right.po" >"$tmp/out"
ok $? "a catalogue that is right is taken"
is "$(sed -n '/{ "/p' "$tmp/out")" '	{ "%d page", "%d版" },
	{ "%s has %zu lines, %.*s\n", "%s有%zu行，%.*s\n" },
	{ "%s of %s, %zu", "%2$s的%1$s，%3$zu" },
	{ "100 %% \"sure\" \\ %s", "%s \\ “百分之百”" },
	{ "{BACK} leaves, {HELP} helps", "{HELP} 帮助，{BACK} 返回" },' "it becomes a sorted table"
breaks "a conversion too few" "conversions are %zu %\* %s" 's/"%s有/"有/'
breaks "a conversion of another type" "conversions are" 's/有%zu/有%d/'
breaks "an order that is not the message's" "conversions are" \
	's/%s有%zu/%zu有%s/'
breaks "a number of another argument" "conversions are" 's/%2\$s的%1/%1$s的%1/'
breaks "a plural with another conversion" "conversions are" 's/"%d版/"%s版/'
breaks "a key that is lost" "keys are {BACK} and should be {BACK} {HELP}" \
	's/"{HELP} 帮助，/"/'
breaks "another key" "keys are" 's/"{HELP} 帮助/"{MENU} 菜单/'
breaks "a newline that is lost" "newline" '/^msgstr "%s/s/\\n"$/"/'
breaks "what is not translated" "not translated" 's/^msgstr "%s有.*/msgstr ""/'
breaks "what is fuzzy" "fuzzy" 's/^#, c-format/#, fuzzy, c-format/'
breaks "a message that is there twice" "there twice" \
	's/^msgid "100.*/msgid "%s has %zu lines, %.*s\\n"/'
breaks "an escape that C reads otherwise" "no string" 's/“百/\\x41/'
breaks "a quote that ends the string" "no string" 's/“百/"/'
breaks "another charset" "charset" 's/UTF-8/GBK/'
breaks "a language with forms for numbers" "one form" 's/nplurals=1/nplurals=2/'
breaks "a line of no meaning" "not understood" 's/^# a comment/a comment/'
breaks "a message without a translation" "without msgstr" '/^msgstr "%s有/d'
done_testing
