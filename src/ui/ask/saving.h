/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_SAVING_H
#define UI_ASK_SAVING_H

#include "base/str.h"
#include "export/selection.h"

/*
 * What is to be saved: a choice that the question for a file shows and changes.  The
 * articles of a choice are found when they are needed, as more of them may come while an
 * issue is loaded and searched.
 */

enum save_choice {
	SAVE_ARTICLE, /* of the cursor */
	SAVE_MARKED,
	SAVE_HITS, /* the articles in the list of hits */
	SAVE_PAGE, /* of the cursor */
	SAVE_ISSUE,
	SAVE_CHOICES
};

struct saving {
	enum save_choice choice;
	struct selections picks; /* its articles; none: the issue */
	struct buf proposed;     /* the path that was proposed for it */
	struct buf path;         /* the path that was typed */
};

void saving_init(struct saving *saving);
void saving_release(struct saving *saving);

#endif
