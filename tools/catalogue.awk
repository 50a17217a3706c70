# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A catalogue of messages (po/LANGUAGE.po) becomes a sorted table in C.
#
#     LC_ALL=C awk -f tools/catalogue.awk -v language=zh_CN po/zh_CN.po
#
# What could go wrong when the program runs is an error here: a format whose
# conversions are not those of its message, a message that is there twice, a
# byte that C would read otherwise.  Fuzzy and untranslated entries are left
# out; with -v strict=1 they are errors too.  With -v ids_only=1 the messages are
# printed in place of the table, in its order, a plural behind a tab; with -v pairs=1
# the translation behind a tab.

function fail(line, what) {
	print FILENAME ":" line ": " what >"/dev/stderr"
	failed = 1
}

# The characters between the quotes of `literal`.
function inside(literal) {
	if (literal !~ /^"([^"\\]|\\[nt"\\])*"$/) {
		fail(FNR, "no string, or an escape other than \\n \\t \\\" \\\\")
		return ""
	}
	return substr(literal, 2, length(literal) - 2)
}

# `literal` as strcmp() sees it.
function decoded(literal,   text, at, c) {
	if (!index(literal, "\\"))
		return literal
	for (at = 1; at <= length(literal); at++) {
		c = substr(literal, at, 1)
		if (c == "\\") {
			c = substr(literal, ++at, 1)
			c = c == "n" ? "\n" : c == "t" ? "\t" : c
		}
		text = text c
	}
	return text
}

# The types of the arguments that a format takes, in their order.
function arguments(format,   types, count, number, i, all) {
	while (match(format, conversion)) {
		all = substr(format, RSTART + 1, RLENGTH - 1)
		format = substr(format, RSTART + RLENGTH)
		if (all == "%")
			continue
		number = 0
		if (match(all, /^[0-9]+\$/)) {
			number = substr(all, 1, RLENGTH - 1) + 0
			all = substr(all, RLENGTH + 1)
		}
		for (i = 1; i <= length(all); i++)
			if (substr(all, i, 1) == "*")
				types[++count] = "*"
		gsub(/[-+ #0-9.*']/, "", all)
		if (!number)
			number = count + 1
		if (number > count)
			count = number
		types[number] = all
	}
	all = ""
	for (i = 1; i <= count; i++)
		all = all " %" types[i]
	return all
}

# The {NAME}s of commands in a text, whatever their order.
function named(text,   names, count, i, k, moved, all) {
	while (match(text, /\{[A-Z_]+\}/)) {
		names[++count] = substr(text, RSTART, RLENGTH)
		text = substr(text, RSTART + RLENGTH)
	}
	for (i = 2; i <= count; i++) {
		moved = names[i]
		for (k = i; k > 1 && moved < names[k - 1]; k--)
			names[k] = names[k - 1]
		names[k] = moved
	}
	for (i = 1; i <= count; i++)
		all = all " " names[i]
	return all
}

function newlines(text) {
	return (text ~ /^\\n/) " " (text ~ /\\n$/)
}

# One text, with its translation.
function check(id, text) {
	if (arguments(id) != arguments(text))
		fail(line, "the conversions are" arguments(text) \
			" and should be" arguments(id))
	if (named(id) != named(text))
		fail(line, "the keys are" named(text) " and should be" named(id))
	if (newlines(id) != newlines(text))
		fail(line, "a newline at the beginning or the end of one alone")
}

function check_header(text) {
	if (text !~ /charset=UTF-8\\n/)
		fail(line, "the charset is not UTF-8")
	if (text !~ /Plural-Forms: nplurals=1;/)
		fail(line, "only languages with one form for all numbers are known")
}

function add_entry() {
	if (id in seen)
		fail(line, "this message is there twice, first in line " seen[id])
	seen[id] = line
	if (text == "" || is_fuzzy) {
		if (strict)
			fail(line, text == "" ? "not translated" : "fuzzy")
		return
	}
	check(has_plural ? plural : id, text)
	if (has_plural && arguments(id) != arguments(plural))
		fail(line, "one and many have different conversions")
	ids[++entries] = id
	keys[entries] = decoded(id) ""
	plurals[entries] = has_plural ? "\t" plural : ""
	texts[entries] = text
}

# The entry that has been read, if one has.
function end_entry() {
	if (part == "")
		return
	if (part != "text")
		fail(line, "an entry without msgstr")
	else if (id == "")
		check_header(text)
	else
		add_entry()
	id = plural = text = part = ""
	has_plural = is_fuzzy = 0
}

function append(literal) {
	if (part == "id")
		id = id inside(literal)
	else if (part == "plural")
		plural = plural inside(literal)
	else if (part == "text")
		text = text inside(literal)
	else
		fail(FNR, "a string that belongs to nothing")
}

# order[] becomes the numbers of the entries by their keys: Shell's sort.
function sort_entries(   gap, i, k, moved) {
	for (i = 1; i <= entries; i++)
		order[i] = i
	for (gap = int(entries / 2); gap > 0; gap = int(gap / 2))
		for (i = gap + 1; i <= entries; i++) {
			moved = order[i]
			for (k = i; k > gap && keys[moved] < keys[order[k - gap]]; k -= gap)
				order[k] = order[k - gap]
			order[k] = moved
		}
}

function print_table(   i) {
	print "/* Copyright (C) 2026 The baolan authors */"
	print "/* SPDX-License-" "Identifier: GPL-3.0-or-later */"
	print "/* Made by tools/catalogue.awk from po/" language ".po. */"
	print "#include \"base/catalogue.h\"\n"
	print "static const struct message messages[] = {"
	for (i = 1; i <= entries; i++)
		print "\t{ \"" ids[order[i]] "\", \"" texts[order[i]] "\" },"
	print "};\n"
	print "const struct catalogue catalogue_" language " = {"
	print "\tmessages, sizeof messages / sizeof *messages"
	print "};"
}

BEGIN {
	conversion = "%([0-9]+[$])?[-+ #0']*([*]|[0-9]+)?([.]([*]|[0-9]+)?)?" \
		"(hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGaAcspn%]"
}

/^#,.*fuzzy/ {
	end_entry()
	is_fuzzy = 1
}
/^#/ || /^[ \t]*$/ {
	if (part == "text")
		end_entry()
	next
}
/^msgid "/ {
	end_entry()
	line = FNR
	part = "id"
	append(substr($0, 7))
	next
}
/^msgid_plural "/ && part == "id" {
	part = "plural"
	has_plural = 1
	append(substr($0, 14))
	next
}
/^msgstr "/ && part == "id" {
	part = "text"
	append(substr($0, 8))
	next
}
/^msgstr\[0\] "/ && part == "plural" {
	part = "text"
	append(substr($0, 11))
	next
}
/^"/ {
	append($0)
	next
}
{ fail(FNR, "not understood: " $0) }

END {
	end_entry()
	if (!entries)
		fail(FNR, "there is no translated message")
	if (failed)
		exit 1
	sort_entries()
	if (!ids_only && !pairs)
		print_table()
	else if (pairs)
		for (i = 1; i <= entries; i++)
			print ids[order[i]] "\t" texts[order[i]]
	else
		for (i = 1; i <= entries; i++)
			print ids[order[i]] plurals[order[i]]
}
