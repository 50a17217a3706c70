/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/pieces.h"

#include "base/mem.h"
#include "load/lines/cues.h"

#include <stdlib.h>

static const enum piece_kind kind_of[LABEL_COUNT] = {
	[LABEL_FIRST] = PIECE_TEXT,
	[LABEL_MIDDLE] = PIECE_TEXT,
	[LABEL_LAST] = PIECE_TEXT,
	[LABEL_SINGLE] = PIECE_TEXT,
	[LABEL_SALUTATION] = PIECE_SALUTATION,
	[LABEL_INSET] = PIECE_HEAD,
	[LABEL_HEAD] = PIECE_HEAD,
	[LABEL_RESUMED] = PIECE_HEAD,
	[LABEL_SUBHEAD] = PIECE_HEAD,
	[LABEL_BYLINE] = PIECE_BYLINE,
	[LABEL_SIGNED] = PIECE_BYLINE,
	[LABEL_SIGNATURE] = PIECE_SIGNATURE,
	[LABEL_CLOSING] = PIECE_CLOSING,
	[LABEL_DATE] = PIECE_DATE,
	[LABEL_JUMP] = PIECE_JUMP,
	[LABEL_VERSE] = PIECE_VERSE,
	[LABEL_QUOTE] = PIECE_QUOTE,
};

static const enum piece_kind aside_kind[] = {
	[ASIDE_FURNITURE] = PIECE_FURNITURE,
	[ASIDE_QUOTE] = PIECE_QUOTE,
	[ASIDE_CAPTION] = PIECE_CAPTION,
};

/* What was read so far. */
struct reader {
	struct pieces *pieces;
	size_t open;  /* the paragraph that has begun, or NPOS */
	size_t text;  /* the last paragraph, or NPOS */
	size_t last;  /* the piece of the last line of the flow, or NPOS */
	size_t group; /* of the aside that has begun */
	size_t aside; /* its piece */
};

/* A letter that is set large before this line. */
static bool has_cap(const struct pieces *pieces, size_t line)
{
	return line && pieces->lines->items[line - 1].aside == ASIDE_CAP;
}

void list_add(struct list *list, size_t item)
{
	*ARRAY_ADD(list->items, list->count, list->cap) = item;
}

void piece_doubt(struct piece *piece, struct doubt doubt, size_t line)
{
	if (doubt_take(&piece->doubt, doubt))
		piece->doubtful = line;
}

bool piece_is_text(const struct piece *piece)
{
	return piece->kind < PIECE_HEAD;
}

static void add_line(struct pieces *pieces, size_t piece, size_t line)
{
	struct piece *to = &pieces->items[piece];

	if (has_cap(pieces, line)) {
		list_add(&to->lines, line - 1);
		buf_add(&to->text, pieces->lines->items[line - 1].text);
	}
	list_add(&to->lines, line);
	buf_add(&to->text, pieces->lines->items[line].text);
}

struct piece *pieces_add(struct pieces *pieces)
{
	struct piece *piece =
		ARRAY_ADD(pieces->items, pieces->count, pieces->cap);

	*piece = (struct piece){ .inside = NPOS };
	buf_init(&piece->text);
	return piece;
}

static size_t add_piece(struct pieces *pieces, enum piece_kind kind,
                        size_t line)
{
	const struct printed_line *printed = &pieces->lines->items[line];
	struct piece *piece = pieces_add(pieces);

	piece->kind = kind;
	piece->width_em = printed->hi_em;
	piece->lead = printed->indent_em > 0;
	piece->blank = printed->blank;
	add_line(pieces, pieces->count - 1, line);
	return pieces->count - 1;
}

/* Does the line go on with the piece of the line before it? */
static bool goes_on(const struct reader *reader, enum label label, size_t line)
{
	const struct piece *last;

	if (reader->last == NPOS ||
	    (label != LABEL_SALUTATION && label != LABEL_SIGNATURE &&
	     label != LABEL_QUOTE && label != LABEL_BYLINE &&
	     label != LABEL_SIGNED))
		return false;
	last = &reader->pieces->items[reader->last];
	return last->kind == kind_of[label] &&
	       !reader->pieces->lines->items[line].blank;
}

