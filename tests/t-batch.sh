#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# batch.sh: whatever its tests say and however they end, nothing that failed is lost.
. "$(dirname "$0")/tap.sh"

cd "$tmp" || exit 99
srcdir=. HOME=$tmp/home
export srcdir HOME

# a NAME SCRIPT: a test of that name.
a() {
	printf '#!/bin/sh\n%s\n' "$2" >"$1"
	chmod +x "$1"
}

# batch WANTED NAME TEST...: what these tests say as one.
batch() {
	wanted=$1 about=$2
	shift 2
	: >list
	for test; do
		echo "$test" >>list
	done
	is "$(sh "$here/batch.sh" sh ./player.sh list 2>/dev/null |
		grep -v '^# [a-z.]*$')" \
		"$wanted" "$about"
}

a good 'printf "1..2\nok 1 - one\nok 2\n"'
a late 'printf "ok 1 - one # SKIP no disk\nnot ok 2 - two\n# by two\n1..2\n"; exit 1'
a dies 'printf "1..2\nok 1 - one\nok"; kill -9 $$'
a mute 'exit 0'
a short 'printf "1..2\nok 1 - one\n"'
a crash 'printf "1..1\nok 1 - one\n"; exit 3'
a bails 'printf "Bail out! no pty\n"; exit 99'
a skips 'echo "1..0 # SKIP no compiler"'
a twice 'printf "1..1\nok 1 - a\nok 1 - b\n"'
a home 'mkdir "$HOME" && printf "1..1\nok 1 - home\n"; cat'
printf 'printf "1..1\\nok 1 - %%s: a screen\\n" "${1##*/}"' >player.sh
: >b.tt

batch "ok 1 - good: one
ok 2 - good: 
ok 3 - good: one
ok 4 - good: 
1..4" "cases are counted on" good good
batch "ok 1 - late: one # SKIP no disk
not ok 2 - late: two
# by two
ok 3 - good: one
ok 4 - good: 
1..4" "a failed case is one, and so is a skipped one" late good
batch "ok 1 - dies: one
ok 2 - dies: 
not ok 3 - dies: status 137
ok 4 - good: one
ok 5 - good: 
1..5" "one that is killed has failed, and the others run" dies good
batch "not ok 1 - mute: no plan (status 0)
1..1" "one that says nothing has failed" mute
batch "ok 1 - short: one
not ok 2 - short: 1 cases of 2 (status 0)
1..2" "so has one with a case too few" short
batch "ok 1 - twice: a
not ok 2 - twice: case 1 at another place
ok 3 - twice: b
not ok 4 - twice: 3 cases of 1 (status 0)
1..4" "and one with a case too many" twice
batch "ok 1 - crash: one
not ok 2 - crash: status 3
1..2" "and one with a bad end" crash
batch "Bail out! no pty
not ok 1 - bails: Bail out! no pty
1..1" "and one that gives up" bails
batch "not ok 1 - none: no plan (status 127)
1..1" "and one that is not there" none
batch "ok 1 - skips # SKIP no compiler
1..1" "one that was skipped is a case with the reason" skips
batch "ok 1 - home: home
ok 2 - home: home
1..2" "each has a home of its own, and nothing to read" home home
batch "ok 1 - b.tt: a screen
1..1" "screens are played" b.tt
batch "1..0" "an empty list has no cases"
done_testing
