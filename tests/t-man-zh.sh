#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The manuals in Chinese say what the English ones do: the same options, keys, settings,
# files, variables, examples and references, section by section; and what comes from the
# tables of the program is as it is there.
. "$(dirname "$0")/tap.sh"

AWK=${AWK:-awk}

# facts PAGE: what is the same in every language, a line each: date, number of items, the
# arguments of macros that name something, and lines that are typed.
facts() {
	LC_ALL=C "$AWK" '
	function told(what) {
		if (!((section, what) in seen))
			print section, what
		seen[section, what] = 1
	}
	BEGIN {
		split("Fl Cm Ic Ev Pa Dv Va Xr", named, " ")
		for (i in named)
			names[named[i]] = 1
		split("Ar Nm No Ns Op Pq Ql Li Sx Sq Pf Dq Em It Pc Po", others, " ")
		for (i in others)
			other[others[i]] = 1
	}
	/^\.Dd / { print; next }
	/^\.D[1l] / && !/Ar / { told($0); next }
	/^\.Sh / { if (section) print section, items, "items"; section++; items = 0; next }
	/^\.Ss / { parts++; next }
	/^\.It/ { items++ }
	!/^\.[A-Z]/ { next }
	{
		macro = substr($1, 2)
		dash = word = ""
		for (i = 2; i <= NF; i++) {
			if ($i in names || $i in other) {
				dash = macro == "Fl" && $i == "Fl" ? "-" : ""
				macro = $i
			} else if (macro == "Xr" && $i ~ /^[A-Za-z]/) {
				told("Xr " $i " " $(i + 1))
				i++
			} else if (macro in names && $i !~ /^[].,:;|()[]$/)
				told(macro " " dash $i)
		}
	}
	END { print section, items, "items"; print section, "sections,", parts + 0, "parts" }
	' "$1" | LC_ALL=C sort
}

for page in "$top"/man/*.[0-9]; do
	name=${page##*/}
	facts "$page" >"$tmp/english"
	[ "$(wc -l <"$tmp/english")" -ge 20 ] && [ -s "$top/man/zh_CN/$name" ] &&
		facts "$top/man/zh_CN/$name" >"$tmp/chinese" &&
		cmp -s "$tmp/english" "$tmp/chinese"
	ok $? "$name names the same in both languages"
	diff "$tmp/english" "$tmp/chinese" | sed 's/^/# /'
	if command -v mandoc >/dev/null; then
		mandoc -T lint "$top/man/zh_CN/$name" 2>/dev/null |
			grep -v 'referenced manual not found' >"$tmp/lint"
		is "$(cat "$tmp/lint")" "" "mandoc finds nothing wrong in zh_CN/$name"
	else
		skip "mandoc finds nothing wrong in zh_CN/$name" "no mandoc here"
	fi
done
is "$(ls "$top/man/zh_CN")" "$(cd "$top/man" && ls ./*.[0-9] | sed 's|^\./||')" \
	"there are no other manuals in Chinese"

# The test itself sees what is missing.
facts "$top/man/baolan.1" >"$tmp/english"
for lost in '.It Fl Fl exact' '.Ic :n , :p' '.Dl $ baolan paper.pdf' '.It Ev TERM' \
	'.Xr tmux 1'; do
	grep -vF -- "$lost" "$top/man/zh_CN/baolan.1" >"$tmp/less.1"
	facts "$tmp/less.1" >"$tmp/chinese"
	! cmp -s "$tmp/english" "$tmp/chinese"
	ok $? "a line that the Chinese manual lacks is seen: $lost"
done

# generated PAGE PART [ARGUMENT]: a part that comes from a table of the program.
generated() {
	name="$2 of the Chinese manual and of the program are the same (else: make update-man)"
	sed -n "/BEGIN $2\$/,/END $2\$/p" "$top/man/zh_CN/$1" | sed '1d;$d' >"$tmp/manual"
	LC_ALL=zh_CN.UTF-8 "$build/tools/keys" ${3:+"$3"} >"$tmp/program" 2>/dev/null
	[ -s "$tmp/manual" ] && cmp -s "$tmp/manual" "$tmp/program"
	ok_translated $? "$name"
	[ "${nls:-yes}" = no ] || diff "$tmp/manual" "$tmp/program" | sed 's/^/# /'
}
generated baolan.1 KEYS
generated baolan-config.5 SETTINGS settings
generated baolan-config.5 COMMANDS commands
done_testing
