/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "converters.h"

#include "load/input/charset.h"

#include <iconv.h>

static iconv_t converters[CHARSET_COUNT];

int converters_open(void **state)
{
	(void)state;
	for (int id = 0; id < CHARSET_COUNT; id++)
		converters[id] = iconv_open(
			"UTF-8", charset_get((enum charset_id)id)->name);
	return 0;
}

int converters_close(void **state)
{
	(void)state;
	for (int id = 0; id < CHARSET_COUNT; id++)
		if (converters[id] != (iconv_t)-1)
			iconv_close(converters[id]);
	return 0;
}
