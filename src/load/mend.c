/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/mend.h"

#include "base/mem.h"
#include "load/regroup.h"

static const enum told told_by[REPAIR_KINDS] = {
	[REPAIR_PARAGRAPH] = TOLD_PARAGRAPH,
	[REPAIR_JOIN] = TOLD_JOINED,
	[REPAIR_HEAD] = TOLD_HEAD,
	[REPAIR_NOHEAD] = TOLD_NO_HEAD,
};

void mend_lines(struct printed_lines *lines, const struct repairs *repairs)
{
	for (size_t i = 0; i < repairs->count; i++) {
		const struct repair *repair = &repairs->items[i];
		size_t at = printed_lines_at(lines, repair->line);

		if (at == NPOS || told_by[repair->kind] == TOLD_NOTHING)
			continue;
		lines->items[at].told = told_by[repair->kind];
		lines->items[at].aside = ASIDE_NONE;
		lines->items[at].group = 0;
	}
}

/* The piece in which a line of the issue stands, or NPOS. */
static size_t piece_at(const struct pieces *pieces, size_t line)
{
	size_t printed = printed_lines_at(pieces->lines, line);

	for (size_t p = 0; p < pieces->count && printed != NPOS; p++)
		for (size_t i = 0; i < pieces->items[p].lines.count; i++)
			if (pieces->items[p].lines.items[i] == printed)
				return p;
	return NPOS;
}

static void mend(struct stories *stories, const struct repair *repair,
                 size_t piece)
{
	size_t other;

	switch (repair->kind) {
	case REPAIR_ARTICLE:
		regroup_begin(stories, piece);
		break;
	case REPAIR_NOARTICLE:
		regroup_discard(stories, piece);
		break;
	case REPAIR_ATTACH:
		other = piece_at(stories->pieces, repair->to_line);
		if (other != NPOS && other != piece)
			regroup_attach(stories, piece, other);
		break;
	default:
		break;
	}
}

void mend_stories(struct stories *stories, const struct repairs *repairs)
{
	bool mended = false;

	for (size_t i = 0; i < repairs->count; i++) {
		const struct repair *repair = &repairs->items[i];
		size_t piece = NPOS;

		if (repair->kind >= REPAIR_ARTICLE)
			piece = piece_at(stories->pieces, repair->line);
		if (piece == NPOS)
			continue;
		if (!mended)
			regroup_start(stories);
		mended = true;
		mend(stories, repair, piece);
	}
	if (mended)
		regroup_end(stories);
}
