/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OWN_FILES_H
#define CLI_OWN_FILES_H

#include "ui/bundled_issue.h"

/* Where the files that come with the program are: beside it, where it is not installed.
 */

/* The issues that come with the program, one at least, ended by one without a path; free
 * with own_files_free().  The first is the one that is opened where none is named. */
struct bundled_issue *own_files_bundled(void);
void own_files_free(struct bundled_issue *issues);

/* The path of the program that reads PDFs, which the caller frees; NULL: there is none. */
char *own_files_pdf_helper(void);

#endif
