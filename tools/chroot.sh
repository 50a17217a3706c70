# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of check-in-chroot and install-in-chroot: bare systems of Debian (minbase: no
# locale, no git), made once by mmdebstrap, and copies of them, which are removed.
# The script that reads this has set `script', its own name, and `top', the sources.

base=/var/tmp/chroots mirror='' arch='' keep='' release='' copy='' copies=''
shell_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

chroot_usage() {
	cat <<'END'
      --arch=NAME   another architecture that this machine can run, such as i386
      --base=DIR    bare chroots are kept in DIR, by release (/var/tmp/chroots)
      --mirror=URL  of the packages (default: what mmdebstrap takes)
      --keep        leave the copies for a look; their names are printed
      --help        show this

A bare chroot is made once; each call works on copies of it, which are removed.
The status is 0 if all that was done ended with 0.
END
}

say() {
	printf '%s: %s\n' "$script" "$*" >&2
}

die() {
	say "$*"
	exit 2
}

# chroot_argument ARGUMENT: takes an option that both scripts have, and the release.
chroot_argument() {
	case $1 in
	--keep) keep=yes ;;
	--arch=*) arch=${1#*=} ;;
	--base=*) base=${1#*=} ;;
	--mirror=*) mirror=${1#*=} ;;
	--help)
		usage
		exit 0
		;;
	-*) die "there is no option '$1'; --help names them" ;;
	*)
		[ -z "$release" ] || die "one release at a time"
		release=$1
		;;
	esac
}

# After all arguments: what must be there, and the bare chroot.
chroot_begin() {
	[ "$release" ] || die "name a release of Debian, such as trixie"
	[ "$(id -u)" -eq 0 ] || die "needs root, for chroot and mount"
	bare=$base/$release${arch:+-$arch}
	trap clean_up EXIT
	trap 'exit 130' HUP INT TERM
	[ -d "$bare" ] || make_bare
}

# The release files of sid are valid for a week; a mirror of a day long past has
# older ones, and they are taken too.
make_bare() {
	command -v mmdebstrap >/dev/null ||
		die "mmdebstrap was not found; install it"
	mkdir -p "$base" || exit 2
	say "making $bare"
	# shellcheck disable=SC2086
	mmdebstrap --quiet --mode=root --variant=minbase ${arch:+--architectures=$arch} \
		--aptopt='Acquire::Check-Valid-Until "false"' \
		"$release" "$bare.new" $mirror >&2 &&
		mv "$bare.new" "$bare" && return 0
	rm -rf "$bare.new"
	die "mmdebstrap failed"
}

# Makes a copy of the bare chroot, which is `copy' from then on.
make_copy() {
	copy=$(mktemp -d "$bare.XXXXXX") || exit 2
	copies="$copies $copy"
	cp -a "$bare/." "$copy" || exit 2
	[ ! -e /etc/resolv.conf ] || cp -L /etc/resolv.conf "$copy/etc/"
}

# shellcheck disable=SC2317
clean_up() {
	for copy in $copies; do
		if [ "$keep" ]; then
			say "kept $copy"
		else
			rm -rf --one-file-system "$copy"
		fi
	done
}

# inside USER COMMAND: in the home of USER on the copy, with mounts and processes of its
# own, which end with it.
inside() {
	unshare --mount --pid --fork --kill-child --propagation private sh -c '
		copy=$1 user=$2 shell_path=$3 command=$4 term=$5 arch=$6
		home=/home/$user
		[ "$user" != root ] || home=/root
		mount -t proc proc "$copy/proc" &&
			mount --rbind /dev "$copy/dev" &&
			mount -t devpts -o newinstance,ptmxmode=0666,mode=620 \
				devpts "$copy/dev/pts" &&
			mount --bind "$copy/dev/pts/ptmx" "$copy/dev/ptmx" &&
			exec ${arch:+setarch "$arch"} chroot "$copy" env -i \
				"PATH=$shell_path" "HOME=$home" "USER=$user" \
				"TERM=$term" setpriv --reuid "$user" --regid "$user" \
				--init-groups sh -c "cd && $command"
	' sh "$copy" "$1" "$shell_path" "$2" "${TERM:-xterm-256color}" "$arch"
}

# The same, silent, with the end of what it says if it fails.
quietly_inside() {
	quiet_log=$copy.log
	inside "$1" "$2" >"$quiet_log" 2>&1 </dev/null && {
		rm -f "$quiet_log"
		return 0
	}
	tail -n 20 "$quiet_log" >&2
	rm -f "$quiet_log"
	die "this failed in the chroot: $2"
}

apt_install="apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install \
-y --no-install-recommends"

# A user who has sudo.
make_reader() {
	quietly_inside root "$apt_install sudo passwd && useradd -m -s /bin/bash reader &&
		echo 'reader ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/reader &&
		rm -rf /var/lib/apt/lists/* && apt-get clean"
}

# debian_packages KIND...: the packages of those rows of tools/packages.
debian_packages() {
	awk -v kinds=" $* " '
		$1 == "when" { for (i = 1; i <= NF; i++) if ($i == "Debian") column = i }
		index(kinds, " " $1 " ") { print $column }
	' "$top/tools/packages" | grep -vx -e - | sort -u | tr '\n' ' '
}

# on_terminal COMMAND [TEXT]: COMMAND opens a page on a terminal of 80x24; where TEXT is
# named Enter is typed, and TEXT must come; then Q is typed, and COMMAND must end with 0.
# What it wrote before it took the screen is printed.
on_terminal='
on_terminal() {
	shown=$(mktemp) && mkfifo "$shown.keys" || return 1
	awaits() {
		until grep -q -e "$1" "$shown"; do
			sleep 0.1
			[ ! -e "$shown.end" ] || exit
		done
	}
	(
		awaits "\[?1049h"
		if [ "${2-}" ]; then
			printf "\r"
			awaits "$2"
		fi
		printf Q
	) >"$shown.keys" &
	timeout 1500 script -qefc "stty cols 80 rows 24; $1; echo \$? >$shown.end" \
		"$shown" <"$shown.keys" >/dev/null
	[ -s "$shown.end" ] || return 1
	sed "/\[?1049h/{s/\[?1049h.*//;q}" "$shown" | tr "\r" "\n" |
		sed "s/\033\[[0-9;?]*[A-Za-z]*//g; /^ *\$/d; /^Script started/d"
	grep -q "\[?1049h" "$shown" || return 1
	[ -z "${2-}" ] || grep -q -e "$2" "$shown" || return 1
	status=$(cat "$shown.end")
	rm -f "$shown" "$shown.keys" "$shown.end"
	return "$status"
}
'
