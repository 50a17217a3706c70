/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export_options.h"

#include <assert.h>

void export_tell(const struct export_options *options, size_t done, size_t all,
                 double part)
{
	assert(all && done <= all);
	if (options && options->tell)
		options->tell(options->told, (double)done / (double)all * part);
}
