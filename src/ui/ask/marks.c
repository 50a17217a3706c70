/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/marks.h"

#include "ui/view/view.h"

static void say_marks(struct app *app)
{
	size_t count = app->document->tagged.count;

	if (count)
		app_say(app,
		        i18n_plural("%zu article is marked; {EXPORT} saves it, "
		                    "{UNTAG} unmarks",
		                    "%zu articles are marked; {EXPORT} saves "
		                    "them, {UNTAG} unmarks",
		                    count),
		        count);
	else
		app_say(app, "%s", _("No article is marked"));
}

void marks_turn(struct app *app)
{
	struct selections *tagged = &app->document->tagged;
	size_t article = reading_article(&app->document->reading);
	const struct view *view = view_of(app_view(app));

	if (article == NPOS) {
		app_say(app, "%s", _("This is not part of an article"));
		return;
	}
	if (selections_has(tagged, article))
		selections_drop(tagged, article);
	else
		selections_add(tagged, article);
	say_marks(app);
	if (view->step_article)
		view->step_article(app);
}

void marks_clear(struct app *app)
{
	selections_release(&app->document->tagged);
	say_marks(app);
}

void marks_add_count(struct buf *out, const struct app *app)
{
	size_t count = app->document->tagged.count;

	if (count)
		buf_addf(out, "*%zu", count);
}
