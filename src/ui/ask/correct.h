/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_CORRECT_H
#define UI_ASK_CORRECT_H

#include "ui/state.h"

#include <stddef.h>

/*
 * What a person says against what was guessed, of the line one is at: the issue
 * is read again with it (session/session.h), one stays where one is, and the line at
 * the foot says what was done and where it is kept.
 */

enum correct_choice {
	CORRECT_PARAGRAPH, /* begins here */
	CORRECT_JOIN,      /* to the paragraph before */
	CORRECT_HEAD,
	CORRECT_NO_HEAD,
	CORRECT_ARTICLE,    /* begins here */
	CORRECT_BEFORE,     /* it belongs to the article before */
	CORRECT_AFTER,      /* or to the one after */
	CORRECT_NUMBER,     /* or to one that is asked for */
	CORRECT_NO_ARTICLE, /* but furniture */
	CORRECT_COUNT
};

/* What it says, in a few words; translated. */
const char *correct_label(enum correct_choice correction);

/* The line (index) of which a correction speaks, or NPOS. */
size_t correct_line(const struct reading *reading,
                    enum correct_choice correction);

/* Can anything here be corrected?  If not, says why. */
bool correct_can(struct app *app);

void correct_do(struct app *app, enum correct_choice correction);

/* Takes a key of the question to which article the text from the cursor on belongs
 * (ASK_ARTICLE); CORRECT_NUMBER opens it. */
void correct_article_key(struct app *app, uint32_t key);

void correct_undo(struct app *app);

/* Reads the files again, whatever they hold now; one stays at the line one is at, if
 * it is there. */
void correct_reload(struct app *app);

#endif
