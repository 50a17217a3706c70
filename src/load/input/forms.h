/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORMS_H
#define LOAD_INPUT_FORMS_H

#include "load/input/form.h"

/* The table of all input forms.  Adding one takes its two files and a row. */

/* The nth form of the table, or NULL behind the last. */
const struct input_form *forms_at(size_t n);

/*
 * The form that is `rank`-th in how sure it is that `bytes` are of it (0: the
 * surest); among equals the table's order decides.  Forms that are not read come
 * first where they are certain.  NULL when fewer forms claim the bytes; plain text
 * claims any, so there is always one.
 */
const struct input_form *forms_ranked(struct str bytes, size_t rank);

/* Is the form read?  `has_pdf`: there is a program that reads PDFs. */
bool form_is_read(const struct input_form *form, bool has_pdf);

/* The form that reads `bytes`, behind those of rank < *rank; *rank becomes its rank
 * plus one, so that the next call gives the runner-up.  Never NULL as long as the form
 * returned before was not that of plain text. */
const struct input_form *forms_next_read(struct str bytes, size_t *rank,
                                         bool has_pdf);

/* The form of the page files of a package (package.h), whatever their bytes are. */
const struct input_form *forms_of_packages(void);

#endif
