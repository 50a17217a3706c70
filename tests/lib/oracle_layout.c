/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "issue/issue.h"
#include "load/load.h"

#define COLS_MOST 240
#define ROWS_MOST 80

/* Byte `back` of the last ones, 0 where there is none. */
static unsigned last_byte(struct str bytes, size_t back)
{
	return bytes.len > back ? (unsigned char)bytes.ptr[bytes.len - 1 - back]
	                        : 0;
}

char *oracle_layout_bytes(struct str bytes)
{
	const int cols = 1 + (int)(last_byte(bytes, 0) % COLS_MOST);
	const int rows = 1 + (int)(last_byte(bytes, 1) % ROWS_MOST);
	const int ambiguous_cols = 1 + (int)(last_byte(bytes, 2) % 2);
	struct issue *issue = load_bytes(bytes, "bytes", NULL);
	char *wrong = oracle_articles(issue, cols, ambiguous_cols);

	if (!wrong)
		wrong = oracle_pages(issue, cols, ambiguous_cols);
	if (!wrong)
		wrong = oracle_facsimiles(issue, rows, cols, ambiguous_cols);
	if (!wrong)
		wrong = oracle_upright(issue, rows, cols);
	if (!wrong)
		wrong = oracle_upright_pages(issue, rows, cols);
	issue_free(issue);
	return wrong;
}
