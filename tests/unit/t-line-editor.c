/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/line_editor.h"

#include "base/mem.h"
#include "ui/ask/line_history.h"
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
	case '{':
		return PRESS_ALT('b');
	case '}':
		return PRESS_WORD_RIGHT;
	case 'W':
		return PRESS_CTRL('W');
	case 'M':
		return PRESS_ALT(PRESS_BACKSPACE);
	case 'D':
		return PRESS_ALT('d');
	case 'Y':
		return PRESS_CTRL('Y');
	case 'P':
		return PRESS_UP;
	case 'N':
		return PRESS_DOWN;
	case 'T':
		return PRESS_TAB;
	case 'S':
		return PRESS_BACKTAB;
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
		{ "\u0301^ex", "e\u0301x|" },
		{ "ex\u0301<<>#", "e|" },
		{ "👨‍👩‍👧<x", "x|👨‍👩‍👧" },
		/* words, and parts of a path */
		{ "one two.md{{", "one |two.md" },
		{ "one two.md{{{x", "x|one two.md" },
		{ "one two.md^}}x", "one twox|.md" },
		{ "疫情 防控{x", "疫情 x|防控" },
		{ "~/clips/p1-党员.mdW", "~/clips/|" },
		{ "~/clips/p1-党员.mdWW", "~/|" },
		{ "a b  W", "a |" },
		{ "~/clips/p1-党员.mdM", "~/clips/p1-党员.|" },
		{ "one two{D", "one |" },
		{ "W", "|" },
		{ "D", "|" },
		/* what was cut is put in again */
		{ "one two.md{[$Y", "mdone two.|" },
		{ "a/bcWWYY", "a/a/|" },
		{ "报栏<]^Y", "栏|报" },
		{ "Y", "|" },
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
		{ PRESS_CTRL('C'), LINE_EDITOR_LEFT },
		{ PRESS_ALT('q'), LINE_EDITOR_IGNORED },
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

/* Former answers, and what was being typed below them. */
static void former_answers_come_back(void **state)
{
	static const struct {
		const char *keys, *text;
	} cases[] = {
		{ "P", "second" },   { "PP", "first" }, { "PPP", "first" },
		{ "abPN", "ab" },    { "N", "" },       { "PPN", "second" },
		{ "P!x", "seconx" },
	};
	struct line_history history;

	(void)state;
	line_history_init(&history);
	line_history_add(&history, STR("second"));
	line_history_add(&history, STR("first"));
	line_history_add(&history, STR("second"));
	line_history_add(&history, STR(""));
	assert_int_equal(history.count, 2);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct line_editor prompt;

		line_editor_init(&prompt);
		line_editor_begin(&prompt, STR(""));
		line_editor_remember(&prompt, &history);
		type(&prompt, cases[i].keys);
		assert_string_equal(prompt.text.ptr, cases[i].text);
		line_editor_release(&prompt);
	}
	line_history_release(&history);
}

static void the_oldest_answers_go(void **state)
{
	struct line_history history;
	struct buf text;

	(void)state;
	line_history_init(&history);
	buf_init(&text);
	for (int i = 0; i < LINE_HISTORY_MOST + 7; i++) {
		buf_clear(&text);
		buf_addf(&text, "%d", i);
		line_history_add(&history, buf_str(&text));
	}
	assert_int_equal(history.count, LINE_HISTORY_MOST);
	assert_string_equal(history.items[LINE_HISTORY_MOST - 1].ptr, "7");
	line_history_add(&history, STR("7"));
	assert_int_equal(history.count, LINE_HISTORY_MOST);
	assert_string_equal(history.items[0].ptr, "7");
	assert_string_equal(history.items[LINE_HISTORY_MOST - 1].ptr, "8");
	buf_release(&text);
	line_history_release(&history);
}

/* Completes the word before the cursor by a few texts. */
static void find_words(void *about, struct str line, size_t cursor,
                       struct completions *found)
{
	static const char *const words[] = { "apple", "apply", "banana", "报栏",
		                             "报文" };
	size_t *calls = about;

	++*calls;
	while (found->start && line.ptr[found->start - 1] != ' ')
		found->start--;
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (str_starts(str_from(words[i]),
		               str_slice(line, found->start, cursor)))
			completions_add(found, str_from(words[i]),
			                str_from(words[i]));
}

