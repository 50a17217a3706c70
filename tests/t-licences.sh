#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file says who owns it and by which licence it is given, by the rules of REUSE 3.3:
# in its head, in FILE.license, or by a table of REUSE.toml; and LICENSES has the texts
# of the licences that are named, and no others.
. "$(dirname "$0")/tap.sh"

# The words that are looked for, so that this file does not have them.
owner='SPDX-FileCopyright''Text:|Copyright \(C\)'
licence='SPDX-License-''Identifier:'

# sources TREE: the files that a person wrote, of a checkout or of a tarball, in which
# what was built may stand among them.  REUSE asks nothing of licences, empty files and
# links.
sources() {
	if [ "$(git -C "$1" rev-parse --show-cdup 2>&1)" = "" ]; then
		git -C "$1" ls-files
	else
		(cd "$1" && find AUTHORS Makefile.am README* bootstrap configure.ac data doc man \
			po src tests tools $(ls -d debian packaging 2>/dev/null) -type f ! -name '*.o' ! -name '*.a' ! -name '*.log' \
			! -name '*.trs' ! -name '.dirstamp' ! -path '*/.deps/*') |
			while read -r file; do
				[ ! -x "$1/$file" ] || head -c 2 "$1/$file" | grep -q '^#!' &&
					echo "$file"
			done
	fi | grep -vE '^(COPYING|REUSE\.toml|LICENSES/.*)$|\.license$' |
		while read -r file; do
			[ -s "$1/$file" ] && [ ! -L "$1/$file" ] && echo "$file"
		done
}

# told TREE: for each file of standard input `FILE owner' and `FILE licence WORD' as it
# says them itself, or the file FILE.license beside it.
told() {
	while read -r file; do
		[ -e "$1/$file.license" ] && echo "$file.license" || echo "$file"
	done >"$tmp/says"
	(cd "$1" && tr '\n' '\0' <"$tmp/says" | xargs -0 grep -aHE "$owner|$licence" -- /dev/null) |
		LC_ALL=C sed -n -E "s#^([^:]*):.*$licence *([-A-Za-z0-9.+() ]*).*#\1 licence \2#p
			t
			s#^([^:]*):.*($owner) *.+#\1 owner#p" |
		sed 's/^\([^ ]*\)\.license /\1 /'
}

