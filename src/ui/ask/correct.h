/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_CORRECT_H
#define UI_ASK_CORRECT_H

#include "ui/state.h"

#include <stddef.h>

/*
 * Corrections of a guess, at the line of the cursor.  The issue is read again with the
 * correction (session/session.h), the cursor stays at its printed line, and the line at
 * the foot says what was done and in which file it is kept.
 */

enum correct_choice {
	CORRECT_PARAGRAPH,  /* a paragraph begins at this line */
	CORRECT_JOIN,       /* this goes on with the paragraph before */
	CORRECT_HEAD,       /* this line is a headline */
	CORRECT_NO_HEAD,    /* this line is no headline */
	CORRECT_ARTICLE,    /* an article begins here */
	CORRECT_BEFORE,     /* the text from here on is of the article before */
	CORRECT_AFTER,      /* of the article after */
	CORRECT_NUMBER,     /* of an article whose number is asked for */
	CORRECT_NO_ARTICLE, /* this is furniture */
	CORRECT_COUNT
};

/* The correction in a few words, translated. */
const char *correct_label(enum correct_choice correction);

/* The printed line (index) that a correction is about, or NPOS in an issue without
 * text. */
size_t correct_line(const struct reading *reading,
                    enum correct_choice correction);

/* Can anything be corrected here?  If not, a message says why. */
bool correct_can(struct app *app);

/* Makes a correction at the cursor, or asks for what it needs. */
void correct_do(struct app *app, enum correct_choice correction);

/* Takes a key of the question to which article the text from the cursor on belongs
 * (ASK_ARTICLE); CORRECT_NUMBER opens it. */
void correct_article_key(struct app *app, uint32_t key);

/* Takes the last correction back. */
void correct_undo(struct app *app);

/* Reads the files again, whatever they hold now.  The cursor stays at its line if a
 * line like it is still there. */
void correct_reload(struct app *app);

#endif
