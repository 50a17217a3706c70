#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# `run' on systems that are made up: a package manager, a compiler, sources and
# tests that are scripts, so that nothing is fetched, installed or built.
. "$(dirname "$0")/tap.sh"

world=$tmp/world
tree=$world/tree

# world: a system without libraries, and sources that were never configured; made once,
# and copied.
world() {
	[ ! -d "$world" ] || rm -rf "$world"
	[ -d "$tmp/new-world" ] || {
		make_world
		mv "$world" "$tmp/new-world"
	}
	cp -pR "$tmp/new-world" "$world"
}

make_world() {
	mkdir -p "$tree/tools" "$world/bin" "$world/here/nettle" "$world/here/linux" \
		"$world/home"
	cp "$top/run" "$top/bootstrap" "$tree/"
	for part in install.sh check.sh packages; do
		cp "$top/tools/$part" "$tree/tools/"
	done
	for tool in env sh awk sed grep sort tr wc tail head cut date find mkdir rm \
		mv cp chmod cat cmp dirname make getconf touch readlink nice; do
		ln -s "$(command -v "$tool")" "$world/bin/$tool"
	done
	for tool in autoconf automake true; do
		fake "$tool" 'exit 0'
	done
	fake pkg-config '[ "$1" != --exists ] || [ -e "$world/here/$2" ]'
	echo 0 >"$world/uid"
	fake echo 'echo "$@"'
	fake id 'cat "$world/uid"'
	fake sleep 'exec "$world/sleep" 0.05'
	ln -s "$(command -v sleep)" "$world/sleep"
	fake cc 'case "$*" in
*-E*) read -r line; name=${line#*<}; [ -e "$world/here/${name%>*}" ] ;;
*) exit 1 ;;
esac'
	fake apt-get 'echo "apt-get $*" >>"$world/said"
case "$*" in
update) [ ! -e "$world/no-update" ] ;;
*--assume-no*)
	echo "0 upgraded, 61 newly installed, 0 to remove and 3 not upgraded."
	echo "Need to get 60.0 MB/71.5 MB of archives."
	echo "After this operation, 231 MB of additional disk space will be used."
	exit 1 ;;
*)	[ ! -e "$world/no-install" ] || exit 100
	for name; do
		awk -v name="$name" "\$4 == name { print \$2 }" \
			"$world/tree/tools/packages"
	done | while read -r thing; do touch "$world/here/$thing"; done
	for tool in mandoc c++; do
		[ ! -e "$world/here/$tool" ] || cp "$world/bin/id" "$world/bin/$tool"
	done ;;
esac'
	fake autoreconf 'cp "$world/configure" configure; : >Makefile.in'
	made_configure
	made_tests
}

# fake TOOL SCRIPT
fake() {
	printf '#!/bin/sh\nworld="%s"\n%s\n' "$world" "$2" >"$world/bin/$1"
	chmod +x "$world/bin/$1"
}

# What bootstrap makes.
made_configure() {
	cat >"$world/configure" <<'SCRIPT'
#!/bin/sh
from=$(dirname "$0")
[ ! -e "$world/no-configure" ] || { echo "no configure today"; exit 1; }
[ "$from" = . ] || [ ! -e "$from/config.status" ] || {
	echo "source directory already configured"
	exit 1
}
echo "configure $* CC=${CC-}" >>"$world/said"
cmocka=no
[ ! -e "$world/here/cmocka.h" ] || cmocka=yes
cat >config.status <<STATUS
case "\$*" in
*--recheck*) exec sh "$0" $* ;;
esac
STATUS
cat >Makefile <<MAKE
all:
	printf '#!/bin/sh\necho "baolan \$\$*"\n' >baolan; chmod +x baolan
check-batched:
	sh "$world/tests" $cmocka
count-tests:
	@echo 2
clean distclean:
	echo \$@ >>"$world/said"; rm -f config.status Makefile baolan
MAKE
SCRIPT
	chmod +x "$world/configure"
}

# What `make check-batched' runs: two passed tests, and one that needs cmocka.
made_tests() {
	cat >"$world/tests" <<'SCRIPT'
mkdir -p tests
printf ':test-result: PASS\n:test-result: PASS\n' >tests/a.trs
printf 'ok 1 - a\nok 2 - b\n' >tests/a.log
if [ "$1" = yes ]; then
	echo ':test-result: PASS' >tests/b.trs
else
	echo ':test-result: SKIP' >tests/b.trs
	echo '1..0 # SKIP cmocka not found' >tests/b.log
fi
SCRIPT
}

