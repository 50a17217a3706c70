/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_hint.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/near_name.h"
#include "cli/option_rows.h"
#include "text/neutralise.h"

#include <stdlib.h>
#include <string.h>

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

static struct str option_nearest(struct str name)
{
	struct near_name near;

	near_name_init(&near, name);
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name)
			near_name_try(&near, str_from(option_rows[i].name));
	return near.best;
}

char *option_hint(const char *given)
{
	struct str name = { given + 2, strcspn(given + 2, "=") };
	char *safe = neutralised(given);
	struct str meant = option_nearest(name);
	struct buf text, candidates;

	buf_init(&text);
	buf_init(&candidates);
	if (name.len && add_beginning(&candidates, name) > 1)
		/* TRANSLATORS: what was written, names with commas between */
		buf_addf(&text, _("'%s' can be %s"), safe, candidates.ptr);
	else if (meant.len)
		buf_addf(&text,
		         _("there is no option '%s'; did you mean --%s?"), safe,
		         meant.ptr);
	else
		buf_addf(&text, _("there is no option '%s'"), safe);
	free(safe);
	buf_release(&candidates);
	return buf_steal(&text);
}
