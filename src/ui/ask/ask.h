/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_H
#define UI_ASK_ASK_H

#include "ui/app.h"

/* The questions at the foot of the screen: what to search, where to save. */

/* Opens a question with this text to edit. */
void ask_open(struct app *app, enum asking asking, struct str text);

void ask_search(struct app *app);

/* Shows the place of a hit: in the list, unless that is filtered, or in the main view,
 * whatever lies over them. */
void ask_show_hit(struct app *app);

/* Where an article is shown and one is in none, the page is. */
void ask_show_in_main(struct app *app);

/* What a list is filtered by: the one that keys go to.  Nothing typed and / is
 * ask_search(). */
void ask_filter(struct app *app);
void ask_filter_key(struct app *app, uint32_t key);
void ask_add_filter_aside(struct buf *out, struct app *app);

/* Its filter, or NULL when keys go to no list that has one. */
struct filter *ask_filtered(struct app *app);

/* All its rows are there again. */
void ask_lift_filter(struct app *app);

/* The number of an article, for correct_attach(). */
void ask_article(struct app *app);

/* A key while a question is open. */
void ask_key(struct app *app, uint32_t key);

/* Draws the question in row 0 of `area`. */
void ask_draw(struct app *app, struct area area);

/* "filter: 疫情 3/41  ", or "" where no filtered list is seen, for a line of `cols`;
 * appended to `out`. */
void ask_add_filter(struct buf *out, struct app *app, int cols);

/* "3/32", or "" without a search; appended to `out`. */
void ask_add_count(struct buf *out, const struct reading *reading);

#endif
