/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/outside.h"

#include "export/export.h"
#include "issue/issue.h"
#include "ui/clipboard.h"

#include <unistr.h>

/* What is in the errand is to be copied. */
static void copy(struct app *app)
{
	struct str text = buf_str(&app->errand.text);

	if (text.len > CLIPBOARD_MAX_BYTES) {
		app_complain(app,
		             _("Not copied: %zu bytes, and terminals take %d; "
		               "s saves them"),
		             text.len, CLIPBOARD_MAX_BYTES);
		errand_clear(&app->errand);
		return;
	}
	app->errand.kind = ERRAND_COPY;
	app_say(app, _("Copied %zu characters, if the terminal allows it"),
	        u8_mbsnlen((const uint8_t *)text.ptr, text.len));
}

void outside_copy(struct app *app)
{
	const struct issue *issue = app->reading.issue;

	if (!issue->passage_count) {
		app_say(app, "%s", _("There is no text in this issue."));
		return;
	}
	errand_clear(&app->errand);
	export_visible(&app->errand.text,
	               issue->passages[app->reading.place.passage].text);
	copy(app);
}

/* Puts the article's text into the errand; false when there is none. */
static bool take_article(struct app *app)
{
	const struct export_options options = {
		.ambiguous_cols = app->reading.ambiguous_cols,
	};
	size_t article = reading_article(&app->reading);

	if (article == NPOS) {
		app_say(app, "%s", _("This is not part of an article"));
		return false;
	}
	errand_clear(&app->errand);
	export_write(&app->errand.text, app->reading.issue, pick_one(&article),
	             EXPORT_TEXT, &options);
	return true;
}

void outside_copy_article(struct app *app)
{
	if (take_article(app))
		copy(app);
}
