/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_FAKE_PDF_H
#define TESTS_LIB_FAKE_PDF_H

#include <stdbool.h>

/* Programs that stand in for baolan-pdf(1): shell scripts in a folder of their own. */

struct fake_pdf {
	char *folder; /* owned */
	char *path;   /* owned; of the program */
};

/* The program runs `script` by sh(1).  What cannot be made ends the test. */
void fake_pdf_init(struct fake_pdf *fake, const char *script);

/* Another script from now on. */
void fake_pdf_set(const struct fake_pdf *fake, const char *script);

void fake_pdf_release(struct fake_pdf *fake);

/* Has this process no child, not even one that has ended? */
bool fake_pdf_no_child(void);

#endif