# try [NAME=VALUE...] SCRIPT ARGUMENT...: its status, out and err as of `run'.
try() {
	rm -f "$world/said"
	(cd "$world/home" && run $as env -i PATH="$world/bin" HOME="$world/home" \
		TMPDIR="$tmp" world="$world" "$@"
	echo "$status" >"$tmp/status")
	status=$(cat "$tmp/status")
}
as=

# said TEXT NAME, unsaid TEXT NAME: what a fake command was told, and was not.
said() {
	touch "$world/said"
	says "$world/said" "$1" "$2"
}

unsaid() {
	! grep -qF -e "$1" "$world/said" 2>/dev/null
	ok $? "$2"
}

# closes LINE NAME: a check ended with that line, alone on standard output.
closes() {
	is "$(cat "$tmp/out")" "$1" "$2"
}

# --help needs nothing, and makes nothing.
world
rm -rf "$world/bin"
mkdir "$world/bin"
ln -s "$(command -v cat)" "$(command -v sh)" "$(command -v env)" "$world/bin/"
try "$tree/run" --help
says "$tmp/out" "Usage: ./run" "--help says what there is"
[ "$status" -eq 0 ] && [ ! -e "$tree/build" ]
ok $? "--help does nothing else"

# A bare system: what is installed is said before, and the check that follows
# is configured again.
bare() {
	world
	try "$@" "$tree/run" --list a
	is "$status $(cat "$tmp/out")" "0 baolan --list a" \
		"a bare system is built and opened${1:+, $*}"
	try "$@" "$tree/run" --check
	closes "3 passed, 0 failed, 1 skipped" \
		"a check after that leaves no test out${1:+, $*}"
}
bare
says "$tmp/err" "configuring again" "it is told that it is configured again"
says "$tmp/err" "installed in" "it is told at the end what was installed"
says "$tmp/err" "run: 1 skipped, " "it is told what was skipped"
for shell in dash "busybox sh" "bash --posix"; do
	path=$(command -v "${shell%% *}") || path=
	case $shell in
	*\ *) as_shell=${shell#* } ;;
	*) as_shell= ;;
	esac
	if [ "$path" ]; then
		# shellcheck disable=SC2086
		bare "$path" $as_shell
	else
		skip "run in $shell" "no ${shell%% *} here"
	fi
done

world
try "$tree/run" a
says "$tmp/err" "61 packages, 60.0 MB to fetch, 231 MB on disk" "the size is told"
awk '/to be installed/ { told = 1 } /^\+ .*install -y/ { exit !told }' "$tmp/err"
ok $? "the size is told before anything is installed"
said "libncurses-dev" "packages are installed by their names"
unsaid "libcmocka-dev" "what only tests need is not installed for a reader"
try "$tree/run" a b
is "$(cat "$tmp/out" "$tmp/err")" "baolan a b" "the second time there is nothing to do"
[ ! -e "$world/said" ]
ok $? "and nothing is done"

# Things that came by another way are seen too.
touch "$world/here/cmocka.h"
try "$tree/run" a
says "$tmp/err" "configuring again" "a build is configured again for a new library"
try CC=cc "$tree/run" a
said "CC=cc" "another compiler is configured"
said "clean" "and what the other one built is gone"

# A build that was configured by hand keeps its arguments.
world
(cd "$tree" && cp "$world/configure" . && : >Makefile.in && mkdir build && cd build &&
	PATH=$world/bin world=$world ../configure --enable-werror)
try "$tree/run" --list
said "configure --enable-werror" "arguments given by hand are kept"

# Package managers that fail, and none at all.
world
: >"$world/no-update"
try "$tree/run" a
is "$status $(cat "$tmp/out")" "0 baolan a" "an update that fails stops nothing"
says "$tmp/err" "going on with the lists" "but is told"
world
: >"$world/no-install"
try "$tree/run" --check
closes "0 passed, 1 failed" "a check that cannot install has failed"
[ "$status" -ne 0 ]
ok $? "and says so by its status"
says "$tmp/err" "as root that is: apt-get update; apt-get install -y" \
	"what to type is told"
