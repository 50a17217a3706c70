/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/typed.h"

#include "cli/option_rows.h"
#include "cli/options.h"
#include "text/codeset.h"

#include <stdlib.h>

/* The text as UTF-8, which then stands in its place; NULL: it is, or there is none. */
static char *typed_decoded(const struct codeset *codeset, const char **text)
{
	char *decoded = *text ? codeset_decoded(codeset, *text) : NULL;

	if (decoded)
		*text = decoded;
	return decoded;
}

void typed_decode(struct typed *typed, struct options *options)
{
	struct codeset codeset;

	*typed = (struct typed){ 0 };
	codeset_init(&codeset);
	typed->pattern = typed_decoded(&codeset, &options->pattern);
	/* The configuration file is UTF-8. */
	if (option_is_given(option_named(STR("name")), options))
		typed->name_pattern = typed_decoded(
			&codeset, &options->settings.name_pattern);
	codeset_release(&codeset);
}

void typed_release(struct typed *typed)
{
	free(typed->pattern);
	free(typed->name_pattern);
}
