/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FOREIGN_H
#define LOAD_INPUT_FOREIGN_H

#include "load/input/form.h"

/*
 * Files that hold no text of a page, such as documents, pictures and archives: recognised by their first bytes or their root element.  A file that is only
 * odd or damaged is not one of them.  See form.h for the functions.
 */
enum form_claim foreign_sniff(struct str head);

/* "'a.djvu' is a DjVu file; to get its text: djvutxt a.djvu page.txt", in the reader's
 * language; caller frees.  `head` must be claimed by foreign_sniff(). */
char *foreign_advice(struct str head, const char *name);

/* "a DjVu file", in the reader's language; of a head that is claimed.  Static. */
const char *foreign_kind(struct str head);

/* Appends a command with the name of a file in the place of its %s; `example` where the
 * name cannot be typed as it is. */
void foreign_add_command(struct buf *out, const char *command, const char *name,
                         const char *example);

#endif
