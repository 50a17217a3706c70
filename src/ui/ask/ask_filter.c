/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask_filter.h"

#include "base/i18n.h"
#include "ui/ask/ask_search.h"
#include "ui/loading.h"
#include "ui/view/view.h"

#define PATTERN_SHARE 4  /* of the line at the top, at most */
#define WIDE_COLS     80 /* there is room for a sentence beside the question */

struct filter *ask_filtered(struct app *app)
{
	switch (app_view(app)) {
	case VIEW_LIST:
		return &app->list_filter;
	case VIEW_HITS:
		return &app->hits_filter;
	default:
		return NULL;
	}
}

void ask_filter(struct app *app)
{
	struct filter *filter = ask_filtered(app);

	app->search_from = app->reading.place;
	app->filter_from = app->reading.hit;
	buf_clear(&app->filter_before);
	buf_add(&app->filter_before, buf_str(&filter->pattern));
	filter_set(filter, STR(""));
	app_ask(app, ASK_FILTER, STR(""));
}

void ask_lift_filter(struct app *app)
{
	filter_set(ask_filtered(app), STR(""));
}

/* Each time from where one was, so that what was typed in error moves nothing. */
static void set_filter(struct app *app, struct str pattern)
{
	app->reading.place = app->search_from;
	/* There may be fewer since: what was loaded has been searched. */
	app->reading.hit = app->filter_from < app->reading.hits.count
	                           ? app->filter_from
	                           : NPOS;
	filter_set(ask_filtered(app), pattern);
}

static bool is_for_the_list(uint32_t key)
{
	return key == PRESS_UP || key == PRESS_DOWN || key == PRESS_PGUP ||
	       key == PRESS_PGDN;
}

void ask_filter_key(struct app *app, uint32_t key)
{
	if (is_for_the_list(key)) {
		view_of(app_view(app))->act(app, command_for_key(key));
		return;
	}
	if (!app->prompt.text.len && key_plain(key) == '/') {
		set_filter(app, buf_str(&app->filter_before));
		ask_search(app);
		return;
	}
	switch (line_editor_key(&app->prompt, key)) {
	case PROMPT_EDITED:
		set_filter(app, buf_str(&app->prompt.text));
		break;
	case PROMPT_ACCEPTED:
		app->asking = ASK_NOTHING;
		break;
	case PROMPT_LEFT:
		app->asking = ASK_NOTHING;
		set_filter(app, buf_str(&app->filter_before));
		break;
	default:
		break;
	}
}

/* "3/41"; a + while more is read. */
static void add_count(struct buf *out, const struct app *app,
                      const struct filter *filter)
{
	filter_add_count(out, filter);
	if (loading_goes_on(app))
		buf_add_byte(out, '+');
}

void ask_add_filter_aside(struct buf *out, struct app *app)
{
	if (app->prompt.text.len)
		add_count(out, app, ask_filtered(app));
	else if (app->canvas.cols < WIDE_COLS)
		buf_add_c(out, _("/ full text"));
	else
		buf_add_c(out, _("/ again: search the whole issue"));
}

/* That of the list that is seen: the one keys go to, or the one beside the text. */
static const struct filter *seen_filter(struct app *app)
{
	const struct filter *filter = ask_filtered(app);

	if (!filter && app->list_drawn.rows)
		filter = &app->list_filter;
	return filter && filter_is_on(filter) && app->asking != ASK_FILTER
	               ? filter
	               : NULL;
}

void ask_add_filter(struct buf *out, struct app *app, int cols)
{
	const struct filter *filter = seen_filter(app);
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	struct str pattern;
	size_t shown;

	if (!filter)
		return;
	pattern = buf_str(&filter->pattern);
	shown = text_fit(pattern, cols / PATTERN_SHARE, ambiguous_cols);
	buf_add_c(out, _("filter: "));
	buf_add(out, str_slice(pattern, 0, shown));
	buf_add_c(out, shown < pattern.len ? "… " : " ");
	add_count(out, app, filter);
	buf_add_c(out, "  ");
}
