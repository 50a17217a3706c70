#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The rule of the house: data flows one way, so an include never goes to a
# higher floor.
. "$(dirname "$0")/tap.sh"

# layers FOLDER: a line for each breach below FOLDER.
layers() {
	(cd "$1" && find . -name '*.[ch]' | sed 's|^\./||' | LC_ALL=C sort |
		xargs awk '
	BEGIN {
		floors["base"] = 1
		floors["text"] = floors["issue"] = 2
		floors["load"] = floors["layout"] = 3
		floors["search"] = floors["export"] = 3
		floors["ui"] = 4
		floors["top"] = 5
	}
	function folder(path) {
		return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "top"
	}
	FNR == 1 {
		own = FILENAME
		sub(/\.c$/, ".h", own)
		first = FILENAME ~ /\.c$/ && (getline line < own) >= 0
		close(own)
		here = folder(FILENAME)
		if (!(here in floors))
			print FILENAME ": folder " here " is on no floor"
	}
	/^#[ ]*include/ && /curses\.h>|<term\.h>/ &&
	FILENAME !~ /^ui\/tty_(curses|keys)\.[ch]$/ {
		print FILENAME ":" FNR ": curses outside ui/tty_curses, ui/tty_keys"
	}
	/^#[ ]*include "/ && !/"config\.h"/ {
		split($0, part, "\"")
		there = folder(part[2])
		if (first && part[2] != own)
			print FILENAME ":" FNR ": its own header comes first"
		first = 0
		if (floors[there] > floors[here])
			print FILENAME ":" FNR ": " here " includes " there
		if (there != here && floors[there] == floors[here] &&
		    floors[here] != 2)
			print FILENAME ":" FNR ": " here " includes its neighbour " there
		if (there == here)
			print FILENAME, part[2] >pairs
		if (FILENAME == part[2])
			print FILENAME ":" FNR ": includes itself"
	}' pairs="$tmp/pairs")
	circles
}

# Headers of a folder that lead back to themselves.
circles() {
	[ -s "$tmp/pairs" ] || return 0
	grep '\.h .*\.h$' "$tmp/pairs" >"$tmp/headers" &&
		tsort "$tmp/headers" 2>&1 >/dev/null |
		sed -n 's/^tsort: \([^-].*\.h\)$/\1: is in a circle of includes/p'
	rm -f "$tmp/pairs"
}

layers "$top/src" >"$tmp/breaches"
sed 's/^/# /' "$tmp/breaches"
[ ! -s "$tmp/breaches" ]
ok $? "no include goes up"
[ "$(find "$top/src" -name '*.c' | wc -l)" -gt 20 ]
ok $? "the sources were seen"

# The test itself: a house with one breach of each kind.
wrong=$tmp/wrong
mkdir -p "$wrong/base" "$wrong/load" "$wrong/export" "$wrong/ui" "$wrong/attic"
echo '#include "ui/app.h"' >"$wrong/load/up.c"
echo '#include "load/load.h"' >"$wrong/export/aside.c"
echo '# include <ncursesw/curses.h>' >"$wrong/ui/view.c"
echo '#include <curses.h>' >"$wrong/ui/tty_curses.c"
printf '#include "base/mem.h"\n#include "base/late.h"\n' >"$wrong/base/late.c"
: >"$wrong/base/late.h"
printf '#include "config.h"\n\n#include "base/fine.h"\n' >"$wrong/base/fine.c"
: >"$wrong/base/fine.h"
: >"$wrong/attic/lost.c"
echo '/* empty but for this */' >"$wrong/attic/lost.c"
echo '#include "ui/b.h"' >"$wrong/ui/a.h"
echo '#include "ui/a.h"' >"$wrong/ui/b.h"
layers "$wrong" >"$tmp/breaches"
says "$tmp/breaches" "load/up.c:1: load includes ui" "an include upwards is told"
says "$tmp/breaches" "export/aside.c:1: export includes its neighbour load" \
	"an include sideways is told"
says "$tmp/breaches" "ui/view.c:1: curses outside" "curses elsewhere is told"
says "$tmp/breaches" "base/late.c:1: its own header comes first" \
	"a header that comes late is told"
says "$tmp/breaches" "attic/lost.c: folder attic is on no floor" \
	"an unknown folder is told"
says "$tmp/breaches" "is in a circle of includes" "a circle is told"
! grep -q 'fine\|tty_curses\.c:' "$tmp/breaches"
ok $? "what is well is not told"
done_testing
