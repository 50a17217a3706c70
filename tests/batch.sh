#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# batch.sh [PLAYER...] LIST: runs the tests that LIST names, one a line, each as a process
# of its own, and tells what they say as one test (TAP).  PLAYER runs those that are
# screens.  A test that ends otherwise than it should is one more case, which failed.

player=
while [ $# -gt 1 ]; do
	player="$player $1"
	shift
done
home=$HOME number=0
while read -r test; do
	number=$((number + 1))
	HOME=$home.$number
	[ ! -e "$HOME" ] || rm -rf "$HOME"
	export HOME
	printf '\n\001begin %s\n' "$test"
	case $test in
	*.tt) $player "$srcdir/$test" ;;
	*) "./$test" ;;
	esac </dev/null
	printf '\n\001end %s\n' "$?"
done <"$1" | LC_ALL=C awk '
# say RESULT WORDS: the next case of all.
function say(result, words) { print result " " ++count " - " words }

function fail(words) { say("not ok", test ": " words); failed = 1 }

sub(/^\001begin /, "") {
	test = $0
	before = count
	plan = -1
	failed = 0
	skipped = ended = ""
	print "# " test
	next
}
sub(/^\001end /, "") {
	if (ended)
		fail(ended)
	else if (skipped)
		say("ok", test " # SKIP " skipped)
	else if (plan < 0)
		fail("no plan (status " $0 ")")
	else if (plan != count - before)
		fail(count - before " cases of " plan " (status " $0 ")")
	if ($0 != 0 && !failed)
		fail("status " $0)
	next
}
/^1\.\.[0-9]/ {
	if (plan >= 0)
		fail("a second plan")
	plan = substr($1, 4)
	if (sub(/^1\.\.0 *# *[Ss][Kk][Ii][Pp][^ ]* */, ""))
		skipped = $0 ? $0 : "no reason"
	next
}
/^(not )?ok( |$)/ {
	result = sub(/^not /, "") ? "not ok" : "ok"
	sub(/^ok */, "")
	if (match($0, /^[0-9]+/)) {
		if (substr($0, 1, RLENGTH) != count - before + 1)
			fail("case " $1 " at another place")
		$0 = substr($0, RLENGTH + 1)
	}
	sub(/^ *-? */, "")
	if (result == "not ok" && !/# *TODO/)
		failed = 1
	say(result, index($0, ".tt: ") ? $0 : test ": " $0)
	next
}
/^Bail out!/ { ended = $0 }
/./ { print }
END { print "1.." count + 0 }'
