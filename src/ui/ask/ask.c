/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask.h"

#include "base/i18n.h"
#include "base/num.h"
#include "ui/ask/ask_bookmark.h"
#include "ui/ask/ask_command.h"
#include "ui/ask/ask_filter.h"
#include "ui/ask/ask_open.h"
#include "ui/ask/ask_save.h"
#include "ui/ask/ask_search.h"
#include "ui/ask/correct.h"
#include "ui/ask/external.h"
#include "ui/ask/save_choice.h"
#include "ui/message.h"
#include "ui/view/view_help.h"

#define TYPED_COLS 14 /* hints leave so much room for what is typed */

/* The questions.  A question without a label draws itself; one that takes text may be
 * pasted to. */
static const struct question {
	void (*key)(struct app *app, uint32_t key);
	const char *label;
	void (*add_label)(struct buf *out, const struct app *app);
	void (*add_aside)(struct buf *out, struct app *app);
	/* The hints at the end of its line; NULL: none. */
	const struct ask_hint *(*hints)(const struct app *app);
	void (*draw)(struct app *app, struct area area);
	/* Draws in the row above the question; NULL: nothing. */
	void (*draw_above)(struct app *app, struct area area);
	bool takes_text;
} questions[ASK_COUNT] = {
	[ASK_SEARCH] = { .key = ask_search_key,
	                 .label = N_("Search: "),
	                 .add_aside = ask_add_search_aside,
	                 .hints = ask_search_hints,
	                 .takes_text = true },
	[ASK_FILTER] = { .key = ask_filter_key,
	                 .label = N_("Filter: "),
	                 .add_aside = ask_add_filter_aside,
	                 .takes_text = true },
	[ASK_FILE] = { .key = ask_save_key,
	               .add_label = ask_add_file_label,
	               .draw_above = save_choice_draw,
	               .takes_text = true },
	[ASK_FOLDER] = { .key = ask_folder_key, .draw = ask_draw_folder },
	[ASK_REPLACE] = { .key = ask_replace_key, .draw = ask_draw_replace },
	[ASK_ARTICLE] = { .key = correct_article_key,
	                  .label = N_("It belongs to article number: ") },
	[ASK_COMMAND] = { .key = ask_command_key,
	                  .label = N_("Go to, or do: "),
	                  .add_aside = ask_add_command_aside,
	                  .takes_text = true },
	[ASK_HELP] = { .key = view_help_key,
	               .label = N_("Search the help: "),
	               .takes_text = true },
	[ASK_PIPE] = { .key = external_pipe_key,
	               .label = N_("Pipe the article to: "),
	               .add_aside = external_add_pipe_aside,
	               .takes_text = true },
	[ASK_NOTE] = { .key = ask_note_key,
	               .label = N_("Bookmark, with a note: "),
	               .takes_text = true },
	[ASK_BOOKMARKS] = { .key = ask_bookmarks_key,
	                    .label = N_("Save the bookmarks as: "),
	                    .takes_text = true },
	[ASK_OPEN] = { .key = ask_open_key,
	               .label = N_("Open: "),
	               .add_aside = ask_add_open_aside,
	               .takes_text = true },
};

void ask_key(struct app *app, uint32_t key)
{
	buf_clear(&app->message);
	questions[app->asking].key(app, key);
}

bool ask_takes_text(const struct app *app)
{
	return questions[app->asking].takes_text;
}

/* What Tab offers, why an answer was not taken, or what the question shows, in the row
 * above it. */
static void draw_row_above(struct app *app, struct area area,
                           const struct question *question)
{
	area.row--;
	if (area.row <= 0)
		return;
	if (line_editor_offers(&app->prompt))
		completions_draw(&app->prompt.offered, &app->canvas,
		                 &app->zones, area);
	else if (app->message.len && app->message_is_error)
		message_draw(app,
		             (struct area){ 1, area.col, area.row, area.cols });
	else if (question->draw_above)
		question->draw_above(app, area);
}

/* Draws the hints that leave room for the question, what is typed and what is shown aside;
 * returns the cells taken. */
static int draw_hints(struct app *app, struct area area,
                      const struct question *question, struct str label,
                      struct str aside)
{
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	int used_cols =
		text_cols(label, ambiguous_cols) +
		text_cols(aside, ambiguous_cols) + 1 +
		larger(text_cols(buf_str(&app->prompt.text), ambiguous_cols) +
	                       1,
	               TYPED_COLS);

	return question->hints
	               ? question_hints_draw(app, area, area.cols - used_cols,
	                                     question->hints(app))
	               : 0;
}

static void draw_line(struct app *app, struct area area,
                      const struct question *question)
{
	struct area line = area;
	struct buf label, aside;

	buf_init(&label);
	buf_init(&aside);
	if (question->add_label)
		question->add_label(&label, app);
	else
		buf_add_c(&label, _(question->label));
	if (question->add_aside)
		question->add_aside(&aside, app);
	line.cols -= draw_hints(app, area, question, buf_str(&label),
	                        buf_str(&aside));
	line_editor_draw(&app->prompt, &app->canvas, line, buf_str(&label),
	                 buf_str(&aside));
	draw_row_above(app, area, question);
	buf_release(&label);
	buf_release(&aside);
}

void ask_draw(struct app *app, struct area area)
{
	const struct question *question = &questions[app->asking];

	if (question->draw)
		question->draw(app, area);
	else
		draw_line(app, area, question);
}
