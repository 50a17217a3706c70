/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACING_H
#define LOAD_PLACE_PLACING_H

#include "base/str.h"
#include "load/place/page_chars.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A page on its way from characters to articles, by place: what the stages of place.c
 * pass on to each other.
 *
 *    characters -> rows -> lines -> blocks -> columns and heads -> articles
 *
 * Places are in the logical frame of the page: s runs along a line of its main direction,
 * from where a line begins, and t from line to line.  Where lines run across, s = x and
 * t = y; where they run down, s = y and t = page width - x.  So a page of vertical text
 * needs no other stages.  Lines and blocks of the other direction have boxes in both
 * frames: their own (line, block) and the page's (frame_box).
 *
 * Lengths are points.  Indices that name nothing are NPOS.
 */

struct place_bounds;

/* A rectangle of the logical frame. */
struct frame_box {
	float s0, s1, t0, t1;
};

/* The length that [a0, a1) and [b0, b1) share; negative: the room between them. */
static inline float frame_overlap(float a0, float a1, float b0, float b1)
{
	return (a1 < b1 ? a1 : b1) - (a0 > b0 ? a0 : b0);
}

/* The same of two boxes, along s and along t. */
static inline float frame_overlap_s(struct frame_box a, struct frame_box b)
{
	return frame_overlap(a.s0, a.s1, b.s0, b.s1);
}

static inline float frame_overlap_t(struct frame_box a, struct frame_box b)
{
	return frame_overlap(a.t0, a.t1, b.t0, b.t1);
}

/* Do two boxes share a point, of their edges or inside? */
static inline bool frame_boxes_meet(struct frame_box a, struct frame_box b)
{
	return a.s0 <= b.s1 && b.s0 <= a.s1 && a.t0 <= b.t1 && b.t0 <= a.t1;
}

/* The smallest box around both. */
static inline struct frame_box frame_box_around(struct frame_box a,
                                                struct frame_box b)
{
	return (struct frame_box){ a.s0 < b.s0 ? a.s0 : b.s0,
		                   a.s1 > b.s1 ? a.s1 : b.s1,
		                   a.t0 < b.t0 ? a.t0 : b.t0,
		                   a.t1 > b.t1 ? a.t1 : b.t1 };
}

/* A box made larger by `s` and `t` on both sides. */
static inline struct frame_box frame_box_grown(struct frame_box box, float s,
                                               float t)
{
	return (struct frame_box){ box.s0 - s, box.s1 + s, box.t0 - t,
		                   box.t1 + t };
}

/* Is `inner` in `outer`, but for `slack`? */
static inline bool frame_box_inside(struct frame_box inner,
                                    struct frame_box outer, float slack)
{
	return outer.s0 - slack <= inner.s0 && inner.s1 <= outer.s1 + slack &&
	       outer.t0 - slack <= inner.t0 && inner.t1 <= outer.t1 + slack;
}

/* A line: characters of one row and one column.  s and t are those of its own direction. */
struct placed_line {
	size_t *chars; /* owned; indices of its characters, in reading order */
	size_t char_count;
	struct buf text;     /* owned; with the spaces between its words */
	struct page_box box; /* of the page */
	float s0, s1;        /* from the first character's box to the last's */
	float begin, finish; /* the same without the white half of a mark */
	float t;             /* its middle */
	float em_pt;
	uint32_t face, rgb; /* of most of its characters */
	bool vertical;      /* it runs down the page */
	bool latin;         /* most of its characters are of an alphabet */
	bool bold;
	bool heavy; /* display type: larger or bolder than the running text, or
	             * set in the other direction */
	bool drop_cap; /* it begins with a large first letter of several lines */
	/* The edges of its column at this line: narrower beside a picture, a
	 * quote or a drop cap; set by edges.h. */
	float left, right;
	size_t block; /* index */
};

enum block_kind {
	BLOCK_UNKNOWN,
	BLOCK_TEXT,    /* running text */
	BLOCK_SMALL,   /* smaller than running text, and neither of the below */
	BLOCK_DISPLAY, /* heads, decks, bylines, jump lines, adverts */
	BLOCK_SUBHEAD, /* a head inside a column */
	BLOCK_CAPTION, /* the words of a picture */
	BLOCK_QUOTE,   /* a pull quote */
	BLOCK_FURNITURE, /* running heads and feet, mastheads, folios */
};

