#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The program without a screen: what it prints, where, and its exit status.
. "$(dirname "$0")/tap.sh"
needs_sample_page

page=$top/data/issues/shijingshan-2020-02-page1.txt
json=$build/tests/json
tab=$(printf '\t')
esc=$(printf '\033')
bidi=$(printf '\342\200\256')
csi=$(printf '\302\233')

# Reads standard input: does something hostile go out raw?
is_hostile() {
	grep -qF -e "$esc" -e "$bidi" -e "$csi"
}

# exits STATUS NAME ARGUMENT...
exits() {
	wanted=$1 about=$2
	shift 2
	run "$baolan" "$@"
	is "$status" "$wanted" "$about"
}

# A wrong usage: status 2, nothing on standard output, and where to look.
wrong() {
	about=$1
	shift
	run "$baolan" "$@"
	[ "$status" -eq 2 ] && [ ! -s "$tmp/out" ] &&
		grep -q "^baolan: " "$tmp/err" &&
		grep -q "^Try 'baolan --help'\.$" "$tmp/err"
	ok $? "$about is wrong usage"
}

# A program that is not installed has the bundled issue beside itself, wherever it
# is built.
run env -u BAOLAN_DATADIR "$baolan" --list
is "$status $(wc -l <"$tmp/out" | tr -d ' ')" "0 5" "the bundled issue is found"

# --help, --version
exits 0 "--help is well" --help
says "$tmp/out" "Usage: baolan" "--help goes to standard output"
[ ! -s "$tmp/err" ]
ok $? "--help says nothing else"
awk 'length > 80 { exit 1 }' "$tmp/out"
ok $? "--help fits 80 columns"
exits 0 "-h is --help" -h
exits 0 "--help after other options is well" --list --help
exits 0 "--version is well" --version
head -n 1 "$tmp/out" | grep -qE '^baolan [0-9]+\.[0-9]+\.[0-9]+$'
ok $? "--version begins with name and version"
says "$tmp/out" "Copyright (C) 2026 The baolan authors" "and says who owns it"
run "$baolan" --version
grep -qE '^PDF: (poppler [0-9.]+, in a box of .*limits|built without)' "$tmp/out"
ok $? "it says what reads PDFs, and in which box"
printf '#!/bin/sh\nprintf "poppler\\t1.2\\nlimits\\tyes\\nlandlock\\tno\\nseccomp\\tno\\n"\n' \
	>"$tmp/baolan-pdf"
chmod +x "$tmp/baolan-pdf"
BAOLAN_LIBEXECDIR=$tmp run "$baolan" --version
is "$(sed -n 4p "$tmp/out")" \
	"PDF: poppler 1.2, in a box of limits; this system lacks landlock, seccomp" \
	"what a system lacks of the box is told"
rm "$tmp/baolan-pdf"
BAOLAN_LIBEXECDIR=$tmp run "$baolan" --version
says "$tmp/out" "PDF: $tmp/baolan-pdf: No such file or directory" \
	"a helper that is not there is told"
LANG=zh_CN.UTF-8 LC_ALL= "$baolan" --help | grep -q '^用法：'
ok_translated $? "--help speaks Chinese without the locale"
LANGUAGE= LANG=zh_CN.UTF-8 LC_ALL= "$baolan" --help | grep -q '^用法：'
ok_translated $? "an empty LANGUAGE asks for nothing"
LANG=zh_CN.UTF-8 LC_ALL= "$baolan" --version | grep -q '没有任何担保'
ok_translated $? "--version speaks Chinese"
LC_ALL=C LANGUAGE=zh_CN "$baolan" --help | grep -q '^Usage'
ok $? "--help speaks English in C"
LC_ALL=C.UTF-8 LANGUAGE=zh_CN "$baolan" --help | grep -q '^用法：'
ok_translated $? "--help speaks Chinese in C.UTF-8 when asked"

if [ -c /dev/full ]; then
	for action in --help --version --list --search=的 --export=all; do
		"$baolan" $action >/dev/full 2>"$tmp/err"
		[ $? -eq 2 ] && grep -q "^baolan: cannot write" "$tmp/err"
		ok $? "$action on a full device fails and says so"
	done
	exits 2 "--output on a full device fails" -e 1 -o /dev/full
else
	skip "a full device" "no /dev/full here"