static void tab_completes(void **state)
{
	static const struct {
		const char *keys, *text;
		size_t offered;
	} cases[] = {
		{ "bT", "banana", 0 },
		{ "x bT", "x banana", 0 },
		{ "aT", "appl", 2 },
		{ "aTT", "apple", 2 },
		{ "aTTT", "apply", 2 },
		{ "aTTTT", "apple", 2 },
		{ "aTS", "apply", 2 },
		{ "aTSS", "apple", 2 },
		{ "aTTx", "applex", 0 },
		{ "zT", "z", 0 },
		/* 报栏 and 报文 share bytes of their second characters */
		{ "报T", "报", 2 },
		{ "报TT", "报栏", 2 },
		{ "a z<<T", "appl z", 2 },
		{ "a z<<TTT", "apply z", 2 },
		{ "aT!!T", "appl", 2 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct line_editor prompt;
		size_t calls = 0;

		line_editor_init(&prompt);
		line_editor_complete_by(
			&prompt, (struct completer){ find_words, &calls });
		type(&prompt, cases[i].keys);
		assert_string_equal(prompt.text.ptr, cases[i].text);
		assert_int_equal(prompt.offered.count, cases[i].offered);
		assert_true(calls > 0);
		line_editor_release(&prompt);
	}
}

/* What is offered is safe, the chosen text is in sight, and their number is told. */
static void offers_are_drawn(void **state)
{
	static const struct {
		size_t chosen;
		bool is_partial;
		const char *row;
	} cases[] = {
		{ NPOS, false, " one  two  three  <U+202E>四  five 6 " },
		{ 1, true, " one  two  three  <U+202E>四    2/6+ " },
		{ 5, false, " three  <U+202E>四  five  six    6/6 " },
	};
	static const char *const words[] = { "one",      "two",  "three",
		                             "\u202e四", "five", "six" };
	struct completions found;

	(void)state;
	completions_init(&found);
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		completions_add(&found, str_from(words[i]), str_from(words[i]));
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct click_zones zones = { .count = 0 };
		struct canvas canvas;
		struct buf row;

		canvas_init(&canvas, 1);
		canvas_reset(&canvas, 1, 37);
		found.chosen = cases[i].chosen;
		found.is_partial = cases[i].is_partial;
		completions_draw(&found, &canvas, &zones, canvas_area(&canvas));
		buf_init(&row);
		for (int col = 0; col < canvas.cols; col++)
			buf_add_c(&row, canvas_cell(&canvas, 0, col)->text);
		assert_string_equal(row.ptr, cases[i].row);
		buf_release(&row);
		canvas_release(&canvas);
	}
	completions_release(&found);
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

/* Of a path that is too long its beginning is seen, too, while the cursor is at its end. */
static void the_beginning_of_a_path_is_seen(void **state)
{
	static const struct {
		const char *keys, *row;
	} cases[] = {
		{ "$", "As: ~/papers/cl…06-A01-a-long-name.md " },
		{ "$<", "As: …ips/2025-04-06-A01-a-long-name.md" },
		{ "^", "As: ~/papers/clips/2025-04-06-A01-a-l…" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct line_editor prompt;
		struct canvas canvas;
		struct buf row;

		line_editor_init(&prompt);
		canvas_init(&canvas, 1);
		canvas_reset(&canvas, 1, 38);
		line_editor_begin(
			&prompt,
			STR("~/papers/clips/2025-04-06-A01-a-long-name.md"));
		type(&prompt, cases[i].keys);
		line_editor_draw(&prompt, &canvas, canvas_area(&canvas),
		                 STR("As: "), STR(""));
		buf_init(&row);
		for (int col = 0; col < canvas.cols; col++)
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
		cmocka_unit_test(former_answers_come_back),
		cmocka_unit_test(the_oldest_answers_go),
		cmocka_unit_test(tab_completes),
		cmocka_unit_test(offers_are_drawn),
		cmocka_unit_test(the_cursor_is_in_sight),
		cmocka_unit_test(what_is_not_seen_is_marked),
		cmocka_unit_test(the_beginning_of_a_path_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
