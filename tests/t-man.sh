#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The manual says what the program does: same options, same keys.
. "$(dirname "$0")/tap.sh"

page=$top/man/baolan.1

# manual_options: as "-l --list" and "--width=", a line an item.
manual_options() {
	sed -n '/^\.Sh OPTIONS/,/^\.Sh KEYS/p' "$1" | sed -n '/^\.It/{
		s/^\.It //
		s/Fl Fl /--/g
		s/Fl /-/g
		s/ , / /
		s/ Ns = Ns Ar .*/=/
		s/^--\([a-z-]*\) --no-\1$/--[no-]\1/
		p
	}' | LC_ALL=C sort
}

program_options() {
	sed -n 's/^  *\(--*[[:alnum:][].*\)/\1/p' | sed '
		s/  .*//
		s/, / /
		s/=.*/=/
		s/^\(--[^ ]*\) .*/\1/
	' | LC_ALL=C sort
}

manual_keys() {
	sed -n '/BEGIN KEYS/,/END KEYS/p' "$1" | sed '1d;$d'
}

"$baolan" --help | program_options >"$tmp/program"
[ "$(wc -l <"$tmp/program")" -ge 10 ]
ok $? "--help lists options"
manual_options "$page" >"$tmp/manual"
is "$(cat "$tmp/manual")" "$(cat "$tmp/program")" \
	"options of the manual and of --help are the same"

# What --help lists is what is read.
while read -r first second; do
	for option in $first $second; do
		option=${option%=}
		option=$(echo "$option" | sed "s/\[no-\]/no-/")
		run "$baolan" "$option" --no-such-option
		! grep -q "no option '$option'" "$tmp/err"
		ok $? "the program knows $option"
	done
done <"$tmp/program"

"$build/tools/keys" >"$tmp/keys"
[ "$(grep -c '^\.It' "$tmp/keys")" -ge 20 ]
ok $? "the program lists its keys"
manual_keys "$page" >"$tmp/manual"
cmp -s "$tmp/manual" "$tmp/keys"
ok $? "keys of the manual and of the program are the same"
diff "$tmp/manual" "$tmp/keys" | sed 's/^/# /'

# generated PAGE NAME: a part that comes from a table of the program.
generated() {
	sed -n "/BEGIN $2\$/,/END $2\$/p" "$1" | sed '1d;$d'
}
settings=$top/man/baolan-config.5
for part in SETTINGS COMMANDS; do
	"$build/tools/keys" "$(echo $part | tr 'A-Z' 'a-z')" >"$tmp/keys"
	[ "$(grep -c '^\.It' "$tmp/keys")" -ge 8 ]
	ok $? "the program lists its $part"
	generated "$settings" $part >"$tmp/manual"
	cmp -s "$tmp/manual" "$tmp/keys"
	ok $? "$part of the manual and of the program are the same"
	diff "$tmp/manual" "$tmp/keys" | sed 's/^/# /'
done
generated "$settings" COMMANDS | grep -v '^\.It Cm letter ' >"$tmp/manual"
! cmp -s "$tmp/manual" "$tmp/keys"
ok $? "a command the manual lacks is seen"

# The formats come from their table, by way of --help; names in lower case, in order.
names_of() {
	tr 'A-Z' 'a-z' | tr -cs 'a-z' '\n' | grep -xF -f "$tmp/formats" |
		LC_ALL=C sort | tr '\n' ' '
}
# help_formats OPTION, manual_formats PAGE OPTION: the formats it names.
# The help with lines that were broken as one line each.
joined_help() {
	"$baolan" --help | awk '
		/^                         [^ ]/ {
			sub(/^ +/, " ")
			line = line $0
			next
		}
		NR > 1 { print line }
		{ line = $0 }
		END { print line }'
}
help_formats() {
	joined_help | grep -e "--$1[ =]" | sed 's/^ *\(-., \)*--[^ ]*//' |
		names_of
}
manual_formats() {
	sed -n "/^\.It.*Fl $2\( \|\$\)/,/^\(\.It\|With\|The default\)/p" "$1" |
		sed 1d | names_of
}
joined_help | sed -n 's/.*--format=FORMAT *//p' | sed 's/ or /, /' |
	tr -d ' ' | tr ',' '\n' >"$tmp/formats"
[ "$(wc -l <"$tmp/formats")" -ge 5 ]
ok $? "--help lists formats"
while read -r format; do
	run "$baolan" -e 1 -f "$format" -o "$tmp/$format"
	is "$status" 0 "the program writes $format"
done <"$tmp/formats"
for option in format as-printed upright width; do
	is "$(manual_formats "$page" $option)" "$(help_formats $option)" \
		"the manual names the formats of --$option"
done

