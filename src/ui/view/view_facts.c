/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/citation.h"
#include "export/provenance.h"
#include "issue/cite.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "issue/sureness.h"
#include "text/neutralise.h"
#include "ui/ask/external.h"
#include "ui/view/scroll.h"
#include "ui/view/view.h"

#define HANG_COLS  4
#define TITLE_COLS 80 /* of an article */

/* The facts on their way to the screen; the text is the sentence being made. */
struct facts {
	struct scroll *scroll;
	struct buf text;
};

static void view_facts_add(struct facts *facts, enum style style)
{
	scroll_add(facts->scroll, buf_str(&facts->text), HANG_COLS, style);
	buf_clear(&facts->text);
}

static void add_note(struct facts *facts, const struct issue *issue,
                     const struct note *note)
{
	buf_add_c(&facts->text, "? ");
	export_guess(&facts->text, issue, note);
	view_facts_add(facts, STYLE_TEXT);
}

/* The headline, or the beginning of the first paragraph of an article without one. */
static void view_facts_add_title(struct facts *facts, struct str text)
{
	size_t fit = text_fit(text, TITLE_COLS,
	                      facts->scroll->app->canvas.ambiguous_cols);

	neutralise(&facts->text, str_slice(text, 0, fit));
	if (fit < text.len)
		buf_add_c(&facts->text, "…");
	view_facts_add(facts, STYLE_HEAD);
}

static void view_facts_add_article(struct facts *facts,
                                   const struct issue *issue, size_t index)
{
	const struct article *article = &issue->articles[index];
	size_t chars = parts_chars(issue, index);
	size_t title =
		reading_title(&facts->scroll->app->document->reading, index);

	if (title != NPOS)
		view_facts_add_title(facts, issue->passages[title].text);
	buf_addf(&facts->text,
	         i18n_plural("Article %zu of %zu, %zu character",
	                     "Article %zu of %zu, %zu characters", chars),
	         index + 1, issue->article_count, chars);
	view_facts_add(facts, STYLE_TEXT);
	if (issue->pages[article->page].by_library && !article->unassigned) {
		buf_addf(&facts->text,
		         _("Its text was marked as an article by the library, "
		           "not guessed."));
		view_facts_add(facts, STYLE_TEXT);
	}
	export_source(&facts->text, issue, index);
	view_facts_add(facts, STYLE_TEXT);
	if (citation_add(&facts->text, issue, index))
		view_facts_add(facts, STYLE_TEXT);
	for (; index != NPOS; index = parts_next(issue, index)) {
		article = &issue->articles[index];
		for (size_t i = 0; i < article->note_count; i++)
			add_note(facts, issue, &article->notes[i]);
	}
}

/* Where the line of the cursor was printed, and its number in the file. */
static void add_here(struct facts *facts, const struct issue *issue,
                     size_t line)
{
	const struct cite cite = cite_line(issue, line);

	if (cite.column)
		/* TRANSLATORS: number of a page, of a column of it, of a row
		 * of that, as one cites a place in a newspaper; and of the line
		 * of the file */
		buf_addf(&facts->text,
		         _("Here: page %zu, column %zu, row %zu; line %zu of "
		           "the file"),
		         cite.page, cite.column, cite.row,
		         issue->lines[line].number);
	else
		buf_addf(&facts->text, _("Here: line %zu of the file"),
		         issue->lines[line].number);
}

/* The paragraph or headline of the cursor. */
static void view_facts_add_passage(struct facts *facts,
                                   const struct reading *reading)
{
	const struct issue *issue = reading->issue;
	size_t here = reading_line(reading);
	const struct passage *passage;
	struct range lines;
	unsigned lowest;

	if (here == NPOS)
		return;
	passage = &issue->passages[reading->place.passage];
	lines = passage_lines(passage, (struct range){ 0, passage->text.len });
	add_here(facts, issue, here);
	if (lines.end - lines.start > 1)
		buf_addf(&facts->text,
		         _("; this paragraph or headline was joined from lines "
		           "%zu–%zu"),
		         issue->lines[lines.start].number,
		         issue->lines[lines.end - 1].number);
	view_facts_add(facts, STYLE_TEXT);
	lowest = sureness_lowest(issue, reading->place.passage);
	if (lowest == SURENESS_UNKNOWN)
		return;
	buf_addf(&facts->text,
	         _("Its least sure word is %u %% sure, as the OCR says"),
	         lowest);
	view_facts_add(facts, STYLE_TEXT);
}

static void view_facts_add_file(struct facts *facts, const struct file *file)
{
	export_file_name(&facts->text, file);
	buf_addf(&facts->text, " · ");
	neutralise(&facts->text, file->encoding);
	view_facts_add(facts, STYLE_TEXT);
	if (!file->lost_bytes)
		return;
	buf_addf(&facts->text,
	         i18n_plural("%zu byte is no text in this encoding and is "
	                     "shown as 〓",
	                     "%zu bytes are no text in this encoding and are "
	                     "shown as 〓",
	                     file->lost_bytes),
	         file->lost_bytes);
	view_facts_add(facts, STYLE_ERROR);
}

