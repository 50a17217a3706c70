/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/bookmarks.h"

#include "../lib/test_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct bookmark made(const char *title, const char *note)
{
	return (struct bookmark){
		.id = 99,
		.digest = STR("d1"),
		.names = STR("/a/1.txt//a/2.txt"),
		.paper = STR("春江新报"),
		.day = STR("1930-04-09"),
		.place = { 2, 17, STR("河边一共") },
		.folio = STR("A03"),
		.title = str_from(title),
		.note = str_from(note),
	};
}

static void add(struct store *store, const char *title, const char *note)
{
	struct bookmark bookmark = made(title, note);

	bookmarks_add(store, &bookmark);
}

/* "title:note " of each, the last one first. */
static void assert_listed(struct store *store, const char *want)
{
	struct bookmarks found;
	struct buf text;

	buf_init(&text);
	bookmarks_init(&found);
	bookmarks_list(store, &found);
	for (size_t i = 0; i < found.count; i++) {
		buf_add(&text, found.items[i].title);
		buf_add_byte(&text, ':');
		buf_add(&text, found.items[i].note);
		buf_add_byte(&text, ' ');
	}
	assert_string_equal(text.ptr, want);
	bookmarks_release(&found);
	buf_release(&text);
}

static void a_bookmark_comes_back_whole(void **state)
{
	struct bookmark want = made("河边种树", "to be copied");
	const struct bookmark *got;
	struct bookmarks found;

	bookmarks_add(*state, &want);
	bookmarks_init(&found);
	bookmarks_list(*state, &found);
	assert_int_equal(found.count, 1);
	got = found.items;
	assert_true(str_equal(got->digest, want.digest));
	assert_true(str_equal(got->names, want.names));
	assert_true(str_equal(got->paper, want.paper));
	assert_true(str_equal(got->day, want.day));
	assert_int_equal(got->place.page, 2);
	assert_int_equal(got->place.line, 17);
	assert_true(str_equal(got->place.words, want.place.words));
	assert_true(str_equal(got->folio, want.folio));
	assert_true(str_equal(got->title, want.title));
	assert_true(str_equal(got->note, want.note));
	bookmarks_release(&found);
}

static void notes_change_and_bookmarks_go(void **state)
{
	struct bookmarks found;

	assert_listed(*state, "");
	add(*state, "a", "1");
	add(*state, "b", "");
	assert_listed(*state, "b: a:1 ");
	bookmarks_init(&found);
	bookmarks_list(*state, &found);
	bookmarks_set_note(*state, found.items[0].id, STR("2"));
	assert_listed(*state, "b:2 a:1 ");
	bookmarks_drop(*state, found.items[1].id);
	assert_listed(*state, "b:2 ");
	bookmarks_release(&found);
}

/* Nothing of a page or a note becomes markup or reaches a terminal. */
static void markdown_is_plain(void **state)
{
	struct bookmarks found;
	struct buf out;

	add(*state, "# *bold* [x](y) <b>\x1b[31m", "a_b\\");
	bookmarks_init(&found);
	bookmarks_list(*state, &found);
	buf_init(&out);
	bookmarks_add_markdown(&out, &found);
	assert_string_equal(out.ptr, "# Bookmarks\n"
	                             "\n"
	                             "## \\# \\*bold\\* \\[x\\](y) \\<b\\>"
	                             "\\<U+001B\\>\\[31m\n"
	                             "\n"
	                             "> 河边一共…\n"
	                             "\n"
	                             "a\\_b\\\\\n"
	                             "\n"
	                             "春江新报, 1930-04-09, page A03\n"
	                             "\n"
	                             "- /a/1.txt\n"
	                             "- /a/2.txt\n");
	buf_release(&out);
	bookmarks_release(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_bookmark_comes_back_whole,
		                                test_store_begin,
		                                test_store_end),
		cmocka_unit_test_setup_teardown(notes_change_and_bookmarks_go,
		                                test_store_begin,
		                                test_store_end),
		cmocka_unit_test_setup_teardown(
			markdown_is_plain, test_store_begin, test_store_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
