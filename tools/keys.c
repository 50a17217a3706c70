/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_rows.h"
#include "cli/options.h"
#include "ui/command.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Prints parts of the manuals (mdoc) from the tables of the program: without an argument
 * the keys, with "settings" the settings, with "commands" the names of the commands. */

/* A key is a word: no punctuation to mdoc, no accent to roff. */
static void print_key(const char *key, size_t len)
{
	if (ispunct((unsigned char)key[0]) && key[0] != '^')
		fputs("\\&", stdout);
	for (size_t i = 0; i < len; i++) {
		if (key[i] == '^')
			fputs("\\(ha", stdout);
		else
			putchar(key[i]);
	}
}

/* The keys of a command, with `between` between. */
static void print_keys(enum command command, const char *between)
{
	const char *keys = keymap_default.commands[command];

	for (const char *key = keys; *key;) {
		size_t len = strcspn(key, " ");

		fputs(key == keys ? " Ic " : between, stdout);
		print_key(key, len);
		key += len + (key[len] == ' ');
	}
}

static void print_help(enum command command)
{
	struct buf help;

	buf_init(&help);
	command_add_text(&help, &keymap_default,
	                 command_help_untranslated(command));
	printf("\n%s\n", help.ptr);
	buf_release(&help);
}

static void print_keys_of_task(enum task task)
{
	printf(".Ss %s\n", task_title_untranslated(task));
	puts(".Bl -tag -width \"Esc, Backspace\" -compact");
	for (int i = 0; i < COMMAND_COUNT; i++)
		if (command_task((enum command)i) == task) {
			fputs(".It", stdout);
			print_keys((enum command)i, " , Ic ");
			print_help((enum command)i);
		}
	puts(".El");
}

static void print_all_keys(void)
{
	for (int i = 0; i < TASK_COUNT; i++)
		print_keys_of_task((enum task)i);
}

static void print_commands(void)
{
	puts(".Bl -tag -width \"screen-down\" -compact");
	for (int i = 0; i < COMMAND_COUNT; i++) {
		struct buf name;

		buf_init(&name);
		command_add_name(&name, (enum command)i);
		printf(".It Cm %s Pq", name.ptr);
		print_keys((enum command)i, " Ic ");
		print_help((enum command)i);
		buf_release(&name);
	}
	puts(".El");
}

/* Lines of a manual have at most 78 bytes. */
static void print_filled(struct str text)
{
	size_t line_bytes = 0;

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = str_find(text, STR(" "), at);
		if (end == NPOS)
			end = text.len;
		if (line_bytes && line_bytes + 1 + end - at > 78) {
			putchar('\n');
			line_bytes = 0;
		}
		line_bytes += (size_t)printf("%s%.*s", line_bytes ? " " : "",
		                             (int)(end - at), text.ptr + at);
	}
	putchar('\n');
}

static void print_setting(const struct option_row *row)
{
	static const struct options defaults = { 0 };
	struct buf help, choices, usual;

	buf_init(&help);
	buf_init(&choices);
	buf_init(&usual);
	option_add_help(&help, row);
	option_add_value(&usual, row, &defaults);
	printf(".It Cm %s\n%s.\n", row->name, help.ptr);
	buf_add_c(&choices, "It can be: ");
	option_add_choices(&choices, row);
	buf_add_byte(&choices, '.');
	print_filled(buf_str(&choices));
	printf("The default is\n.Ql %s .\n", usual.ptr);
	buf_release(&help);
	buf_release(&choices);
	buf_release(&usual);
}

static void print_settings(void)
{
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name && option_is_setting(&option_rows[i]))
			print_setting(&option_rows[i]);
	puts(".El");
}

int main(int argc, char *argv[])
{
	if (argc > 1 && !strcmp(argv[1], "settings"))
		print_settings();
	else if (argc > 1 && !strcmp(argv[1], "commands"))
		print_commands();
	else
		print_all_keys();
	return fflush(stdout) ? 1 : 0;
}
