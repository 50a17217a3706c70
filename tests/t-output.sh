#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is written where, by which name and in which format; hints for options.
. "$(dirname "$0")/tap.sh"
needs_sample_page

page=$top/data/issues/shijingshan-2020-02-page1.txt
json=$build/tests/json
cd "$tmp" || exit 99

# writes STATUS NAME ARGUMENT...
writes() {
	wanted=$1 about=$2
	shift 2
	run "$baolan" "$@" "$page"
	is "$status" "$wanted" "$about"
}

# Endings that are of no format
for name in x.pdf x.docx x.xml x.XHTML x.tsv folder/x.md.bak; do
	writes 2 "$name is refused" -e 1 -o $name
	says "$tmp/err" "no format has the ending '.${name##*.}'; it can be \
.txt, .md, .html, .json, .epub" "$name: the formats are named"
done
writes 2 "so are names of files in a folder" -e 1 --name=%number.pdf -o x/
is "$(ls)" "err
out" "nothing was written"
for name in issue 2020.02.19 .notes 第1版.要闻; do
	writes 0 "$name has no ending" -e 1 -o $name
	is "$(head -n 1 $name | cut -c 1-9)" 致全区 "$name is text"
	is "$(cat "$tmp/err")" "" "$name: nothing is told"
done
writes 0 "--format goes before the ending" -e 1 -f text -o notes.pdf
says "$tmp/err" "'notes.pdf' is written as text" "that the name says otherwise is told"
writes 0 "the ending of the format" -e 1 -f html -o notes.htm
is "$(cat "$tmp/err")" "" "is not told"

# Folders
umask 022
writes 0 "a folder is made" -e 2-3 -o new/clips/
is "$(ls new/clips | wc -l | tr -d ' ')" 2 "with the one it is in"
is "$(ls -ld new/clips | cut -c 1-10)" drwxr-xr-x "as the umask has it"
writes 2 "no article makes no folder" -e 9 -o never/
[ ! -e never ]
ok $? "it is not there"
: >file
writes 2 "a file is no folder" -e 1 -o file/
says "$tmp/err" "cannot write 'file/': " "and that is told"

# Many articles of one headline
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	printf '简讯\n\n　　本报讯　区里第%s次开会，讨论今年的工作。\n\f' $i
done >same.txt
page=same.txt
writes 0 "articles of one headline" -e all -o same/
is "$(ls same | wc -l | tr -d ' ')" 12 "each is a file"
cat same/* | grep -c '第[0-9]*次' >count
is "$(cat count)" 12 "with its own text"
writes 0 "once more" -e all -o same/
is "$(ls same | wc -l | tr -d ' ')" 24 "they are there twice"
writes 0 "with --force" -e all --force -o same/
is "$(ls same | wc -l | tr -d ' ')" 24 "they replace the first ones"
is "$(cat same/* | grep '次开会' | sort | uniq -c | awk '{ print $1 }' | uniq)" 2 \
	"and not each other"

# --list as JSON
page=$top/data/issues/shijingshan-2020-02-page1.txt
writes 0 "--list is JSON too" --list --format=json
cp "$tmp/out" list.json
is "$("$json" articles <list.json)" "[5]" "with all articles"
at() {
	"$json" articles 3 "$1" <list.json
}
is "$(at id) $(at page) $(at kind) $(at characters)" "4 1 news 1202" \
	"a row has what a line has"
is "$(at headline)" \
	"石景山区召开应对新型冠状病毒感染疫情工作领导小组第二十七次会议" \
	"and the headline"
is "$(at date) $(at paper)" "null null" "what is not known is null"
is "$(at file)" "$page" "and the file"
printf '石景山报　2020年2月19日\n\n区里开会讨论防汛\n\n　　本报讯　区里开会讨论防汛工作。\n' \
	>dated.txt
page=dated.txt
writes 0 "a dated page" --list --format=json
is "$("$json" articles 0 date <"$tmp/out")" 2020-02-19 "has its date"
for format in markdown html epub; do
	writes 2 "--list is not $format" --list --format=$format
done
says "$tmp/err" "--format is text or json with --list" "and that is told"

# hint ARGUMENT MESSAGE
hint() {
	writes 2 "$1 is no option" "$1"
	says "$tmp/err" "baolan: $2" "$1: the hint"
}
hint --lst "there is no option '--lst'; did you mean --list?"
hint --serach=x "there is no option '--serach=x'; did you mean --search?"
hint --formatt=x "there is no option '--formatt=x'; did you mean --format?"
hint --ex "'--ex' can be --export, --exact"
hint --no-such-thing "there is no option '--no-such-thing'"
hint --x "there is no option '--x'"
! grep -q 'did you mean' "$tmp/err"
ok $? "what is far from all has no hint"
done_testing
