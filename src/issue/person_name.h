/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_PERSON_NAME_H
#define ISSUE_PERSON_NAME_H

#include "base/str.h"

#include <stdbool.h>

/*
 * The parts of a person's name, as bibliographies want them.
 *
 * In Chinese the family name stands first; it is known by a table (surname_table.inc), as a
 * pen name (老匏) has none.  In alphabets it is the last word, with small words before it
 * (van, de la) and without what stands behind (Jr., III).  A name that cannot be divided
 * with certainty has no parts: one word, a name with a ·, ideographs of another language.
 */
struct person_name {
	struct str whole; /* as printed */
	struct str family, given,
		suffix; /* empty: it is not divided; no suffix */
};

/* Divides `name`; `is_chinese`: ideographs in it are of a Chinese name.  The parts borrow
 * from it. */
struct person_name person_name_parts(struct str name, bool is_chinese);

#endif
