#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Shells complete the options of the program, and their values: asked of each shell that is
# installed, and of the program.
. "$(dirname "$0")/tap.sh"

made=$top/data/completions
for file in bash/baolan zsh/_baolan fish/baolan.fish; do
	"$build/tools/completions" "${file%/*}" >"$tmp/now"
	cmp -s "$tmp/now" "$made/$file"
	ok $? "$file is of these options (make update-completions)"
done
run "$build/tools/completions" tcsh
is "$status" 2 "another shell is refused"

# Every value that is offered is one.
sed -n "s/^complete -c baolan.* -l \([-a-z]*\) .* -a '\([^']*\)'.*/\1 \2/p" \
	"$made/fish/baolan.fish" >"$tmp/values"

# takes OPTION VALUE
takes() {
	case $1 in
	export)
		[ "$2" != hits ] || set -- "$@" --search=镇
		run "$baolan" "--$1=$2" ${3:+"$3"} "$top/tests/data/masthead.txt"
		;;
	format) run "$baolan" --export=1 "--$1=$2" "$top/tests/data/masthead.txt" ;;
	*) run "$baolan" --dump-config "--$1=$2" ;;
	esac
	[ "$status" -eq 0 ]
}
while read -r option values; do
	for value in $values; do
		takes "$option" "$value" || echo "# --$option=$value"
	done
	case $values in *auto*) ;; *) takes "$option" auto && echo "# --$option=auto" ;; esac
done <"$tmp/values" >"$tmp/refused"
cat "$tmp/refused"
[ "$(wc -l <"$tmp/values")" -ge 8 ] && [ ! -s "$tmp/refused" ]
ok $? "the program takes all values that are offered, and no other"

mkdir "$tmp/here" && cd "$tmp/here" || exit 99
: >"a page.txt"
: >--list
mkdir issue

# in_bash WORD...: what bash offers for the last word; the words as bash parts them.
in_bash() {
	bash --norc -c '. "$0"; COMP_WORDS=(baolan "$@"); COMP_CWORD=$#; _baolan
		printf "%s\n" "${COMPREPLY[@]}"' "$made/bash/baolan" "$@"
}
if command -v bash >/dev/null; then
	is "$(in_bash --the)" "--theme=" "bash: a long option"
	is "$(in_bash --no-m)" "--no-mouse" "bash: the opposite of one"
	is "$(in_bash --theme = d)" "dark" "bash: a value behind ="
	is "$(in_bash --theme =)" "auto
dark
light
none" "bash: all values"
	is "$(in_bash -f m)" "markdown" "bash: a value of a letter"
	is "$(in_bash a)" "a page.txt" "bash: a name with a space is one"
	is "$(in_bash --list i)" "issue" "bash: a folder"
	is "$(in_bash --search = a)" "" "bash: no names of files for a text"
	is "$(in_bash --dictionary-file = a)" "auto
a page.txt" "bash: a value or a file"
else
	skip "bash" "bash not found"
fi

# in_zsh KEYS: the line of zsh after these keys and a Tab.
in_zsh() {
	ZDOTDIR=$tmp timeout 60 zsh -f -c '
		zmodload zsh/zpty
		zpty shell zsh -f -i
		zpty -w shell "PS1= PS2= RPS1=; fpath=($1 \$fpath); autoload -U compinit"
		zpty -w shell "compinit -D -u; tell() { print -r -- \"<\${BUFFER}>\" }"
		zpty -w shell "zle -N tell; bindkey \"^Xt\" tell; print ready\$((1+1))"
		zpty -r shell seen "*ready2*"
		zpty -w -n shell "$2"$'"'\\t\\030t'"'
		zpty -r shell seen "*<baolan*>*"
		print -r -- "${${seen##*<}%%>*}"' zsh "$made/zsh" "$1" </dev/null
}
if command -v zsh >/dev/null; then
	is "$(in_zsh 'baolan --the')" "baolan --theme=" "zsh: a long option"
	is "$(in_zsh 'baolan --theme=d')" "baolan --theme=dark " "zsh: a value"
	is "$(in_zsh 'baolan -f m')" "baolan -f markdown " "zsh: a value of a letter"
	is "$(in_zsh 'baolan a')" 'baolan a\ page.txt ' "zsh: a file"
else
	skip "zsh" "zsh not found"
fi

# in_fish LINE: what fish offers at its end, without what it says of that.
in_fish() {
	HOME=$tmp timeout 60 fish --no-config -c "source $made/fish/baolan.fish
		complete -C '$1'" | cut -f 1
}
if command -v fish >/dev/null; then
	is "$(in_fish 'baolan --the')" "--theme" "fish: a long option"
	is "$(in_fish 'baolan --theme=d')" "--theme=dark" "fish: a value behind ="
	is "$(in_fish 'baolan -f m')" "markdown" "fish: a value of a letter"
	is "$(in_fish 'baolan --theme ')" "auto
dark
light
none" "fish: all values, and no files"
	is "$(in_fish 'baolan --output i')" "issue/" "fish: a folder"
else
	skip "fish" "fish not found"
fi
done_testing