# annotated TOML: the same of the files of standard input that REUSE.toml names, and
# `PATTERN unused' of a path that names none.
annotated() {
	awk -v toml="$1" '
	# A path with * or ** as an expression.
	function expression(path,   out, i, c) {
		for (i = 1; i <= length(path); i++) {
			c = substr(path, i, 1)
			if (substr(path, i, 2) == "**") {
				out = out ".*"
				i++
			} else if (c == "*")
				out = out "[^/]*"
			else
				out = out (c ~ /[.+?()\[\]{}^$|\\]/ ? "[" c "]" : c)
		}
		return "^" out "$"
	}
	function take(line,   part) {
		while (match(line, /"[^"]*"/)) {
			part = substr(line, RSTART + 1, RLENGTH - 2)
			line = substr(line, RSTART + RLENGTH)
			if (key == "path") {
				table[++paths] = tables
				path[paths] = part
			} else if (key == "SPDX-FileCopyrightText")
				owned[tables] = 1
			else if (key == "SPDX-License-" "Identifier")
				licence[tables] = licence[tables] " " part
			else
				print toml " unknown " key
		}
	}
	BEGIN {
		while ((getline line <toml) > 0) {
			sub(/^[ \t]*#.*/, "", line)
			if (line ~ /^\[\[annotations\]\]/)
				tables++
			else if (match(line, /^[-A-Za-z]+ *=/)) {
				key = substr(line, 1, RLENGTH - 1)
				sub(/ *$/, "", key)
				take(substr(line, RLENGTH + 1))
			} else
				take(line)
		}
		for (i = 1; i <= paths; i++)
			expressions[i] = expression(path[i])
	}
	{
		last = 0
		for (i = 1; i <= paths; i++)
			if ($0 ~ expressions[i])
				last = used[i] = table[i]
		if (last && owned[last])
			print $0 " owner"
		if (last && licence[last])
			print $0 " licence" licence[last]
	}
	END {
		for (i = 1; i <= paths; i++)
			if (!used[i])
				print path[i] " unused"
	}'
}

# faults TREE: a line for each fault.
faults() {
	sources "$1" >"$tmp/files"
	told "$1" <"$tmp/files" >"$tmp/told"
	annotated "$1/REUSE.toml" <"$tmp/files" >>"$tmp/told"
	(cd "$1/LICENSES" && ls) | sed 's/\.txt$//' >"$tmp/texts"
	awk -v texts="$tmp/texts" -v files="$tmp/files" '
	BEGIN {
		while ((getline name <texts) > 0)
			text[name] = 1
	}
	$2 == "owner" { owner[$1] = 1 }
	$2 == "unused" { print $1 ": names no file" }
	$2 == "unknown" { print $1 ": has a key that is not known, " $3 }
	$2 == "licence" {
		licence[$1] = 1
		for (i = 3; i <= NF; i++) {
			gsub(/[()]/, "", $i)
			if ($i ~ /^(AND|OR|WITH|--)$/)
				continue
			named[$i] = 1
			if (!($i in text))
				print $1 ": its licence is not in LICENSES: " $i
		}
	}
	END {
		while ((getline file <files) > 0) {
			if (!(file in owner))
				print file ": does not say who owns it"
			if (!(file in licence))
				print file ": does not say its licence"
		}
		for (name in text)
			if (!(name in named))
				print name ": no file is under this licence"
	}' "$tmp/told" | LC_ALL=C sort
}

# A build without the bundled page may have sources without it, a tarball has no debian/.
faults "$top" |
	{ [ -d "$top/debian" ] && cat || grep -v '^debian/.*: names no file$'; } |
	{ [ "${sample_page:-yes}" != no ] && cat || grep -v 'page1\.txt: names no file$'; } \
	>"$tmp/faults"
sed 's/^/# /' "$tmp/faults"
[ ! -s "$tmp/faults" ]
ok $? "every file says its owner and licence"
[ "$(wc -l <"$tmp/files")" -gt 1000 ]
ok $? "the files were seen"
# What can say it itself does, so that a copy of one file says it as well.
grep -E '\.([ch]|cc|inc|sh|py|awk|tt|[15]|po|ac|am)$' "$tmp/files" | grep -v '^tests/data/' |
	(cd "$top" && tr '\n' '\0' | xargs -0 awk -v licence="$licence" '
	FNR == 1 { owned[FILENAME] = licensed[FILENAME] = 0 }
	FNR <= 4 && /Copyright \(C\) [0-9]+ The baolan authors/ { owned[FILENAME] = 1 }
	FNR <= 4 && index($0, licence) { licensed[FILENAME] = 1 }
	END {
		for (file in owned)
			if (!owned[file] || !licensed[file])
				print "# " file
	}') >"$tmp/silent"
cat "$tmp/silent"
[ ! -s "$tmp/silent" ]
ok $? "sources say it in their heads"
cmp -s "$top/COPYING" "$top/LICENSES/GPL-3.0-or-later.txt"
ok $? "COPYING is the licence of the sources"

# The test itself: a tree with one fault of each kind.
wrong=$tmp/wrong
mkdir -p "$wrong/LICENSES" "$wrong/src" "$wrong/data/deep" "$wrong/doc" "$wrong/man" \
	"$wrong/po" "$wrong/tests" "$wrong/tools"
for file in AUTHORS Makefile.am README.md bootstrap configure.ac; do
	printf '# Copyright (C) 2026 A\n# %s MIT\n' "$licence" >"$wrong/$file"
done
: >"$wrong/LICENSES/MIT.txt"
: >"$wrong/LICENSES/ISC.txt"
: >"$wrong/src/empty.c"
echo x >"$wrong/src/none.c"
echo '/* Copyright (C) 2026 A */' >"$wrong/src/free.c"
echo "/* $licence MIT */" >"$wrong/src/ownerless.c"
printf '/* Copyright (C) 2026 A */\n/* %s MIT OR 0BSD */\n' "$licence" >"$wrong/src/other.c"
echo x >"$wrong/data/beside"
printf 'Copyright (C) 2026 A\n%s MIT\n' "$licence" >"$wrong/data/beside.license"
echo x >"$wrong/data/deep/x.txt"
echo x >"$wrong/doc/x.txt"
cat >"$wrong/REUSE.toml" <<END
[[annotations]]
path = ["data/**", "doc/*"]
SPDX-FileCopyrightText = "2026 A"
${licence%:} = "MIT"
[[annotations]]
path = [
	"gone/*",
	"d*.txt",
	"doc/x?txt",
]
SPDX-FileCopyrightText = "2026 A"
${licence%:} = "Zlib"
END
is "$(faults "$wrong")" "ISC: no file is under this licence
d*.txt: names no file
doc/x?txt: names no file
gone/*: names no file
src/free.c: does not say its licence
src/none.c: does not say its licence
src/none.c: does not say who owns it
src/other.c: its licence is not in LICENSES: 0BSD
src/ownerless.c: does not say who owns it" "each fault is told, and no other"

done_testing
