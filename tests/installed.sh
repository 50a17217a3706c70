#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# installed.sh BINDIR PKGDATADIR MANDIR DATADIR: what `make install' has put there works; a
# sentence for each thing that does not, and status 1.
set -u
bin=$1 data=$2 man=$3 share=$4
failed=0
unset BAOLAN_DATADIR BAOLAN_LIBEXECDIR
LC_ALL=C.UTF-8
export LC_ALL
home=$(mktemp -d) || exit 1
trap 'rm -rf "$home"' EXIT
HOME=$home
export HOME
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME XDG_CACHE_HOME

wrong() {
	echo "installcheck: $*" >&2
	failed=1
}

# A program under DESTDIR looks for its files where they will be.
if [ -n "${DESTDIR:-}" ]; then
	BAOLAN_DATADIR=$data
	export BAOLAN_DATADIR
fi
"$bin/baolan" --version | grep -q '^baolan ' || wrong "baolan does not say its version"
articles=$("$bin/baolan" --list </dev/null | wc -l)
[ "$articles" -ge 5 ] || wrong "the bundled issue has $articles articles"
for issue in "$data"/issues/*.txt; do
	"$bin/baolan" --export=all --format=json "$issue" >"$home/json" ||
		wrong "$issue is not read"
	[ -s "$home/json" ] || wrong "$issue gives no JSON"
done
[ -s "$data/issues/README.md" ] || wrong "nothing says whose the bundled issues are"
"$bin/baolan-ocr" --help >/dev/null || wrong "baolan-ocr does not start"
# The manuals in Chinese are there where the messages are.
translated=zh_CN
LC_ALL=zh_CN.UTF-8 "$bin/baolan" --help | grep -q 用法 || translated=
for page in man1/baolan.1 man1/baolan-ocr.1 man5/baolan-config.5 man5/baolan-issue.5; do
	for language in . $translated; do
		[ -s "$man/$language/$page" ] || wrong "there is no manual $language/$page"
	done
done
for language in . $translated; do
	grep -q "^.It Pa ${data#"${DESTDIR:-}"}/issues" "$man/$language/man1/baolan.1" ||
		wrong "the manual names another folder than $data"
done
for file in bash-completion/completions/baolan zsh/site-functions/_baolan \
	fish/vendor_completions.d/baolan.fish applications/org.baolan.baolan.desktop \
	metainfo/org.baolan.baolan.metainfo.xml \
	icons/hicolor/scalable/apps/org.baolan.baolan.svg; do
	[ -s "$share/$file" ] || wrong "there is no $share/$file"
done
exit $failed