world
rm "$world/bin/apt-get"
try "$tree/run" --check
says "$tmp/err" "libncurses-dev" "without a package manager packages are named"
closes "0 passed, 1 failed" "and the check has failed"

# Each manager has its own names.
while read -r manager package wanted; do
	world
	rm "$world/bin/apt-get"
	fake "$manager" 'echo "${0##*/} $*" >>"$world/said"; exit 1'
	try "$tree/run" --check
	said "$wanted" "$manager installs"
	said " $package" "$manager has its names"
done <<'MANAGERS'
dnf libunistring-devel dnf install -y
pacman ncurses pacman -Sy --needed --noconfirm
apk musl-dev apk add -U
zypper libnettle-devel zypper --non-interactive install
brew libvterm brew install
MANAGERS

# Somebody who reads no PDF.
world
try PDF=no "$tree/run" a
unsaid "g++" "who wants no PDF gets no C++ compiler"
unsaid "poppler" "nor the library for it"
said "configure --without-pdf" "and configure is told"

# Somebody who is not root.
world
echo 1000 >"$world/uid"
try "$tree/run" --check
line=$(grep '^apt-get update' "$tmp/err")
is "$line" "apt-get update; apt-get install -y --no-install-recommends $(awk '
	$1 ~ /^(all|pdf|test)$/ && $2 !~ /^(cc|make|pkg-config|autoconf|automake)$/ \
		{ print $4 }' "$top/tools/packages" | sort -u | tr '\n' ' ' |
	sed 's/ $//')" "without sudo the line for root is told"
unsaid "apt-get" "and nothing is tried"
closes "0 passed, 1 failed" "a check that cannot be root has failed"
fake sudo 'echo "sudo $*" >>"$world/said"; exec "$@"'
try "$tree/run" a
is "$status $(cat "$tmp/out")" "0 baolan a" "with sudo it goes on"
said "sudo apt-get update" "sudo is used"
is "$(head -n 1 "$world/said")" "sudo true" "and may ask for a password at first"
fake sudo 'echo "you are not in the sudoers file" >&2; exit 1'
rm -r "$tree/build" "$world/here"
mkdir -p "$world/here/nettle" "$world/here/linux"
try "$tree/run" --check
says "$tmp/err" "sudo does not let you; as root that is: apt-get update; apt-get" \
	"who may not use sudo is told what to type"
closes "0 passed, 1 failed" "and the check has failed"

# A compiler that is asked for and is not there.
world
try CC="clang -m64" "$tree/run" --check
says "$tmp/err" "there is no command 'clang' here" "an absent compiler is told"
unsaid "apt-get" "and no other is installed for it"
closes "0 passed, 1 failed" "the check has failed"

# Links, folders.
world
mkdir "$world/home/links"
ln -s ../../tree/run "$world/home/links/near"
ln -s links/near "$world/home/far"
try ./far a
is "$status $(cat "$tmp/out")" "0 baolan a" "a link to a link is followed"
[ -x "$tree/build/baolan" ] && [ ! -e "$world/home/build" ]
ok $? "and the build is where the sources are"
try BUILD="some where" ./far a
is "$status $(cat "$tmp/out")" "0 baolan a" "another build folder is taken"
[ -x "$world/home/some where/baolan" ]
ok $? "and is where it was said"
: >"$world/file"
try BUILD="$world/file" ./far --check
says "$tmp/err" "BUILD=" "a build folder that cannot be is told, with what helps"
closes "0 passed, 1 failed" "a check without a build folder has failed"

try BUILD="$tree" ./far --check
says "$tmp/err" "name another to build in" "nothing is built among the sources"
[ ! -e "$tree/config.status" ]
ok $? "nor configured"

# Sources that are configured where they stand.
world
try "$tree/run" a
(cd "$tree" && PATH=$world/bin world=$world ./configure)
touch "$tree/config.status"
try "$tree/run" --check
closes "3 passed, 0 failed, 1 skipped" "sources configured in place are tested"
[ -f "$tree/config.status" ]
ok $? "and stay as they are"

