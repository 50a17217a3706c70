/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_PRINTED_LINE_H
#define LOAD_LINES_PRINTED_LINE_H

#include "base/str.h"
#include "load/lines/char_class.h"
#include "load/lines/cues.h"
#include "load/lines/line_end.h"
#include "load/lines/line_width.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct cue_index;

/*
 * The printed lines of a page, with the features that decide about them.
 *
 * Widths are in em, 1 em being one ideograph.  A width is an interval: the
 * compositor squeezes a punctuation mark to half an em where the line needs it,
 * so that a line of 12 em prints as 11, 12 or 13 characters.  lo_em counts every
 * mark that can be squeezed as half an em, hi_em as a whole one.
 */

/* Lines that are not running text, by the module that sets them aside. */
enum aside {
	ASIDE_NONE,
	ASIDE_FURNITURE, /* running heads and feet (running_heads.h) */
	ASIDE_QUOTE,   /* a pull quote from the running text (pull_quotes.h) */
	ASIDE_CAPTION, /* the words under a picture (captions.h) */
	ASIDE_ROW,     /* a row of a table, which is text (tables.h) */
	ASIDE_CAP,     /* a drop cap on a line of its own (drop_caps.h) */
};

/* What the user said that a line is (corrections.h). */
enum user_label {
	USER_LABEL_NONE,
	USER_LABEL_PARAGRAPH, /* the first line of a paragraph */
	USER_LABEL_JOINED,    /* a later line of one */
	USER_LABEL_HEAD,      /* a line of a headline */
	USER_LABEL_NO_HEAD    /* anything else */
};

/* The place of a line in a list (lists.h). */
enum list_place {
	LIST_NONE,
	LIST_ITEM,  /* an item begins */
	LIST_INSIDE /* a later line of one */
};

/* What a line is on a page of text that an OCR has read (ocr_labels.h). */
enum ocr_label {
	OCR_NONE,      /* the page is none, or the line is aside */
	OCR_HEAD,      /* the first line of a headline: an article begins */
	OCR_HEAD_MORE, /* a further line of one */
	OCR_BEGINS,    /* the first line of an article without a headline */
	OCR_FURNITURE,
	OCR_TEXT /* any other line */
};

struct printed_line {
	size_t line;     /* index into issue->lines */
	struct str text; /* trimmed, not empty; borrowed from the issue */
	uint64_t
		not_cues; /* set of cues that the text does not match; 0: not known */
	double lo_em, hi_em; /* width, from the narrowest to the widest */
	/* The narrowest width of what the next line of the flow begins with and
	 * no line may break: opening marks, a character or word, closing marks. */
	double next_em;
	/* Its letters are counted, so that room is left behind them (LINE_METRIC_CHARS):
	 * a line is full where what the next one begins with does not fit. */
	bool ragged;
	/* How much of its last word may have been printed on the next line, where an
	 * extractor has pulled divided words up (pulled_words.h); and if the line before
	 * has such a word, its width. */
	double pulled_em, before_em;
	double indent_em; /* white space before the text */
	bool blank;       /* before it: a blank line, or the head of the page */
	enum line_end end; /* how the text ends */
	bool bracketed; /* it begins in brackets that a line before it opens */
	enum list_place list;
	bool ends_item; /* an item of a list ends, whatever the text ends with */
	bool verse;     /* it looks like a line of a poem */
	bool stacked;   /* of a head that runs downwards, a character a line */
	/* On a page that does not keep 禁则, or on which 、 ends sentences: how many neighbouring lines, this one
	 * included, have its width (they may run around a picture); else 0. */
	size_t equal_widths;
	bool equal_next; /* the next line is one of them */
	/* Line cap - 1 is its drop cap, or the line that it is the drop cap of. */
	size_t cap;       /* 0: none */
	size_t cap_bytes; /* its first letter is one, set off by a space; or 0 */
	bool is_word;     /* a drop cap that is a word of its own */
	enum aside aside;
	size_t group; /* lines set aside with one group are one unit; 0: none */
	enum user_label user_label;
	size_t column; /* of its article, on a page that is_placed */
	enum ocr_label ocr;
	/* By how much the likeliest label with which an article begins is likelier than
	 * the likeliest with which none does, or the other way round; a log of odds. */
	double ocr_margin;
};

struct printed_lines {
	struct printed_line *items; /* owned */
	size_t count, cap;
	bool loose; /* the page does not keep 禁则: any mark may begin a line */
	bool pauses; /* 、 ends its sentences, as in papers of the Republic */
	bool latin;  /* most of the page is in Latin letters */
	enum line_metric metric; /* of the widths (line_metric.h) */
	bool is_placed; /* the places of the lines are known, and their columns */
};

/* Makes the printed lines of page `page`: those that are not blank, none of them
 * set aside, without widths yet.  On a page in double spacing a single blank
 * line does not count. */
void printed_lines_init(struct printed_lines *lines, const struct issue *issue,
                        size_t page);
/* The same of the first `head` and the last `foot` of them only. */
void printed_lines_init_ends(struct printed_lines *lines,
                             const struct issue *issue, size_t page,
                             size_t head, size_t foot);
void printed_lines_release(struct printed_lines *lines);

/* Sets not_cues of the lines, for those that are asked for many cues. */
void printed_lines_rule_out_cues(struct printed_lines *lines,
                                 const struct cue_index *index);

/* cue_matches() of the text of a line, told from not_cues where that is enough. */
bool printed_line_matches(const struct printed_line *line, enum cue cue,
                          struct cue_match *match);

/* The index of the printed line that is line `line` of the issue; NPOS: none. */
size_t printed_lines_at(const struct printed_lines *lines, size_t line);

/* Sets the lines [first, end) aside, as one unit. */
void printed_lines_set_aside(struct printed_lines *lines, size_t first,
                             size_t end, enum aside aside);

/* Measures the widths and `loose`, once all other lines are set aside. */
void printed_lines_measure_widths(struct printed_lines *lines);
/* The same, and what depends on the widths: `pauses`, next_em, equal_widths, bracketed;
 * and the stacked lines. */
void printed_lines_measure(struct printed_lines *lines);

/* The text flow of a page: the lines that are not set aside, in order. */
struct flow {
	const struct printed_line **items; /* owned; borrowed lines */
	size_t *index; /* owned; index of items[i] in the printed lines */
	size_t count;
	bool loose, latin, pauses; /* as in struct printed_lines */
};

/* `lines` is borrowed until flow_release(). */
void flow_init(struct flow *flow, const struct printed_lines *lines);
void flow_release(struct flow *flow);

#endif
