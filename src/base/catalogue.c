/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/catalogue.h"

#include <stdlib.h>
#include <string.h>

static int catalogue_compare(const void *id, const void *message)
{
	return strcmp(id, ((const struct message *)message)->id);
}

const char *catalogue_find(const struct catalogue *catalogue, const char *id)
{
	const struct message *found =
		bsearch(id, catalogue->messages, catalogue->count,
	                sizeof *catalogue->messages, catalogue_compare);

	return found ? found->text : NULL;
}
