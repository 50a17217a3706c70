#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The configuration file: where it is, what it sets, what it may not be; --dump-config and
# --print-keys.
. "$(dirname "$0")/tap.sh"
needs_sample_page

XDG_CONFIG_HOME=$tmp/xdg
export XDG_CONFIG_HOME
mkdir -p "$XDG_CONFIG_HOME/baolan"
usual=$XDG_CONFIG_HOME/baolan/config
tab=$(printf '\t')

# value NAME: what the settings say that were dumped last.
value() {
	sed -n "s/^$1 = //p" "$tmp/out" | head -n 1
}
# dump ARGUMENT...
dump() {
	run "$baolan" "$@" --dump-config
}

# Without a file.
dump
is "$status:$(cat "$tmp/err")" "0:" "without a file there are the defaults"
is "$(value theme) $(value mouse) $(value name)" \
	"auto no %date-%page-%headline.md" "the defaults are dumped"
is "$(value next-article)" "J >" "keys are dumped"
grep -q '^\[keys\]$' "$tmp/out"
ok $? "keys have a section"
[ "$(grep -c '^# ' "$tmp/out")" -gt 60 ]
ok $? "what is dumped has comments"
cp "$tmp/out" "$tmp/defaults"
dump --config="$tmp/defaults"
cmp -s "$tmp/out" "$tmp/defaults"
ok $? "what is dumped is read again as the same"
is "$(cat "$tmp/err")" "" "and nothing is wrong in it"

LANG=zh_CN.UTF-8 LC_ALL= dump
grep -q 配色 "$tmp/out"
ok_translated $? "comments are in the language of the reader"
cp "$tmp/out" "$tmp/chinese"
dump --config="$tmp/chinese"
cmp -s "$tmp/out" "$tmp/defaults" && [ ! -s "$tmp/err" ]
ok $? "and are none of the settings"

# Which file is read.
echo 'theme = light' >"$usual"
echo 'theme = none' >"$tmp/other"
dump
is "$(value theme)" light "the usual file is read"
dump --no-config
is "$(value theme)" auto "--no-config reads none"
dump --config="$tmp/other"
is "$(value theme)" none "--config names another one"
dump --theme=dark
is "$(value theme)" dark "the command line overrides the file"
dump --dictionary-command="$(printf 'a\001b')"
grep -q '^# dictionary-command = a<U+0001>b$' "$tmp/out"
ok $? "what no file can say is a comment"
cp "$tmp/out" "$tmp/said"
dump --config="$tmp/said"
is "$status:$(cat "$tmp/err")" "0:" "and nothing is wrong in what is dumped"
XDG_CONFIG_HOME='' HOME=$tmp/home dump
is "$(value theme)" auto "without XDG_CONFIG_HOME that file is another"
mkdir -p "$tmp/home/.config/baolan" && cp "$tmp/other" "$tmp/home/.config/baolan/config"
XDG_CONFIG_HOME='' HOME=$tmp/home dump
is "$(value theme)" none "below .config"
run "$baolan" --config="$tmp/other" --no-config -l
is "$status" 2 "--config and --no-config do not go together"
says "$tmp/err" "--config does not go with --no-config" "and that is told"

# Each setting is in effect.
printf 'mouse = yes\nplain-marks=on\npictures : frame\nline-breaks = gb\nname = %%page.txt\n' >"$usual"
dump
is "$(value mouse) $(value plain-marks) $(value pictures) $(value line-breaks) $(value name)" \
	"yes yes frame gb %page.txt" "settings are read"
dump --no-mouse --pictures=auto
is "$(value mouse) $(value pictures)" "no auto" "and overridden"
printf 'measure = 64\ncolumns=2\n' >"$tmp/other"
dump --config="$tmp/other"
is "$(value measure) $(value columns)" "64 2" "numbers are read"
run "$baolan" -e 1 -o "$tmp/clips/"
is "$(ls "$tmp/clips")" "p1.txt" "an export has the name that the file sets"
printf 'encoding = GB18030\n' >"$usual"
printf '\261\250\300\270\n' >"$tmp/page.txt"
run "$baolan" -e all "$tmp/page.txt"
says "$tmp/out" "报栏" "the encoding is that of the file"
printf '\357\273\277# comment\r\nname = "%%date ; #.md"\r\n\r\n' >"$usual"
dump
is "$(value name)" "%date ; #.md" "a value in quotation marks, behind a BOM"

# What is wrong is told, and the rest holds.
cat >"$usual" <<'EOF'
theme = drak
themee = dark
mouse
line-breaks = gb ; comment
list = yes
ambiguous = 1
ambiguous = 2
[colours]
text = red
[keys]
list = F5 Entr
map = F5
facts = 5
next-artcle = w
mouse = yes
open = none
edit =
EOF
dump
is "$status" 0 "what is wrong does not end the program"
is "$(value ambiguous) $(value list) $(value map) $(value facts) $(value open)" \
	"2 F5 M i Enter" "what is right holds"
