/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_METS_DIV_H
#define LOAD_INPUT_METS_DIV_H

#include "base/str.h"
#include "issue/issue.h"

#include <stdbool.h>

/*
 * The types of div that libraries give the parts of a newspaper in the logical
 * structure map of METS, and what each is in an issue (mets_div_table.inc).
 */

enum mets_div_class {
	DIV_OTHER,     /* as the div in which it stands */
	DIV_ARTICLE,   /* an article */
	DIV_SECTION,   /* an article of what stands in no article within it */
	DIV_INSET,     /* an article, or a part of that in which it stands */
	DIV_FURNITURE, /* with all that stands within it */
	DIV_TEXT       /* text of a role */
};

struct mets_div_type {
	const char *name;
	enum mets_div_class class;
	bool is_passage;
	enum kind kind;
	enum role role;
};

/* The type called `name`, in any letter case; for names that no row has, one that
 * leaves the div as that in which it stands.  Static; never NULL. */
const struct mets_div_type *mets_div_type_named(struct str name);

#endif
