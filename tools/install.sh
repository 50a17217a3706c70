# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of `run': what is missing, and its packages.

# has WHEN THING MODULE: headers of what reads PDF are C++.
has() {
	language=c
	[ "$1" != pdf ] || language=c++
	shift
	case $1 in
	*.h)
		flags=
		if [ "$2" != - ]; then
			flags=$(pkg-config --cflags "$2" 2>/dev/null) ||
				return 1
		fi
		# shellcheck disable=SC2086
		printf '#include <%s>\n' "$1" |
			${CC:-cc} -x "$language" $flags -E - >/dev/null 2>&1
		;;
	*-data) pkg-config --exists "$2" >/dev/null 2>&1 ;;
	c++) [ "${CXX-}" ] || command -v c++ >/dev/null 2>&1 ;;
	cc) [ "${CC-}" ] || command -v cc >/dev/null 2>&1 ;;
	*) command -v "$1" >/dev/null 2>&1 ;;
	esac
}

# Looks which of the things of tools/packages are here, and which rows of those that
# are needed are missing.
look() {
	kinds='all|pdf|test'
	[ "${PDF-}" != no ] || kinds='all|test'
	rows=$(grep -E "^($kinds) " "$top/tools/packages") ||
		die "$top/tools/packages cannot be read"
	seen=$(printf '%s\n' "$rows" | while read -r when thing module names; do
		if has "$when" "$thing" "$module"; then
			echo "$thing"
		elif [ "$when" != test ] || [ "$check" ]; then
			echo "missing $thing $module $names"
		fi
	done)
	found=$(printf '%s\n' "$seen" | grep -v '^missing ')
	missing=$(printf '%s\n' "$seen" | grep '^missing ')
}

# The packages of system SYSTEM that bring what is missing.
packages_of() {
	column=$(awk -v name="$1" '$1 == "when" {
		for (i = 1; i <= NF; i++) if ($i == name) print i
	}' "$top/tools/packages")
	printf '%s\n' "$missing" |
		awk -v column="$column" '$column != "-" { print $column }' |
		sort -u | tr '\n' ' ' | sed 's/ $//'
}

# What the package manager, of `manager', would do, in its own words.
rehearse() {
	LC_ALL=C
	export LC_ALL
	case $manager in
	apt-get) apt-get install --assume-no --no-install-recommends \
		-o Debug::NoLocking=1 "$@" ;;
	dnf) dnf install --assumeno "$@" ;;
	pacman) pacman -S --needed --print-format '%s' "$@" | awk '
		{ bytes += $1 }
		END { printf "%d packages, %.1f MB to fetch\n", NR, bytes / 1e6 }' ;;
	apk) apk add --simulate "$@" ;;
	zypper) zypper --non-interactive install --dry-run "$@" ;;
	brew) brew deps --include-requirements "$@" ;;
	esac </dev/null 2>/dev/null
}

# How much that is, in one line.
size_of() {
	rehearse "$@" | awk '
	/ newly installed, / {
		for (i = 2; i <= NF; i++)
			if ($i == "newly") said = $(i - 1) " packages"
	}
	/^Need to get / { sub(/\/.*/, "", $5); said = said ", " $4 " " $5 " to fetch" }
	/additional disk space will be used/ { said = said ", " $4 " " $5 " on disk" }
	/packages, .* to fetch$/ || /^OK: / || /^Overall download size/ ||
	/^(Total download|Total|Installed) size/ { said = said (said ? "; " : "") $0 }
	END { print said }'
}

# Finds the package manager of this system, its name for the system in
# tools/packages, and the command that installs.
find_manager() {
	while read -r manager system install; do
		command -v "$manager" >/dev/null 2>&1 && return 0
	done <<'MANAGERS'
apt-get Debian apt-get install -y --no-install-recommends
dnf Fedora dnf install -y
pacman Arch pacman -Sy --needed --noconfirm
apk Alpine apk add -U
zypper openSUSE zypper --non-interactive install
brew Homebrew brew install
MANAGERS
	return 1
}

# Finds what makes a command root's: nothing where this is root, or brew's.
find_root() {
	root=
	[ "$(id -u)" -ne 0 ] && [ "$manager" != brew ] || return 0
	for root in sudo doas; do
		command -v "$root" >/dev/null 2>&1 && return 0
	done
	return 1
}

# Prints a command, then runs it as root.
as_root() {
	say "+ $root${root:+ }$*"
	# shellcheck disable=SC2086
	quietly $root "$@"
}

install_missing() {
	[ "$missing" ] || return 0
	find_manager || die "packages are missing, and this system has no package" \
		"manager that is known here; Debian calls them: $(packages_of Debian)"
	names=$(packages_of "$system")
	by_hand="$install $names"
	[ "$manager" != apt-get ] || by_hand="apt-get update; $by_hand"
	find_root || die "packages are missing, and this is neither root nor has it" \
		"sudo; type as root:
$by_hand"
	stage=installing since=$(now)
	say "run: missing packages: $names"
	# A password is asked for here, before anything writes over the question.
	[ -z "$root" ] || $root true ||
		die "$root does not let you; as root that is: $by_hand"
	if [ "$manager" = apt-get ]; then
		as_root apt-get update || say "run: going on with the lists that are here"
		install="env DEBIAN_FRONTEND=noninteractive $install"
	fi
	# shellcheck disable=SC2086
	size=$(size_of $names)
	[ -z "$size" ] || say "run: to be installed: $size"
	# shellcheck disable=SC2086
	as_root $install $names ||
		die "the packages could not be installed; as root that is: $by_hand"
	look
	[ -z "$missing" ] || die "still missing after that: $(packages_of "$system")"
	note "${size:-$names}: installed in $(($(now) - since)) s"
}

# A compiler that was asked for and is not here is not replaced by another.
check_compiler() {
	[ "${CC-}" ] || return 0
	command -v "${CC%% *}" >/dev/null 2>&1 ||
		die "CC is '$CC', but there is no command '${CC%% *}' here;" \
			"install it, or leave CC unset"
}
