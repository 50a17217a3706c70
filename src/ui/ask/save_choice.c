/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/save_choice.h"

#include "base/mem.h"
#include "export/export.h"
#include "issue/issue.h"
#include "issue/parts.h"

#define GAP_COLS 2

static void pick_article(const struct app *app, struct selections *picks)
{
	size_t article = reading_article(&app->document->reading);

	if (article != NPOS)
		selections_add(picks, article);
}

static void pick_marked(const struct app *app, struct selections *picks)
{
	const struct selections *tagged = &app->document->tagged;

	for (size_t i = 0; i < tagged->count; i++)
		selections_add(picks, tagged->items[i]);
}

static void pick_hits(const struct app *app, struct selections *picks)
{
	const struct filter *filter = &app->document->hits_filter;

	for (size_t row = 0; row < filter_count(filter); row++) {
		size_t article = reading_hit_article(&app->document->reading,
		                                     filter_item(filter, row));

		if (article != NPOS)
			selections_add(picks, article);
	}
}

/* The articles that begin on the page of the cursor. */
static void pick_page(const struct app *app, struct selections *picks)
{
	const struct reading *reading = &app->document->reading;
	size_t page = reading_page(reading);
	struct range articles = { 0, 0 };

	if (page != NPOS)
		articles = reading->issue->pages[page].articles;
	for (size_t i = articles.start; i < articles.end; i++)
		if (parts_whole(reading->issue, i) == i)
			selections_add(picks, i);
}

static void pick_none(const struct app *app, struct selections *picks)
{
	(void)app;
	(void)picks;
}

static const struct {
	void (*pick)(const struct app *app, struct selections *picks);
	const char *name;     /* among the choices; untranslated */
	const char *question; /* untranslated; NULL: it says how many */
} choices[SAVE_CHOICES] = {
	[SAVE_ARTICLE] = { pick_article, N_("this article"),
	                   N_("Save this article as: ") },
	[SAVE_MARKED] = { pick_marked, NULL, NULL },
	[SAVE_HITS] = { pick_hits, N_("all hits"), N_("Save all hits as: ") },
	[SAVE_PAGE] = { pick_page, N_("this page"), N_("Save this page as: ") },
	[SAVE_ISSUE] = { pick_none, N_("the issue"),
	                 N_("Save the issue as: ") },
};

static bool page_has_articles(const struct reading *reading)
{
	size_t page = reading_page(reading);

	return page != NPOS &&
	       reading->issue->pages[page].articles.end >
	               reading->issue->pages[page].articles.start;
}

bool save_choice_offers(const struct app *app, enum save_choice choice)
{
	const struct reading *reading = &app->document->reading;

	switch (choice) {
	case SAVE_ARTICLE:
		return reading_article(reading) != NPOS;
	case SAVE_MARKED:
		return app->document->tagged.count > 0;
	case SAVE_HITS:
		return reading_is_marked(reading) &&
		       filter_count(&app->document->hits_filter);
	case SAVE_PAGE:
		return page_has_articles(reading);
	default:
		return true;
	}
}

bool save_choice_make(struct app *app, enum save_choice choice)
{
	struct saving *saving = &app->document->saving;
	struct selections picks = { 0 };

	choices[choice].pick(app, &picks);
	if (!picks.count && choice != SAVE_ISSUE)
		return false;
	selections_release(&saving->picks);
	saving->picks = picks;
	saving->choice = choice;
	return true;
}

void save_choice_next(struct app *app)
{
	int choice = (int)app->document->saving.choice;

	do
		choice = (choice + 1) % SAVE_CHOICES;
	while (!save_choice_offers(app, (enum save_choice)choice) ||
	       !save_choice_make(app, (enum save_choice)choice));
}

void save_choice_add_question(struct buf *out, const struct app *app,
                              bool is_short)
{
	enum save_choice choice = app->document->saving.choice;
	size_t count = app->document->tagged.count;

	if (is_short)
		buf_add_c(out, _("Save as: "));
	else if (choices[choice].question)
		buf_add_c(out, _(choices[choice].question));
	else
		buf_addf(out,
		         i18n_plural("Save %zu marked article as: ",
		                     "Save %zu marked articles as: ", count),
		         count);
}

/* Draws as many endings as there is room for behind cell `col`, at the right. */
static void draw_endings(struct app *app, struct area area, int col)
{
	struct buf all, shown;
	struct str rest;

	buf_init(&all);
	buf_init(&shown);
	export_add_endings(&all, EXPORT_MARKDOWN, " ");
	for (rest = buf_str(&all); rest.len;) {
		size_t end = str_find(rest, STR(" "), 0);
		size_t before = shown.len;

		end = end == NPOS ? rest.len : end;
		buf_add_byte(&shown, ' ');
		buf_add(&shown, str_slice(rest, 0, end));
		if (col + GAP_COLS + (int)shown.len + 4 > area.cols) {
			shown.len = before;
			break;
		}
		rest = str_slice(rest, end < rest.len ? end + 1 : end,
		                 rest.len);
	}
	if (shown.len && rest.len)
		buf_add_c(&shown, " …");
	canvas_text(
		&app->canvas, area, 0,
		area.cols - 1 -
			text_cols(buf_str(&shown), app->canvas.ambiguous_cols),
		buf_str(&shown), STYLE_HINT);
	buf_release(&all);
	buf_release(&shown);
}

/* Appends the name of a choice with a blank on either side. */
static void add_choice(struct buf *out, const struct app *app,
                       enum save_choice choice)
{
	buf_add_byte(out, ' ');
	if (choice == SAVE_MARKED)
		buf_addf(out, _("%zu marked"), app->document->tagged.count);
	else
		buf_add_c(out, _(choices[choice].name));
	buf_add_byte(out, ' ');
}

/* The cells of all choices that are offered. */
static int choices_cols(const struct app *app)
{
	struct buf all;
	int cols;

	buf_init(&all);
	for (int i = 0; i < SAVE_CHOICES; i++)
		if (save_choice_offers(app, (enum save_choice)i))
			add_choice(&all, app, (enum save_choice)i);
	cols = text_cols(buf_str(&all), app->canvas.ambiguous_cols);
	buf_release(&all);
	return cols;
}

void save_choice_draw(struct app *app, struct area area)
{
	struct canvas *canvas = &app->canvas;
	const int chosen = (int)app->document->saving.choice;
	int first = 0, col = 1, cols;

	canvas_fill(canvas, area, 0, 0, area.cols, STYLE_HINT);
	cols = canvas_text(canvas, area, 0, col, STR("^T"), STYLE_KEY);
	click_zones_add(&app->zones, area.row, area.col + col, cols,
	                PRESS_CTRL('T'));
	col += cols + 1;
	/* Where not all have room the next ones stand behind the chosen one. */
	if (col + choices_cols(app) > area.cols)
		first = chosen;
	for (int i = 0; i < SAVE_CHOICES; i++) {
		int choice = (first + i) % SAVE_CHOICES;
		struct buf name;

		if (!save_choice_offers(app, (enum save_choice)choice))
			continue;
		buf_init(&name);
		add_choice(&name, app, (enum save_choice)choice);
		cols = canvas_fit(canvas, area, 0, col, area.cols - col,
		                  buf_str(&name),
		                  choice == chosen ? STYLE_FOCUS : STYLE_HINT);
		click_zones_add(&app->zones, area.row, area.col + col, cols,
		                PRESS_PICK(choice));
		col += cols;
		buf_release(&name);
	}
	draw_endings(app, area, col);
}
