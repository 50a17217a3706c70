/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_hint.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "cli/option_rows.h"
#include "text/neutralise.h"

#include <stdlib.h>
#include <string.h>

#define NAME_BYTES    32 /* no option has a longer name */
#define MISTAKES_MOST 2

/* How many letters are missing, too many, wrong, or exchanged with their neighbour
 * (the distance of Damerau and Levenshtein, by strings' alignment); both have at
 * most NAME_BYTES. */
static int mistakes(struct str a, struct str b)
{
	int rows[NAME_BYTES + 1][NAME_BYTES + 1];

	for (size_t i = 0; i <= a.len; i++) {
		for (size_t j = 0; j <= b.len; j++) {
			int best = (int)(i + j);

			if (i)
				best = smaller(best, rows[i - 1][j] + 1);
			if (j)
				best = smaller(best, rows[i][j - 1] + 1);
			if (i && j)
				best = smaller(best, rows[i - 1][j - 1] +
				                             (a.ptr[i - 1] !=
				                              b.ptr[j - 1]));
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
			    a.ptr[i - 2] == b.ptr[j - 1])
				best = smaller(best, rows[i - 2][j - 2] + 1);
			rows[i][j] = best;
		}
	}
	return rows[a.len][b.len];
}

/* The options whose names begin so, with commas between them; how many. */
static size_t add_beginning(struct buf *out, struct str name)
{
	size_t count = 0;

	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name &&
		    str_starts(str_from(option_rows[i].name), name))
			buf_addf(out, "%s--%s", count++ ? ", " : "",
			         option_rows[i].name);
	return count;
}

/* The name of the option with the fewest mistakes, or NULL. */
static const char *option_hint_nearest(struct str name)
{
	const char *best = NULL;
	int fewest = smaller(MISTAKES_MOST, (int)name.len / 2) + 1;

	for (size_t i = 0; i < option_row_count; i++) {
		const char *other = option_rows[i].name;
		int count = other ? mistakes(name, str_from(other)) : fewest;

		if (count < fewest) {
			fewest = count;
			best = other;
		}
	}
	return best;
}

char *option_hint(const char *given)
{
	struct str name = { given + 2, strcspn(given + 2, "=") };
	char *safe = neutralised(given);
	const char *meant =
		name.len <= NAME_BYTES ? option_hint_nearest(name) : NULL;
	struct buf text, candidates;

	buf_init(&text);
	buf_init(&candidates);
	if (name.len && add_beginning(&candidates, name) > 1)
		/* TRANSLATORS: what was written, names with commas between */
		buf_addf(&text, _("'%s' can be %s"), safe, candidates.ptr);
	else if (meant)
		buf_addf(&text,
		         _("there is no option '%s'; did you mean --%s?"), safe,
		         meant);
	else
		buf_addf(&text, _("there is no option '%s'"), safe);
	free(safe);
	buf_release(&candidates);
	return buf_steal(&text);
}
