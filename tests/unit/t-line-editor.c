/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/line_editor.h"

#include "base/mem.h"
#include "ui/term/event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistr.h>

/* Keys are typed as text; these letters stand for the special ones. */
static uint32_t key_of(ucs4_t c)
{
	switch (c) {
	case '<':
		return PRESS_LEFT;
	case '>':
		return PRESS_RIGHT;
	case '^':
		return PRESS_HOME;
	case '$':
		return PRESS_END;
	case '!':
		return PRESS_BACKSPACE;
	case '#':
		return PRESS_DELETE;
	case '[':
		return PRESS_CTRL('U');
	case ']':
		return PRESS_CTRL('K');
	default:
		return c;
	}
}

static void type(struct line_editor *prompt, const char *keys)
{
	const uint8_t *at = (const uint8_t *)keys;
	ucs4_t c;

	while (*at) {
		at += u8_strmbtouc(&c, at);
		line_editor_key(prompt, key_of(c));
	}
}

static void characters_are_edited_whole(void **state)
{
	static const struct {
		const char *keys, *text; /* '|' is the cursor */
	} cases[] = {
		{ "", "|" },
		{ "ab", "ab|" },
		{ "报栏", "报栏|" },
		{ "报栏<新", "报新|栏" },
		{ "报栏<<<x", "x|报栏" },
		{ "报栏^>x", "报x|栏" },
		{ "报栏<$x", "报栏x|" },
		{ "报栏!", "报|" },
		{ "报栏!!!", "|" },
		{ "报栏^#", "|栏" },
		{ "报栏#", "报栏|" },
		{ "报新栏<[", "|栏" },
		{ "报新栏<<]", "报|" },
		/* a cluster is one character */
		{ "e\u0301x<!", "|x" },
		{ "报e\u0301<#", "报|" },
		{ "👍🏽!", "|" },
		{ "👨‍👩‍👧<x", "x|👨‍👩‍👧" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct line_editor prompt;
		struct buf got;

		line_editor_init(&prompt);
		type(&prompt, cases[i].keys);
		buf_init(&got);
		buf_add(&got,
		        str_slice(buf_str(&prompt.text), 0, prompt.cursor));
		buf_add_byte(&got, '|');
		buf_add(&got, str_slice(buf_str(&prompt.text), prompt.cursor,
		                        prompt.text.len));
		assert_string_equal(got.ptr, cases[i].text);
		buf_release(&got);
		line_editor_release(&prompt);
	}
}

static void keys_say_what_they_did(void **state)
{
	static const struct {
		uint32_t key;
		enum line_editor_result result;
	} cases[] = {
		{ PRESS_ENTER, LINE_EDITOR_ACCEPTED },
		{ PRESS_ESC, LINE_EDITOR_LEFT },
		{ PRESS_LEFT, LINE_EDITOR_MOVED },
		{ 'x', LINE_EDITOR_EDITED },
		{ 0x62a5, LINE_EDITOR_EDITED },
		{ PRESS_UP, LINE_EDITOR_IGNORED },
		{ PRESS_F1, LINE_EDITOR_IGNORED },
		{ 0x01, LINE_EDITOR_MOVED },
		{ PRESS_TAB, LINE_EDITOR_IGNORED },
		{ 0x202e, LINE_EDITOR_IGNORED },
		{ 0xd800, LINE_EDITOR_IGNORED },
		{ 0x9b, LINE_EDITOR_IGNORED },
		{ 0, LINE_EDITOR_IGNORED },
	};
	struct line_editor prompt;

	(void)state;
	line_editor_init(&prompt);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (line_editor_key(&prompt, cases[i].key) != cases[i].result)
			fail_msg("key %X", cases[i].key);
	line_editor_set(&prompt, STR("报栏"));
	assert_int_equal(prompt.cursor, 6);
	line_editor_release(&prompt);
}

/* Narrower fields have no room for both marks and a wide character. */
#define ROOM_COLS 24

/* The cursor stands on the character it is before, or on a blank: behind the
 * text, in the pad of a quotation mark, where one cell is too little. */
static void assert_at_cursor(const struct line_editor *prompt,
                             const struct canvas *canvas)
{
	const char *cell = canvas_cell(canvas, 0, canvas->cursor_col)->text;
	const char *at = prompt->text.ptr + prompt->cursor;
	bool blank = !strcmp(cell, " ");

	assert_true(cell[0]);
	if (!blank)
		assert_true(!strncmp(cell, at, strlen(cell)));
	else if (canvas->cols >= ROOM_COLS)
		assert_true(!*at || !strncmp(at, "“", strlen("“")));
}

/* At every width. */
static void the_cursor_is_in_sight(void **state)
{
	struct line_editor prompt;

	(void)state;
	line_editor_init(&prompt);
	type(&prompt,
	     "/tmp/致全区参与新冠肺炎疫情防控任务e\u0301“的”慰问信.txt");
	for (int cols = 1; cols <= 80; cols++)
		for (int left = 0; left < 40; left++) {
			struct canvas canvas;

			canvas_init(&canvas, 1 + left % 2);
			canvas_reset(&canvas, 1, cols);
			line_editor_key(&prompt, left ? PRESS_LEFT : PRESS_END);
			line_editor_draw(&prompt, &canvas, canvas_area(&canvas),
			                 STR("保存: "), STR("3/32"));
			assert_true(canvas.cursor_col < cols);
			assert_at_cursor(&prompt, &canvas);
			canvas_release(&canvas);
		}
	line_editor_release(&prompt);
}

/* What is not seen of the text is marked, on either side. */
static void what_is_not_seen_is_marked(void **state)
{
	static const struct {
		const char *keys, *row;
	} cases[] = {
		{ "0123456", "0123456 " },     { "01234567", "…234567 " },
		{ "01234567<", "01234567" },   { "0123456789^", "0123456…" },
		{ "0123456789<", "…3456789" }, { "0123456789<<<", "…234567…" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct line_editor prompt;
		struct canvas canvas;
		struct buf row;

		line_editor_init(&prompt);
		canvas_init(&canvas, 1);
		canvas_reset(&canvas, 1, 8);
		type(&prompt, cases[i].keys);
		line_editor_draw(&prompt, &canvas, canvas_area(&canvas),
		                 STR(""), STR(""));
		buf_init(&row);
		for (int col = 0; col < 8; col++)
			buf_add_c(&row, canvas_cell(&canvas, 0, col)->text);
		assert_string_equal(row.ptr, cases[i].row);
		buf_release(&row);
		canvas_release(&canvas);
		line_editor_release(&prompt);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_are_edited_whole),
		cmocka_unit_test(keys_say_what_they_did),
		cmocka_unit_test(the_cursor_is_in_sight),
		cmocka_unit_test(what_is_not_seen_is_marked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