/* A block: lines of one type that stand under each other. */
struct placed_block {
	size_t *lines; /* owned; indices, from the first to the last */
	size_t line_count;
	enum block_kind kind;
	bool vertical, latin, bold;
	float em_pt;
	uint32_t face, rgb;
	size_t char_count;
	float s0, s1, t0, t1; /* of its own direction; lines are an em high */
	float left, right;    /* the edges at which most of its lines stand */
	float pitch;          /* from line to line */
	struct frame_box at;  /* in the frame of the page */
	size_t inside;  /* the smallest box of the page it stands in, or NPOS */
	size_t picture; /* of a caption: the picture it belongs to, or NPOS */
	bool parted;    /* by a bound: it goes on with nothing above it */
	bool no_head;   /* by a bound: text, in whatever type */
	bool is_head;   /* by a bound: a headline, or a subhead below text */
};

/* A rule: a straight line along s or along t. */
struct placed_rule {
	float at;       /* s of a rule along t, t of a rule along s */
	float from, to; /* its ends, in the other coordinate */
};

/* A frame around matter of the page, or an area filled behind it. */
struct placed_box {
	struct frame_box at;
	bool filled;
};

/* Blocks of one column under each other, with what is set in between them. */
struct placed_column {
	size_t *blocks; /* owned; text and subheads, in reading order */
	size_t block_count;
	struct frame_box at;
	float left, right; /* its edges, as in struct placed_block */
	float em_pt;
	uint32_t rgb;
	bool latin;
	size_t inside;   /* as in struct placed_block */
	struct buf text; /* owned; of all its lines */
};

/* Blocks of display type that are one headline: kicker, head, deck, byline. */
struct placed_head {
	size_t *blocks; /* owned; by t, then by s */
	size_t block_count;
	struct frame_box at;
	float em_pt; /* of its largest block */
	bool across; /* its largest lines run across the main direction */
	size_t inside;
	struct buf text; /* owned */
};

/* An article: a head, or none, with columns, or none; and what belongs to it. */
struct placed_article {
	size_t head;     /* index, or NPOS */
	size_t *columns; /* owned; in reading order */
	size_t column_count;
	size_t *captions, *quotes, *loose; /* owned; blocks.  Loose: jump lines,
	                                    * bylines, notes beside the text */
	size_t caption_count, quote_count, loose_count;
	/* What the best other place of its least sure column would cost more;
	 * < 0: nothing was compared. */
	float margin;
	size_t unsure; /* that column, of `columns`; NPOS: none */
};

struct placing {
	struct page_chars *chars; /* borrowed */
	bool vertical;            /* most lines of the page run down */
	float extent_s, extent_t; /* of the page in its frame */
	float body_em;            /* of running text */
	uint32_t body_face;
	bool body_bold;
	size_t indent_em; /* of first lines of paragraphs, learnt: 0, 1 or 2 */
	const struct place_bounds *bounds; /* borrowed; what must hold of its
	                                    * lines; NULL: nothing */
	struct placed_rule *rules_along_s, *rules_along_t; /* owned */
	size_t along_s_count, along_s_cap, along_t_count, along_t_cap;
	struct placed_box *boxes; /* owned; no two alike; smallest first */
	size_t box_count, box_cap;
	struct frame_box *pictures; /* owned */
	size_t picture_count, picture_cap;
	struct placed_line *lines; /* owned */
	size_t line_count, line_cap;
	struct placed_block *blocks; /* owned */
	size_t block_count, block_cap;
	struct placed_column *columns; /* owned */
	size_t column_count, column_cap;
	struct placed_head *heads; /* owned */
	size_t head_count, head_cap;
	struct placed_article *articles; /* owned */
	size_t article_count, article_cap;
	/* How much was looked at by the stages, for tests of how the time of a page
	 * grows. */
	size_t work;
};

/* `chars` is borrowed until placing_release(). */
void placing_init(struct placing *placing, struct page_chars *chars);
void placing_release(struct placing *placing);

#endif
