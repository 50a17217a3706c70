/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/confidence.h"

#include "../lib/fixture.h"
#include "../lib/labelled_page.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/label/told_labels.h"
#include "load/load.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A page, read up to its labels under priors that stay the same. */
struct page_read {
	struct flow_page page;
	struct lattice lattice;
	struct lattice_column *columns;
	struct labelled *labels;
};

static void read_page(struct page_read *page)
{
	const struct prior_counts none = { 0 };

	flow_page_init(&page->page, fixture_issue(FIXTURE_BUNDLED));
	lattice_init(&page->lattice, &page->page.flow, &page->page.widths);
	lattice_read_lines(&page->lattice, 0, page->page.flow.count);
	priors_set(&page->lattice.priors, BLANK_IS_SIGN, false, &none);
	page->columns =
		mem_alloc(page->page.flow.count * sizeof *page->columns);
	page->labels = mem_alloc(page->page.flow.count * sizeof *page->labels);
	lattice_find_path(&page->lattice, page->columns, page->page.flow.count);
	for (size_t i = 0; i < page->page.flow.count; i++)
		page->labels[i].label = label_of(page->lattice.path[i]);
	confidence_find(&page->lattice, page->columns, page->labels);
}

static void release_page(struct page_read *page)
{
	free(page->labels);
	free(page->columns);
	lattice_release(&page->lattice);
	flow_page_release(&page->page);
}

/* The cost of the page when the user says of line `i` what is doubted. */
static double cost_with_user_label(struct page_read *page, size_t i,
                                   enum user_label user_label)
{
	struct printed_line *line =
		&page->page.lines.items[page->page.flow.index[i]];
	struct lattice_column two[2];

	line->user_label = user_label;
	page->lattice.told[i] = told_labels(line);
	lattice_find_path(&page->lattice, two, ARRAY_LEN(two));
	line->user_label = USER_LABEL_NONE;
	page->lattice.told[i] = told_labels(line);
	return page->lattice.cost;
}

static void a_margin_is_what_the_other_reading_costs(void **state)
{
	static const enum user_label user_labels[DOUBT_KINDS] = {
		[DOUBT_BEGINS] = USER_LABEL_PARAGRAPH,
		[DOUBT_NO_HEAD] = USER_LABEL_NO_HEAD,
		[DOUBT_HEAD] = USER_LABEL_HEAD,
	};
	struct page_read page;
	double cost;
	size_t compared = 0;

	(void)state;
	read_page(&page);
	cost = page.lattice.cost;
	for (size_t i = 0; i < page.page.flow.count; i++) {
		const struct doubt *doubt = &page.labels[i].doubt;
		enum user_label user_label = user_labels[doubt->kind];

		assert_true(doubt->margin > -1e-6);
		if (user_label == USER_LABEL_NONE ||
		    doubt->margin >= CONFIDENCE_MARGIN_MAX)
			continue;
		compared++;
		if (fabs(cost_with_user_label(&page, i, user_label) - cost -
		         doubt->margin) > 1e-6)
			fail_msg(
				"line %zu has the margin %f, but costs %f more when "
				"the user says so",
				i, doubt->margin, page.lattice.cost - cost);
	}
	assert_true(compared > 10);
	release_page(&page);
}

/* Few of them, and each says where it stands. */
static void small_margins_are_notes(void **state)
{
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	size_t notes = 0, diags = 0;

	(void)state;
	for (size_t i = 0; i < issue->article_count; i++)
		for (size_t n = 0; n < issue->articles[i].note_count; n++) {
			const struct note *note = &issue->articles[i].notes[n];
			size_t passage, byte;

			notes++;
			assert_true(note->confidence >= .5 &&
			            note->confidence < 1);
			assert_true(note->lines.start < note->lines.end);
			assert_true(
				issue_note_at(issue, i, note, &passage, &byte));
			assert_int_equal(issue->passages[passage].article, i);
			for (size_t d = 0; d < issue->diags.count; d++)
				diags +=
					issue->diags.items[d].line ==
						issue->lines[note->lines.start]
							.number &&
					str_equal(note->what,
				                  str_from(issue->diags.items[d]
				                                   .text));
		}
	assert_true(notes >= 1 && notes <= 3);
	/* Each is a diagnostic, too. */
	assert_int_equal(diags, notes);
	issue_free(issue);
}

static void the_nearer_doubt_is_kept(void **state)
{
	struct doubt doubt = { DOUBT_NONE, 0 };

	(void)state;
	assert_false(doubt_counts(&doubt));
	assert_true(doubt_take(&doubt, (struct doubt){ DOUBT_HEAD, 3 }));
	assert_false(doubt_counts(&doubt));
	assert_false(doubt_take(&doubt, (struct doubt){ DOUBT_BEGINS, 4 }));
	assert_false(doubt_take(&doubt, (struct doubt){ DOUBT_NONE, 0 }));
	assert_true(doubt_take(&doubt, (struct doubt){ DOUBT_BEGINS, .1 }));
	assert_true(doubt_counts(&doubt));
	assert_true(doubt_confidence(&doubt) > .5);
	assert_true(doubt_confidence(&doubt) < .6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_margin_is_what_the_other_reading_costs),
		cmocka_unit_test(small_margins_are_notes),
		cmocka_unit_test(the_nearer_doubt_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
