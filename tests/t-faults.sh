#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Where an export cannot be written: the old file stays or the whole new one is there,
# a message says what and why, and nothing else is left in the folder.
. "$(dirname "$0")/tap.sh"

page=$top/data/issues/liuwan-2026-11-08.txt
"$baolan" --export=all "$page" >"$tmp/whole" || exit 99

# fresh: stand in an empty folder.
fresh() {
	cd "$tmp" && rm -rf "$tmp/folder" && mkdir "$tmp/folder" &&
		cd "$tmp/folder" || exit 99
}

# writes PATH [--force]: the export goes there.
writes() {
	run "$baolan" --export=all --output="$@" "$page"
}

# done_well ABOUT
done_well() {
	is "$status $(cat "$tmp/out" "$tmp/err")" "0 " "$1 is well"
}

# refused ABOUT MESSAGE
refused() {
	is "$status $(cat "$tmp/out" "$tmp/err")" "2 baolan: $2" \
		"$1 is told by status and message"
}

# left NAMES ABOUT: these are in the folder, and no others.
left() {
	is "$(ls -A | tr '\n' ' ')" "$1 " "$2: nothing else is in the folder"
}

# whole FILE ABOUT
whole() {
	cmp -s "$tmp/whole" "$1" && [ ! -L "$1" ]
	ok $? "$2: the whole file is there"
}

# old FILE ABOUT
old() {
	is "$(cat "$1")" old "$2: the old file is as it was"
}

# A file that is there
fresh
echo old >x
writes x
refused "a file that is there" "'x' is there already; --force replaces it"
old x "a file that is there"
left x "a file that is there"
writes x --force
done_well "a file that is there, --force"
whole x "a file that is there, --force"
left x "a file that is there, --force"

# Symbolic links
fresh
echo old >x
ln -s x link
ln -s nowhere dangling
mkdir folder
ln -s folder to-folder
for link in link dangling; do
	writes $link
	refused "a $link" "'$link' is there already; --force replaces it"
	[ -L $link ]
	ok $? "a $link: it is still a link"
done
for force in '' --force; do
	writes to-folder $force
	refused "a link to a folder $force" \
		"cannot write 'to-folder': Is a directory"
	[ -L to-folder ] && [ -z "$(ls -A folder)" ]
	ok $? "a link to a folder $force: both are as they were"
done
left "dangling folder link to-folder x" "links"
for link in link dangling; do
	writes $link --force
	done_well "a $link, --force"
	whole $link "a $link, --force"
done
old x "a link, --force"
left "dangling folder link to-folder x" "links, --force"

# A folder of that name
fresh
mkdir x
for force in '' --force; do
	writes x $force
	refused "a folder $force" "cannot write 'x': Is a directory"
done
[ -d x ] && [ -z "$(ls -A x)" ]
ok $? "a folder: it is as it was"
left x "a folder"
writes no/x --force
refused "no folder" "cannot write 'no/x': No such file or directory"
left x "no folder"

# Long names
fresh
if [ "$(getconf NAME_MAX . 2>/dev/null)" = 255 ]; then
	name=$(printf '%0255d' 1)
	for force in '' --force; do
		writes "$name" $force
		done_well "a name of 255 bytes $force"
		whole "$name" "a name of 255 bytes $force"
	done
	left "$name" "a name of 255 bytes"
	for force in '' --force; do
		writes "0$name" $force
		refused "a name of 256 bytes $force" \
			"cannot write '0$name': File name too long"
	done
	left "$name" "a name of 256 bytes"
else
	skip "long names" "names do not have 255 bytes here"
fi

# /dev/full
if [ -c /dev/full ]; then
	fresh
	for force in '' --force; do
		writes /dev/full $force
		refused "/dev/full $force" \
			"cannot write '/dev/full': No space left on device"
	done
	[ -c /dev/full ]
	ok $? "/dev/full: it is still a device"
else
	skip "/dev/full" "it is not there"
fi

# A limit of the size of files
fresh
echo old >x
limited() {
	(ulimit -f 1 && exec "$baolan" --export=all --output="$@" "$page") \
		>"$tmp/out" 2>"$tmp/err"
	status=$?
}
limited new
refused "a limit" "cannot write 'new': File too large"
limited x --force
refused "a limit, --force" "cannot write 'x': File too large"
old x "a limit"
left x "a limit"

# A folder one may not write to
if finds_nobody; then
	fresh
	mkdir locked
	echo old >locked/x
	chmod a-w locked
	chmod a+rx . locked
	run $nobody "$baolan" --export=all --output=locked/new "$page"
	refused "a locked folder" "cannot write 'locked/new': Permission denied"
	run $nobody "$baolan" --export=all --output=locked/x --force "$page"
	refused "a locked folder, --force" \
		"cannot write 'locked/x': Permission denied"
	cd locked || exit 99
	old x "a locked folder"
	left x "a locked folder"
	chmod u+w .
else
	skip "a locked folder" "nobody else can be asked"
fi