static void read_text(struct reader *reader, const struct labelled *labelled,
                      size_t line)
{
	bool begins = labelled->label == LABEL_FIRST ||
	              labelled->label == LABEL_SINGLE;
	bool ends = labelled->label == LABEL_LAST ||
	            labelled->label == LABEL_SINGLE;

	if (reader->pieces->lines->items[line].told == USER_LABEL_JOINED &&
	    reader->text != NPOS) {
		reader->open = reader->text;
		begins = false;
	}
	if (begins || reader->open == NPOS) {
		reader->open = add_piece(reader->pieces, PIECE_TEXT, line);
		reader->pieces->items[reader->open].measure_em =
			labelled->measure_em;
		reader->pieces->items[reader->open].resumed = !begins;
	} else {
		add_line(reader->pieces, reader->open, line);
	}
	reader->last = reader->text = reader->open;
	if (ends)
		reader->open = NPOS;
}

static void read_line(struct reader *reader, const struct labelled *labelled,
                      size_t line)
{
	enum label label = labelled->label;

	if (label <= LABEL_SINGLE) {
		read_text(reader, labelled, line);
		return;
	}
	if (goes_on(reader, label, line)) {
		add_line(reader->pieces, reader->last, line);
		return;
	}
	reader->last = add_piece(reader->pieces, kind_of[label], line);
	if (label == LABEL_SALUTATION)
		reader->pieces->items[reader->last].measure_em =
			labelled->measure_em;
	if (label != LABEL_INSET) {
		reader->open = NPOS;
		return;
	}
	reader->pieces->items[reader->last].inside = reader->open;
	if (cue_matches(CUE_BYLINE, reader->pieces->lines->items[line].text,
	                NULL))
		reader->pieces->items[reader->last].kind = PIECE_BYLINE;
}

/* What a person said is no guess. */
static void take_doubt(struct reader *reader, const struct labelled *labelled,
                       size_t line)
{
	if (reader->pieces->lines->items[line].told == USER_LABEL_NONE)
		piece_doubt(&reader->pieces->items[reader->last],
		            labelled->doubt, line);
}

static void read_aside(struct reader *reader, size_t line)
{
	const struct printed_line *printed =
		&reader->pieces->lines->items[line];

	if (printed->aside == ASIDE_CAP)
		return;
	if (reader->group == printed->group) {
		add_line(reader->pieces, reader->aside, line);
		return;
	}
	reader->group = printed->group;
	reader->aside =
		add_piece(reader->pieces, aside_kind[printed->aside], line);
}

static void read_cues(struct piece *piece)
{
	struct str text = buf_str(&piece->text);

	piece->bullet = cue_matches(CUE_BULLET, text, NULL);
	piece->dateline = piece->kind == PIECE_TEXT &&
	                  cue_matches(CUE_DATELINE, text, NULL);
	piece->jump_from = piece->kind == PIECE_JUMP &&
	                   cue_matches(CUE_JUMP_FROM, text, NULL);
}

void pieces_init(struct pieces *pieces, const struct printed_lines *lines,
                 const struct flow *flow, const struct labelled *labels)
{
	struct reader reader = {
		.pieces = pieces, .open = NPOS, .text = NPOS, .last = NPOS
	};
	size_t next = 0;

	*pieces = (struct pieces){ .lines = lines };
	for (size_t i = 0; i < lines->count; i++) {
		if (next < flow->count && flow->index[next] == i)
			read_line(&reader, &labels[next++], i);
		else
			read_aside(&reader, i);
		if (next && flow->index[next - 1] == i)
			take_doubt(&reader, &labels[next - 1], i);
	}
	for (size_t i = 0; i < pieces->count; i++)
		read_cues(&pieces->items[i]);
}

void pieces_release(struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->count; i++) {
		buf_release(&pieces->items[i].text);
		free(pieces->items[i].lines.items);
	}
	free(pieces->items);
	*pieces = (struct pieces){ 0 };
}
