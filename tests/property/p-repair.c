/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "base/mem.h"
#include "export/export.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/correct/corrections.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* Whatever a person says of a page, no byte is lost or shown twice, and what
 * was said is read back from its file. */

#define ROUNDS          12 /* of corrections, a file */
#define CORRECTIONS_MAX 12

static const char *const more_files[] = {
	"tests/data/marks.txt",
	"tests/data/two-pages/1.txt",
	"tests/data/two-pages/2.txt",
};

/* A line that is not blank, or NPOS. */
static size_t some_line(const struct issue *issue, uint32_t *seed)
{
	for (int tries = 0; tries < 50 && issue->line_count; tries++) {
		size_t line = fixture_random(seed, (uint32_t)issue->line_count);

		if (str_trim(issue->lines[line].text).len)
			return line;
	}
	return NPOS;
}

static void say_something(struct corrections *corrections,
                          const struct issue *issue, uint32_t *seed)
{
	for (uint32_t i = fixture_random(seed, CORRECTIONS_MAX) + 1; i; i--) {
		enum correction_kind kind = (enum correction_kind)(
			1 + fixture_random(seed, CORRECTION_KINDS - 1));
		size_t line = some_line(issue, seed);
		size_t to = some_line(issue, seed);

		if (line != NPOS && to != NPOS)
			corrections_add(corrections, issue, kind, line, to);
	}
}

static void assert_whole(const struct issue *issue, const char *file,
                         uint32_t seed, const struct corrections *corrections)
{
	char *wrong = issue_validate(issue);
	struct buf said;

	if (!wrong)
		return;
	buf_init(&said);
	corrections_print(corrections, &said);
	fail_msg("%s, seed %u: %s\n%s", file, (unsigned)seed, wrong, said.ptr);
}

/* The JSON of an issue, with what was said; caller frees. */
static char *json_of(struct str bytes, struct corrections *corrections)
{
	const struct load_options how = { .corrections = corrections };
	struct issue *issue = load_bytes(bytes, "page.txt", &how);
	struct buf out;

	buf_init(&out);
	assert_null(
		export_write(&out, issue, selection_all(issue), EXPORT_JSON,
	                     &(struct export_options){ .ambiguous_cols = 1 }));
	issue_free(issue);
	return buf_steal(&out);
}

static void assert_read_back(struct str bytes, struct corrections *corrections)
{
	struct corrections again = { 0 };
	struct buf file, copy;
	char *one, *two;

	buf_init(&file);
	buf_init(&copy);
	corrections_print(corrections, &file);
	corrections_parse(&again, buf_str(&file));
	corrections_print(&again, &copy);
	assert_string_equal(copy.ptr, file.ptr);
	one = json_of(bytes, corrections);
	two = json_of(bytes, &again);
	assert_string_equal(one, two);
	free(one);
	free(two);
	corrections_release(&again);
	buf_release(&copy);
	buf_release(&file);
}

static void try_repairs(struct str bytes, const char *file, uint32_t rounds)
{
	struct issue *plain = load_bytes(bytes, file, NULL);

	for (uint32_t seed = 1; seed <= rounds; seed++) {
		struct corrections corrections = { 0 };
		const struct load_options how = { .corrections = &corrections };
		uint32_t state = seed * 7919;
		struct issue *issue;

		say_something(&corrections, plain, &state);
		issue = load_bytes(bytes, file, &how);
		for (size_t i = 0; i < corrections.count; i++)
			assert_true(correction_fits(&corrections.items[i]));
		assert_whole(issue, file, seed, &corrections);
		if (seed == 1)
			assert_read_back(bytes, &corrections);
		issue_free(issue);
		corrections_release(&corrections);
	}
	issue_free(plain);
}

static void try_file(const char *file)
{
	struct buf bytes;

	buf_init(&bytes);
	fixture_read(&bytes, file);
	try_repairs(buf_str(&bytes), file, ROUNDS);
	buf_release(&bytes);
}

static void files_stay_whole(void **state)
{
	(void)state;
	for (size_t i = 0; fixture_files()[i]; i++)
		try_file(fixture_files()[i]);
	for (size_t i = 0; i < ARRAY_LEN(more_files); i++)
		try_file(more_files[i]);
}

static void made_texts_stay_whole(void **state)
{
	const struct seeds seeds = fixture_seeds(200);

	(void)state;
	for (uint32_t seed = seeds.first; seed < seeds.end; seed++) {
		struct buf bytes;

		buf_init(&bytes);
		fixture_generate(&bytes, seed);
		try_repairs(buf_str(&bytes), "made", 3);
		buf_release(&bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_stay_whole),
		cmocka_unit_test(made_texts_stay_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
