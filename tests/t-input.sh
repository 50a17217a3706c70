#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is read where no file is named, pipes whose writers are late, and what is
# printed where standard output is no terminal.
. "$(dirname "$0")/tap.sh"
needs_sample_page

cd "$tmp" || exit 99
cat >page.txt <<END
区里开会讨论防汛工作

　　本报讯　昨天下午，区里开会讨论防汛工作。
END
"$baolan" --list page.txt >list
"$baolan" --list >bundled </dev/null
[ -s list ] && [ -s bundled ] && ! cmp -s list bundled
ok $? "two issues have two lists"

# takes WANTED NAME ARGUMENT...: the program, reading what the caller redirects.
takes() {
	wanted=$1 about=$2
	shift 2
	timeout 60 "$baolan" "$@" >out 2>err
	status=$?
	is "$status" 0 "$about: status"
	cmp -s out "$wanted"
	ok $? "$about: it is what is read"
}

takes list "a file" --list <page.txt
cat page.txt | {
	takes list "a pipe" --list
	echo "$tests" >count
}
tests=$(cat count)
timeout 60 "$baolan" --search=防汛 --count <page.txt >out
is "$? $(cat out)" "0 2" "it is searched"
timeout 60 "$baolan" -e 1 -o made.md <page.txt 2>err
is "$?" 0 "it is written"
says made.md 区里开会讨论防汛工作 "as a file"
takes list "a here document" --list <<END
$(cat page.txt)
END
takes bundled "/dev/null" --list </dev/null
takes bundled "a closed standard input" --list <&-
takes list "a named file goes before a pipe" --list page.txt </dev/zero

# nothing ARGUMENT...: standard input is empty, and that is told.
nothing() {
	timeout 60 "$baolan" "$@" >out 2>err
	status=$?
	[ "$status" -eq 2 ] && [ ! -s out ] &&
		grep -q '^baolan: standard input is empty; name a file' err
	ok $? "nothing from $from is told ($*)"
}
: >empty
from="an empty file"
nothing --list <empty
nothing --search=防汛 <empty
nothing --export=all <empty
nothing --export=all -o never <empty
nothing <empty
[ ! -e never ]
ok $? "and nothing is written"
: | {
	from="an empty pipe"
	nothing --list
	echo "$tests" >count
}
tests=$(cat count)
timeout 60 "$baolan" --list - <empty >out 2>err
is "$? $(cat out)" "0 " "an empty input that was named is an issue without text"

# A writer that comes when the reader waits already.
mkfifo pipe
timeout 60 "$baolan" --list pipe >out 2>err &
reader=$!
cat page.txt >pipe
wait $reader
is "$?" 0 "a named pipe is waited for: status"
cmp -s out list
ok $? "a named pipe is waited for"
timeout 60 "$baolan" --list pipe page.txt >out 2>err &
reader=$!
cat page.txt >pipe
wait $reader
is "$(wc -l <out | tr -d ' ')" 2 "before other files too"
{ head -c 30 page.txt; cat pipe; } | timeout 60 "$baolan" --list >out 2>err &
reader=$!
tail -c +31 page.txt >pipe
wait $reader
cmp -s out list
ok $? "a pipe whose writer stops for a while is waited for"
timeout 60 "$baolan" --list pipe >out 2>err &
reader=$!
exec 9>pipe # it has opened it
kill -TERM $reader
wait $reader 2>/dev/null
is "$?" 143 "what waits is ended by a signal"
exec 9>&-

