/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "words/cedict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Words and sentences cover each text without a gap, and going forth and back leads to the
 * same ones, with a dictionary and without. */

#define TEXTS 40 /* that are made */

static struct cedict *dictionary(void)
{
	struct buf bytes;

	buf_init(&bytes);
	fixture_read(&bytes, "tests/data/words/cedict_ts.u8");
	return cedict_new(&bytes);
}

static void check(struct str text, const struct cedict *cedict)
{
	char *wrong = oracle_words(text, cedict);

	if (!wrong)
		wrong = oracle_words(text, NULL);
	if (wrong)
		fail_msg("%s", wrong);
}

/* A whole file as one paragraph, so that it is cut in pieces. */
static void words_cover_papers(void **state)
{
	struct cedict *cedict = dictionary();

	(void)state;
	for (size_t i = 0; fixture_files()[i]; i++) {
		struct issue *issue = fixture_issue(fixture_files()[i]);
		struct buf all;

		buf_init(&all);
		for (size_t j = 0; j < issue->passage_count; j++)
			buf_add(&all, issue->passages[j].text);
		check(buf_str(&all), cedict);
		buf_release(&all);
		issue_free(issue);
	}
	cedict_free(cedict);
}

static void words_cover_made_texts(void **state)
{
	const struct seeds seeds = fixture_seeds(TEXTS);
	struct cedict *cedict = dictionary();
	struct buf bytes, text;

	(void)state;
	buf_init(&bytes);
	buf_init(&text);
	for (uint32_t seed = seeds.first; seed < seeds.end; seed++) {
		buf_clear(&bytes);
		buf_clear(&text);
		fixture_generate(&bytes, seed);
		for (size_t at = 0; at < bytes.len;) {
			uint32_t c;

			at += utf8_next(buf_str(&bytes), at, &c);
			buf_add_uc(&text, c);
		}
		check(buf_str(&text), cedict);
	}
	buf_release(&bytes);
	buf_release(&text);
	cedict_free(cedict);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_cover_papers),
		cmocka_unit_test(words_cover_made_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
