#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Terminals whose encoding is not UTF-8.
. "$(dirname "$0")/tap.sh"
needs_translations

# Locales of one's own, as no system has these.
LOCPATH=$tmp/locales
# The C library does not free what it makes of LOCPATH for newlocale().
echo leak:argz_add_sep >"$tmp/lsan"
LSAN_OPTIONS=suppressions=$tmp/lsan:print_suppressions=0
export LOCPATH LSAN_OPTIONS
mkdir "$LOCPATH"
printf '石景山报\n\n　　本报讯　“疏解整治促提升”——新聞\n' >"$tmp/page"

# A locale of GB18030 is of a million characters, which take five seconds to classify:
# here it has those of GBK, with the same bytes.  The converter is that of GB18030.
maps=/usr/share/i18n/charmaps
if [ -f $maps/GBK.gz ]; then
	gzip -dc $maps/GBK.gz
elif [ -f $maps/GBK ]; then
	cat $maps/GBK
fi | sed '/^<code_set_name>/s/GBK/GB18030/; /^<mb_cur_max>/s/2/4/' >"$tmp/map"

# definition LANGUAGE: the locale of that language, but for its order of words: sorting
# all characters is half of the work of localedef, and nothing here is sorted.
definition() {
	printf 'comment_char %%\nescape_char /\nLC_COLLATE\ncopy "POSIX"\nEND LC_COLLATE\n'
	for category in CTYPE MONETARY NUMERIC TIME MESSAGES PAPER NAME ADDRESS \
		TELEPHONE MEASUREMENT IDENTIFICATION; do
		printf 'LC_%s\ncopy "%s"\nEND LC_%s\n' $category "$1" $category
	done
}

# has LANGUAGE ENCODING: makes that locale; false where it cannot be made.
has() {
	map=$2
	[ "$2" != GB18030 ] || [ ! -s "$tmp/map" ] || map=$tmp/map
	definition "$1" >"$tmp/definition"
	localedef -i "$tmp/definition" -f "$map" "$LOCPATH/$1.$2" >"$tmp/log" 2>&1 &&
		iconv -f UTF-8 -t "$2" </dev/null >"$tmp/log" 2>&1
}

# on_terminal LOCALE ARGUMENT...: what a terminal of that locale is sent, in
# $tmp/seen, as UTF-8.
on_terminal() {
	locale=$1
	shift
	LC_ALL=$locale script -qec "'$baolan' $*" /dev/null </dev/null |
		tr -d '\r' >"$tmp/raw"
	iconv -f "${locale#*.}" -t UTF-8 "$tmp/raw" >"$tmp/seen"
}

# sees LOCALE TEXT NAME [ARGUMENT...]
sees() {
	locale=$1 text=$2 about=$3
	shift 3
	on_terminal "$locale" "$@"
	says "$tmp/seen" "$text" "$locale: $about"
}

# Without the locale text is UTF-8, and it is told.
if script -qec true /dev/null </dev/null >"$tmp/log" 2>&1; then
	LC_ALL=zh_CN.GB18030 script -qec "'$baolan' -e all '$tmp/page'" \
		/dev/null </dev/null >"$tmp/seen"
	says "$tmp/seen" "（编码 GB18030）没有安装；文字以 UTF-8 输出" \
		"a locale that is missing is told"
	says "$tmp/seen" "石景山报" "and text is UTF-8"
	LC_ALL=zh_CN.UTF-8 script -qec "'$baolan' -e all '$tmp/page'" \
		/dev/null </dev/null >"$tmp/seen"
	! grep -q '没有安装' "$tmp/seen"
	ok $? "not if it would be UTF-8"
	terminal=yes
else
	terminal=
	skip "a locale that is missing" "script cannot make a terminal"
fi
LC_ALL=zh_CN.GB18030 "$baolan" -e all "$tmp/page" >"$tmp/wanted" 2>"$tmp/err"
[ ! -s "$tmp/err" ]
ok $? "without a terminal nothing is told"

for encoding in GB18030 GBK; do
	if ! has zh_CN $encoding; then
		skip "zh_CN.$encoding" "such a locale cannot be made here"
		continue
	fi
	LC_ALL=zh_CN.$encoding
	"$baolan" -e all "$tmp/page" 2>"$tmp/err" | cmp -s - "$tmp/wanted"
	ok $? "$encoding: a pipe gets UTF-8"
	"$baolan" --help | iconv -f $encoding -t UTF-8 | grep -q '^用法：'
	ok $? "$encoding: the help is in the encoding"
	"$baolan" -l "$tmp/none" 2>&1 | iconv -f $encoding -t UTF-8 >"$tmp/seen"
	is "$(cat "$tmp/seen")" "baolan: 无法读取“$tmp/none”：没有那个文件或文件夹" \
		"$encoding: a message and its reason are in the encoding"
	typed=$(printf '疏解整治' | iconv -f UTF-8 -t $encoding)
	"$baolan" --search="$typed" "$tmp/page" |
		LC_ALL=C grep -q '疏解整治'
	ok $? "$encoding: what is searched for is typed in the encoding"
	typed=$(printf '%%number-版.txt' | iconv -f UTF-8 -t $encoding)
	"$baolan" -e all --name="$typed" -o "$tmp/$encoding/" "$tmp/page"
	[ -f "$tmp/$encoding/1-版.txt" ]
	ok $? "$encoding: as is the pattern of names"
	"$baolan" --search="$(printf '\377\377')" "$tmp/page" >"$tmp/out"
	[ $? -eq 1 ]
	ok $? "$encoding: bytes that are none are not found"
	LC_ALL=C.UTF-8
	[ "$terminal" ] || continue
	sees zh_CN.$encoding "　　本报讯“疏解整治促提升”——新聞" \
		"a terminal is sent its encoding" -e all "'$tmp/page'"
	LC_ALL=C.UTF-8
done

if ! has zh_TW BIG5; then
	skip "zh_TW.BIG5" "such a locale cannot be made here"
elif [ "$terminal" ]; then
	sees zh_TW.BIG5 "石景山??" "what it does not have keeps its width" \
		-e all "'$tmp/page'"
	says "$tmp/seen" "characters are not in the encoding of this terminal" \
		"and is told, in English, as Chinese here is simplified"
	on_terminal zh_TW.BIG5 --help
	says "$tmp/seen" "Usage: baolan" "as is the help"
fi

if ! has en_US ISO-8859-1; then
	skip "en_US.ISO-8859-1" "such a locale cannot be made here"
elif [ "$terminal" ]; then
	on_terminal en_US.ISO-8859-1 -e all "'$tmp/page'"
	says "$tmp/raw" "石景山报" "an encoding without Chinese: text is UTF-8"
	says "$tmp/raw" "ISO-8859-1, has no Chinese" "and it is told why"
fi
if [ "$terminal" ]; then
	LC_ALL=C "$baolan" -e all "$tmp/page" >"$tmp/wanted"
	LC_ALL=C script -qec "'$baolan' -e all '$tmp/page'" /dev/null \
		</dev/null | tr -d '\r' >"$tmp/seen"
	is "$(cat "$tmp/seen")" "$(cat "$tmp/wanted")" \
		"C says nothing of the terminal: text is UTF-8, without a word"
fi
done_testing