fi
# A pipe that nobody reads any more is no failure to tell of.
{ "$baolan" --search=的 "$page" 2>"$tmp/err"; } | :
is "$(cat "$tmp/err")" "" "a reader that has enough is not complained of"
(exec >&-; exec "$baolan" --list 2>/dev/null)
is $? 2 "a closed standard output is a failure"

# Wrong usage
wrong "a format that is none" -e 1 -f md
says "$tmp/err" "it can be: text, markdown, html, json" "and what it can be is told"
wrong "an encoding that is none" --encoding=latin
says "$tmp/err" "GB18030, GBK" "and which ones are known"
wrong "a width for JSON" -e 1 -f json --width=20
wrong "printed lines of Markdown" -e 1 -o x.md --as-printed
wrong "a width for printed lines" -e 1 --as-printed --width=20
wrong "an unknown option" --no-such-option
wrong "an unknown letter" -x
wrong "an unknown letter among others" -lx
says "$tmp/err" "no option '-x'" "the letter is named"
wrong "an option without its value" --search
wrong "a letter without its value" -e
wrong "a value for none" --list=yes
wrong "an ambiguous name" --ver
wrong "an unknown format" -e 1 -f pdf
wrong "article 0" -e 0
wrong "article -1" --export=-1
wrong "article 1x" -e 1x
wrong "an article beyond all numbers" -e 99999999999999999999999
wrong "width 0" -e 1 --width=0
wrong "width ten" -e 1 --width=ten
wrong "ambiguous 3" -l --ambiguous=3
wrong "an unknown encoding" -l --encoding=NO-SUCH
wrong "an output without a name" -e 1 -o ''
wrong "two ways to search" --search=的 --exact --pinyin
exits 0 "the same way twice" --search=的 --exact --exact "$page"
wrong "two actions" --list --search=的
wrong "--output without --export" --list -o "$tmp/never"
wrong "--width without --export" --width=40 -l
wrong "--as-printed without --export" --as-printed
[ ! -e "$tmp/never" ]
ok $? "wrong usage writes nothing"
# The bundled issue
is "$(cksum <"$page" | tr '\t' ' ')" "721430391 11925" "the bundled page is unchanged"

# --list
exits 0 "--list is well" --list "$page"
cp "$tmp/out" "$tmp/list"
awk -F"$tab" 'NF != 5 || $1 != NR || $2 !~ /^[0-9]+$/ || $4 !~ /^[0-9]+$/ ||
	$3 !~ /^(news|letter|teaser|notice|essay|poem|other)$/ || $5 == "" {
		exit 1 }' "$tmp/list"
ok $? "--list has its five columns"
is "$(wc -l <"$tmp/list" | tr -d ' ')" 5 "--list has all articles"
is "$(cut -f 3 "$tmp/list" | tr '\n' ' ')" "letter teaser teaser news news " \
	"--list knows the kinds"
[ ! -s "$tmp/err" ]
ok $? "--list says nothing else"
exits 0 "-l without a file is the bundled issue" -l
cmp -s "$tmp/out" "$tmp/list"
ok $? "and lists the same"
for locale in C zh_CN.UTF-8; do
	LC_ALL=$locale "$baolan" -l "$page" | cmp -s - "$tmp/list"
	ok $? "--list is the same in locale $locale"
done
"$baolan" -l - <"$page" | cmp -s - "$tmp/list"
ok $? "- is standard input"
exits 0 "-- ends the options" -l -- "$page"
mkdir "$tmp/issue" && cp "$page" "$tmp/issue/10.txt" &&
	printf '第二版\n\n　　本报讯　第二版的一条消息。\n' >"$tmp/issue/9.txt"
: >"$tmp/issue/.hidden"
exits 0 "a folder is an issue" -e all -f json "$tmp/issue"
is "$("$json" files 0 <"$tmp/out")" "$tmp/issue/9.txt" \
	"its pages are in natural order"
is "$("$json" files <"$tmp/out")" "[2]" "hidden files are none of its pages"
exits 0 "several files are an issue" -e all -f json "$page" "$tmp/issue/9.txt"
is "$("$json" pages <"$tmp/out")" "[2]" "with as many pages"

# --search
exits 0 "a search with hits is well" -s 疫情防控 "$page"
awk -F"$tab" 'NF != 4 || $1 !~ /^([0-9]+|-)$/ || $2 !~ /^[0-9]+$/ ||
	$3 !~ /^[0-9]+-[0-9]+$/ { exit 1 }' "$tmp/out"
