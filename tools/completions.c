/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "base/str.h"
#include "cli/option_rows.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Prints what a shell (the argument: bash, zsh or fish) needs to complete the command line
 * of baolan, from the table of its options. */

static bool has_opposite(const struct option_row *row)
{
	return row->kind && row->kind->has_opposite;
}

static bool takes_file(const struct option_row *row)
{
	return row->value &&
	       (!strcmp(row->value, "FILE") || !strcmp(row->value, "PATH"));
}

/* A value that can be typed as it stands: no sentence about values, no example. */
static bool is_value(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!isalnum((unsigned char)text.ptr[i]) &&
		    !strchr("-_", text.ptr[i]))
			return false;
	return text.len > 0;
}

/* Appends the values that the choices of an option name ("auto, dark or a number"), with
 * spaces between. */
static void add_values(struct buf *out, const struct option_row *row)
{
	struct buf choices;
	size_t start = 0;

	if (!row->value || (!row->choices && row->shapes != FOR_FORMAT))
		return;
	buf_init(&choices);
	option_add_choices(&choices, row);
	buf_add_c(&choices, ", ");
	for (size_t at = 0; at + 1 < choices.len; at++) {
		const char *here = choices.ptr + at;
		size_t gap = !strncmp(here, ", ", 2)     ? 2
		             : !strncmp(here, " or ", 4) ? 4
		                                         : 0;
		struct str value;

		if (!gap)
			continue;
		value = str_slice(buf_str(&choices), start, at);
		if (is_value(value)) {
			buf_add_c(out, out->len ? " " : "");
			buf_add(out, value);
		}
		start = at + gap;
		at = start - 1;
	}
	buf_release(&choices);
}

/* Prints `text` with a backslash before each character of `marks`; a single quote ends
 * the quotes around it and begins them again. */
static void print_quoted(const char *text, const char *marks)
{
	for (; *text; text++) {
		if (*text == '\'') {
			fputs("'\\''", stdout);
			continue;
		}
		if (strchr(marks, *text))
			putchar('\\');
		putchar(*text);
	}
}

static void print_help(const struct option_row *row, const char *marks)
{
	struct buf help;

	buf_init(&help);
	option_add_help(&help, row);
	print_quoted(help.ptr, marks);
	buf_release(&help);
}

/* ---------------------------------------------------------------------- bash */

/* "-f|--format" */
static void print_bash_names(const struct option_row *row)
{
	if (row->letter)
		printf("-%c|", row->letter);
	printf("--%s", row->name);
}

static void print_bash_value(const struct option_row *row)
{
	struct buf values;

	if (!row->value)
		return;
	buf_init(&values);
	add_values(&values, row);
	fputc('\t', stdout);
	print_bash_names(row);
	printf(")\n\t\tvalues='%s'\n\t\tfiles=%s ;;\n",
	       values.len ? values.ptr : "", takes_file(row) ? "yes" : "");
	buf_release(&values);
}

static void print_bash(void)
{
	fputs("_baolan ()\n{\n"
	      "\tlocal IFS=$' \\t\\n' values= files=yes options=\n"
	      "\tlocal word=${COMP_WORDS[COMP_CWORD]}\n"
	      "\tlocal before=${COMP_WORDS[COMP_CWORD-1]}\n"
	      "\t# --theme=dark is three words to bash.\n"
	      "\tif [[ $word == = ]]; then\n\t\tword=\n"
	      "\telif [[ $before == = ]]; then\n"
	      "\t\tbefore=${COMP_WORDS[COMP_CWORD-2]}\n\tfi\n"
	      "\tcase $before in\n",
	      stdout);
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name)
			print_bash_value(&option_rows[i]);
	fputs("\t*)\n\t\t[[ $word != -* ]] || options='", stdout);
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];

		if (row->name)
			printf("--%s%s ", row->name, row->value ? "=" : "");
		if (row->name && has_opposite(row))
			printf("--no-%s ", row->name);
	}
	fputs("' ;;\n\tesac\n"
	      "\tCOMPREPLY=($(compgen -W \"$values$options\" -- \"$word\"))\n"
	      "\tif [[ ${COMPREPLY[0]} == *= ]]; then\n"
	      "\t\tcompopt -o nospace 2>/dev/null\n"
	      "\telif [[ $files && ! $options ]]; then\n"
	      "\t\tIFS=$'\\n'\n\t\tcompopt -o filenames 2>/dev/null\n"
	      "\t\tCOMPREPLY+=($(compgen -f -- \"$word\"))\n\tfi\n}\n"
	      "complete -F _baolan baolan\n",
	      stdout);
}

/* ----------------------------------------------------------------------- zsh */

static void print_zsh_row(const struct option_row *row)
{
	struct buf values;

	buf_init(&values);
	add_values(&values, row);
	if (row->letter)
		printf(" \\\n\t'(-%c --%s)'{-%c%s,--%s%s}'[", row->letter,
		       row->name, row->letter, row->value ? "+" : "", row->name,
		       row->value ? "=" : "");
	else
		printf(" \\\n\t'--%s%s[", row->name, row->value ? "=" : "");
	print_help(row, "[]:\\");
	putchar(']');
	if (row->value)
		printf(":%s:", row->value);
	if (values.len && takes_file(row))
		printf("_alternative \"values:value:(%s)\" \"files:file:_files\"",
		       values.ptr);
	else if (values.len)
		printf("(%s)", values.ptr);
	else if (takes_file(row))
		fputs("_files", stdout);
	putchar('\'');
	if (has_opposite(row))
		printf(" \\\n\t'--no-%s'", row->name);
	buf_release(&values);
}

static void print_zsh(void)
{
	fputs("_arguments -s -S", stdout);
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name)
			print_zsh_row(&option_rows[i]);
	fputs(" \\\n\t'*:file:_files'\n", stdout);
}

/* ---------------------------------------------------------------------- fish */

static void print_fish_row(const struct option_row *row)
{
	struct buf values;

	buf_init(&values);
	add_values(&values, row);
	fputs("complete -c baolan", stdout);
	if (row->letter)
		printf(" -s %c", row->letter);
	printf(" -l %s", row->name);
	if (row->value)
		fputs(takes_file(row) ? " -r -F" : " -x", stdout);
	if (values.len)
		printf(" -a '%s'", values.ptr);
	fputs(" -d '", stdout);
	print_help(row, "\\");
	fputs("'\n", stdout);
	if (has_opposite(row))
		printf("complete -c baolan -l no-%s\n", row->name);
	buf_release(&values);
}

static void print_fish(void)
{
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name)
			print_fish_row(&option_rows[i]);
}

int main(int argc, char *argv[])
{
	static const struct {
		const char *shell, *first;
		void (*print)(void);
	} shells[] = {
		{ "bash", "", print_bash },
		{ "zsh", "#compdef baolan\n", print_zsh },
		{ "fish", "", print_fish },
	};

	for (size_t i = 0; argc == 2 && i < ARRAY_LEN(shells); i++)
		if (!strcmp(argv[1], shells[i].shell)) {
			printf("%s# Copyright (C) 2026 The baolan authors\n"
			       "# SPDX-License-"
			       "Identifier: GPL-3.0-or-later\n"
			       "# Made by tools/completions.c (make "
			       "update-completions); do not edit.\n",
			       shells[i].first);
			shells[i].print();
			return 0;
		}
	fputs("usage: completions bash|zsh|fish\n", stderr);
	return 2;
}
