/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_parser.h"

#include "base/mem.h"
#include "cli/option_rows.h"
#include "cli/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define WORDS_MOST 8

/* Reads the words of a command line; NULL, or what is wrong with it. */
static char *read_words(struct options *options, const char *const words[])
{
	static char *argv[WORDS_MOST + 2];
	int argc = 0;
	char *error;

	argv[argc++] = (char *)"baolan";
	for (size_t i = 0; words[i]; i++)
		argv[argc++] = (char *)words[i];
	argv[argc] = NULL;
	if (options_read(options, argc, argv, &error))
		options_settle(options, &error);
	return error;
}

static void nothing_asked_for_is_the_reader(void **state)
{
	struct options options;

	(void)state;
	assert_null(read_words(&options, (const char *const[]){ NULL }));
	assert_int_equal(options.action, ACTION_READ);
	assert_int_equal(options.format, EXPORT_TEXT);
	assert_int_equal(options.file_count, 0);
	assert_null(options.output);
}

static void an_ending_names_the_format(void **state)
{
	static const struct {
		const char *path;
		enum export_format format;
	} cases[] = {
		{ "a.md", EXPORT_MARKDOWN }, { "a.epub", EXPORT_EPUB },
		{ "a.HTM", EXPORT_HTML },    { "a.json", EXPORT_JSON },
		{ "a", EXPORT_TEXT },        { "folder/", EXPORT_MARKDOWN },
	};
	struct options options;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *const words[] = { "-e", "all", "-o", cases[i].path,
			                      NULL };

		assert_null(read_words(&options, words));
		assert_int_equal(options.format, cases[i].format);
		assert_false(options_contradict(&options));
	}
}

static void what_goes_together_and_what_does_not(void **state)
{
	static const struct {
		const char *words[WORDS_MOST];
		const char *error; /* its beginning; NULL: none */
	} cases[] = {
		{ { "-e", "1", "--upright" },
		  "--upright is for the formats html" },
		{ { "-e", "1", "--upright", "-f", "html" }, NULL },
		{ { "-e", "1", "--as-printed", "-f", "json" },
		  "--as-printed is for the formats text, html" },
		{ { "-e", "1", "--as-printed", "-f", "text" }, NULL },
		{ { "-e", "1", "--width=20", "-f", "epub" },
		  "--width is for the format" },
		{ { "-l", "-f", "html" },
		  "--format is text or json with --list" },
		{ { "-s", "x", "-f", "epub" },
		  "--format is text or json with --search" },
		{ { "-e", "1", "-f", "pdf" },
		  "--format cannot be 'pdf'; it can be: "
		  "text, markdown, html, json" },
		{ { "--width=20", "-l" }, "--width needs --export" },
		{ { "-e", "hits" }, "--export=hits needs --search" },
		{ { "-e", "1", "-o", "a.odt" },
		  "no format has the ending '.odt'; it can be .txt, .md, "
		  ".html, .json, .epub" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct options options;
		char *error = read_words(&options, cases[i].words);

		if (!cases[i].error)
			assert_null(error);
		else if (!error ||
		         strncmp(error, cases[i].error, strlen(cases[i].error)))
			fail_msg("not '%s': %s", cases[i].error,
			         error ? error : "(none)");
		free(error);
	}
}

/* Each row is read by its name, and says what is wrong with a value. */
static void each_row_is_an_option(void **state)
{
	(void)state;
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];
		struct options options;
		char word[64], *error;

		if (!row->name)
			continue;
		snprintf(word, sizeof word, "--%s%s", row->name,
		         row->value ? "=" : "");
		error = read_words(&options,
		                   (const char *const[]){ word, NULL });
		if (error && strstr(error, "there is no option"))
			fail_msg("%s", error);
		free(error);
	}
}

/* What sets a setting, so that a second source of settings needs no more than this. */
static void settings_are_set_by_their_rows(void **state)
{
	static const struct {
		const char *name, *value;
	} cases[] = {
		{ "encoding", "GBK" },   { "ambiguous", "2" },
		{ "line-breaks", "gb" }, { "theme", "light" },
		{ "plain-marks", NULL }, { "mouse", NULL },
		{ "name", "%page.md" },  { "pictures", "frame" },
		{ "measure", "64" },     { "columns", "2" },
	};
	struct options options = { 0 };
	size_t settings = 0;

	(void)state;
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];

		settings += option_is_setting(row);
		for (size_t j = 0; j < ARRAY_LEN(cases); j++)
			if (row->name && !strcmp(row->name, cases[j].name)) {
				assert_true(option_is_setting(row));
				assert_true(option_set(row, &options,
				                       cases[j].value));
			}
	}
	assert_true(settings >= ARRAY_LEN(cases));
	assert_string_equal(options.settings.encoding, "GBK");
	assert_int_equal(options.settings.ambiguous_cols, 2);
	assert_int_equal(options.settings.breaks, wrap_level_named("gb"));
	assert_int_equal(options.settings.theme, THEME_LIGHT);
	assert_true(options.settings.plain_marks);
	assert_true(options.settings.mouse);
	assert_string_equal(options.settings.name_pattern, "%page.md");
	assert_int_equal(options.settings.pictures, PICTURES_FRAME);
	assert_int_equal(options.settings.measure_cols, 64);
	assert_int_equal(options.settings.columns, 2);
}

static void what_is_on_can_be_switched_off(void **state)
{
	static const struct {
		const char *word;
		bool is_on;
	} cases[] = { { "--mouse", true },      { "--mouse=yes", true },
		      { "--mouse=on", true },   { "--mouse=no", false },
		      { "--mouse=off", false }, { "--no-mouse", false } };
	struct options options;
	char *error;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		assert_null(read_words(
			&options, (const char *const[]){
					  "--mouse", cases[i].word, NULL }));
		assert_int_equal(options.settings.mouse, cases[i].is_on);
	}
	error = read_words(&options,
	                   (const char *const[]){ "--mouse=often", NULL });
	assert_string_equal(error,
	                    "--mouse cannot be 'often'; it can be: yes or no");
	free(error);
	assert_null(read_words(&options,
	                       (const char *const[]){ "--no-state", NULL }));
	assert_true(options.settings.no_state);
	assert_null(
		read_words(&options, (const char *const[]){ "--no-state",
	                                                    "--state", NULL }));
	assert_false(options.settings.no_state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_asked_for_is_the_reader),
		cmocka_unit_test(an_ending_names_the_format),
		cmocka_unit_test(what_goes_together_and_what_does_not),
		cmocka_unit_test(each_row_is_an_option),
		cmocka_unit_test(settings_are_set_by_their_rows),
		cmocka_unit_test(what_is_on_can_be_switched_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
