/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/remember.h"

#include "state/state.h"
#include "ui/preference.h"
#include "ui/read_marks.h"
#include "ui/resume.h"

#include <stdlib.h>

/* The questions whose answers are kept, by the names of their histories. */
static const struct {
	enum asking asking;
	const char *history;
} kept_answers[] = {
	{ ASK_SEARCH, STATE_HISTORY_SEARCH },
	{ ASK_FILTER, "filter" },
	{ ASK_FILE, STATE_HISTORY_FILE },
	{ ASK_PIPE, "pipe" },
	{ ASK_OPEN, "open" },
};

/* Texts that come the newest first. */
struct answers {
	struct buf items[LINE_HISTORY_MOST];
	size_t count;
};

static void take_answer(void *context, struct str text)
{
	struct answers *answers = context;

	buf_init(&answers->items[answers->count]);
	buf_add(&answers->items[answers->count++], text);
}

static void remember_answers_of(struct app *app, enum asking asking,
                                const char *history)
{
	struct answers answers = { .count = 0 };

	state_list_history(app->store, history, LINE_HISTORY_MOST, take_answer,
	                   &answers);
	if (answers.count)
		buf_add(&app->kept_answers[asking], buf_str(answers.items));
	while (answers.count) {
		struct buf *last = &answers.items[--answers.count];

		line_history_add(&app->histories[asking], buf_str(last));
		buf_release(last);
	}
}

/* The folder and the format of the file that was saved last. */
static void remember_saving(struct app *app)
{
	struct buf format;

	buf_init(&format);
	state_get(app->store, STATE_SAVE_FOLDER, &app->save_folder);
	if (state_get(app->store, STATE_SAVE_FORMAT, &format))
		app->save_format = export_format_named(format.ptr);
	buf_release(&format);
}

void remember_begin(struct app *app, struct store *store)
{
	app->store = store;
	if (!store)
		return;
	preference_begin(app);
	remember_document(app);
}

void remember_answers(struct app *app)
{
	if (!app->store)
		return;
	for (size_t i = 0; i < ARRAY_LEN(kept_answers); i++)
		remember_answers_of(app, kept_answers[i].asking,
		                    kept_answers[i].history);
	remember_saving(app);
}

void remember_document(struct app *app)
{
	if (!app->store)
		return;
	resume_begin(app);
	read_marks_follow(app);
}

void remember_step(struct app *app)
{
	resume_step(app);
	read_marks_follow(app);
}

/* Queues the answers that are newer than the last that was kept. */
static void keep_answers(struct app *app, enum asking asking,
                         const char *history)
{
	const struct line_history *answers = &app->histories[asking];
	struct buf *kept = &app->kept_answers[asking];
	size_t newer = 0;

	while (newer < answers->count &&
	       !str_equal(buf_str(&answers->items[newer]), buf_str(kept)))
		newer++;
	if (!newer)
		return;
	while (newer)
		state_add_history(app->store, history,
		                  buf_str(&answers->items[--newer]));
	buf_clear(kept);
	buf_add(kept, buf_str(&answers->items[0]));
}

bool remember_keep(struct app *app, enum store_haste haste)
{
	char *problem;
	bool has_problem;

	if (!app->store)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(kept_answers); i++)
		keep_answers(app, kept_answers[i].asking,
		             kept_answers[i].history);
	resume_keep(app);
	read_marks_keep(app);
	store_flush(app->store, haste);
	if (haste == STORE_LAST)
		return false;
	problem = store_take_problem(app->store);
	has_problem = problem != NULL;
	if (has_problem)
		app_complain(app, "%s", problem);
	free(problem);
	return has_problem;
}
