/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_STORE_SQL_H
#define STATE_STORE_SQL_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The statements of store_sql.inc by name, their values, and how they are written. */

#define STORE_MIGRATION(sql)
#define STORE_STATEMENT(NAME, sql) STORE_##NAME,
enum store_sql {
#include "state/store_sql.inc"
	STORE_STATEMENTS
};
#undef STORE_MIGRATION
#undef STORE_STATEMENT

/* A parameter or a column of a statement. */
struct store_value {
	bool is_text;
	int64_t number;
	struct str text;
};

#define STORE_TEXT(string)                                                     \
 ((struct store_value){ .is_text = true, .text = (string) })
#define STORE_NUMBER(value) ((struct store_value){ .number = (int64_t)(value) })

#define STORE_VALUES_MOST 13

enum store_haste {
	STORE_SOON, /* is tried again later where another reader writes */
	STORE_SURELY, /* waits for the disk, and some tenths of a second for others */
	STORE_LAST, /* the program ends: waits for others up to a second */
};

#endif
