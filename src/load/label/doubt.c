/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/doubt.h"

#include "base/i18n.h"

#include <math.h>

/* The costs count some signs twice, so that margins are larger than the true log
 * odds; these are about this share of them. */
#define ODDS_SHARE 0.6

/*
 * The margins below which the reader is told.  On pages whose truth is known
 * about every third decision below these is wrong, and above them one in a
 * hundred.
 */
static const struct {
	double margin;
	const char *sentence;
} kinds[DOUBT_KINDS] = {
	[DOUBT_NONE] = { 0, "" },
	[DOUBT_GOES_ON] = { 1.5, N_("This may go on with the paragraph "
	                            "before.") },
	[DOUBT_BEGINS] = { 0.75, N_("A paragraph may begin at this line.") },
	[DOUBT_NO_HEAD] = { 1, N_("This may be no headline.") },
	[DOUBT_HEAD] = { 1, N_("This may be a headline.") },
	[DOUBT_JOINED] = { 0.5, N_("This may belong to the article "
	                           "before.") },
	[DOUBT_PARTED] = { 0.75, N_("Another article may begin here.") },
	[DOUBT_OWNER] = { 0.25, N_("This headline may belong to another "
	                           "article.") },
	[DOUBT_COLUMN] = { 1, N_("This column may belong to another "
	                         "article.") },
};

bool doubt_take(struct doubt *doubt, struct doubt other)
{
	if (other.kind == DOUBT_NONE ||
	    (doubt->kind != DOUBT_NONE && other.margin >= doubt->margin))
		return false;
	*doubt = other;
	return true;
}

bool doubt_counts(const struct doubt *doubt)
{
	return doubt->kind != DOUBT_NONE &&
	       doubt->margin < kinds[doubt->kind].margin;
}

double doubt_confidence(const struct doubt *doubt)
{
	return 1 / (1 + exp(-ODDS_SHARE * doubt->margin));
}

const char *doubt_sentence(enum doubt_kind kind)
{
	return _(kinds[kind].sentence);
}
