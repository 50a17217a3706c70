/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/sureness.h"

unsigned sureness_lowest(const struct issue *issue, size_t passage)
{
	const struct passage *of = &issue->passages[passage];
	const struct page *page = &issue->pages[of->page];
	unsigned lowest = SURENESS_UNKNOWN;

	for (size_t i = 0; i < of->span_count && page->sureness; i++) {
		unsigned own =
			page->sureness[of->spans[i].line - page->lines.start];

		if (own < lowest)
			lowest = own;
	}
	return lowest;
}

bool sureness_is_low(const struct issue *issue, size_t passage, size_t at)
{
	const struct passage *of = &issue->passages[passage];
	const struct page *page = &issue->pages[of->page];
	const struct span *span;
	size_t s, word, byte;

	if (!page->unsure_count)
		return false;
	ARRAY_FIND(s, of->span_count, of->spans[s].end <= at);
	if (s == of->span_count || of->spans[s].start > at)
		return false;
	span = &of->spans[s];
	byte = span->at + at - span->start;
	ARRAY_FIND(word, page->unsure_count,
	           page->unsure[word].line < span->line ||
	                   (page->unsure[word].line == span->line &&
	                    page->unsure[word].end <= byte));
	return word < page->unsure_count &&
	       page->unsure[word].line == span->line &&
	       page->unsure[word].start <= byte;
}

bool sureness_is_known(const struct issue *issue)
{
	for (size_t i = 0; i < issue->pages_read; i++)
		if (issue->pages[i].sureness)
			return true;
	return false;
}
