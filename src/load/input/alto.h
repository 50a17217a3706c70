/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_ALTO_H
#define LOAD_INPUT_ALTO_H

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/alto_places.h"
#include "load/input/xml.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The text of an ALTO file, versions 1 to 4: its lines, in the order of the file, and
 * the blocks and words that METS names by their ids, and where lines and pictures stand
 * (alto_places.h).
 *
 * Strings of a line are parted by a space where an SP stands between them; in a line
 * without any SP, where there is room between their boxes.  A hyphen that ends a line
 * (HYP, or the last character of the last String) is "-", once.
 */

struct alto_line {
	struct str text; /* not empty; in the arena */
	size_t block;    /* ordinal of its TextBlock */
	size_t page;     /* ordinal of its Page in the file */
	bool in_margin;  /* it stands beside the print space */
	/* The line ends within a word that SUBS_CONTENT joins, and how, or
	 * LINE_JOIN_UNKNOWN. */
	enum line_join join;
	struct line_box box; /* width 0: its place is not known */
	uint8_t sureness;    /* of its least sure word by WC, in percent, or
	                   * SURENESS_UNKNOWN */
	bool begins_in_word; /* it begins with the second part of such a word */
	/* How that is joined to the first part, or LINE_JOIN_UNKNOWN: as that. */
	enum line_join join_before;
};

/* A word with a low confidence: bytes [start, end) of line `line`. */
struct alto_unsure {
	size_t line, start, end;
};

/* What an element with an id holds: lines [start, end). */
struct alto_id {
	struct str id; /* in the arena */
	struct range lines;
};

struct alto {
	struct alto_line *lines; /* owned */
	size_t count, cap;
	struct alto_unsure *unsure; /* owned; by line and byte */
	size_t unsure_count, unsure_cap;
	struct alto_id *ids; /* owned */
	size_t id_count, id_cap;
	uint32_t *slots; /* owned; a hash table: 1 + an index of ids, or 0 */
	size_t slot_count;
	struct str
		page_label; /* PRINTED_IMG_NR of the first page; in the arena */
	struct alto_places places;
	struct arena arena;
};

/* Reads a file.  False when it is damaged: what stands before the damage was read. */
bool alto_read(struct alto *alto, struct str bytes, struct xml_damage *damage);
void alto_release(struct alto *alto);

/* The lines that the element with this id holds; an empty range for no such one. */
struct range alto_find(const struct alto *alto, struct str id);

#endif
