/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/issue.h"

#include <string.h>

/* The newspaper and the day of a page. */

#define YEAR_FIRST  1800
#define YEAR_LAST   2200
#define YEAR_DIGITS 4
#define DATE_DIGITS 8 /* 19300403 */

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

static bool imprint_is_digit(struct str text, size_t at)
{
	return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

/* Whether a separator and a month or day of two digits stand at `at`. */
static bool has_part(struct str name, size_t at)
{
	return at < name.len && strchr("-_.", name.ptr[at]) &&
	       imprint_is_digit(name, at + 1) &&
	       imprint_is_digit(name, at + 2) &&
	       !imprint_is_digit(name, at + 3);
}

/* The digits from byte `at` on, also across the separators of a date: 1930-04-03,
 * 19300403, 1930.  Returns their number, which may be above DATE_DIGITS; *next is set to
 * the byte behind them. */
static size_t take_digits(struct str name, size_t at, char digits[DATE_DIGITS],
                          size_t *next)
{
	size_t count = 0;

	for (*next = at; imprint_is_digit(name, *next); ++*next) {
		if (count < DATE_DIGITS)
			digits[count] = name.ptr[*next];
		count++;
		if ((count == 4 || count == 6) && has_part(name, *next + 1))
			++*next;
	}
	return count;
}

static size_t year_of(const char digits[DATE_DIGITS])
{
	size_t year = 0;

	for (size_t i = 0; i < YEAR_DIGITS; i++)
		year = year * 10 + (size_t)(digits[i] - '0');
	return year;
}

/* Whether the digits are those of `date` (YYYY-MM-DD) or of its year. */
static bool agrees(const char digits[DATE_DIGITS], size_t count,
                   struct str date)
{
	size_t most = count == DATE_DIGITS ? DATE_DIGITS : YEAR_DIGITS, i = 0;

	for (size_t at = 0; at < date.len && i < most; at++)
		if (imprint_is_digit(date, at) && date.ptr[at] != digits[i++])
			return false;
	return true;
}

/* Whether the name of a file (1930-04-03-p2.txt, issue-1930.txt) has a date or year, and
 * none that agrees with `date`. */
static bool name_denies(struct str name, struct str date)
{
	char digits[DATE_DIGITS];
	bool denies = false;

	name = str_base_name(name);
	for (size_t at = 0, next; at < name.len; at = next) {
		size_t count = take_digits(name, at, digits, &next);

		if (!count)
			next = at + 1;
		if (count != YEAR_DIGITS && count != DATE_DIGITS)
			continue;
		if (year_of(digits) < YEAR_FIRST || year_of(digits) > YEAR_LAST)
			continue;
		if (agrees(digits, count, date))
			return false;
		denies = true;
	}
	return denies;
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
