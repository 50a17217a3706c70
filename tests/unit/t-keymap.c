/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/test_reader.h"
#include "base/mem.h"
#include "ui/command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include <cmocka.h>

/* The reader with other keys: all that it says of keys, it says of those. */

#define FIRST_KEY 0x0430 /* Cyrillic: no message has such a letter */
#define NAME_SIZE 8
#define ROWS      120
#define COLS      100

static char names[COMMAND_COUNT + ANSWER_COUNT][NAME_SIZE];
static struct keymap other;

static uint32_t key_of(int command)
{
	return FIRST_KEY + (uint32_t)command;
}

static int make_other(void **state)
{
	for (int i = 0; i < COMMAND_COUNT + ANSWER_COUNT; i++) {
		int len = u8_uctomb((uint8_t *)names[i], key_of(i), NAME_SIZE);

		names[i][len] = '\0';
		if (i < COMMAND_COUNT)
			other.commands[i] = names[i];
		else
			other.answers[i - COMMAND_COUNT] = names[i];
	}
	return test_reader_make_issue(state);
}

static void open_other(struct test_reader *reader)
{
	test_reader_open(reader);
	reader->app.keymap = &other;
	test_reader_finish(reader);
}

static void press(struct test_reader *reader, enum command command)
{
	test_reader_press(reader, key_of(command));
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c & 0x80) || c == '\'';
}

/* Is `word` the name of a usual key?  Digits count things on any screen. */
static bool is_usual_key(struct str word)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const char *keys = keymap_default.commands[i];

		while (*keys) {
			size_t len = strcspn(keys, " ");

			if (is_letter(*keys) && *keys != '0' &&
			    str_equal(word, (struct str){ keys, len }))
				return true;
			keys += len + (keys[len] == ' ');
		}
	}
	return false;
}

static void check_words(struct str line)
{
	for (size_t at = 0, end; at < line.len; at = end + 1) {
		struct str word;

		for (end = at; end < line.len && is_letter(line.ptr[end]);
		     end++)
			continue;
		word = str_slice(line, at, end);
		/* Behind a colon it is what the prompt takes. */
		if (word.len && !(at && line.ptr[at - 1] == ':') &&
		    is_usual_key(word))
			fail_msg("the key %.*s in: %.*s", (int)word.len,
			         word.ptr, (int)line.len, line.ptr);
	}
}

/* Fails when a word of the screen is one of the usual keys. */
static void check_screen(struct test_reader *reader)
{
	frame_draw(&reader->app, ROWS, COLS);
	for (int row = 0; row < ROWS; row++) {
		struct buf line;

		buf_init(&line);
		for (int col = 0; col < COLS; col++)
			buf_add_c(&line,
			          canvas_cell(&reader->app.canvas, row, col)
			                  ->text);
		check_words(buf_str(&line));
		buf_release(&line);
	}
}

static void no_view_tells_of_a_usual_key(void **state)
{
	static const enum command views[] = {
		COMMAND_TOGGLE, COMMAND_LIST, COMMAND_MAP,  COMMAND_FACTS,
		COMMAND_REPAIR, COMMAND_MENU, COMMAND_HELP, COMMAND_UPRIGHT,
	};
	struct test_reader reader;

	(void)state;
	open_other(&reader);
	check_screen(&reader);
	for (size_t i = 0; i < ARRAY_LEN(views); i++) {
		press(&reader, views[i]);
		check_screen(&reader);
		press(&reader, COMMAND_SCREEN_DOWN);
		check_screen(&reader);
		press(&reader, COMMAND_BACK);
		check_screen(&reader);
	}
	test_reader_close(&reader);
}

static void help_has_the_keys_of_the_keymap(void **state)
{
	struct test_reader reader;
	struct buf text;

	(void)state;
	open_other(&reader);
	press(&reader, COMMAND_HELP);
	frame_draw(&reader.app, ROWS, COLS);
	buf_init(&text);
	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLS; col++)
			buf_add_c(&text,
			          canvas_cell(&reader.app.canvas, row, col)
			                  ->text);
	for (int i = 0; i < COMMAND_COUNT; i++)
		if (!strstr(text.ptr, other.commands[i]))
			fail_msg("help lacks the key of: %s",
			         command_help_untranslated((enum command)i));
	buf_release(&text);
	test_reader_close(&reader);
}

/* Fails when the foot, without the keys in it, is not `format` with them. */
static void foot_has(const struct test_reader *reader, const char *text)
{
	struct buf want;

	buf_init(&want);
	command_add_text(&want, &other, text);
	test_reader_foot_says(reader, want.ptr);
	buf_release(&want);
}

static void messages_have_the_keys_of_the_keymap(void **state)
{
	struct test_reader reader;

	(void)state;
	open_other(&reader);
	test_reader_press(&reader, 'q');
	assert_true(reader.app.running);
	foot_has(&reader, "No such key here; {HELP} lists the keys");
	test_reader_press(&reader, '5');
	foot_has(&reader,
	         "5:  {OPEN} article 5  {NEXT_PAGE} page 5  {DOWN} 5 lines");
	test_reader_press(&reader, PRESS_ENTER);
	assert_int_equal(app_view(&reader.app), VIEW_PAGE);
	test_reader_press(&reader, '5');
	press(&reader, COMMAND_OPEN);
	assert_int_equal(app_view(&reader.app), VIEW_ARTICLE);
	press(&reader, COMMAND_BACK);
	press(&reader, COMMAND_BACK);
	foot_has(&reader, "{CLOSE} leaves; so does the menu, {MENU}");
	press(&reader, COMMAND_LIST);
	press(&reader, COMMAND_SEARCH);
	foot_has(&reader, "{SEARCH} full text");
	press(&reader, COMMAND_SEARCH);
	assert_int_equal(reader.app.asking, ASK_SEARCH);
	test_reader_press(&reader, PRESS_ESC);
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_view_tells_of_a_usual_key),
		cmocka_unit_test(help_has_the_keys_of_the_keymap),
		cmocka_unit_test(messages_have_the_keys_of_the_keymap),
	};

	return cmocka_run_group_tests(tests, make_other,
	                              test_reader_remove_issue);
}
