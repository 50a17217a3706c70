#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The map of HACKING.md names every file of src/ and every folder of the rest,
# and nothing that is not there.
. "$(dirname "$0")/tap.sh"

# files_of TREE: the files of src/, tests/ and tools/.
files_of() {
	(cd "$1" && find src tests tools -type f)
}

# named MAP TREE: the paths that the tables of a map name.  The head of a table
# says the folder; a name without an ending is a NAME.c, a NAME.h, or both.
named() {
	files_of "$2" | awk -F'|' '
	NR == FNR { is_there[$0] = 1; next }
	/^## The rules/ { exit }
	!/^\|/ { head = 0; next }
	!head {
		head = 1
		split($2, part, "`")
		folder = part[2]
	}
	head && !($2 ~ /---/ || (folder && $2 ~ "`" folder "`")) {
		count = split($2, part, "`")
		for (i = 2; i <= count; i += 2) {
			path = folder part[i]
			found = 0
			if (folder && path !~ /\.[a-z]+$/)
				for (end = 1; end <= 2; end++) {
					other = path (end == 1 ? ".c" : ".h")
					if (other in is_there) {
						print other
						found = 1
					}
				}
			if (!found)
				print path
		}
	}' - "$1" | LC_ALL=C sort
}

# differs MAP TREE: a line for each file that has no line, has two, or is none.  A line
# for a folder is one for its files, but in src/.
differs() {
	named "$1" "$2" >"$tmp/named"
	uniq -d "$tmp/named" | sed 's/$/: has two lines/'
	while read -r path; do
		[ -e "$2/$path" ] || echo "$path: is not there"
	done <"$tmp/named"
	files_of "$2" | awk '
	NR == FNR { named[$0] = 1; next }
	/\.([ch]|cc|inc|sh|py|tt)$/ {
		folder = $0
		sub(/[^\/]*$/, "", folder)
		if (!($0 in named) && !($0 !~ /^src\// && folder in named))
			print $0 ": has no line"
	}' "$tmp/named" -
}

differs "$top/HACKING.md" "$top" >"$tmp/differences"
sed 's/^/# /' "$tmp/differences"
[ ! -s "$tmp/differences" ]
ok $? "the map and the files say the same"
[ "$(wc -l <"$tmp/named")" -gt 100 ]
ok $? "the map was seen"

# The test itself: a map with one fault of each kind.
wrong=$tmp/wrong
mkdir -p "$wrong/src/base" "$wrong/tests/unit" "$wrong/tests/new" "$wrong/tools"
for file in src/base/mem.c src/base/mem.h src/base/str.c src/base/lone.h \
	src/base/lost.c tests/unit/t-x.c tests/new/n.c tools/x.c tools/y.c; do
	: >"$wrong/$file"
done
cat >"$wrong/HACKING.md" <<'END'
| `src/base/` | |
| --- | --- |
| `mem` | both |
| `str` `lone.h` | a `ghost` in the second column is none |
| `gone` | |
| `str.c` | again |

| Elsewhere | |
| --- | --- |
| `tests/unit/` `tools/x.c` | |

## The rules

| `src/base/` | |
| --- | --- |
| `lost` | after the map |
END
differs "$wrong/HACKING.md" "$wrong" | LC_ALL=C sort >"$tmp/differences"
is "$(cat "$tmp/differences")" "src/base/gone: is not there
src/base/lost.c: has no line
src/base/str.c: has two lines
tests/new/n.c: has no line
tools/y.c: has no line" "each fault is told, and no other"

# unregistered TREE: a sentence for each file of unit, property or screen tests that is in
# no list of Makefile.am, and for each variable there of one of them alone.
unregistered() {
	tr -s ' \t\\' '\n\n\n' <"$1/Makefile.am" | LC_ALL=C sort -u >"$tmp/words"
	(cd "$1" && find tests/unit tests/property tests/screens \
		-name '[tp]-*.c' -o -name '*.tt') |
		sed 's/\.c$//' | LC_ALL=C sort | LC_ALL=C comm -23 - "$tmp/words" |
		sed 's/\.tt$/&: is never run: it needs a row in short_screens/
			t
			s/$/: is never run: it needs a row in unit_tests/'
	awk '/^tests_(unit_t|property_p)_/ {
		print $1 ": has no effect: all unit tests are one program, " \
			"tests_unit_tests"
	}' "$1/Makefile.am"
}

unregistered "$top" >"$tmp/differences"
sed 's/^/# /' "$tmp/differences"
[ ! -s "$tmp/differences" ]
ok $? "Makefile.am has all tests, those of units and properties as one program"
mkdir -p "$wrong/tests/property" "$wrong/tests/screens"
: >"$wrong/tests/screens/s.tt"
: >"$wrong/tests/unit/t-y.c"
: >"$wrong/tests/property/p-z.c"
printf 'unit_tests = \\\n\ttests/unit/t-x \\\n\ttests/unit/t-yy\n%s\n' \
	'tests_unit_t_x_LDFLAGS = -Wl,--wrap=x' >"$wrong/Makefile.am"
is "$(unregistered "$wrong")" \
	"tests/property/p-z: is never run: it needs a row in unit_tests
tests/screens/s.tt: is never run: it needs a row in short_screens
tests/unit/t-y: is never run: it needs a row in unit_tests
tests_unit_t_x_LDFLAGS: has no effect: all unit tests are one program, tests_unit_tests" \
	"a file that is never run is told, and flags without effect"

# The screen that README.md shows is one that a test has seen.
screen=$top/tests/screens/readme.screen
awk '/^```/ { inside = !inside; next } inside' "$top/README.md" \
	>"$tmp/shown"
sed -n 's/^|\(.*\)|$/\1/p' "$screen" | sed 's/ *$//' | head -n 24 >"$tmp/seen"
is "$(sed 's/ *$//' "$tmp/shown")" "$(cat "$tmp/seen")" \
	"README.md shows what readme.tt sees"

# A picture is found by its name, where a terminal is compared with the one that is recorded.
for script in "$top"/tests/screens/*.tt; do
	sed -n 's/^rows [-0-9]* [-0-9]* //p; s/^screen //p; s/^body //p' "$script" |
		sort | uniq -d | sed "s#^#${script##*/}: #"
