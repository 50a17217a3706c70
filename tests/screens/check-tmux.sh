#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# check-tmux.sh TEST.tt...: plays each script, shows what the program wrote to
# tmux as well, and compares the text of each screen with NAME.screen: two
# terminals that know nothing of each other must see the same.  TAP.
set -u

command -v tmux >/dev/null || {
	echo "1..0 # SKIP there is no tmux"
	exit 0
}
source=${srcdir:-.}
tmp=$(mktemp -d) || exit 99
socket=$tmp/socket
servers=0
count=0 failed=0
trap 'tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$tmp"' EXIT
trap 'exit 99' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL

mux() {
	tmux -S "$socket" -f /dev/null "$@"
}

# A new terminal of that size, to which descriptor 3 leads.
start() {
	exec 3>&-
	mux kill-server 2>/dev/null
	# One that has not gone yet is not the one that comes.
	servers=$((servers + 1))
	socket=$tmp/socket$servers
	rm -f "$tmp/pipe"
	mkfifo "$tmp/pipe"
	mux new-session -d -x "$2" -y "$1" \
		"stty raw -echo; exec cat '$tmp/pipe'" \; set -g status off \
		\; set -g escape-time 0 \; set -s set-clipboard off \
		\; resize-window -x "$2" -y "$1"
	exec 3>"$tmp/pipe"
}

# Waits until the terminal has taken all that was written: the last of it is a
# title, which it tells.
settle() {
	mark=$((mark + 1))
	printf '\033]2;mark%d\033\\' "$mark" >&3
	tries=0
	while [ "$(mux display-message -p '#{pane_title}')" != "mark$mark" ]; do
		tries=$((tries + 1))
		[ "$tries" -lt 2000 ] || {
			echo "Bail out! tmux does not answer"
			exit 99
		}
	done
}

# The rows of the screen called $2 in file $1.
recorded() {
	awk -v title="=== $2" '
		/^=== / { inside = $0 == title; next }
		inside && /^\|/ { print substr($0, 2, length($0) - 2) }
	' "$1" | sed 's/ *$//'
}

# compare FIRST WHAT: as many rows as are recorded, from row FIRST on.
compare() {
	first=${1%% *}
	set -- "${1#* }"
	count=$((count + 1))
	settle
	[ "$first" -ge 0 ] ||
		first=$((first + $(mux display-message -p '#{pane_height}')))
	recorded "$source/${script%.tt}.screen" "$1" >"$tmp/wanted"
	mux capture-pane -p | sed 's/ *$//' | tail -n "+$((first + 1))" |
		head -n "$(wc -l <"$tmp/wanted")" >"$tmp/seen"
	# tmux leaves empty rows at the foot out.
	sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' "$tmp/seen" >"$tmp/seen.cut"
	sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' "$tmp/wanted" >"$tmp/wanted.cut"
	if cmp -s "$tmp/seen.cut" "$tmp/wanted.cut"; then
		echo "ok $count - ${script##*/}: $1"
	else
		failed=$((failed + 1))
		echo "not ok $count - ${script##*/}: $1"
		diff "$tmp/wanted.cut" "$tmp/seen.cut" | head -n 20 |
			sed 's/^/# /'
	fi
}

play() {
	at=0
	while read -r word rest; do
		case $word in
		start)
			# shellcheck disable=SC2086
			start $rest
			;;
		out)
			tail -c "+$((at + 1))" "$tmp/film.raw" |
				head -c "$rest" >&3
			at=$((at + rest))
			;;
		size)
			settle
			mux resize-window -x "${rest#* }" -y "${rest% *}"
			;;
		snap)
			compare "$rest"
			;;
		esac
	done <"$tmp/film"
}

mark=0
for script; do
	TTEST_FILM=$tmp/film tests/screens/ttest "$source/$script" >"$tmp/log" ||
		sed -n 's/^not ok/# ttest: not ok/p' "$tmp/log"
	play
done
echo "1..$count"
[ "$failed" -eq 0 ]
