/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_SAVE_WRITE_H
#define UI_ASK_SAVE_WRITE_H

#include "base/save.h"
#include "ui/state.h"

/* What is to be saved (document->saving) written to the path that was typed. */

enum save_written {
	SAVE_WRITTEN,      /* or it was there already; a message says so */
	SAVE_REFUSED,      /* a message says why */
	SAVE_NEEDS_FOLDER, /* the folder is missing */
	SAVE_NEEDS_WORD    /* another file has that name */
};

/* Appends what is to be saved in the format of `path` to `out`.  NULL, or the reason why
 * not, which the caller frees. */
char *save_export(const struct app *app, const char *path, struct buf *out);

/* Writes it.  A file that holds the same already is not written again, and so it is where
 * the name was proposed and one of the files of that name before it holds the same. */
enum save_written save_write(struct app *app, enum save_mode mode);

#endif
