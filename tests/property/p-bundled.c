/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * The bundled page, disturbed: how much of its structure is found again.  What
 * is right is what the loader finds on the page itself, which is recorded in
 * tests/golden/ and read by people.
 */

#define ORDERS     40
#define COPIES     20
#define DROPPED_OF 100 /* one character of so many */

/* The stretches of the page that stay whole, as lines of the file: [start,
 * end), 1-based.  A head stays with its text: apart from it nobody could tell
 * whose it is. */
static const struct range units[] = {
	{ 1, 112 },   /* letter, its head behind it */
	{ 112, 120 }, /* teasers */
	{ 121, 191 }, /* first report, its head before it */
	{ 192, 301 }, /* second report, its head behind it */
	{ 302, 322 }, /* rest of the first report */
	{ 323, 332 }, /* quote from it */
};

static bool is_running(const struct passage *passage)
{
	return passage->role == ROLE_BODY || passage->role == ROLE_NOTE;
}

static double f1(size_t right, size_t want, size_t got)
{
	return want + got ? 2 * (double)right / (double)(want + got) : 1;
}

static size_t count_running(const struct issue *issue)
{
	size_t count = 0;

	for (size_t i = 0; i < issue->passage_count; i++)
		count += is_running(&issue->passages[i]);
	return count;
}

/* Paragraphs of both issues with the same text; no two of one are alike. */
static double paragraphs_f1(const struct issue *want, const struct issue *got)
{
	size_t right = 0;

	for (size_t i = 0; i < want->passage_count; i++)
		for (size_t j = 0; j < got->passage_count; j++)
			right += is_running(&want->passages[i]) &&
			         is_running(&got->passages[j]) &&
			         str_equal(want->passages[i].text,
			                   got->passages[j].text);
	return f1(right, count_running(want), count_running(got));
}

/* The text an article begins with, after its headline; empty for a teaser. */
static struct str lead_of(const struct issue *issue,
                          const struct article *article)
{
	for (size_t i = article->passages.start; i < article->passages.end; i++)
		if (is_running(&issue->passages[i]))
			return issue->passages[i].text;
	return (struct str){ 0 };
}

/* The share of articles that have their headline. */
static double heads_share(const struct issue *want, const struct issue *got)
{
	size_t right = 0;

	for (size_t i = 0; i < want->article_count; i++) {
		const struct article *a = &want->articles[i];
		bool found = false;

		for (size_t j = 0; j < got->article_count && !found; j++) {
			const struct article *b = &got->articles[j];

			found = str_equal(a->headline, b->headline) &&
			        str_equal(lead_of(want, a), lead_of(got, b));
		}
		right += found;
	}
	return (double)right / (double)want->article_count;
}

static void add_unit(struct buf *page, const struct issue *issue,
                     struct range unit)
{
	for (size_t i = unit.start - 1; i < unit.end - 1; i++) {
		buf_add(page, issue->lines[i].text);
		buf_add_byte(page, '\n');
	}
	buf_add_byte(page, '\n');
}

static struct issue *shuffled(const struct issue *issue, uint32_t *seed)
{
	size_t order[ARRAY_LEN(units)];
	struct issue *made;
	struct buf page;

	buf_init(&page);
	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		size_t j = fixture_random(seed, (uint32_t)i + 1);

		order[i] = order[j];
		order[j] = i;
	}
	for (size_t i = 0; i < ARRAY_LEN(units); i++)
		add_unit(&page, issue, units[order[i]]);
	made = load_bytes(buf_str(&page), "shuffled", NULL);
	buf_release(&page);
	return made;
}

static void a_shuffled_page_is_read_as_well(void **state)
{
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	double paragraphs = 0, heads = 0;
	uint32_t seed = 2020;

	(void)state;
	for (int i = 0; i < ORDERS; i++) {
		struct issue *other = shuffled(issue, &seed);

		paragraphs += paragraphs_f1(issue, other) / ORDERS;
		heads += heads_share(issue, other) / ORDERS;
		issue_free(other);
	}
	issue_free(issue);
	print_message("# shuffled: paragraphs %.4f, heads %.4f\n", paragraphs,
	              heads);
	assert_true(paragraphs >= 0.995);
	assert_true(heads >= 0.95);
}

/* Drops one character in DROPPED_OF, but no line end; `kept[i]` is how many
 * bytes were kept of the first i of the page, white space not counted. */
static void drop_some(struct buf *out, size_t *kept, struct str page,
                      uint32_t *seed)
{
	size_t count = 0;
	bool drop = false;

	for (size_t i = 0; i < page.len; i++) {
		unsigned char c = (unsigned char)page.ptr[i];

		if ((c & 0xc0) != 0x80)
			drop = c != '\n' &&
			       fixture_random(seed, DROPPED_OF) == 0;
		kept[i] = count;
		if (drop)
			continue;
		buf_add_byte(out, (char)c);
		count += c > ' ';
	}
	kept[page.len] = count;
}

/* Where paragraphs begin: bytes of the page before each, white space not
 * counted if `dense`. */
static size_t find_starts(size_t *starts, const struct issue *issue,
                          struct str page, bool dense)
{
	size_t count = 0;

	for (size_t i = 0; i < issue->passage_count; i++) {
		const struct passage *passage = &issue->passages[i];
		const struct span *span = passage->spans;
		size_t at = 0, end;

		if (!is_running(passage))
			continue;
		for (size_t l = 0; l < span->line; l++)
			at = str_find(page, STR("\n"), at) + 1;
		end = at + span->at;
		if (dense)
			for (size_t b = at = 0; b < end; b++)
				at += (unsigned char)page.ptr[b] > ' ';
		starts[count++] = dense ? at : end;
	}
	return count;
}

static double boundaries_f1(const struct issue *issue, struct str page,
                            uint32_t *seed)
{
	size_t *kept = mem_alloc((page.len + 1) * sizeof *kept);
	size_t want[200], got[200], want_count, got_count, right = 0;
	struct issue *other;
	struct buf part;

	buf_init(&part);
	drop_some(&part, kept, page, seed);
	other = load_bytes(buf_str(&part), "part", NULL);
	assert_true(other->passage_count < ARRAY_LEN(got));
	want_count = find_starts(want, issue, page, false);
	got_count = find_starts(got, other, buf_str(&part), true);
	for (size_t i = 0; i < want_count; i++)
		for (size_t j = 0; j < got_count; j++)
			right += kept[want[i]] == got[j];
	issue_free(other);
	buf_release(&part);
	free(kept);
	return f1(right, want_count, got_count);
}

static void a_page_with_gaps_is_read_as_well(void **state)
{
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	double mean = 0;
	uint32_t seed = 1901;
	struct buf page;

	(void)state;
	buf_init(&page);
	fixture_read(&page, FIXTURE_BUNDLED);
	for (int i = 0; i < COPIES; i++)
		mean += boundaries_f1(issue, buf_str(&page), &seed) / COPIES;
	buf_release(&page);
	issue_free(issue);
	print_message("# gaps: boundaries %.4f\n", mean);
	assert_true(mean >= 0.93);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_shuffled_page_is_read_as_well),
		cmocka_unit_test(a_page_with_gaps_is_read_as_well),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
