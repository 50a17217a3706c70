/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"
#include "text/neutralise.h"
#include "ui/ask/external.h"
#include "ui/view/scroll.h"
#include "ui/view/view.h"
#include "ui/word_act.h"
#include "words/cedict.h"
#include "words/tone_marks.h"

#define ENTRIES_MOST 16
#define HANG_COLS    4

/* A paragraph on its way to the screen. */
struct entry_text {
	struct scroll *scroll;
	struct buf text;
};

static void view_entry_add(struct entry_text *entry, int hang_cols,
                           enum style style)
{
	scroll_add(entry->scroll, buf_str(&entry->text), hang_cols, style);
	buf_clear(&entry->text);
}

/* "圖書館  图书馆  tú shū guǎn", and its glosses with numbers. */
static void view_entry_add_entry(struct entry_text *out,
                                 const struct cedict_entry *entry)
{
	struct str gloss;
	size_t at = 0, number = 0;

	buf_add(&out->text, entry->traditional);
	if (!str_equal(entry->traditional, entry->simplified)) {
		buf_add_c(&out->text, "  ");
		buf_add(&out->text, entry->simplified);
	}
	buf_add_c(&out->text, "  ");
	tone_marks_add(&out->text, entry->pinyin, false);
	view_entry_add(out, HANG_COLS, STYLE_HEAD);
	while (cedict_next_gloss(entry, &at, &gloss)) {
		buf_addf(&out->text, "%2zu  ", ++number);
		tone_marks_add_gloss(&out->text, gloss);
		view_entry_add(out, HANG_COLS, STYLE_TEXT);
	}
	view_entry_add(out, 0, STYLE_TEXT);
}

/* Adds the entries of a word; false: there are none. */
static bool view_entry_add_entries(struct entry_text *out,
                                   const struct cedict *cedict, struct str word)
{
	struct cedict_entry entries[ENTRIES_MOST];
	size_t count = cedict_find(cedict, word, entries, ENTRIES_MOST);

	for (size_t i = 0; i < count; i++)
		view_entry_add_entry(out, &entries[i]);
	return count;
}

/* A word that has no entry: those of its characters. */
static void view_entry_add_characters(struct entry_text *out,
                                      const struct cedict *cedict,
                                      struct str word)
{
	buf_addf(&out->text, _("“%.*s” is not in the dictionary."),
	         (int)word.len, word.ptr);
	view_entry_add(out, 0, STYLE_TEXT);
	view_entry_add(out, 0, STYLE_TEXT);
	for (size_t at = 0, end; at < word.len; at = end) {
		end = utf8_after(word, at);
		if (word.len > end - at)
			view_entry_add_entries(out, cedict,
			                       str_slice(word, at, end));
	}
}

static void view_entry_add_no_dictionary(struct entry_text *out,
                                         const struct lookup *lookup,
                                         struct str word)
{
	buf_add(&out->text, word);
	buf_add_c(&out->text, "  ");
	lookup_add_pinyin(&out->text, lookup, word, false);
	view_entry_add(out, HANG_COLS, STYLE_HEAD);
	view_entry_add(out, 0, STYLE_TEXT);
	if (lookup->file.problem.len)
		buf_add(&out->text, buf_str(&lookup->file.problem));
	else
		buf_add_c(&out->text,
		          _("There is no dictionary of Chinese here: save "
		            "CC-CEDICT (cedict_ts.u8, of www.mdbg.net) in "
		            "~/.local/share/baolan, or name its file by the "
		            "setting dictionary-file."));
	view_entry_add(out, 0, STYLE_TEXT);
	view_entry_add(out, 0, STYLE_TEXT);
}

/* What the dictionary command says, line by line; that the usual one is missing does not
 * matter where there is a dictionary. */
static void view_entry_add_command(struct entry_text *out,
                                   const struct app *app, struct str word)
{
	const struct dictionary_command *command = &app->dictionary_command;
	const struct str text = buf_str(&command->text);
	bool tells = command->text.len || app->settings.dictionary_command ||
	             !app->lookup.file.cedict;

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = str_find(text, STR("\n"), at);
		if (end == NPOS)
			end = text.len;
		neutralise(&out->text, str_trim(str_slice(text, at, end)));
		view_entry_add(out, 0, STYLE_TEXT);
	}
	if (dictionary_command_is_running(command))
		app_add_text(&out->text, app,
		             _("Asking for “%.*s” …; {BACK} stops"),
		             (int)word.len, word.ptr);
	else if (tells)
		buf_add(&out->text, buf_str(&command->problem));
	if (out->text.len)
		view_entry_add(out, 0, STYLE_SMALL);
}

static void view_entry_fill(struct scroll *scroll)
{
	const struct lookup *lookup = &scroll->app->lookup;
	struct str word = word_act_text(scroll->app);
	struct entry_text out = { .scroll = scroll };

	buf_init(&out.text);
	if (!lookup->file.cedict)
		view_entry_add_no_dictionary(&out, lookup, word);
	else if (!view_entry_add_entries(&out, lookup->file.cedict, word))
		view_entry_add_characters(&out, lookup->file.cedict, word);
	view_entry_add_command(&out, scroll->app, word);
	buf_release(&out.text);
}

static void view_entry_draw(struct app *app, struct area area)
{
	area.col++;
	area.cols -= 2;
	scroll_draw(app, view_state(app, VIEW_ENTRY), area, view_entry_fill);
}

static bool view_entry_act(struct app *app, enum command command)
{
	if (command == COMMAND_COPY) {
		external_copy_range(app, word_act_word(app));
		return true;
	}
	return scroll_act(app, view_state(app, VIEW_ENTRY), command);
}

static void view_entry_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	scroll_by(view_state(app, VIEW_ENTRY), rows);
}

static void view_entry_add_progress(struct buf *out, struct app *app)
{
	scroll_add_progress(out, view_state(app, VIEW_ENTRY));
}

const struct view view_entry = {
	.title = N_("Dictionary"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("line"), NULL },
		{ COMMAND_COPY, COMMAND_NONE, N_("copy the word"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
	},
	.draw = view_entry_draw,
	.act = view_entry_act,
	.wheel = view_entry_wheel,
	.add_progress = view_entry_add_progress,
	.state_bytes = sizeof(struct scroll_window),
	.enter = scroll_enter,
};
