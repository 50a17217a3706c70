/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_H
#define LOAD_INPUT_FORM_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct line_sink;

/* How sure a form is that a file is of it. */
enum form_claim {
	FORM_NO,
	FORM_POSSIBLE, /* any bytes may be of it */
	FORM_LIKELY,   /* it begins like one; reading it will tell */
	FORM_CERTAIN   /* it begins with a mark of this form alone */
};

/*
 * An input form: how the bytes of a file become lines, pages and, where the file
 * states them, articles of the issue.  forms.c has the table of all.
 *
 * A form has at most one of read_line, read_file and begin: it is read line by
 * line as the file is decoded, or at once from its bytes, or in parts from its bytes,
 * or not at all.  Content never fails: read_line takes any line, begin any bytes, and
 * read_file returns false for bytes that turn out to be of another form, in which case
 * it has added nothing to the sink and the form that is next in rank reads them.
 *
 * All write to the sink: line_sink_add() a line and line_sink_break_page() or
 * line_sink_turn_page() a page; a form that knows the articles of its file adds them
 * to sink->stated, and the pages on which it does are not labelled or segmented.
 */
struct input_form {
	const char *name; /* for tests and debuggers */

	/* How sure the form is, from the head of a file: its first FORM_HEAD_BYTES
	 * bytes, before they are decoded. */
	enum form_claim (*sniff)(struct str head);

	/* A line of the file, decoded, without its line end, which stays valid as
	 * long as the issue.  `whole`: the next call has the next line, and not the
	 * rest of this one (a line may be longer than a block of the decoder). */
	void (*read_line)(struct line_sink *sink, struct str line, bool whole);

	/* The last page of the issue has all its lines; may be NULL.  Forms that are
	 * read line by line only. */
	void (*end_page)(struct line_sink *sink);

	/* Reads the whole file, whose bytes are freed afterwards. */
	bool (*read_file)(struct line_sink *sink, struct str bytes);

	/* Begins to read the file, whose bytes stay valid until end().  read_part()
	 * reads some ten milliseconds' worth and sets *share, of the file that is
	 * read, from 0 to 1; false: nothing is left.  end() may come at any time. */
	void *(*begin)(struct line_sink *sink, struct str bytes);
	bool (*read_part)(void *reading, double *share);
	void (*end)(void *reading);

	/* Its pictures are read later, from the same bytes (load/pictures.h). */
	bool has_pictures;

	/* Of a form that is not read: it holds no text of a page, or, where it has
	 * begin(), it needs a program that this one was built without: "'a.pdf' is a PDF; to get its
	 * text: …", which the caller frees, and "a PDF", which is static; both in
	 * the reader's language. */
	char *(*advice)(struct str head, const char *name);
	const char *(*kind)(struct str head);
};

#define FORM_HEAD_BYTES 4096
struct str form_head(struct str bytes);

/* Does the file begin with the ASCII text `start`, in whatever encoding?  Byte order
 * marks, and the NULs of UTF-16, are passed over. */
bool form_starts(struct str head, struct str start);

#endif