# Files of other kinds
# refused ARGUMENT...: a DjVu file is told, and nothing is written.
refused() {
	timeout 60 "$baolan" "$@" >out 2>err
	is "$? $(cat out)" "2 " "a DjVu file: status ($*)"
	is "$(cat err)" "baolan: '$name' is a DjVu file; to get its text: \
djvutxt $example page.txt" "a DjVu file: message ($*)"
}
printf 'AT&TFORM obj' >scan.djvu
cp scan.djvu scan
name=scan.djvu example=scan.djvu
refused --list scan.djvu
refused --search=obj scan.djvu
refused --export=all -o never scan.djvu
refused page.txt scan.djvu
name=scan example=scan
refused --list scan
name="standard input" example=page.djvu
refused --list - <scan.djvu
refused --list <scan.djvu
[ ! -e never ]
ok $? "and nothing is written"
mkdir folder
cp page.txt folder/1.txt
cp scan.djvu folder/2.djvu
cp scan.djvu folder/2.txt
cp scan.djvu folder/3
cp scan.djvu folder/4.djvu
ln -s nowhere folder/5
: >folder/6.jpg
takes list "what is no text in a folder" --list folder
is "$(LC_ALL=C sort err)" "baolan: 'folder/2.txt' is left out: it is a DjVu file
baolan: 'folder/3' is left out: it is a DjVu file
baolan: 'folder/4.djvu' is left out: it is no text
baolan: 'folder/5' is left out: No such file or directory" "all of it is told"
mkdir scans
cp scan.djvu scans/a.djvu
name=scans/a.djvu example=scans/a.djvu
refused --list scans
cp scan.djvu scans/a
mv scans/a.djvu scans/a.jpg
name=scans/a example=scans/a
refused --list scans

# A folder that somebody else filled: what is no file is passed over, and never waited for.
mkdir -p odd/under
cp page.txt odd/1.txt
mkfifo odd/2.txt
ln -s . odd/3
ln -s /dev/zero odd/4.txt
ln -s ../odd/5.txt odd/5.txt
mkdir odd/6.txt
odd=$(printf 'odd/7\033[31m.txt')
ln -s "$odd" odd/7.txt
takes list "a folder with pipes, devices and links in circles" --list odd
is "$(cat err)" "baolan: 'odd/5.txt' is left out: Too many levels of symbolic links
baolan: 'odd/7.txt' is left out: No such file or directory" "links to nothing are told"
cp page.txt "$odd"
timeout 60 "$baolan" --list "$odd-" >out 2>err
is "$? $(tr -d -c '\033' <err | wc -c | tr -d ' ')" "2 0" \
	"a message shows a name, and does not do what it says"
if finds_nobody; then
	chmod 000 "$odd"
	chmod a+rx . odd
	run $nobody "$baolan" --list "$odd"
	is "$status $(cat "$tmp/out")" "2 " "a page that may not be read: status"
	is "$(cat "$tmp/err")" "baolan: cannot read 'odd/7<U+001B>[31m.txt': Permission denied" \
		"a page that may not be read: message"
	run $nobody "$baolan" --list odd
	says "$tmp/err" "baolan: 'odd/7<U+001B>[31m.txt' is left out: Permission denied" \
		"and in a folder it is left out, and told"
	cmp -s "$tmp/out" list
	ok $? "the others are read"
	chmod 600 odd/1.txt
	run $nobody "$baolan" --list odd
	is "$status" 2 "a folder of which nothing may be read: status"
	says "$tmp/err" "Permission denied" "a folder of which nothing may be read: message"
else
	skip "a page that may not be read" "nobody else can be asked"
fi

# Standard output is no terminal: the text.
"$baolan" --export=all page.txt >text
takes text "no terminal to write to: a file" page.txt
"$baolan" --export=all - <page.txt >text
takes text "no terminal to write to: a pipe" - <page.txt
takes text "no terminal to write to: not named" <page.txt
timeout 60 "$baolan" no-such-file >out 2>err
is "$? $(cat out)" "2 " "what cannot be read is told there too"

# Issues in folders of a folder, and files of several days.
days=$top/tests/data/two-days
mkdir -p year/04/03 year/04/09
cp "$days/1930-04-03.txt" year/04/03/1.txt
cp "$days/1930-04-09.txt" year/04/09/1.txt
"$baolan" --list year >out 2>err
is "$? $(cut -f 1,6,7 out | tr '\t\n' ' |')" "0 1 青溪日报 1930-04-03|2 青溪日报 1930-04-09|" \
	"folders of a folder are issues, and each line names its own"
"$baolan" --search=渡口 "$days"/*.txt >out
is "$(cut -f 5,6 out | tr '\t\n' ' |')" \
	"青溪日报 1930-04-03|青溪日报 1930-04-03|青溪日报 1930-04-09|" "so does each hit"
"$baolan" --list "$top/tests/data/three-pages" >out
is "$(awk -F '\t' 'NF > 5' out)" "" "of one issue none is named"
done_testing
