/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORDS_DICTIONARY_FILE_H
#define WORDS_DICTIONARY_FILE_H

#include "base/str.h"

#include <stdbool.h>

struct cedict;

/* The file of the dictionary: where it is, and its bytes, which gzip may have compressed. */

/* A dictionary on the disk. */
struct dictionary_file {
	struct buf path;
	struct cedict *cedict; /* owned; NULL: there is none */
	/* A translated sentence about what is wrong with the file, with which it was
	 * read or not; empty: nothing. */
	struct buf problem;
};

/*
 * Reads the file `chosen`, a path in which ~ is the home folder.  For NULL it reads the first
 * file that there is of cedict_ts.u8, cedict_ts.u8.gz and those with the names that the
 * publisher gives the download, in $XDG_DATA_HOME and in each of $XDG_DATA_DIRS: in their
 * folders baolan, cedict, cc-cedict and dict, and in themselves.  No problem and no
 * dictionary: there is no such file.
 */
void dictionary_file_read(struct dictionary_file *file, const char *chosen);
void dictionary_file_release(struct dictionary_file *file);

#endif