ok $? "--search has its four columns"
awk -F"$tab" '{ split($3, line, "-"); if (line[1] > line[2] + 0) exit 1 }' \
	"$tmp/out"
ok $? "first line is not behind the last"
hits=$(wc -l <"$tmp/out")
lines=$(grep -c 疫情防控 "$page")
[ "$hits" -gt "$lines" ]
ok $? "--search finds more than a search line by line ($hits, $lines)"
! cut -f 4 "$tmp/out" | grep -qv 疫情防控
ok $? "each hit is in its sentence"
exits 1 "a search without hits is told by the status" -s 没有这样的字 "$page"
[ ! -s "$tmp/out" ] && [ ! -s "$tmp/err" ]
ok $? "and says nothing"
exits 1 "an empty search finds nothing" -s '' "$page"
exits 0 "full width finds half width" -s ５７ "$page"

# --export
for format in text markdown html json; do
	exits 0 "--format=$format is well" -e all -f "$format" "$page"
	[ -s "$tmp/out" ] && [ ! -s "$tmp/err" ]
	ok $? "--format=$format prints the issue and nothing else"
	is "$(tail -c 1 "$tmp/out" | od -An -tx1 | tr -d ' ')" 0a \
		"--format=$format ends in a newline"
	exits 0 "--format=$format of one article is well" -e 4 -f "$format" \
		"$page"
done
exits 2 "an article that is not there is told by the status" -e 6 "$page"
says "$tmp/err" "no article 6" "and by a message"
[ ! -s "$tmp/out" ]
ok $? "and prints nothing"
exits 0 "text is the default" -e 1 "$page"
head -n 1 "$tmp/out" | cmp -s - <<END
$(sed -n 1p "$tmp/list" | cut -f 5)
END
ok $? "text begins with the headline"
exits 0 "markdown is well" -e 1 -f markdown "$page"
sed -n 3p "$tmp/out" | grep -q '^# '
ok $? "markdown begins with a heading"
cp "$tmp/out" "$tmp/again.md"
exits 0 "an export is read again" -l "$tmp/again.md"
is "$(cut -f 3-5 "$tmp/out")" "$(sed -n 1p "$tmp/list" | cut -f 3-5)" \
	"it lists the same article"
exits 0 "html is well" -e 1 -f html "$page"
says "$tmp/out" '<meta charset="utf-8"/>' "html says its encoding"
is "$(grep -c '<article ' "$tmp/out")" 1 "html has one article"

# The printed lines come back as they were.
exits 0 "--as-printed is well" -e 4 --as-printed "$page"
sed '1d;/^\[/,$d' "$tmp/out" | grep -v '^——*$' | grep . >"$tmp/lines"
missing=$(grep -cvxFf "$page" "$tmp/lines")
[ -s "$tmp/lines" ] && [ "$missing" -eq 0 ]
ok $? "--as-printed prints lines of the file"
exits 0 "--as-printed is well for HTML" -e 4 -f html --as-printed "$page"
# Each printed line of the article is a line of the page, and of its source.
sed -n '/<article/,/<footer>/s/<[^>]*>//gp' "$tmp/out" | sed '/^$/d' >"$tmp/lines"
[ "$(wc -l <"$tmp/lines")" -gt 40 ]
ok $? "and has many lines"
tr -d ' \t' <"$page" >"$tmp/packed"
tr -d ' \t' <"$tmp/lines" | sed 's/&amp;/\&/g; s/&quot;/"/g' |
	while IFS= read -r line; do
		grep -qF -e "$line" "$tmp/packed" || echo "$line"
	done >"$tmp/others"
[ ! -s "$tmp/others" ]
ok $? "which are lines of the file"
exits 0 "--width is well" -e 4 --width=20 "$page"
sed '/^\[/,$d' "$tmp/out" | awk '
	# Three bytes a character of two cells is what this page has, but
	# for ASCII.
	{ ascii = $0; gsub(/[^ -~]/, "", ascii)
	  if (length(ascii) + (length($0) - length(ascii)) * 2 / unit > 20)
		exit 1 }' unit="$(printf 中 | awk '{ print length }')"