/* A diagnostic of the input; guesses are left out, as they stand with their article. */
static void add_diag(struct facts *facts, const struct issue *issue,
                     const struct diag *diag)
{
	if (diag->level == DIAG_NOTE)
		return;
	if (issue->file_count > 1 && diag->page &&
	    diag->page <= issue->page_count) {
		export_file_name(
			&facts->text,
			&issue->files[issue->pages[diag->page - 1].file]);
		buf_add_c(&facts->text, ": ");
	}
	if (diag->line && issue->page_count > 1)
		/* TRANSLATORS: number of a page, of a line, of a character */
		buf_addf(&facts->text, _("Page %zu, line %zu, column %zu: "),
		         issue_page_number(issue, diag->page), diag->line,
		         diag->column);
	else if (diag->line)
		buf_addf(&facts->text, _("Line %zu, column %zu: "), diag->line,
		         diag->column);
	neutralise(&facts->text, str_from(diag->text));
	view_facts_add(facts, STYLE_SMALL);
}

/* Whether the page of the cursor is shown by its true places, and with its printed lines. */
static void view_facts_add_places(struct facts *facts,
                                  const struct reading *reading,
                                  const struct sheet *sheet)
{
	size_t page = reading_page(reading);
	bool has_places = page != NPOS && reading->issue->pages[page].boxes;

	if (has_places && sheet && sheet->guessed)
		buf_add_c(&facts->text,
		          _("The file says where words stand, but they are so "
		            "scattered that the page view packs them."));
	else if (has_places)
		buf_add_c(&facts->text,
		          _("The page view shows lines where they were "
		            "printed, as the file says."));
	else
		buf_add_c(&facts->text,
		          _("The page view rebuilds the page from its text: "
		            "order and length of columns are printed, their "
		            "places are inferred."));
	view_facts_add(facts, STYLE_SMALL);
	if (!sheet || !sheet->is_anew)
		return;
	buf_add_c(&facts->text,
	          _("Lines of this page are set anew in columns, as the "
	            "printed ones are none or do not fit the window."));
	view_facts_add(facts, STYLE_SMALL);
}

/* The sheet on which the page view has set the page of the cursor, or NULL. */
static const struct sheet *view_facts_sheet(const struct app *app)
{
	const struct sheet_view *page = &app->document->page;

	return page->made && page->made_for.subject ==
	                               reading_page(&app->document->reading)
	               ? &page->sheet
	               : NULL;
}

static void view_facts_fill(struct scroll *scroll)
{
	const struct reading *reading = &scroll->app->document->reading;
	const struct issue *issue = reading->issue;
	size_t article = reading_article(reading);
	struct facts facts = { .scroll = scroll };

	buf_init(&facts.text);
	if (article != NPOS)
		view_facts_add_article(&facts, issue, article);
	view_facts_add_passage(&facts, reading);
	view_facts_add_places(&facts, reading, view_facts_sheet(scroll->app));
	view_facts_add(&facts, STYLE_TEXT);
	buf_add_c(&facts.text,
	          issue->file_count > 1 ? _("The files:") : _("The file:"));
	view_facts_add(&facts, STYLE_HEAD);
	for (size_t i = 0; i < issue->file_count; i++)
		view_facts_add_file(&facts, &issue->files[i]);
	for (size_t i = 0; i < issue->diags.count; i++)
		add_diag(&facts, issue, &issue->diags.items[i]);
	buf_release(&facts.text);
}

static void view_facts_draw(struct app *app, struct area area)
{
	area.col++;
	area.cols -= 2;
	scroll_draw(app, view_state(app, VIEW_FACTS), area, view_facts_fill);
}

static bool view_facts_act(struct app *app, enum command command)
{
	if (command == COMMAND_COPY) {
		external_copy_citation(app);
		return true;
	}
	return scroll_act(app, view_state(app, VIEW_FACTS), command);
}

static void view_facts_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	scroll_by(view_state(app, VIEW_FACTS), rows);
}

static void view_facts_add_progress(struct buf *out, struct app *app)
{
	scroll_add_progress(out, view_state(app, VIEW_FACTS));
}

const struct view view_facts = {
	.title = N_("Facts"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("line"), NULL },
		{ COMMAND_SCREEN_DOWN, COMMAND_NONE, N_("screen"), NULL },
		{ COMMAND_COPY, COMMAND_NONE, N_("copy the citation"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
	},
	.draw = view_facts_draw,
	.act = view_facts_act,
	.wheel = view_facts_wheel,
	.add_progress = view_facts_add_progress,
	.state_bytes = sizeof(struct scroll_window),
	.enter = scroll_enter,
};
