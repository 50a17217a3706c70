/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PIECES_H
#define LOAD_PIECES_H

#include "load/label/label.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Labelled lines become pieces: a paragraph, a head line, a jump, a quote, …  A
 * paragraph may hold lines that do not follow each other: heads and quotes can
 * stand in the middle of it.
 */

enum piece_kind {
	PIECE_TEXT,
	PIECE_SALUTATION,
	PIECE_SIGNATURE,
	PIECE_CLOSING,
	PIECE_DATE,
	PIECE_VERSE,
	PIECE_SUBHEAD, /* a head that turned out to stand inside a text */
	/* what stands between texts */
	PIECE_HEAD,
	PIECE_BYLINE,
	PIECE_JUMP,
	/* aside */
	PIECE_QUOTE,
	PIECE_CAPTION,
	PIECE_FURNITURE,
	PIECE_COUNT
};

/* Indices, owned. */
struct list {
	size_t *items;
	size_t count, cap;
};

struct piece {
	enum piece_kind kind;
	struct list lines; /* printed lines, in order of the text */
	double measure_em; /* 0: of none */
	double width_em;   /* of its first line */
	bool lead, blank;  /* of its first line */
	bool resumed;      /* text that begins in mid sentence */
	bool dateline, jump_from, bullet;
	struct doubt doubt; /* the one of the smallest margin */
	size_t doubtful;    /* the printed line of which it is */
	size_t inside;      /* a head: the paragraph it stands in, or NPOS */
	struct buf text;    /* joined without spaces, for comparing */
};

struct pieces {
	const struct printed_lines *lines; /* borrowed */
	struct piece *items; /* owned; in the order of their first lines */
	size_t count, cap;
};

/* `labels` are those of `flow`, the lines that are not aside. */
void pieces_init(struct pieces *pieces, const struct printed_lines *lines,
                 const struct flow *flow, const struct labelled *labels);
void pieces_release(struct pieces *pieces);

/* One more, of nothing yet. */
struct piece *pieces_add(struct pieces *pieces);

void list_add(struct list *list, size_t item);

/* Something about printed line `line` of the piece is doubtful. */
void piece_doubt(struct piece *piece, struct doubt doubt, size_t line);

/* Is it of the text of an article: what the first kinds above are? */
bool piece_is_text(const struct piece *piece);

#endif