ok $? "--width holds"
plain=$(sed '1,/\]$/d' "$tmp/out" | tr -d ' \n')
"$baolan" -e 4 "$page" | sed '1,/\]$/d' | tr -d ' \n' >"$tmp/plain"
is "$plain" "$(cat "$tmp/plain")" "--width loses nothing"

# Several articles, in the order asked for; in a folder each is a file.
exits 0 "a list of articles is well" -e 3,1-2 -f json "$page"
cp "$tmp/out" "$tmp/some.json"
is "$("$json" articles 0 id <"$tmp/some.json")" 3 "the first asked for is first"
is "$("$json" articles <"$tmp/some.json")" "[3]" "and each is there once"
exits 0 "a page is well" -e page:1 -f json "$page"
is "$("$json" articles <"$tmp/out")" "[5]" "it has all its articles"
exits 2 "a page that is not there fails" -e page:9 "$page"
says "$tmp/err" "page 9" "and by a message"
wrong "a list that ends in a comma" -e 1, "$page"
exits 0 "a folder takes files" -e 2-3 -o "$tmp/made/" "$page"
is "$(ls "$tmp/made" | wc -l | tr -d ' ')" 2 "one an article"
[ -f "$tmp/made/p1-区委常委会召开会议.md" ]
ok $? "named after page and headline, in Markdown"
exits 0 "once more" -e 3 -o "$tmp/made/" "$page"
cmp -s "$tmp/made/p1-区委常委会召开会议.md" \
	"$tmp/made/p1-区委常委会召开会议-2.md"
ok $? "is another file with a number"
exits 0 "a pattern is well" -e 3 --name=%number.html -o "$tmp/made/" "$page"
[ -f "$tmp/made/3.html" ]
ok $? "and makes name and format"
wrong "a pattern with a slash" -e 3 --name=a/%number "$page"
exits 0 "an EPUB is well" -e all -f epub "$page"
is "$(dd if="$tmp/out" bs=1 skip=38 count=20 2>/dev/null)" \
	"application/epub+zip" "it says what it is"
wrong "an upright text" -e 1 --upright "$page"
exits 0 "upright html is well" -e 1 --upright -f html "$page"
says "$tmp/out" vertical-rl "it runs downwards"

# What is found is exported.
exits 0 "--export=hits is well" -s 四方责任 -e hits -f json "$page"
is "$("$json" articles <"$tmp/out")" "[2]" "it has the articles with a hit"
is "$("$json" articles 0 id <"$tmp/out")" 4 "in their order"
exits 1 "no hits are no export" -e hits -s 没有这个词 "$page"
[ ! -s "$tmp/out" ]
ok $? "and print nothing"
wrong "hits of no search" -e hits "$page"
wrong "a search beside an article" -s 责任 -e 1 "$page"

# JSON
exits 0 "json is well" -e all -f json "$page"
cp "$tmp/out" "$tmp/all.json"
at() {
	"$json" "$@" <"$tmp/all.json"
}
is "$(at)" "{8}" "json is one object of eight keys"
is "$(at baolan)" 1 "json says its version"
is "$(at title)" null "what is not known is null"
is "$(at files 0)" "$page" "json names the file"
is "$(at sources 0 sha256)" "$(sha256sum <"$page" | cut -d" " -f1)" "json has the digest of the file"
is "$(at pages 0 number)" 1 "json numbers the page"
is "$(at articles)" "[5]" "json has all articles"
is "$(at articles 0 kind)" letter "json knows a letter"
is "$(at articles 2 jumps 0 direction)" to "json has the jump"
is "$(at articles 2 jumps 0 article)" null "which leads out of this issue"
for key in id page kind headline headline_lines byline dateline paragraphs \
	quotes jumps notes; do
	at articles 3 "$key" >/dev/null
	ok $? "json: an article has $key"
done
for key in role text page lines; do
	at articles 3 paragraphs 0 "$key" >/dev/null
	ok $? "json: a paragraph has $key"
done
for key in article part columns measure_em; do
	at pages 0 blocks 0 "$key" >/dev/null
	ok $? "json: a block has $key"
done
exits 0 "json of one article is well" -e 2 -f json "$page"
is "$("$json" articles <"$tmp/out")" "[1]" "and holds that one"
is "$("$json" articles 0 id <"$tmp/out")" 2 "under its own number"

