# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# For tests in shell: sourced first.  Gives a folder of its own ($tmp, removed
# at the end), the program ($baolan), and the words below.  A test ends with
# `done_testing`; one that stops before has failed, for it has no plan.

set -u
LC_ALL=C.UTF-8
export LC_ALL
unset LANG LANGUAGE LC_MESSAGES 2>/dev/null || :

here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
build=$(cd "${builddir:-.}" && pwd)
baolan=$build/baolan
BAOLAN_DATADIR=$top/data
export BAOLAN_DATADIR
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
trap 'exit 99' HUP INT TERM

# What tests run is not to read what the tests are given.
exec </dev/null

tests=0

# needs_sample_page: the test is about the bundled page; a build without that skips it.
needs_sample_page() {
	[ "${sample_page:-yes}" != no ] || {
		echo "1..0 # SKIP built --without-sample-page"
		exit 0
	}
}

# ok STATUS NAME: a test that is passed when STATUS is 0.
ok() {
	tests=$((tests + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tests - $2"
	else
		echo "not ok $tests - $2"
	fi
}

# skip NAME REASON
skip() {
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

# ok_translated STATUS NAME: the same of a message in another language.
ok_translated() {
	if [ "${nls:-yes}" = no ]; then
		skip "$2" "built --disable-nls"
	else
		ok "$1" "$2"
	fi
}

# needs_translations: all of the test is about them.
needs_translations() {
	[ "${nls:-yes}" != no ] || {
		echo "1..0 # SKIP built --disable-nls"
		exit 0
	}
}

# is GOT WANTED NAME
is() {
	[ "$1" = "$2" ]
	ok $? "$3"
	[ "$1" = "$2" ] || printf 'got:    %s\nwanted: %s\n' "$1" "$2" |
		head -c 2000 | sed 's/^/# /'
}

# run COMMAND...: its exit status in $status, what it wrote in $tmp/out and
# $tmp/err.  Nothing is read from the terminal, and nothing may hang.
run() {
	timeout 60 "$@" >"$tmp/out" 2>"$tmp/err" </dev/null
	status=$?
}

# Begins commands of somebody without rights: root, who may read and write all, gives its
# own up.  finds_nobody: they can be run, and may look into the folder of the test.
nobody=
[ "$(id -u)" -ne 0 ] ||
	nobody="setpriv --reuid=65534 --regid=65534 --clear-groups -- env HOME=/nonexistent"
finds_nobody() {
	chmod a+rx "$tmp" && $nobody "$baolan" --version >/dev/null 2>&1
}

# says FILE TEXT NAME: FILE has TEXT in it.
says() {
	grep -qF -e "$2" "$1"
	ok $? "$3"
	grep -qF -e "$2" "$1" || head -c 2000 "$1" | sed 's/^/# got: /'
}

done_testing() {
	echo "1..$tests"
}
