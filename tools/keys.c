/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/i18n.h"
#include "cli/option_rows.h"
#include "cli/options.h"
#include "ui/command.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Prints parts of the manuals (mdoc) from the tables of the program, in the language of the
 * environment: without an argument the keys, with "settings" the settings, with "commands"
 * the names of the commands. */

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
	                 i18n_text(command_help_untranslated(command)));
	printf("\n%s\n", help.ptr);
	buf_release(&help);
}

static void print_keys_of_task(enum task task)
{
	/* The last character is not taken for punctuation. */
	printf(".Ss %s\\&\n", i18n_text(task_title_untranslated(task)));
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

/* The bytes of a text as mandoc counts them: 8 for a character beyond ASCII. */
static size_t count_bytes(struct str text)
{
	size_t bytes = 0;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		bytes += c < 0x80 ? 1 : c >= 0xC0 ? 8 : 0;
	}
	return bytes;
}

/* Lines of a manual have at most 78 bytes, and end where a sentence does. */
static void print_filled(struct str text)
{
	size_t line_bytes = 0;

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		struct str word;

		end = str_find(text, STR(" "), at);
		if (end == NPOS)
			end = text.len;
		word = str_slice(text, at, end);
		if (line_bytes && (line_bytes + 1 + count_bytes(word) > 78 ||
		                   text.ptr[at - 2] == '.')) {
			putchar('\n');
			line_bytes = 0;
		}
		printf("%s%.*s", line_bytes ? " " : "", (int)word.len,
		       word.ptr);
		line_bytes += count_bytes(word) + (line_bytes > 0);
	}
	putchar('\n');
}

static void print_setting(const struct option_row *row)
{
	static const struct options defaults = { 0 };
	const char *sentence = _("It can be: %s. The default is %s.");
	struct buf help, choices, usual, text;

	buf_init(&help);
	buf_init(&choices);
	buf_init(&usual);
	buf_init(&text);
	option_add_help(&help, row);
	option_add_choices(&choices, row);
	buf_add_c(&usual, "\\(oq");
	option_add_value(&usual, row, &defaults);
	buf_add_c(&usual, "\\(cq");
	/* The help has no full stop; that of the sentence is of the same language. */
	buf_add_c(&help, strrchr(sentence, '%') + strlen("%s"));
	printf(".It Cm %s\n", row->name);
	print_filled(buf_str(&help));
	buf_addf(&text, sentence, choices.ptr, usual.ptr);
	print_filled(buf_str(&text));
	buf_release(&help);
	buf_release(&choices);
	buf_release(&usual);
	buf_release(&text);
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
	i18n_start(i18n_asked());
	if (argc > 1 && !strcmp(argv[1], "settings"))
		print_settings();
	else if (argc > 1 && !strcmp(argv[1], "commands"))
		print_commands();
	else
		print_all_keys();
	return fflush(stdout) ? 1 : 0;
}