# Sources that may only be read: by somebody who is not root.
world
for thing in stdio.h curses.h unistr.h jansson.h nettle/sha2.h expat.h \
	zlib.h sqlite3.h ini.h OutputDev.h seccomp.h linux/landlock.h \
	poppler-data cmocka.h vterm.h; do
	touch "$world/here/$thing"
done
cp "$world/bin/id" "$world/bin/mandoc"
cp "$world/bin/id" "$world/bin/c++"
chmod 755 "$tmp"
chmod -R a+rX "$world"
mkdir -m 777 "$world/free"
chmod -R a-w "$tree"
if [ "$(id -u)" -eq 0 ]; then
	as="$(command -v setpriv) --reuid=65534 --regid=65534 --clear-groups"
fi
if [ "$as" = " --reuid=65534 --regid=65534 --clear-groups" ]; then
	skip "sources to read only" "no setpriv here"
else
	try "$tree/run" --check
	says "$tmp/err" "BUILD=/tmp/baolan" "sources to read only: what helps is told"
	closes "0 passed, 1 failed" "and the check has failed"
	try BUILD="$world/free/build" "$tree/run" --check
	closes "3 passed, 0 failed, 1 skipped" "with BUILD= they are built and tested"
	try BUILD="$world/free/build" "$tree/run" a
	is "$status $(cat "$tmp/out")" "0 baolan a" "and once more"
fi
as=
chmod -R u+w "$tree"

# What tests say.
world
cat >"$world/tests" <<'SCRIPT'
mkdir -p tests
printf ':test-result: PASS\n:test-result: FAIL\n' >tests/a.trs
printf 'ok 1 - a\nnot ok 2 - the moon\n# is of cheese\n' >tests/a.log
for name in c d e f g; do
	echo ':test-result: SKIP' >tests/$name.trs
	echo "ok 1 - $name # SKIP no moon" >tests/$name.log
done
until grep -q 'run: testing, .* 6 of 2 files of tests, 1 passed' "$err"; do sleep 0; done
exit 1
SCRIPT
try err="$tmp/err" "$tree/run" --check
closes "1 passed, 1 failed, 6 skipped" "passed, failed and skipped are counted"
[ "$status" -eq 1 ]
ok $? "a failed test is a failed check"
says "$tmp/err" "run: testing, " "it is told how far the tests are"
says "$tmp/err" "# is of cheese" "what failed is shown"
says "$tmp/err" "run: 5 skipped, no moon: tests/c, tests/d, tests/e and 2 more" \
	"skips have their reason"
says "$tmp/err" "run: 1 skipped, cc has no sanitizers" "no sanitizers is a reason too"

# A compiler with sanitizers: the build with them has the tests as well.
world
fake cc 'case "$*" in
*-E*) read -r line; name=${line#*<}; [ -e "$world/here/${name%>*}" ] ;;
*-fuse-ld*) exit 1 ;;
*)	while [ "$1" != -o ]; do shift; done
	echo "#!/bin/sh" >"$2"; chmod +x "$2" ;;
esac'
try "$tree/run" --check
closes "6 passed, 0 failed" "the tests of both builds are counted"
said "configure --enable-sanitize CFLAGS=-g1 -O1" "the second has sanitizers"
is "$(grep -c '^configure' "$world/said")" 2 "and is configured once"

# An early end.
world
: >"$world/no-configure"
try "$tree/run" --check
closes "0 passed, 1 failed, 1 skipped" "a check that cannot configure has failed"
says "$tmp/err" "no configure today" "and says why"
world
echo 'read -r pid <"$world/pid"; kill -TERM "$pid"' >"$world/tests"
mkfifo "$world/pid"
fake started 'echo $$ >"$world/pid" & exec "$@"'
try "$world/bin/started" "$tree/run" --check
closes "0 passed, 1 failed" "a check that is ended has failed"
is "$status" 143 "by the status of the signal"
world
try "$tree/run" --check a
closes "0 passed, 1 failed" "--check takes nothing behind it"

# One table says what is needed: README.md has its packages.
tr '\n`' ' \n' <"$top/README.md" | sed -n 's/^apt install //p' |
	tr ' ' '\n' | sort -u >"$tmp/advised"
is "$(cat "$tmp/advised")" "$(awk '$1 ~ /^(all|test)$/ { print $4 }' \
	"$top/tools/packages" | sort -u)" "README.md names the packages of Debian"
done_testing
