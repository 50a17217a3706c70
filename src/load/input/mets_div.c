/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/mets_div.h"

#include "base/mem.h"

#include <string.h>
#include <strings.h>

static const struct mets_div_type div_types[] = {
#include "load/input/mets_div_table.inc"
};

static const struct mets_div_type other_div = { "", DIV_OTHER, false,
	                                        KIND_OTHER, ROLE_BODY };

const struct mets_div_type *mets_div_type_named(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(div_types); i++)
		if (strlen(div_types[i].name) == name.len &&
		    !strncasecmp(div_types[i].name, name.ptr, name.len))
			return &div_types[i];
	return &other_div;
}
