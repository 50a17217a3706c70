/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/name_day.h"

#include <stdio.h>
#include <string.h>

#define YEAR_FIRST 1800
#define YEAR_LAST  2200

static bool name_day_is_digit(struct str text, size_t at)
{
	return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

/* Whether a separator and a month or day of two digits stand at `at`. */
static bool name_day_has_part(struct str name, size_t at)
{
	return at < name.len && strchr("-_./", name.ptr[at]) &&
	       name_day_is_digit(name, at + 1) &&
	       name_day_is_digit(name, at + 2) &&
	       !name_day_is_digit(name, at + 3);
}

size_t name_day_digits(struct str name, size_t at, char digits[NAME_DAY_DIGITS],
                       size_t *next)
{
	size_t count = 0;

	for (*next = at; name_day_is_digit(name, *next); ++*next) {
		if (count < NAME_DAY_DIGITS)
			digits[count] = name.ptr[*next];
		count++;
		if ((count == 4 || count == 6) &&
		    name_day_has_part(name, *next + 1))
			++*next;
	}
	return count;
}

bool name_day_is_year(const char digits[NAME_DAY_DIGITS])
{
	size_t year = 0;

	for (size_t i = 0; i < NAME_DAY_YEAR_DIGITS; i++)
		year = year * 10 + (size_t)(digits[i] - '0');
	return year >= YEAR_FIRST && year <= YEAR_LAST;
}

/* Are these digits a day of the calendar, in the years of newspapers? */
static bool name_day_is_day(const char digits[NAME_DAY_DIGITS])
{
	int month = (digits[4] - '0') * 10 + digits[5] - '0';
	int day = (digits[6] - '0') * 10 + digits[7] - '0';

	return name_day_is_year(digits) && month >= 1 && month <= 12 &&
	       day >= 1 && day <= 31;
}

bool name_day_find(struct str path, char day[NAME_DAY_CHARS + 1])
{
	bool found = false;

	for (size_t at = 0, next; at < path.len; at = next) {
		char digits[NAME_DAY_DIGITS];
		size_t count = name_day_digits(path, at, digits, &next);

		if (!count)
			next = at + 1;
		if (count != NAME_DAY_DIGITS || !name_day_is_day(digits))
			continue;
		found = true;
		snprintf(day, NAME_DAY_CHARS + 1, "%.4s-%.2s-%.2s", digits,
		         digits + 4, digits + 6);
	}
	return found;
}
