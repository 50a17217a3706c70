/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/command.h"

#include "base/mem.h"
#include "base/str.h"
#include "ui/term/event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *name;
	uint32_t key;
} special[] = {
	{ "Up", PRESS_UP },       { "Down", PRESS_DOWN },
	{ "Left", PRESS_LEFT },   { "Right", PRESS_RIGHT },
	{ "Home", PRESS_HOME },   { "End", PRESS_END },
	{ "PgUp", PRESS_PGUP },   { "PgDn", PRESS_PGDN },
	{ "Enter", PRESS_ENTER }, { "Esc", PRESS_ESC },
	{ "Tab", PRESS_TAB },     { "Backspace", PRESS_BACKSPACE },
	{ "Space", ' ' },         { "F1", PRESS_F1 },
};

/* The key that `name` of the table means; ends the test when it means none. */
static uint32_t key_of(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(special); i++)
		if (str_equal(name, str_from(special[i].name)))
			return special[i].key;
	if (name.len == 2 && name.ptr[0] == '^')
		return (uint32_t)PRESS_CTRL(name.ptr[1]);
	if (name.len != 1)
		fail_msg("no key is called '%.*s'", (int)name.len, name.ptr);
	return (unsigned char)name.ptr[0];
}

/* Calls `check` with each key of each command. */
static void for_each_key(void (*check)(enum command command, uint32_t key))
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const char *keys = command_keys((enum command)i);

		while (*keys) {
			size_t len = strcspn(keys, " ");

			check((enum command)i,
			      key_of((struct str){ keys, len }));
			keys += len + (keys[len] == ' ');
		}
	}
}

/* Also says that no key is there twice: the first command would have it. */
static void check_key(enum command command, uint32_t key)
{
	if (command_for_key(key) != command)
		fail_msg("key %X of '%s' does something else", key,
		         command_keys(command));
}

static void check_full_width(enum command command, uint32_t key)
{
	if (key > ' ' && key < 0x7f &&
	    command_for_key(key - '!' + 0xff01) != command)
		fail_msg("full-width %c does something else", (char)key);
}

static void each_key_has_one_command(void **state)
{
	(void)state;
	for_each_key(check_key);
	for_each_key(check_full_width);
	assert_int_equal(command_for_key(0x62a5), COMMAND_NONE);
	assert_int_equal(command_for_key(0), COMMAND_NONE);
	assert_int_equal(command_for_key(PRESS_LAST), COMMAND_NONE);
}

/* What an input method types instead. */
static void chinese_marks_are_keys(void **state)
{
	static const struct {
		uint32_t typed, plain;
	} cases[] = {
		{ 0x3000, ' ' }, { 0x3001, '/' }, { 0xff0f, '/' },
		{ 0x3010, '[' }, { 0x3011, ']' }, { 0x300a, '<' },
		{ 0x300b, '>' }, { 0xff1f, '?' }, { 0xff31, 'Q' },
		{ 0xff10, '0' }, { 'q', 'q' },    { PRESS_UP, PRESS_UP },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(key_plain(cases[i].typed), cases[i].plain);
}

static void each_command_is_explained(void **state)
{
	(void)state;
	for (int i = 0; i < COMMAND_COUNT; i++) {
		enum command command = (enum command)i;

		assert_true(command_help_untranslated(command)[0]);
		assert_true(command_help(command)[0]);
		assert_true(command_keys(command)[0]);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(
				command_help_untranslated(command),
				command_help_untranslated((enum command)j));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_key_has_one_command),
		cmocka_unit_test(chinese_marks_are_keys),
		cmocka_unit_test(each_command_is_explained),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