# told LINE:COLUMN WORDS
told() {
	says "$tmp/err" "baolan: $usual:$1: $2" "$2"
}
told 1:9 "error: theme cannot be 'drak'; it can be: auto, dark, light or none"
told 2:1 "warning: there is no setting 'themee'; did you mean theme?"
told 3:1 "error: This line is none of NAME = VALUE, [SECTION]"
told 4:15 "error: line-breaks cannot be 'gb ; comment'"
says "$tmp/err" "strict; a comment stands on a line of its own" \
	"a comment behind a value is told"
told 5:1 "warning: 'list' is for the command line alone"
told 7:1 "warning: 'ambiguous' stands in line 6, too; this one counts"
told 9:1 "warning: there is no section [colours]"
told 11:11 "error: there is no key 'Entr'; it can be a character, ^X, F1"
told 12:7 "error: F5 is bound to list"
told 13:9 "error: 5 cannot be bound"
told 14:1 "warning: there is no command 'next-artcle'; did you mean next-article?"
told 15:1 "warning: 'mouse' is a setting, which stands before [keys]"
told 16:8 "warning: open keeps the key Enter"
told 17:7 "error: there is no key; none takes all keys away"
is "$(wc -l <"$tmp/err")" 14 "and nothing else is"
run "$baolan" -l
is "$status:$(wc -l <"$tmp/out")" "0:5" "a list is printed all the same"
told 1:9 "error: theme cannot be"
printf 'theme = \033[31m\n' >"$usual"
run "$baolan" -l
told 1:9 "error: There is a control character in this line"
! grep -q "$(printf '\033')" "$tmp/err"
ok $? "nothing of it reaches the terminal"
printf 'list = \342\200\256x\n[keys]\nmap = \342\200\256\n' >"$usual"
run "$baolan" -l
says "$tmp/err" "there is no key '<U+202E>'" "nor does a character that turns text"
{ printf 'name = %%date'; printf '%05000d' 0; printf '.md\ntheme = none\n'; } >"$usual"
dump
told 1:1 "error: This line is too long"
is "$(value theme)" none "the line behind a long one is read"
LC_ALL=C.UTF-8 LANGUAGE=zh_CN run "$baolan" -l
grep -q 这一行太长 "$tmp/err"
ok_translated $? "it is told in Chinese, too"

# Nothing is written to the file.
printf 'theme = light\n' >"$usual"
cp -p "$usual" "$tmp/before"
run "$baolan" -l
dump
cmp -s "$usual" "$tmp/before" && [ "$(ls "$XDG_CONFIG_HOME/baolan")" = config ]
ok $? "the file stays as it is, and nothing beside it"

# What is no such file is refused, with a sentence.
refused() {
	run "$baolan" --config="$2" -l
	is "$status:$(wc -l <"$tmp/out")" "2:0" "$1 is refused"
	says "$tmp/err" "$3" "$3"
}
rm -f "$usual"
refused "a file that is not there" "$tmp/none" "$tmp/none: No such file"
refused "a folder" "$tmp" "Is a directory"
mkfifo "$tmp/fifo"
refused "a FIFO" "$tmp/fifo" "it is no regular file"
refused "a device" /dev/zero "it is no regular file"
printf 'theme = dark\0\n' >"$tmp/nul"
refused "a file with a NUL" "$tmp/nul" "there is a NUL in it"
head -c 65537 /dev/zero | tr '\0' '\n' >"$tmp/large"
refused "a large file" "$tmp/large" "it has more than 64 KiB"
head -c 65536 "$tmp/large" >"$tmp/full"
run "$baolan" --config="$tmp/full" -l
is "$status:$(cat "$tmp/err")" "0:" "one of 64 KiB is read"
cp "$tmp/nul" "$usual"
run "$baolan" -l
is "$status:$(wc -l <"$tmp/out")" "0:5" "the usual file is no reason to end"
says "$tmp/err" "settings are not read: $usual" "but is told, too"
i=0
while [ $i -lt 40 ]; do
	i=$((i + 1))
	echo word
done >"$usual"
run "$baolan" -l
is "$(wc -l <"$tmp/err")" 22 "what is no INI at all is told for some lines"
says "$tmp/err" "More than 20 lines are wrong, so none is read" "and then once"
rm -f "$usual"

# --print-keys
run "$baolan" --print-keys
is "$status" 0 "keys are printed"
is "$(sed -n "s/^next-article$tab//p" "$tmp/out")" "J >${tab}next article" \
	"a line has name, keys and meaning"
is "$(grep -c "^[a-z-]*$tab[^$tab]*$tab[^$tab]*\$" "$tmp/out")" \
	"$(wc -l <"$tmp/out")" "as all lines have"
cut -f 1 "$tmp/out" >"$tmp/names"
dump
sed -n '/^\[keys\]/,$s/^\([a-z-]*\) = .*/\1/p' "$tmp/out" >"$tmp/dumped"
cmp -s "$tmp/names" "$tmp/dumped"
ok $? "these are the commands that are dumped"
printf '[keys]\nlist = ж ↓ ^t 你\nedit = none\n' >"$usual"
run "$baolan" --print-keys
is "$(sed -n "s/^list$tab//p" "$tmp/out")" \
	"ж Down ^T 你${tab}list of articles" "keys that were bound are printed"
is "$(sed -n "s/^down$tab//p;s/^edit$tab//p" "$tmp/out" | cut -f 1)" "j
none" "and what is left of others"
done_testing
