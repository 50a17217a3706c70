/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/kept_place.h"

#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PAGE                                                                     \
 "春江新报\n\n河边种树\n\n"                                              \
 "　　本报讯　河边一共种了三百棵柳树，园林站每天派人\n" \
 "浇水，到秋天再看。路过的人都说好。\n"                         \
 "　　河边一共有两座桥，一座是石桥，一座是木桥，木桥\n" \
 "已经修了三次，今年还要再修一次。\n"

/* The same text, its lines broken at other places and indented by spaces. */
#define SET_ANEW                                                                                  \
 "春江新报\n\n河边种树\n\n"                                                               \
 "　　本报讯　河边一共种了三百棵\n柳树，园林站每天派人浇水，到秋\n" \
 "天再看。路过的人都说好。\n"                                                         \
 "　　河边一共有两座桥，一座是石\n桥，一座是木桥，木桥已经修了三\n" \
 "次，今年还要再修一次。\n"

static struct issue *load(const char *text)
{
	return load_bytes(str_from(text), "page.txt", NULL);
}

/* The passage that has `words`, and the byte at which they begin. */
static void find_words(const struct issue *issue, const char *words,
                       size_t *passage, size_t *at)
{
	for (size_t i = 0; i < issue->passage_count; i++) {
		*passage = i;
		*at = str_find(issue->passages[i].text, str_from(words), 0);
		if (*at != NPOS)
			return;
	}
	fail_msg("%s is not there", words);
}

/* Does the place that `words` have in `from` lead to them in `to`? */
static void assert_leads(const char *from, const char *to, const char *words)
{
	struct issue *before = load(from), *after = load(to);
	size_t passage, at, want_passage, want_at;
	struct kept_place place;
	struct buf text;

	buf_init(&text);
	find_words(before, words, &passage, &at);
	place = kept_place_of(before, passage, at, &text);
	find_words(after, words, &want_passage, &want_at);
	passage = at = NPOS;
	assert_true(kept_place_find(after, &place, &passage, &at));
	assert_int_equal(passage, want_passage);
	assert_int_equal(at, want_at);
	buf_release(&text);
	issue_free(before);
	issue_free(after);
}

static void every_byte_leads_to_itself(void **state)
{
	struct issue *issue = load(PAGE);

	(void)state;
	for (size_t i = 0; i < issue->passage_count; i++) {
		struct str text = issue->passages[i].text;

		for (size_t at = 0; at < text.len; at++) {
			struct kept_place place;
			struct buf words;
			size_t passage, found;

			if (((unsigned char)text.ptr[at] & 0xc0) == 0x80 ||
			    str_space_at(text, at))
				continue;
			buf_init(&words);
			place = kept_place_of(issue, i, at, &words);
			assert_true(kept_place_find(issue, &place, &passage,
			                            &found));
			assert_int_equal(issue->passages[passage].page,
			                 issue->passages[i].page);
			/* Single characters at an end may stand twice in a
			 * line. */
			if (words.len > 12) {
				assert_int_equal(passage, i);
				assert_int_equal(found, at);
			}
			buf_release(&words);
		}
	}
	issue_free(issue);
}

static void words_are_found_in_other_lines(void **state)
{
	(void)state;
	assert_leads(PAGE, SET_ANEW, "园林站");
	assert_leads(PAGE, SET_ANEW, "石桥，一座");
	assert_leads(SET_ANEW, PAGE, "天再看。路过");
	assert_leads("Title\n\nThe night buses return to the hill\n"
	             "villages after nine years of waiting.\n",
	             "Title\n\nThe night buses\nreturn to the hill villages\n"
	             "after nine years of waiting.\n",
	             "hill");
}

static void of_the_same_words_the_nearest_are_meant(void **state)
{
	static const char twice[] = "题目一\n\n　　同样的一句话在这里。\n\n"
				    "题目二\n\n　　同样的一句话在这里。\n\f"
				    "题目三\n\n　　同样的一句话在这里。\n";
	struct issue *issue = load(twice);
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; i < issue->passage_count; i++) {
		size_t at = str_find(issue->passages[i].text, STR("同样"), 0);
		size_t passage, found;
		struct kept_place place;
		struct buf words;

		if (at == NPOS)
			continue;
		buf_init(&words);
		place = kept_place_of(issue, i, at, &words);
		assert_true(kept_place_find(issue, &place, &passage, &found));
		assert_int_equal(passage, i);
		assert_int_equal(found, at);
		buf_release(&words);
		seen++;
	}
	assert_int_equal(seen, 3);
	issue_free(issue);
}

static void what_is_not_there_is_not_found(void **state)
{
	struct issue *issue = load(PAGE), *none = load("");
	struct kept_place place = { 0, 1, STR("没有这句话") };
	size_t passage, at;

	(void)state;
	assert_false(kept_place_find(issue, &place, &passage, &at));
	assert_false(kept_place_find(none, &place, &passage, &at));
	place.words = STR("");
	assert_false(kept_place_find(issue, &place, &passage, &at));
	/* Whatever bytes a file has. */
	place.words = STR("\xff\xfe\x80");
	assert_false(kept_place_find(issue, &place, &passage, &at));
	place = (struct kept_place){ NPOS, NPOS, STR("河边") };
	assert_true(kept_place_find(issue, &place, &passage, &at));
	issue_free(none);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_byte_leads_to_itself),
		cmocka_unit_test(words_are_found_in_other_lines),
		cmocka_unit_test(of_the_same_words_the_nearest_are_meant),
		cmocka_unit_test(what_is_not_there_is_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
