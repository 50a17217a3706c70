/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/test_reader.h"
#include "../lib/test_store.h"
#include "base/mem.h"
#include "state/state.h"
#include "ui/preference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A reader that began with other settings. */
static void open_with(struct test_reader *reader, struct store *store,
                      enum theme theme, int measure_cols)
{
	test_reader_open(reader);
	reader->app.began.theme = reader->app.settings.theme = theme;
	reader->app.began.measure_cols = reader->app.settings.measure_cols =
		measure_cols;
	reader->app.store = store;
	preference_begin(&reader->app);
}

/* What is kept counts while the setting is the one that it replaced; what makes no sense
 * does not count. */
static void what_is_kept_counts_for_its_setting(void **state)
{
	static const struct {
		const char *theme, *measure; /* as they are kept */
		enum theme began, want;
		int began_cols, want_cols;
	} cases[] = {
		{ "auto light", "0 64", THEME_AUTO, THEME_LIGHT, 0, 64 },
		{ "auto light", "0 64", THEME_DARK, THEME_DARK, 40, 40 },
		{ "dark none", "40 0", THEME_DARK, THEME_NONE, 40, 0 },
		{ "auto purple", "0 5", THEME_AUTO, THEME_AUTO, 0, 0 },
		{ "auto", "0 99999", THEME_AUTO, THEME_AUTO, 0, 0 },
		{ "", "", THEME_AUTO, THEME_AUTO, 0, 0 },
		{ "automatic", "64", THEME_AUTO, THEME_AUTO, 64, 64 },
		{ "auto \n", "0 -4", THEME_AUTO, THEME_AUTO, 0, 0 },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct test_reader reader;

		state_put(*state, STATE_THEME, str_from(cases[i].theme));
		state_put(*state, STATE_MEASURE, str_from(cases[i].measure));
		open_with(&reader, *state, cases[i].began, cases[i].began_cols);
		assert_int_equal(reader.app.settings.theme, cases[i].want);
		assert_int_equal(reader.app.settings.measure_cols,
		                 cases[i].want_cols);
		reader.app.store = NULL;
		test_reader_close(&reader);
	}
}

static void kept_is(struct store *store, const char *name, const char *want)
{
	struct buf kept;

	buf_init(&kept);
	assert_true(state_get(store, name, &kept));
	assert_string_equal(kept.ptr, want);
	buf_release(&kept);
}

static void what_is_changed_is_kept(void **state)
{
	struct test_reader reader;

	open_with(&reader, *state, THEME_LIGHT, 40);
	test_reader_press(&reader, 'T');
	assert_int_equal(reader.app.settings.theme, THEME_NONE);
	kept_is(*state, STATE_THEME, "light none");
	test_reader_press(&reader, 'T');
	assert_int_equal(reader.app.settings.theme, THEME_AUTO);
	kept_is(*state, STATE_THEME, "light auto");
	preference_set_measure(&reader.app, 0);
	kept_is(*state, STATE_MEASURE, "40 0");
	/* The sheets are set with what the settings are now. */
	assert_ptr_equal(reader.app.document->reading.settings,
	                 &reader.app.settings);
	reader.app.store = NULL;
	test_reader_close(&reader);
}

static void without_a_store_it_holds_for_the_run(void **state)
{
	struct test_reader reader;

	(void)state;
	open_with(&reader, NULL, THEME_AUTO, 0);
	test_reader_press(&reader, 'T');
	assert_int_equal(reader.app.settings.theme, THEME_DARK);
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			what_is_kept_counts_for_its_setting, test_store_begin,
			test_store_end),
		cmocka_unit_test_setup_teardown(what_is_changed_is_kept,
		                                test_store_begin,
		                                test_store_end),
		cmocka_unit_test(without_a_store_it_holds_for_the_run),
	};

	return cmocka_run_group_tests(tests, test_reader_make_issue,
	                              test_reader_remove_issue) < 0;
}