# --output
cd "$tmp" || exit 99
exits 0 "--output is well" -e 1 -o out.md "$page"
[ ! -s "$tmp/out" ]
ok $? "--output prints nothing"
"$baolan" -e 1 -f markdown "$page" | cmp -s - out.md
ok $? "the format is that of the ending"
exits 0 "--format goes before the ending" -e 1 -f html -o page.txt "$page"
says page.txt '<!DOCTYPE html>' "and is what is written"
cp out.md before.md
exits 2 "a file that is there is not replaced" -e 2 -o out.md "$page"
says "$tmp/err" "--force" "the message says what would"
cmp -s out.md before.md
ok $? "the file is as it was"
exits 0 "--force replaces it" -e 2 -o out.md --force "$page"
"$baolan" -e 2 -f markdown "$page" | cmp -s - out.md
ok $? "by the whole of the new one"
ln -s nowhere link
exits 2 "a dangling link counts as a file that is there" -e 1 -o link "$page"
[ ! -e nowhere ]
ok $? "and is not followed"
cp before.md target.md && ln -s target.md to-target
exits 0 "--force replaces a link" -e 2 -o to-target --force "$page"
cmp -s target.md before.md && [ ! -L to-target ]
ok $? "and not what it points to"
mkdir folder
exits 2 "a folder is not replaced" -e 1 -o folder --force "$page"
cp "$page" own.txt && ln -s own.txt own-link.txt
exits 2 "what is read is not replaced" -e 1 -o own.txt --force own.txt
says "$tmp/err" "is what is read" "and the message says why"
exits 2 "nor by another name" -e 1 -o own-link.txt --force own.txt
cmp -s "$page" own.txt && [ -L own-link.txt ]
ok $? "it is as it was"
exits 2 "nor written to" -e 1 -o folder "$page"
says "$tmp/err" "Is a directory" "as a message says"
exits 2 "an output in no folder is told by the status" -e 1 -o no/x "$page"
exits 2 "a name too long is told by the status" -e 1 \
	-o "$(printf '%0300d' 1)" "$page"
(ulimit -f 1 && exec "$baolan" -e all -o cut.txt "$page") 2>/dev/null
is $? 2 "a file that may not grow is told by the status"
[ ! -e cut.txt ]
ok $? "and is not left half written"
if finds_nobody; then
	mkdir locked && chmod a-w locked
	run $nobody "$baolan" -e 1 -o locked/x "$page"
	is "$status $(ls -A locked)" "2 " "a folder one may not write to is told"
else
	skip "a folder one may not write to is told" "nobody else can be asked"
fi
is "$(find . -name '.baolan-*')" "" "no temporary file is left"
exits 0 "- is standard output" -e 1 -o - "$page"
[ -s "$tmp/out" ] && [ ! -e ./- ]
ok $? "and no file of that name"

# Files that cannot be read
exits 2 "a missing file is told by the status" -l no-such-file
says "$tmp/err" "no-such-file" "and by its name"
[ ! -s "$tmp/out" ]
ok $? "and prints nothing"
exits 2 "an empty folder is told by the status" -l folder
says "$tmp/err" "baolan: there are no page files in 'folder'" "and by a message"
mkdir -p folders/inside && : >folders/.hidden
printf 'AT&TFORM' >folders/page.djvu && : >folders/scan.JPG
exits 2 "so is one of folders, hidden files, scans and documents" -l folders
says "$tmp/err" "'folders/page.djvu' is a DjVu file; to get its text: \
djvutxt folders/page.djvu page.txt" "and by a message that helps"
exits 2 "a device is not read" -l /dev/zero
says "$tmp/err" "baolan: '/dev/zero' is a device, not a file" "as a message says"
truncate -s 65M large
exits 2 "more than 64 MiB are not read" -l large
says "$tmp/err" "cannot read 'large': all input together may have at most 64 MiB" \
	"as a message says"
head -c 6000001 /dev/zero | tr '\0' '\n' >large
exits 2 "more than 6 million lines are not read" -l large
says "$tmp/err" "all input together may have at most 6 million lines" \
	"as a message says"
rm large
exits 2 "one file of several that is missing is told" -l "$page" no-such-file
exits 2 "a missing file is told before a screen opens" no-such-file
(exec <&-; exec "$baolan" -l - 2>/dev/null)
is $? 2 "a closed standard input is told by the status"

