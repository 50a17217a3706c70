/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_LINE_SINK_H
#define LOAD_INPUT_LINE_SINK_H

#include "base/diag.h"
#include "load/input/page_placements.h"
#include "load/input/page_places.h"
#include "load/input/stated_articles.h"
#include "load/input/word_sureness.h"
#include "load/place/place_page.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct mets;

/* The diagnostics of which a file gets one at most. */
enum sink_note {
	SINK_NOTE_BINARY,
	SINK_NOTE_LONG,
	SINK_NOTE_SIDE_BY_SIDE,
	SINK_NOTE_NO_ARTICLE,
	SINK_NOTE_TIDIED,
	SINK_NOTE_COUNT
};

/* Which page of its file a page of the issue is. */
struct page_sheet {
	size_t number; /* from 1; 0: not known */
	bool right;    /* the right one of two on a sheet */
};

/*
 * Where the input forms put lines and pages: the end of the issue.  A page is open
 * from line_sink_begin_file() on, and lines go to the last page of the issue; when a
 * page is over, the form of the file gets a look at it (end_page).
 */
struct line_sink {
	struct issue *issue; /* borrowed */
	/* Of the form of the file; NULL: none, as when a file begins. */
	void (*end_page)(struct line_sink *sink);
	size_t number;     /* 1-based, of the next line in its file */
	size_t page_bytes; /* of the last page's lines, with their line ends */
	bool page_is_over; /* the last page gets no more lines */
	bool in_line;      /* the last line added goes on with the next */
	bool has_losses;   /* bytes of this block could not be decoded */
	/* The METS file that names the file, and which of its pages it is, or NULL. */
	struct mets *mets; /* borrowed */
	size_t mets_page;
	/* The program that reads PDFs, and the password of the file; or NULL. */
	const char *pdf_helper, *password; /* borrowed */
	bool told[SINK_NOTE_COUNT];        /* of this file */
	struct stated_articles stated;     /* owned; of all files */
	struct page_places places;         /* owned; of the page that is open */
	struct word_sureness sureness;     /* the same */
	/* Of pages that were placed; owned. */
	struct page_placements placements;
	struct place_memory place_memory;
	/* By page of the issue, as far as they are placed; owned. */
	struct page_sheet *sheets;
	size_t sheet_count, sheet_cap;
	/* May the page (index) have to be placed again?  NULL: no page. */
	bool (*may_bind)(const void *of, size_t page);
	const void *bind_of; /* borrowed */
	size_t work;         /* of placing, in the units of load_work() */
};

void line_sink_init(struct line_sink *sink, struct issue *issue);
void line_sink_release(struct line_sink *sink);

/* The open page is this one of its file. */
void line_sink_name_sheet(struct line_sink *sink, struct page_sheet sheet);

/* The last file of the issue begins, and with it a page. */
void line_sink_begin_file(struct line_sink *sink);

/* The file is over, and with it its last page. */
void line_sink_end_file(struct line_sink *sink);

/* The file that is open is in this encoding, and so many bytes of it were lost, which a
 * form states that decodes by itself. */
void line_sink_set_encoding(struct line_sink *sink, const char *encoding,
                            size_t lost_bytes);

/* Adds a line with sink->number, which the caller counts.  `text` is borrowed and has
 * to live as long as the issue; a carriage return at its end is dropped.  Returns the
 * index of the line. */
size_t line_sink_add(struct line_sink *sink, struct str text);

/* The line with this index, of the open page, stands in `box`.  Marks and the size of the
 * page go to sink->places. */
void line_sink_place(struct line_sink *sink, size_t line,
                     const struct line_box *box);

/* The least sure word of a line of the open page, behind those told before, is `percent`
 * sure; a word of it with a low sureness. */
void line_sink_set_sureness(struct line_sink *sink, size_t line,
                            uint8_t percent);
void line_sink_add_unsure(struct line_sink *sink, struct unsure_word word);

/* Ends the page and begins another; a page without lines stays. */
void line_sink_break_page(struct line_sink *sink);

/* The page has all its lines, before it is known whether another one follows. */
void line_sink_end_page(struct line_sink *sink);

/* Ends the page, if need be, and begins another, also behind one without lines. */
void line_sink_next_page(struct line_sink *sink);

/* What a file states of a page: its number (>= 1), how the number was printed, and
 * the paper, the day and the numbers of the issue, each perhaps empty.  A date that is not
 * YYYY-MM-DD counts as empty. */
struct stated_page {
	size_t number;
	struct str label, title, date; /* live as long as the issue */
	struct str volume, issue_number;
};

/* The next lines are on this page: a new one, unless the page that is open has this
 * number, title and date. */
void line_sink_turn_page(struct line_sink *sink,
                         const struct stated_page *page);

/* Adds a diagnostic about the open page, once a file. */
void line_sink_tell(struct line_sink *sink, enum sink_note note,
                    enum diag_level level, const char *text);

#endif