# Disks of their own, mounted where nobody else sees them.
# on_disk OPTIONS SETUP NAME [--force]: the export goes to NAME on an empty disk, on
# which file x was made and SETUP was done.  After that the names there are in
# $tmp/names, and x is $tmp/x.
on_disk() {
	options=$1 setup=$2
	shift 2
	timeout 60 unshare $how sh -c '
		tmp=$1 page=$2 baolan=$3 options=$4 setup=$5
		shift 5
		mount -t tmpfs -o "$options" none "$tmp/disk" &&
			cd "$tmp/disk" && echo old >x && eval "$setup" || exit 99
		"$baolan" --export=all --output="$@" "$page"
		status=$?
		{ ls -A | tr "\n" " "; } >"$tmp/names" && cat x >"$tmp/x"
		exit $status' sh "$tmp" "$page" "$baolan" "$options" "$setup" "$@" \
		>"$tmp/out" 2>"$tmp/err" </dev/null
	status=$?
}

# untouched ABOUT: x is the old one and alone on the disk.
untouched() {
	is "$(cat "$tmp/names" "$tmp/x")" "x old" \
		"$1: the old file is as it was, and alone"
}

# hindered ABOUT OPTIONS SETUP REASON: on such a disk nothing can be written.
hindered() {
	on_disk "$2" "$3" new
	refused "$1" "cannot write 'new': $4"
	untouched "$1"
	on_disk "$2" "$3" x --force
	refused "$1, --force" "cannot write 'x': $4"
	untouched "$1, --force"
}

# Without /proc a file has a name while it is written.
without_proc() {
	hides='mount -t tmpfs none /proc'
	hindered "a full disk without /proc" size=12k "$hides" \
		"No space left on device"
	on_disk size=1m "$hides" x
	refused "a file that is there, without /proc" \
		"'x' is there already; --force replaces it"
	untouched "a file that is there, without /proc"
	on_disk size=1m "$hides" new
	done_well "a new file without /proc"
	is "$(cat "$tmp/names" "$tmp/x")" "new x old" \
		"a new file without /proc: it is there beside the old one"
	on_disk size=1m "$hides" x --force
	done_well "a file replaced without /proc"
	whole "$tmp/x" "a file replaced without /proc"
	is "$(cat "$tmp/names")" "x " "a file replaced without /proc: it is alone"
}

mkdir "$tmp/disk"
how=
for try in -m -rm; do
	unshare $try mount -t tmpfs none "$tmp/disk" 2>/dev/null && how=$try &&
		break
done
if [ "$how" ]; then
	hindered "a full disk" size=12k : "No space left on device"
	hindered "a disk that has no more files" nr_inodes=2 : \
		"No space left on device"
	hindered "a disk to read only" size=1m \
		'mount -o remount,bind,ro "$tmp/disk"' "Read-only file system"
	if unshare $how sh -c 'mount -t tmpfs none /proc && exec "$1" --version' \
		sh "$baolan" 2>&1 | grep -q '^=='; then
		skip "exports without /proc" "a sanitizer needs it"
	else
		without_proc
	fi
else
	skip "full disks and those to read only" "nothing can be mounted here"
fi

