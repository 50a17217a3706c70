#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The rule of the house: data flows one way, so an include never goes to a
# higher floor, and no module leads back to itself.
. "$(dirname "$0")/tap.sh"

# layers FOLDER: a line for each breach below FOLDER.
layers() {
	(cd "$1" && find . -name '*.[ch]' -o -name '*.cc' | sed 's|^\./||' | LC_ALL=C sort |
		xargs awk '
	BEGIN {
		floors["base"] = floors["pdf"] = 1
		floors["text"] = floors["issue"] = 2
		floors["settings"] = 3
		floors["load/lines"] = 3
		floors["load/aside"] = floors["load/label"] = 4
		floors["load/place"] = 4
		floors["load/input"] = floors["load/segment"] = 5
		floors["load/correct"] = 6
		floors["load/build"] = 7
		floors["load"] = 8
		floors["layout"] = floors["search"] = floors["export"] = 8
		floors["session"] = floors["state"] = 9
		floors["words"] = 9
		floors["ui/term"] = 9
		floors["ui"] = floors["ui/ask"] = floors["ui/view"] = 10
		floors["cli"] = 11
		floors["top"] = 12
		# These may include each other, floor or not.
		friends["text issue"] = friends["issue text"] = 1
		# These know nothing of each other, whatever their floors.
		apart["load"] = apart["layout"] = 1
		apart["search"] = apart["export"] = 1
	}
	function folder(path) {
		return path ~ /\// ? substr(path, 1, match(path, /\/[^\/]*$/) - 1) \
			: "top"
	}
	function stage(place) {
		return place ~ /\// ? substr(place, 1, index(place, "/") - 1) \
			: place
	}
	function module(path) {
		sub(/\.[a-z]+$/, "", path)
		return path
	}
	FNR == 1 {
		own = FILENAME
		sub(/\.cc?$/, ".h", own)
		first = FILENAME ~ /\.cc?$/ && (getline line < own) >= 0
		close(own)
		here = folder(FILENAME)
		if (!(here in floors))
			print FILENAME ": folder " here " is on no floor"
	}
	/^#[ ]*include/ && /curses\.h>|<term\.h>/ &&
	FILENAME != "ui/term/tty_curses.c" {
		print FILENAME ":" FNR ": curses outside ui/term/tty_curses.c"
	}
	/^#[ ]*include "/ && !/"config\.h"/ {
		split($0, part, "\"")
		there = folder(part[2])
		if (first && part[2] != own)
			print FILENAME ":" FNR ": its own header comes first"
		first = 0
		if (floors[there] > floors[here])
			print FILENAME ":" FNR ": " here " includes " there
		else if (stage(there) != stage(here) &&
		    stage(there) in apart && stage(here) in apart)
			print FILENAME ":" FNR ": " here " includes its neighbour " there
		else if (there != here && floors[there] == floors[here] &&
		    !((here " " there) in friends) && stage(here) != "ui")
			print FILENAME ":" FNR ": " here " includes its neighbour " there
		if (part[2] ~ /\.h$/ && module(part[2]) != module(FILENAME))
			print module(FILENAME), module(part[2]) >pairs
		if (FILENAME == part[2])
			print FILENAME ":" FNR ": includes itself"
	}' pairs="$tmp/pairs")
	circles
}

# Modules (NAME.c with NAME.h) whose includes lead back to them.
circles() {
	[ -s "$tmp/pairs" ] || return 0
	tsort "$tmp/pairs" 2>&1 >/dev/null |
		sed -n 's|^tsort: \([^ -][^ ]*\)$|\1: is in a circle of modules|p'
	rm -f "$tmp/pairs"
}

layers "$top/src" >"$tmp/breaches"
sed 's/^/# /' "$tmp/breaches"
[ ! -s "$tmp/breaches" ]
ok $? "no include goes up, and no module leads back to itself"
[ "$(find "$top/src" -name '*.c' | wc -l)" -gt 20 ]
ok $? "the sources were seen"

# The test itself: a house with one breach of each kind.
wrong=$tmp/wrong
mkdir -p "$wrong/base" "$wrong/load/label" "$wrong/load/lines" "$wrong/export" \
	"$wrong/ui/term" "$wrong/ui/view" "$wrong/attic" "$wrong/search"
echo '#include "ui/app.h"' >"$wrong/load/up.c"
echo '#include "load/label/label.h"' >"$wrong/load/lines/line.c"
echo '#include "load/load.h"' >"$wrong/export/aside.c"
echo '#include "load/lines/line.h"' >"$wrong/export/below.c"
echo '# include <ncursesw/curses.h>' >"$wrong/ui/view/view.c"
echo '#include <curses.h>' >"$wrong/ui/term/tty_curses.c"
echo '#include <term.h>' >"$wrong/ui/term/tty_keys.c"
printf '#include "base/mem.h"\n#include "base/late.h"\n' >"$wrong/base/late.c"
: >"$wrong/base/late.h"
printf '#include "config.h"\n\n#include "base/fine.h"\n' >"$wrong/base/fine.c"
: >"$wrong/base/fine.h"
echo '/* empty but for this */' >"$wrong/attic/lost.c"
echo '#include "ui/b.h"' >"$wrong/ui/a.h"
echo '#include "ui/a.h"' >"$wrong/ui/b.h"
printf '#include "search/one.h"\n#include "search/two.h"\n' >"$wrong/search/one.c"
: >"$wrong/search/one.h"
printf '#include "search/two.h"\n#include "search/one.h"\n' >"$wrong/search/two.c"
: >"$wrong/search/two.h"
layers "$wrong" >"$tmp/breaches"
says "$tmp/breaches" "load/up.c:1: load includes ui" "an include upwards is told"
says "$tmp/breaches" "load/lines/line.c:1: load/lines includes load/label" \
	"an include upwards inside a stage is told"
says "$tmp/breaches" "export/aside.c:1: export includes its neighbour load" \
	"an include sideways is told"
says "$tmp/breaches" \
	"export/below.c:1: export includes its neighbour load/lines" \
	"an include into a neighbour's room is told"
says "$tmp/breaches" "ui/view/view.c:1: curses outside" "curses elsewhere is told"
says "$tmp/breaches" "ui/term/tty_keys.c:1: curses outside" \
	"curses in a second file of the terminal is told"
says "$tmp/breaches" "base/late.c:1: its own header comes first" \
	"a header that comes late is told"
says "$tmp/breaches" "attic/lost.c: folder attic is on no floor" \
	"an unknown folder is told"
says "$tmp/breaches" "ui/a: is in a circle" "a circle of headers is told"
says "$tmp/breaches" "search/one: is in a circle" \
	"a circle that only the sources close is told"
! grep -q 'fine\|tty_curses\.c:' "$tmp/breaches"
ok $? "what is well is not told"
done_testing
