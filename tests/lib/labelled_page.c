/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labelled_page.h"

#include "issue/issue.h"
#include "load/label/label.h"
#include "load/lines/drop_caps.h"
#include "load/lines/line_metric.h"
#include "load/lines/pulled_words.h"

#include <stdlib.h>

static const struct {
	char letter;
	const char *name;
} names[LABEL_COUNT + 1] = {
	[LABEL_FIRST] = { 'F', "first line" },
	[LABEL_MIDDLE] = { 'M', "middle line" },
	[LABEL_LAST] = { 'L', "last line" },
	[LABEL_SINGLE] = { 'S', "single line" },
	[LABEL_SALUTATION] = { 'A', "salutation" },
	[LABEL_INSET] = { 'I', "inset head" },
	[LABEL_HEAD] = { 'H', "head" },
	[LABEL_RESUMED] = { 'R', "resumed head" },
	[LABEL_SUBHEAD] = { 'U', "subhead" },
	[LABEL_BYLINE] = { 'B', "byline" },
	[LABEL_SIGNED] = { 'N', "name behind the text" },
	[LABEL_SIGNATURE] = { 'G', "signature" },
	[LABEL_CLOSING] = { 'C', "closing words" },
	[LABEL_DATE] = { 'D', "date" },
	[LABEL_JUMP] = { 'J', "jump" },
	[LABEL_VERSE] = { 'V', "verse" },
	[LABEL_QUOTE] = { 'Q', "pull quote" },
	[LABEL_COUNT] = { '?', "no label" },
};

void flow_page_init(struct flow_page *page, struct issue *issue)
{
	page->issue = issue;
	printed_lines_init(&page->lines, issue, 0);
	drop_caps_find(&page->lines);
	line_metric_find(&page->lines);
	printed_lines_measure(&page->lines);
	pulled_words_find(&page->lines);
	flow_init(&page->flow, &page->lines);
	column_widths_find(&page->widths, &page->flow);
}

void flow_page_release(struct flow_page *page)
{
	flow_release(&page->flow);
	printed_lines_release(&page->lines);
	issue_free(page->issue);
}

struct labelled *flow_page_label(const struct flow_page *page)
{
	struct labeller *labeller = labeller_new(&page->flow, &page->widths);
	struct labelled *labels;
	size_t work = 0;

	while (labeller_step(labeller, &work))
		continue;
	labels = labeller_labels(labeller);
	labeller_free(labeller);
	return labels;
}

char label_letter(enum label label)
{
	return names[label].letter;
}

const char *label_name(enum label label)
{
	return names[label].name;
}

enum label label_of_letter(char letter)
{
	int label = 0;

	while (label < LABEL_COUNT && names[label].letter != letter)
		label++;
	return (enum label)label;
}
