#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The pictures of README.md are those of the recorded screens.
. "$(dirname "$0")/tap.sh"

cd "$build" && srcdir=$top sh "$top/tools/pictures" "$tmp"
ok $? "the pictures are made"
for picture in page article letter; do
	cmp -s "$tmp/doc/$picture.svg" "$top/doc/$picture.svg"
	ok $? "doc/$picture.svg is that of its screen (make update-pictures)"
	grep -q "doc/$picture.svg" "$top/README.md"
	ok $? "README.md shows it"
done
run tools/screenshot "$top/tests/screens/letter.screen" 'no such screen'
is "$status" 1 "a screen that is not there is refused"
done_testing
