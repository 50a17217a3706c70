# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of `run': the tests of all builds, counted.

unsanitized='' sanitizers='' traps=''

# count FOLDER RESULT...: how many tests had that result.
count() {
	counted=$1
	shift
	for result; do
		find "$counted" -name '*.trs' -exec sed -n \
			"s/^:test-result: $result.*/./p" {} +
	done | wc -l | tr -d ' '
}

# What failed and why, and how its log ends.
show_failures() {
	find "$1" -name '*.trs' -exec grep -lE \
		'^:test-result: (FAIL|XPASS|ERROR)' {} + | sort |
		while read -r results; do
			say "run: ${results%.trs}.log"
			awk '/^not ok/ { bad = 1 } /^ok/ { bad = 0 } bad' \
				"${results%.trs}.log" | head -n 40 >&2
			tail -n 5 "${results%.trs}.log" >&2
		done
}

# What was skipped: a line for each reason, with the first files of tests it kept.
show_skips() {
	for folder in "$build" "$build-sanitize"; do
		[ ! -d "$folder" ] || (cd "$folder" && find . -name '*.trs' -exec \
			grep -l '^:test-result: SKIP' {} + | sort |
			sed 's/trs$/log/; s/^\.\///' | while read -r results; do
				sed -n "s|.*# SKIP *|$results	|p" "$results"
			done)
	done | awk -F '\t' '
	!($2 in count) { reasons[++last] = $2 }
	{ count[$2]++ }
	!(($1, $2) in told) {
		told[$1, $2] = 1
		sub(/\.log$/, "", $1)
		if (++files[$2] <= 3)
			names[$2] = names[$2] (files[$2] > 1 ? ", " : "") $1
	}
	END {
		for (i = 1; i <= last; i++) {
			reason = reasons[i]
			more = files[reason] - 3
			print "run: " count[reason] " skipped, " reason ": " \
				names[reason] (more > 0 ? " and " more " more" : "")
		}
	}' >&2
	[ -z "$unsanitized" ] || say "run: 1 skipped, $unsanitized"
}

# run_tests FOLDER CONFIGURE-ARGUMENT...: one build and its tests, counted.  A
# run that fails without a failed test is a failure of its own.
run_tests() {
	say "run: testing in $1"
	since=$(now)
	[ ! -d "$1" ] || find "$1" -name '*.trs' -exec rm -f {} +
	build "$@" && {
		[ "$1" != "$build" ] || [ -z "$sanitizers" ] ||
			with_sanitizers build_ahead
		stage=testing
		test_files=$(make -s -C "$1" count-tests 2>/dev/null)
		# More than there are processors, as many wait for a terminal.
		quietly make -C "$1" -j "$((jobs * 3 + 1))" check-batched
	}
	result=$?
	failures=$(count "$1" FAIL XPASS ERROR)
	if [ "$result" -ne 0 ] && [ "$failures" -eq 0 ]; then
		failures=1
	elif [ "$failures" -gt 0 ]; then
		show_failures "$1"
	fi
	passed=$((passed + $(count "$1" PASS XFAIL)))
	failed=$((failed + failures))
	skipped=$((skipped + $(count "$1" SKIP)))
	note "tested ${1##*/} in $(($(now) - since)) s"
}

# Whether programs can be built with ASan and UBSan here, with these arguments of the
# linker.
has_sanitizers() {
	echo 'int main(void) { return 0; }' | ${CC:-cc} "$@" \
		-fsanitize=address,undefined -x c - -o "$build/probe" \
		>/dev/null 2>&1 && "$build/probe"
}

# The arguments for a linker that is here and takes half the time of the usual one, and
# for programs at a fixed address: the tables of the sanitizers have tens of thousands of
# addresses, which else each of a thousand processes relocates.
fast_linking() {
	! has_sanitizers -no-pie || printf ' %s' -no-pie
	for linker in lld gold; do
		! has_sanitizers -fuse-ld=$linker || {
			printf ' %s' -fuse-ld=$linker
			return
		}
	done
}

# The argument with which an undefined operation ends a program by SIGILL: ASan says where,
# as of other errors, and each program has a tenth of the tables of UBSan to set up.
trapping() {
	flag=-fsanitize-undefined-trap-on-error
	! has_sanitizers $flag || printf ' %s' $flag
}

# with_sanitizers COMMAND: runs it with the folder and the arguments of configure of the
# build with sanitizers.
with_sanitizers() {
	"$1" "$build-sanitize" --enable-sanitize CFLAGS="-g1 -O1$traps" \
		CXXFLAGS="-g1 -O1$traps" LDFLAGS="${LDFLAGS-}$sanitizers"
}

# What the configure of the first build found out, for that of another with the same
# compiler, as a site file.
found_by_configure() {
	sed -n '/^ac_cv_env_/d; /^[a-z]*_cv_[A-Za-z0-9_]*=/p' "$build/config.log"
}

# build_ahead FOLDER CONFIGURE-ARGUMENT...: makes the next build while the tests of this
# one leave processors idle, with a lower priority.  What fails here fails again, and is
# told then.
build_ahead() {
	mkdir -p "$1" || return 1
	(
		# This is for as long as configure runs; make ends by itself.
		trap 'stopped=yes' TERM
		watch() { :; }
		stop_watch() { :; }
		log=/dev/null stopped=''
		found_by_configure >"$1/config.site"
		CONFIG_SITE=$1/config.site
		export CONFIG_SITE
		configure "$@" && [ -z "$stopped" ] && trap - TERM &&
			exec nice make -k -C "$1" -j "$jobs" all check TESTS=
	) >"$1/ahead.log" 2>&1 &
	ahead=$!
}

# Waits for that build, and tells how far it is.
finish_ahead() {
	[ "$ahead" ] || return 0
	own_log=$log log=$1/ahead.log stage=building
	watch
	wait "$ahead"
	stop_watch
	ahead='' log=$own_log
}

check_all() {
	! has_sanitizers || sanitizers=" $(fast_linking)" traps=$(trapping)
	run_tests "$build"
	if [ "$sanitizers" ]; then
		with_sanitizers finish_ahead
		with_sanitizers run_tests
	else
		skipped=$((skipped + 1))
		unsanitized="${CC:-cc} has no sanitizers here: all tests with them"
	fi
}