# The test itself sees what is missing on either side.
grep -v 'Fl Fl width' "$page" >"$tmp/less.1"
manual_options "$tmp/less.1" >"$tmp/manual"
! cmp -s "$tmp/manual" "$tmp/program"
ok $? "an option the manual lacks is seen"
sed 's/^\.It Fl l ,/.It Fl Fl more\n&/' "$page" >"$tmp/more.1"
manual_options "$tmp/more.1" >"$tmp/manual"
! cmp -s "$tmp/manual" "$tmp/program"
ok $? "an option the program lacks is seen"
grep -v '^\.Cm json ,$' "$page" >"$tmp/less.1"
[ "$(manual_formats "$tmp/less.1" format)" != "$(help_formats format)" ]
ok $? "a format the manual lacks is seen"
sed 's/^HTML and EPUB run/HTML, EPUB and JSON run/' "$page" >"$tmp/more.1"
[ "$(manual_formats "$tmp/more.1" upright)" != "$(help_formats upright)" ]
ok $? "a format the manual has too many is seen"
grep -v '^\.It Ic L$' "$page" >"$tmp/less.1"
manual_keys "$tmp/less.1" >"$tmp/manual"
! cmp -s "$tmp/manual" "$tmp/keys"
ok $? "a key the manual lacks is seen"

for manual in "$top"/man/*.[0-9]; do
	name="mandoc finds nothing wrong in ${manual##*/}"
	if command -v mandoc >/dev/null 2>&1; then
		# Whether other manuals are installed here is no matter of
		# this one.
		mandoc -T lint "$manual" |
			grep -v 'referenced manual not found' >"$tmp/lint"
		[ ! -s "$tmp/lint" ]
		ok $? "$name"
		sed 's/^/# /' "$tmp/lint"
	else
		skip "$name" "no mandoc here"
	fi
done
for heading in NAME SYNOPSIS DESCRIPTION OPTIONS KEYS ENVIRONMENT FILES \
	'EXIT STATUS' EXAMPLES 'SEE ALSO' BUGS; do
	grep -q "^\.Sh $heading\$" "$page"
	ok $? "the manual has $heading"
done

# The example of baolan-issue(5) is a page and what is said of it there.
example() {
	sed -n "/BEGIN $1\$/,/END $1\$/p" "$top/man/baolan-issue.5" |
		grep -v '^\.'
}
member() {
	"$build/tests/json" "$@" <"$tmp/out"
}
example page.txt >"$tmp/page.txt"
run "$baolan" -e all -f json "$tmp/page.txt"
is "$(member articles)" "[2]" "the page of the example has two articles"
is "$(member articles 0 paragraphs)" "[2]" "the first one of two paragraphs"
is "$(member articles 1 headline)" "社区食堂开到家门口" \
	"the second one with a headline"
example page.txt.baolan >"$tmp/page.txt.baolan"
[ "$(wc -l <"$tmp/page.txt.baolan")" -eq 3 ]
ok $? "the example corrects it twice"
run "$baolan" -e all -f json "$tmp/page.txt"
is "$(member articles 0 paragraphs)" "[1]" "its paragraphs are one"
is "$(member articles 0 headline_lines 1 text)" "社区食堂开到家门口" \
	"the headline is of the first article"
is "$(member articles 1 headline)" "null" "and not of the second one"
is "$(cat "$tmp/err")" "" "no correction was left out"
sed -i 's/^十岁/五岁/;s/^社区食堂/小区食堂/' "$tmp/page.txt"
run "$baolan" -v -e all -f json "$tmp/page.txt"
is "$(member articles 0 paragraphs)" "[1]" "another line changes nothing"
is "$(member articles 1 headline)" "小区食堂开到家门口" \
	"a line that changed is not corrected"
says "$tmp/err" "1:11:1: warning: There is no such line any more" \
	"and that is told"

# Each example of baolan(1) is one: run on made files, as a list where it would be read on a
# terminal.  What other programs print is made up, too.
mkdir -p "$tmp/try/bin" "$tmp/try/issue" "$tmp/try/2020-02-01" "$tmp/try/home/from-a-friend" &&
	cd "$tmp/try" || exit 99
for file in page.txt paper.pdf 1985.txt today.pdf issue/1.txt issue/2.txt 2020-02-01/1.txt; do
	printf '停水通知\n\n　　本报讯　老街昨天停水，今天恢复。\n\n图书室开门\n\n　　本报讯　镇图书室开门了。\n' \
		>"$file"
done
: >home/from-a-friend/page.txt.baolan
printf '#!/bin/sh\ncat\n' >bin/jq
printf '#!/bin/sh\ncat page.txt\n' >bin/pdftotext
chmod +x bin/jq bin/pdftotext
ln -s "$build/baolan" bin/baolan
sed -n '/^\.Sh EXAMPLES/,/^\.Sh DIAGNOSTICS/s/^\.Dl \$ //p' "$page" | grep -v '^for ' |
	sed 's/\\(aq/'"'"'/g; s/\\(dq/"/g; s/\\e/\\/g' >"$tmp/examples"
while read -r example; do
	case $example in
	*--list* | *-e\ * | *--export* | *--search* | *--dump* | mkdir* | cp*) what= ;;
	*) what=' --list' ;;
	esac
	HOME=$tmp/try/home PATH=$tmp/try/bin:$PATH timeout 60 sh -c "$example$what" \
		>"$tmp/out" 2>"$tmp/err" </dev/null || { echo "# $example"; cat "$tmp/err"; }
done <"$tmp/examples" >"$tmp/wrong"
cat "$tmp/wrong"
[ "$(wc -l <"$tmp/examples")" -ge 15 ] && [ ! -s "$tmp/wrong" ]
ok $? "the examples of the manual work"
[ -s water.epub ] && [ -s issue.bib ] && [ -s home/.config/baolan/config ]
ok $? "and write what they say"

done_testing
