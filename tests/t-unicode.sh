#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# All tables made from the Unicode Character Database are of one version.
. "$(dirname "$0")/tap.sh"

# versions FOLDER: what the tables of FOLDER/text say, each once; the name of one
# that says nothing.
versions() {
	for table in "$1"/text/*_table.inc; do
		sed -n 's|^/\* Unicode \([0-9.]*\)$|\1|p' "$table" |
			grep . || echo "none: $table"
	done | sort -u
}

# is_one FOLDER: is that one version, of four tables or more?
is_one() {
	[ "$(find "$1/text" -name '*_table.inc' | wc -l)" -ge 4 ] &&
		versions "$1" | grep -Ex '[0-9]+\.[0-9]+\.[0-9]+' >"$tmp/version" &&
		[ "$(versions "$1" | wc -l)" -eq 1 ]
}

is_one "$top/src"
ok $? "all tables are of one Unicode version"
versions "$top/src" | sed 's/^/# /'

# Ideographs of names of persons came with 15.1 (Extension I).
awk -F . '{ exit !($1 * 100 + $2 >= 1501) }' "$tmp/version"
ok $? "and that is 15.1 or later"

mkdir -p "$tmp/src/text"
cp "$top"/src/text/*_table.inc "$tmp/src/text"
chmod u+w "$tmp"/src/text/*
is_one "$tmp/src"
ok $? "a copy is as good"
sed 's/^\(.. Unicode\) [0-9.]*$/\1 14.0.0/' "$top/src/text/fold_table.inc" \
	>"$tmp/src/text/fold_table.inc"
! is_one "$tmp/src"
ok $? "another version would be noticed"
sed '/^.. Unicode [0-9.]*$/d' "$top/src/text/fold_table.inc" >"$tmp/src/text/fold_table.inc"
! is_one "$tmp/src"
ok $? "a table without one would be noticed"

done_testing
