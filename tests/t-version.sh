#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The version comes from the tags of git, from a tarball, or from tools/version; and all
# files that name the last release name the same one.
. "$(dirname "$0")/tap.sh"

written=$(sed -n 's/^version=//p' "$top/tools/version")
mkdir -p "$tmp/clone/tools"
cp "$top/tools/version" "$tmp/clone/tools/"
said() {
	"$tmp/clone/tools/version"
}
is "$(said)" "$written" "without git it is the written one"
if command -v git >/dev/null; then
	GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
	export GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM
	commit() {
		git -C "$1" -c user.name=A -c user.email=a@example.org commit -q \
			--allow-empty -m A
	}
	git -C "$tmp" init -q . && commit "$tmp" &&
		git -C "$tmp" tag v7.0
	is "$(said)" "$written" "tags of a repository around it are not its own"
	git -C "$tmp/clone" init -q . && commit "$tmp/clone"
	is "$(said)" "$written" "without tags it is the written one"
	git -C "$tmp/clone" tag v1.2.3
	is "$(said)" 1.2.3 "at a tag it is the tag"
	git -C "$tmp/clone" tag try-9
	is "$(said)" 1.2.3 "other tags are none"
	commit "$tmp/clone"
	commit "$tmp/clone"
	case $(said) in 1.2.3+2.g????????) ok 0 "behind a tag commits are counted" ;;
	*) ok 1 "behind a tag commits are counted" ;; esac
else
	skip "the version of a clone" "git not found"
fi
echo 4.5.6 >"$tmp/clone/.tarball-version"
is "$(said)" 4.5.6 "a tarball keeps its own"

version=$("$baolan" --version | sed -n '1s/^baolan //p')
case $version in
[0-9]*.[0-9]*) ok 0 "the program says its version: $version" ;;
*) ok 1 "the program says its version: $version" ;;
esac

# The last release, and its day, as NEWS.md has it: a day, or that there is none yet.
news=$(sed -n 's/^## //p' "$top/NEWS.md" | head -n 1)
last=${news%% *}
is "$last" "$written" "tools/version and NEWS.md name the same"
sed -n 's/^## [0-9.]* (\(.*\))$/\1/p' "$top/NEWS.md" >"$tmp/days"
is "$(grep -c '^## ' "$top/NEWS.md")" "$(wc -l <"$tmp/days")" "each release has a day"
is "$(grep -vxE '[0-9]{4}-[0-9]{2}-[0-9]{2}' "$tmp/days" | sort -u | sed '/^not released yet$/d')" \
	"" "which is one, or not there yet"
is "$(sed 1d "$tmp/days" | grep -c released)" 0 "for the last one alone"
is "$(sed -n 's/.*<release version="\([^"]*\)".*/\1/p' \
	"$top/data/desktop/org.baolan.baolan.metainfo.xml" | head -n 1)" "$written" \
	"the metainfo names the same"
[ ! -d "$top/packaging" ] || {
	is "$(sed -n 's/^pkgver=//p' "$top/packaging/APKBUILD" "$top/packaging/PKGBUILD" |
		sort -u)" "$written" "the packages of Alpine and Arch, too"
	is "$(sed -n 's/^Version: *//p' "$top/packaging/baolan.spec")" "$written" \
		"that of Fedora"
}
[ ! -d "$top/debian" ] ||
	is "$(sed -n '1s/.*(\([0-9.]*\).*/\1/p' "$top/debian/changelog")" "$written" \
		"and that of Debian"
done_testing
