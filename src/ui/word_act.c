/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/word_act.h"

#include "base/utf8.h"
#include "issue/issue.h"
#include "ui/ask/external.h"
#include "ui/view/sheet_cells.h"
#include "ui/view/view.h"
#include "words/cedict.h"

#include <unictype.h>

bool word_act_is_on(const struct app *app)
{
	return app_view(app) == VIEW_ARTICLE &&
	       app->document->word_cursor.is_on;
}

static const struct cedict *word_act_cedict(const struct app *app)
{
	return app->lookup.file.cedict;
}

struct range word_act_word(struct app *app)
{
	struct document *document = app->document;

	if (!document->word_cursor.is_on)
		return (struct range){ 0, 0 };
	return word_cursor_at(&document->word_cursor, &document->reading,
	                      document->reading.place, word_act_cedict(app));
}

struct str word_act_text(struct app *app)
{
	const struct reading *reading = &app->document->reading;
	struct range word = word_act_word(app);

	return word.end ? str_slice(reading->issue
	                                    ->passages[reading->place.passage]
	                                    .text,
	                            word.start, word.end)
	                : STR("");
}

/* Has the paragraph of the cursor ideographs? */
static bool word_act_is_chinese(const struct reading *reading)
{
	struct str text = reading->issue->passages[reading->place.passage].text;
	uint32_t c;

	for (size_t at = 0; at < text.len;) {
		at += utf8_next(text, at, &c);
		if (uc_is_property_ideographic(c))
			return true;
	}
	return false;
}

/* Reads the dictionary when it is first needed. */
static void word_act_read_dictionary(struct app *app)
{
	if (!lookup_read(&app->lookup, app->settings.dictionary_file))
		return;
	if (app->lookup.file.problem.len)
		app_complain(app, "%s", app->lookup.file.problem.ptr);
	else if (!app->lookup.file.cedict &&
	         word_act_is_chinese(&app->document->reading))
		app_say(app, "%s",
		        _("No dictionary of Chinese was found: each character "
		          "is a word"));
}

void word_act_turn(struct app *app)
{
	struct document *document = app->document;
	size_t line;

	if (word_act_is_on(app)) {
		document->word_cursor.is_on = false;
		return;
	}
	if (reading_article(&document->reading) == NPOS) {
		app_say(app, "%s", _("This is not part of an article"));
		return;
	}
	word_act_read_dictionary(app);
	document->word_cursor.is_on = true;
	if (app_view(app) != VIEW_ARTICLE) {
		app_show(app, VIEW_ARTICLE);
		return;
	}
	line = sheet_cells_first(&document->article, &document->reading);
	if (line == NPOS)
		return;
	document->reading.place = sheet_cells_place(
		&document->article, &document->reading, line, 0);
	document->reading.place.at = word_act_word(app).start;
}

/* Asks the dictionary command where the settings name one, and for words that the
 * dictionary does not have. */
static void word_act_ask_command(struct app *app, struct str word)
{
	const struct cedict *cedict = word_act_cedict(app);

	if (app->settings.dictionary_command || !cedict ||
	    !cedict_has(cedict, word))
		dictionary_command_ask(&app->dictionary_command,
		                       app->settings.dictionary_command, word);
	else
		dictionary_command_stop(&app->dictionary_command);
}

bool word_act_work(struct app *app)
{
	if (!view_stack_has(&app->document->opened, VIEW_ENTRY) &&
	    dictionary_command_is_running(&app->dictionary_command))
		dictionary_command_stop(&app->dictionary_command);
	return dictionary_command_step(&app->dictionary_command);
}

void word_act_entry(struct app *app)
{
	struct str word;

	if (!word_act_is_on(app))
		word_act_turn(app);
	if (!word_act_is_on(app))
		return;
	word = word_act_text(app);
	if (word.len) {
		/* The view says itself that there is none. */
		if (!app->message_is_error)
			buf_clear(&app->message);
		word_act_ask_command(app, word);
		app_show(app, VIEW_ENTRY);
	} else {
		app_say(app, "%s", _("There is no word here"));
	}
}

static void word_act_step(struct app *app, enum word_step step)
{
	struct document *document = app->document;

	if (word_cursor_step(&document->word_cursor, &document->reading,
	                     &document->article, word_act_cedict(app), step))
		return;
	if (step == STEP_NEXT_WORD || step == STEP_NEXT_SENTENCE)
		app_say(app, _("This is the end of the article; {NEXT_ARTICLE} "
		               "is the next one"));
	else
		app_say(app, "%s", _("This is the beginning of the article"));
}

