/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/issue.h"
#include "issue/name_day.h"
#include "text/neutralise.h"

#include <string.h>

/* The newspaper and the day of a page. */

/* Brings what a page names, `own`, together with `all`, what the pages before it name:
 * `all` becomes empty where they differ. */
static void agree_on(struct str *all, bool *differ, struct str own)
{
	if (!own.len || *differ)
		return;
	*differ = all->len && !str_equal(*all, own);
	*all = *differ ? STR("") : own;
}

void issue_name_page(struct issue *issue, size_t page, struct str title,
                     struct str date)
{
	struct page *of = &issue->pages[page];

	if (!of->title.len) {
		of->title = title;
		agree_on(&issue->title, &issue->titles_differ, title);
	}
	if (!of->date.len) {
		of->date = date;
		agree_on(&issue->date, &issue->dates_differ, date);
	}
}

struct str issue_page_title(const struct issue *issue, size_t page)
{
	const struct page *of = &issue->pages[page];

	return of->title.len || of->is_stated ? of->title : issue->title;
}

/* Whether the digits are those of `date` (YYYY-MM-DD) or of its year. */
static bool agrees(const char digits[NAME_DAY_DIGITS], size_t count,
                   struct str date)
{
	size_t most = count == NAME_DAY_DIGITS ? NAME_DAY_DIGITS
	                                       : NAME_DAY_YEAR_DIGITS,
	       i = 0;

	for (size_t at = 0; at < date.len && i < most; at++)
		if (date.ptr[at] >= '0' && date.ptr[at] <= '9' &&
		    date.ptr[at] != digits[i++])
			return false;
	return true;
}

/* Whether the name of a file (1930-04-03-p2.txt, issue-1930.txt) has a date or year, and
 * none that agrees with `date`. */
static bool name_denies(struct str name, struct str date)
{
	char digits[NAME_DAY_DIGITS];
	bool denies = false;

	name = str_base_name(name);
	for (size_t at = 0, next; at < name.len; at = next) {
		size_t count = name_day_digits(name, at, digits, &next);

		if (!count)
			next = at + 1;
		if (count != NAME_DAY_YEAR_DIGITS && count != NAME_DAY_DIGITS)
			continue;
		if (!name_day_is_year(digits))
			continue;
		if (agrees(digits, count, date))
			return false;
		denies = true;
	}
	return denies;
}

size_t issue_page_number(const struct issue *issue, size_t order)
{
	return order && order <= issue->page_count
	               ? issue->pages[order - 1].number
	               : order;
}

struct str issue_page_date(const struct issue *issue, size_t page)
{
	const struct page *of = &issue->pages[page];

	if (of->date.len || of->is_stated || !issue->date.len)
		return of->date;
	if (of->file < issue->file_count &&
	    name_denies(issue->files[of->file].name, issue->date))
		return STR("");
	return issue->date;
}

void issue_add_imprint(struct buf *out, const struct issue *issue, size_t page)
{
	const struct str parts[] = { issue_page_title(issue, page),
		                     issue_page_date(issue, page) };

	if (!issue->titles_differ && !issue->dates_differ)
		return;
	for (size_t i = 0; i < 2; i++) {
		buf_add_byte(out, '\t');
		neutralise(out, parts[i].len ? parts[i] : STR("-"));
	}
}
