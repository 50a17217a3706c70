/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/command.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Prints the list of keys of the manual (mdoc) from the table of commands. */

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

static void print_command(enum command command)
{
	const char *keys = keymap_default.commands[command];
	struct buf help;

	fputs(".It", stdout);
	for (const char *key = keys; *key;) {
		size_t len = strcspn(key, " ");

		fputs(key == keys ? " Ic " : " , Ic ", stdout);
		print_key(key, len);
		key += len + (key[len] == ' ');
	}
	buf_init(&help);
	command_add_text(&help, &keymap_default,
	                 command_help_untranslated(command));
	printf("\n%s\n", help.ptr);
	buf_release(&help);
}

int main(void)
{
	puts(".Bl -tag -width \"Esc, Backspace\" -compact");
	for (int i = 0; i < COMMAND_COUNT; i++)
		print_command((enum command)i);
	puts(".El");
	return fflush(stdout) ? 1 : 0;
}