/* To the next line or the one before, to the word that is nearest to the same column. */
static void word_act_line(struct app *app, enum command command)
{
	struct reading *reading = &app->document->reading;
	struct sheet_view *view = &app->document->article;
	size_t line = sheet_view_focus(view, reading);
	int behind = line == NPOS ? 0
	                          : sheet_cells_behind(view, reading, line,
	                                               reading->place);

	if (sheet_view_move(view, reading, command) == SHEET_MOVED) {
		line = sheet_view_focus(view, reading);
		if (line != NPOS)
			reading->place =
				sheet_cells_place(view, reading, line, behind);
	}
}

/* Copies the word, or for COMMAND_COPY_SENTENCE its sentence. */
static void word_act_copy(struct app *app, enum command command)
{
	const struct reading *reading = &app->document->reading;
	struct range word = word_act_word(app);

	if (!word.end)
		app_say(app, "%s", _("There is no word here"));
	else if (command == COMMAND_COPY_SENTENCE)
		external_copy_range(
			app,
			word_cursor_sentence(
				reading, (struct place){ reading->place.passage,
		                                         word.start }));
	else
		external_copy_range(app, word);
}

/* Marks the word in the whole issue, as a search for it does; the cursor stays. */
static void word_act_find(struct app *app)
{
	struct document *document = app->document;
	struct str word = word_act_text(app);

	if (!word.len)
		return;
	buf_clear(&document->last_search);
	buf_add(&document->last_search, word);
	filter_set(&document->hits_filter, STR(""));
	document->reading.place.at = word_act_word(app).start;
	reading_mark(&document->reading, word);
}

/* What a command means on words, where lines run across and where they run downwards. */
static const struct {
	enum command across, down;
	enum word_step step;
} steps[] = {
	{ COMMAND_NEXT_WORD, COMMAND_NEXT_WORD, STEP_NEXT_WORD },
	{ COMMAND_PREV_WORD, COMMAND_PREV_WORD, STEP_PREV_WORD },
	{ COMMAND_RIGHT, COMMAND_DOWN, STEP_NEXT_WORD },
	{ COMMAND_LEFT, COMMAND_UP, STEP_PREV_WORD },
	{ COMMAND_NEXT_SENTENCE, COMMAND_NEXT_SENTENCE, STEP_NEXT_SENTENCE },
	{ COMMAND_PREV_SENTENCE, COMMAND_PREV_SENTENCE, STEP_PREV_SENTENCE },
};

static bool word_act_moves(struct app *app, enum command command)
{
	for (size_t i = 0; i < ARRAY_LEN(steps); i++)
		if (command == (app->document->upright ? steps[i].down
		                                       : steps[i].across)) {
			word_act_step(app, steps[i].step);
			return true;
		}
	if (command != (app->document->upright ? COMMAND_LEFT : COMMAND_UP) &&
	    command != (app->document->upright ? COMMAND_RIGHT : COMMAND_DOWN))
		return false;
	word_act_line(app, command);
	return true;
}

bool word_act(struct app *app, enum command command)
{
	if (!word_act_is_on(app))
		return false;
	switch (command) {
	case COMMAND_BACK:
	case COMMAND_CLOSE:
		app->document->word_cursor.is_on = false;
		return true;
	case COMMAND_COPY_WORD:
	case COMMAND_COPY_SENTENCE:
		word_act_copy(app, command);
		return true;
	case COMMAND_FIND_WORD:
		word_act_find(app);
		return true;
	default:
		return word_act_moves(app, command);
	}
}

void word_act_click(struct app *app, int row, int col)
{
	struct reading *reading = &app->document->reading;
	const struct sheet_view *view = &app->document->article;
	size_t line;
	int first_row, first_col;

	sheet_view_click(view, reading, row, col);
	line = sheet_view_focus(view, reading);
	if (line == NPOS ||
	    !sheet_cells_of(view, reading,
	                    (struct place){ reading->place.passage,
	                                    view->sheet.slugs[line].start },
	                    &first_row, &first_col))
		return;
	reading->place = sheet_cells_place(
		view, reading, line,
		app->document->upright ? row - view->drawn.row - first_row
				       : col - view->drawn.col - first_col);
}
