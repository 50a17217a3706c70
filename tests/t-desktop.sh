#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What desktops and software centres read of the program is valid and true.
. "$(dirname "$0")/tap.sh"

files=$top/data/desktop
id=org.baolan.baolan

if command -v desktop-file-validate >/dev/null; then
	run desktop-file-validate "$files/$id.desktop"
	is "$status:$(cat "$tmp/out")" "0:" "the desktop file is valid"
else
	skip "the desktop file is valid" "desktop-file-validate not found"
fi
# The project has no page on the web yet: that alone may be missing.
if command -v appstreamcli >/dev/null; then
	run appstreamcli validate --no-net --no-color "$files/$id.metainfo.xml"
	is "$(grep '^[EW]:' "$tmp/out" | grep -v url-homepage-missing)" "" \
		"the metainfo file is valid"
	[ -s "$tmp/out" ]
	ok $? "and was read"
else
	skip "the metainfo file is valid" "appstreamcli not found"
fi
if command -v rsvg-convert >/dev/null; then
	run rsvg-convert -w 64 "$files/$id.svg" -o "$tmp/icon.png"
	is "$status" 0 "the icon can be drawn"
else
	skip "the icon can be drawn" "rsvg-convert not found"
fi

version=$("$baolan" --version | sed -n '1s/^baolan //p')
says "$files/$id.metainfo.xml" "<release version=\"${version%%+*}\"" \
	"the version of the program is a release"
says "$files/$id.metainfo.xml" "<launchable type=\"desktop-id\">$id.desktop<" \
	"it names the desktop file"
for file in "$id.desktop" "$id.metainfo.xml"; do
	grep -qE "(Icon=|type=\"stock\">)$id\b" "$files/$file"
	ok $? "$file names the icon"
done
done_testing
