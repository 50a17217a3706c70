/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OWN_FILES_H
#define CLI_OWN_FILES_H

/* Where the files that come with the program are: beside it, where it is not installed.
 * The caller frees what these functions return. */

/* The path of the bundled issue. */
char *own_files_bundled(void);

/* The path of the program that reads PDFs; NULL: there is none. */
char *own_files_pdf_helper(void);

#endif