done >"$tmp/twice"
is "$(cat "$tmp/twice")" "" "each picture of a screen script has a name of its own"

# choices FILE: the options of configure in the table of FILE; those of its help.
choices() {
	sed -n 's/^| `\(--[a-z-]*\)` |.*/\1/p' "$1" | sort
}
"$top/configure" --help | sed -n '/^Optional Features/,/^Some influential/s/^  \(--[a-z-]*[a-z]\)\( .*\)*$/\1/p' |
	grep -vE -- '-(option-checking|silent-rules|dependency-tracking)$' |
	sort >"$tmp/choices"
[ "$(wc -l <"$tmp/choices")" -ge 7 ]
ok $? "configure names its choices"
for readme in README.md README.zh_CN.md; do
	is "$(choices "$top/$readme")" "$(cat "$tmp/choices")" \
		"$readme has a row for each choice of configure"
done

# said FILE: what is not told in a language: commands, pictures, keys, figures.
said() {
	awk -F ' *[|] *' '
	/^```/ { inside = !inside }
	inside { next }
	/^    [^ ]/ && sub(/^ */, "") { sub(/ *  #.*/, ""); print "command " $0 }
	match($0, /]\(doc[^)]*/) { print "picture " substr($0, RSTART + 2, RLENGTH - 2) }
	!/^[|]/ { cells = "" }
	/^[|] (key|键) [|]/ { cells = "key" }
	/^[|].*[0-9] [|]$/ { print "figures " $3, $4, $5 }
	cells { print $2 }' "$1" | grep -vE '^(key|键)$'
}
for language in zh_CN; do
	said "$top/README.md" >"$tmp/first"
	said "$top/README.$language.md" >"$tmp/second"
	is "$(diff "$tmp/first" "$tmp/second")" "" \
		"README.$language.md has the commands, pictures and keys of README.md"
done
[ "$(wc -l <"$tmp/first")" -gt 40 ]
ok $? "they were seen"
done_testing