# Encodings of which this system has no part.
printf '\261\250\266\301\261\250\265\304\310\313\n' >"$tmp/gbk"
parts=
for folder in /usr/lib/*/gconv /usr/lib64/gconv /usr/lib/gconv; do
	[ ! -e "$folder/GB18030.so" ] || parts=$folder
done
# without_parts ARGUMENTS: the program does not find them.
without_parts() {
	timeout 60 unshare $how sh -c 'mount -t tmpfs none "$1" && shift &&
		exec "$@"' sh "$parts" "$baolan" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null
	status=$?
}
if [ "$how" ] && [ "$parts" ]; then
	without_parts --list "$tmp/gbk"
	is "$status" 0 "a page in an encoding that is missing is an issue"
	says "$tmp/err" "GB18030" "with a message that names the encoding"
	says "$tmp/err" "glibc-gconv-extra" "and the package"
	without_parts --encoding=gbk --list "$tmp/gbk"
	is "$status" 2 "an encoding that is missing is refused when asked for"
	says "$tmp/err" "glibc-gconv-extra" "with a message that names the package"
else
	skip "missing encodings" "the parts of the C library cannot be hidden here"
fi

# A signal in the middle.  The input is large enough that writing takes some milliseconds,
# in which the loop below looks a hundred times; it is an export, which is read in no time.
fresh
for pages in 1 2 3 4; do
	for page_of_five in 1 2 3 4 5; do
		cat "$page"
		printf '\f'
	done
done >"$tmp/pages"
"$baolan" --export=all --format=json "$tmp/pages" >"$tmp/large" &&
	"$baolan" --export=all --format=json - <"$tmp/large" >"$tmp/whole" ||
	exit 99

mkfifo pipe
exec 9<>pipe
"$baolan" --export=all --format=json --output=pipe "$tmp/large" 9>&- \
	>"$tmp/out" 2>"$tmp/err" &
pid=$!
dd bs=1 count=1 <&9 >"$tmp/first" 2>/dev/null
kill -TERM $pid
wait $pid 2>/dev/null
is "$?" 143 "an export to a FIFO is ended by SIGTERM"
exec 9>&-
is "$(cat "$tmp/first")" "{" "it had begun"
[ -p pipe ]
ok $? "the FIFO is still one"
left pipe "an export to a FIFO that is ended"

# ended NAME [--force]: SIGTERM when a second file besides the folder is open, which
# is the one being written.
ended() {
	"$baolan" --export=all --format=json --output="$@" - <"$tmp/input" \
		3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- >"$tmp/out" 2>"$tmp/err" &
	pid=$!
	cat "$tmp/large" >"$tmp/input"
	while [ -e /proc/$pid/fd/2 ] && [ ! -e /proc/$pid/fd/4 ]; do
		:
	done
	kill -TERM $pid 2>/dev/null
	wait $pid 2>/dev/null
	status=$?
}

if [ -e /proc/self/fd/0 ]; then
	mkfifo "$tmp/input"
	middle=0
	for round in 1 2 3 4; do
		fresh
		echo old >x
		ended x --force
		[ "$status" -eq 143 ] && middle=$((middle + 1))
		[ "$(cat x)" = old ] || cmp -s x "$tmp/whole"
		ok $? "ended ($round): the old file or the whole new one is there"
		left x "ended ($round)"
		ended new
		[ ! -e new ] || cmp -s new "$tmp/whole"
		ok $? "ended ($round): no file or the whole new one is there"
		rm -f new
		left x "ended ($round), a new file"
	done
	if [ "$middle" -gt 0 ]; then
		ok 0 "ended in the middle ($middle of 4)"
	else
		skip "ended in the middle" "it was always done before"
	fi
else
	skip "ended in the middle" "no /proc here"
fi

# Too little memory: all of the right answer and status 0, or a failure that is told.
# answers_rightly ABOUT FILE COMMAND...: at each limit, until two of them were enough;
# FILE is the right answer, and what the command writes to "new" counts like what it
# prints.
answers_rightly() {
	about=$1 right=$2
	shift 2
	failed=0 done=0
	for megabytes in 8 10 12 13 14 15 16 18 20 22 24 28 32 40 64 128 1024 2048; do
		[ $done -lt 2 ] || break
		rm -f new
		(ulimit -v $((megabytes * 1024)) && exec "$@") \
			>"$tmp/out" 2>"$tmp/err" </dev/null
		status=$?
		[ ! -e new ] || cat new >>"$tmp/out"
		if [ "$status" -eq 0 ] && cmp -s "$right" "$tmp/out"; then
			done=$((done + 1))
			continue
		fi
		failed=$((failed + 1))
		[ "$status" -ne 0 ] && [ -s "$tmp/err" ] && [ ! -s "$tmp/out" ]
		ok $? "$about with $megabytes MB fails as a whole (status $status)"
	done
	[ $done -eq 2 ]
	ok $? "$about: two limits were high enough"
	[ "$failed" -gt 0 ]
	ok $? "$about: a limit was too low ($failed were)"
}

if "$baolan" --version >/dev/null &&
	! (ulimit -v 262144 && exec "$baolan" --version) >/dev/null 2>&1; then
	skip "too little memory" "a sanitizer needs more addresses than a limit gives"
else
	fresh
	awk 'BEGIN {
		for (i = 1; i <= 1000; i++)
			printf "第%d版\n\n第%d页的题目\n\n　　本报讯　今天第%d版有一篇报道。\n\f", i, i, i
	}' >"$tmp/many"
	"$baolan" -e all -f json "$tmp/many" >"$tmp/many.json" &&
		"$baolan" -e all -f text "$tmp/many" >"$tmp/many.txt" &&
		"$baolan" -s 报道 -f json "$tmp/many" >"$tmp/hits.json" || exit 99
	# Reading takes most where much is left out: what a page says of itself.
	awk 'BEGIN {
		print "{\"baolan\":1,\"articles\":[{\"page\":1,\"kind\":\"news\","
		print "\"headline_lines\":[{\"role\":\"head\",\"text\":\"题目\"}],"
		print "\"paragraphs\":[{\"role\":\"body\",\"text\":\"正文。\"}]}],"
		for (i = 1; i <= 100000; i++)
			printf "%s", (i == 1 ? "\"pages\":[{}" : ",{}")
		print "]}"
	}' >"$tmp/many-pages.json"
	"$baolan" --list "$tmp/many-pages.json" >"$tmp/list" &&
		grep -q 题目 "$tmp/list" || exit 99
	answers_rightly "an export in JSON" "$tmp/many.json" \
		"$baolan" -e all -f json "$tmp/many"
	answers_rightly "an export in JSON to a file" "$tmp/many.json" \
		"$baolan" -e all -f json -o new "$tmp/many"
	answers_rightly "an export in text" "$tmp/many.txt" \
		"$baolan" -e all -f text "$tmp/many"
	answers_rightly "a search in JSON" "$tmp/hits.json" \
		"$baolan" -s 报道 -f json "$tmp/many"
	answers_rightly "a list of an export in JSON" "$tmp/list" \
		"$baolan" --list "$tmp/many-pages.json"
fi
done_testing
