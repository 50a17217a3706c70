#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Exports as other programs see them: HTML in a browser, EPUB in its checker,
# where they are installed.
. "$(dirname "$0")/tap.sh"

page=$top/data/issues/liuwan-2026-11-08.txt

# The characters of a text, without those that only set it off.
dense() {
	tr -d '[:space:]' | sed 's/　//g; s/—//g; s/[][]//g'
}

# What a reader sees in a browser is what stands in the text, in its order.
# browse NAME OPTION...
browse() {
	about=$1
	shift
	if ! chromium=$(command -v chromium || command -v chromium-browser); then
		skip "$about" "chromium not found"
		return
	fi
	run "$baolan" -e all -f html "$@" "$page"
	sed 's#</body>#<script>document.addEventListener("DOMContentLoaded",\
function () { const seen = document.body.innerText; document.body.innerHTML =\
"<pre>BEGIN" + seen.replace(/[<>\&]/g, "") + "END</pre>"; });</script></body>#' \
		"$tmp/out" >"$tmp/page.html"
	run "$chromium" --headless --no-sandbox --disable-gpu --disable-quic \
		--no-first-run --disable-background-networking \
		--disable-component-update --disable-sync \
		--user-data-dir="$tmp/profile" --dump-dom "file://$tmp/page.html"
	got=$(tr -d '\n' <"$tmp/out" | sed 's/.*<pre>BEGIN//; s/END<.pre>.*//' |
		dense)
	wanted=$("$baolan" -e all "$page" | dense)
	is "$got" "$wanted" "$about"
}

# check NAME FILE OPTION...
check() {
	about=$1 file=$2
	shift 2
	if command -v epubcheck >/dev/null 2>&1; then
		checker=$(command -v epubcheck)
	else
		skip "$about" "epubcheck not found"
		return
	fi
	"$baolan" -e all -f epub -o "$tmp/book.epub" --force "$@" "$file"
	# Some systems cannot start a jar as a program.
	run "$checker" "$tmp/book.epub"
	if ! grep -q '^Messages: ' "$tmp/out" "$tmp/err"; then
		run java -jar "$checker" "$tmp/book.epub"
	fi
	cat "$tmp/out" "$tmp/err" >"$tmp/said"
	says "$tmp/said" "Messages: 0 fatals / 0 errors / 0 warnings" "$about"
}

browse "a browser shows the whole text"
browse "and all of it when it runs downwards" --upright
check "an EPUB has no errors" "$page"
check "nor has one that runs downwards" "$page" --upright
check "nor has one of hostile text" "$top/tests/data/hostile.txt"

done_testing
