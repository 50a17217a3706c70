/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/home_path.h"

#include <stdlib.h>
#include <string.h>

char *home_path_expand(struct str typed)
{
	const char *home = getenv("HOME");
	struct buf full;

	buf_init(&full);
	if (home &&
	    (str_equal(typed, STR("~")) || str_starts(typed, STR("~/")))) {
		buf_add_c(&full, home);
		typed = str_slice(typed, 1, typed.len);
	}
	buf_add(&full, typed);
	return buf_steal(&full);
}

void home_path_add(struct buf *out, const char *path)
{
	const char *home = getenv("HOME");
	char *real = realpath(path, NULL);
	struct str full = str_from(real ? real : path);

	if (home && home[0] == '/' && home[1] &&
	    str_starts(full, str_from(home)) &&
	    (full.len == strlen(home) || full.ptr[strlen(home)] == '/')) {
		buf_add_byte(out, '~');
		full = str_slice(full, strlen(home), full.len);
	}
	buf_add(out, full);
	free(real);
}