# Files that can, whatever is in them
: >empty
exits 0 "an empty file is an issue" -l empty
says "$tmp/err" "no text" "without text, as a message says"
exits 0 "an empty file is JSON" -e all -f json empty
is "$("$json" articles <"$tmp/out")" "[0]" "without articles"
exits 2 "it has no article 1" -e 1 empty
exits 1 "a search finds nothing there" -s 的 empty
printf '\n\n　\n \t\n\f\n\n' >blank
exits 0 "a file of blank lines is an issue" -l blank
says "$tmp/err" "no text" "without text, as a message says"
exits 0 "a binary file is an issue" -l "$top/tests/data/binary.bin"
says "$tmp/err" "binary" "with a message"
exits 0 "two files are an issue" -l "$top/tests/data/binary.bin" "$page"
says "$tmp/err" "binary.bin: " "of several files the name is said"
exits 0 "a binary file is JSON" -e all -f json "$top/tests/data/binary.bin"
"$json" <"$tmp/out" >/dev/null
ok $? "that can be read"
printf '石景山区召开会议\n\n　　本报讯　好\377\376坏的一行字。\n' >broken
exits 0 "invalid UTF-8 is an issue" --encoding=UTF-8 -e all broken
says "$tmp/out" "好〓〓坏" "with each byte that is no text shown"
says "$tmp/err" "2 bytes were" "and counted"
printf '石景山区召开会议\n\n　　本报讯　好\377坏的一行字。\n' >broken-once
run "$baolan" --encoding=UTF-8 -l broken-once
says "$tmp/err" "1 byte was" "one byte is said in the singular"
exits 0 "--verbose is well" --encoding=UTF-8 -v -l broken
grep -q '^1:3:[0-9]*: warning: ' "$tmp/err"
ok $? "--verbose says where"
if iconv -f UTF-8 -t GB18030 "$page" >gb 2>/dev/null; then
	for how in --verbose --encoding=GB18030; do
		exits 0 "GB18030 is read ($how)" -l "$how" gb
		cmp -s "$tmp/out" "$tmp/list"
		ok $? "as the same issue ($how)"
	done
else
	skip "GB18030 is read" "no iconv here"
fi
printf '没有换行的一行' >line
for double in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19; do
	cat line line >twice && mv twice line
done
head -c 10000000 line >long
run timeout 30 "$baolan" -e all -f json long
is "$status" 0 "a line of 10 MB is an issue, and in time"
"$json" <"$tmp/out" >/dev/null
ok $? "and is JSON"
head -c 70000000 /dev/zero >huge
exits 2 "beyond the limit is told by the status" -l huge

# Hostile text and names
hostile=$top/tests/data/hostile.txt
name="evil${esc}[31m${bidi}${csi}31m.txt"
is_hostile <"$hostile"
ok $? "the hostile file is hostile"
cp "$hostile" "./$name"
exits 2 "a missing hostile name is told by the status" -l "no-$name"
says "$tmp/err" '<U+001B>[31m<U+202E><U+009B>' "and is shown as what it is"
! is_hostile <"$tmp/err"
ok $? "and not sent"
for arguments in --list --search=红 --export=all '-e all --as-printed' \
	'-e all --width=30' '-e all -f markdown' '-e all -f html' \
	'-e all -f json'; do
	run "$baolan" $arguments "./$name"
	[ "$status" -eq 0 ] && [ -s "$tmp/out" ]
	ok $? "$arguments of hostile text in a hostile file is well"
	! cat "$tmp/out" "$tmp/err" | is_hostile
	ok $? "$arguments sends nothing hostile"
done
"$json" files 0 <"$tmp/out" >json-name
is "$(cat json-name)" "./$name" "JSON holds the name as it was"
for argument in "--$name" "-$bidi" "--encoding=$name" "--format=$name" \
	"--export=$name" "--ambiguous=$name" "--width=$name" "--list=$name"; do
	run "$baolan" "$argument"
	[ "$status" -eq 2 ] && ! cat "$tmp/out" "$tmp/err" | is_hostile
	ok $? "a hostile argument is not sent ($(echo "$argument" | cut -c 1-9 |
		LC_ALL=C tr -cd ' -~'))"
done
exits 0 "a hostile name can be written" -e 1 -o "$name" --force "$page"
exits 2 "and is told as it is" -e 1 -o "$name" "$page"
! is_hostile <"$tmp/err"
ok $? "without being sent"
done_testing
