/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_NAVIGATE_H
#define UI_NAVIGATE_H

#include "ui/state.h"

/*
 * From one article or page to another.  Where there is none a message says so; what is not
 * loaded yet is waited for (loading.h).
 */

/* To the beginning of the next or the previous article. */
void navigate_next_article(struct app *app);
void navigate_prev_article(struct app *app);

/* To the lead of the next or the previous page that has text. */
void navigate_next_page(struct app *app);
void navigate_prev_page(struct app *app);

/* To the last line of the previous article or page, as when one reads backwards. */
void navigate_back_article(struct app *app);
void navigate_back_page(struct app *app);

/* Opens the article with a number (1-based), as lists show it. */
void navigate_to_article(struct app *app, size_t number);

/* To the page with a printed number, or with that number in the order of pages. */
void navigate_to_page(struct app *app, size_t number);

/* To that part of the article or page that is shown; 1 to 100. */
void navigate_to_percent(struct app *app, int percent);

/* One place back (by -1) or forth (1) through the history of places; false: there is
 * none. */
bool navigate_history(struct app *app, int by);

/* To be called when an event or work is over: where the last command (app->last_command)
 * went elsewhere and did not scroll there, the place before goes into that history. */
void navigate_settle(struct app *app);

/* The page of that number that is known so far (index), or NPOS. */
size_t navigate_find_page(const struct app *app, size_t number);

/* The next (by 1) or previous (-1) page with text (index) and article (ordinal) known so
 * far, or NPOS. */
size_t navigate_page_beside(const struct app *app, int by);
size_t navigate_article_beside(const struct app *app, int by);

#endif
