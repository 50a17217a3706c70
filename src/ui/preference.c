/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preference.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "state/state.h"
#include "ui/term/theme.h"

#include <stdlib.h>

static void add_theme(struct buf *out, const struct settings *settings)
{
	buf_add_c(out, theme_name(settings->theme));
}

static void take_theme(struct settings *settings, const char *value)
{
	enum theme theme = theme_named(value);

	if (theme < THEMES)
		settings->theme = theme;
}

static void add_measure(struct buf *out, const struct settings *settings)
{
	buf_addf(out, "%d", settings->measure_cols);
}

static void take_measure(struct settings *settings, const char *value)
{
	int cols = (int)number_read(str_from(value), MEASURE_MOST_COLS);

	settings->measure_cols = cols < MEASURE_LEAST_COLS ? 0 : cols;
}

enum preference {
	PREFERENCE_THEME,
	PREFERENCE_MEASURE,
	PREFERENCES
};

/* How a preference is kept. */
static const struct {
	const char *name; /* in the state */
	void (*add)(struct buf *out, const struct settings *settings);
	void (*take)(struct settings *settings, const char *value);
} preferences[PREFERENCES] = {
	[PREFERENCE_THEME] = { STATE_THEME, add_theme, take_theme },
	[PREFERENCE_MEASURE] = { STATE_MEASURE, add_measure, take_measure },
};

/* Appends the value of the setting that was replaced, and a space. */
static void preference_add_replaced(struct buf *out, const struct app *app,
                                    enum preference preference)
{
	preferences[preference].add(out, &app->began);
	buf_add_byte(out, ' ');
}

/* Keeps "REPLACED CHOSEN". */
static void preference_keep(struct app *app, enum preference preference)
{
	struct buf text;

	buf_init(&text);
	preference_add_replaced(&text, app, preference);
	preferences[preference].add(&text, &app->settings);
	state_put(app->store, preferences[preference].name, buf_str(&text));
	buf_release(&text);
}

void preference_begin(struct app *app)
{
	struct buf kept, replaced;

	buf_init(&kept);
	buf_init(&replaced);
	for (int i = 0; i < PREFERENCES; i++) {
		buf_clear(&kept);
		buf_clear(&replaced);
		preference_add_replaced(&replaced, app, (enum preference)i);
		if (state_get(app->store, preferences[i].name, &kept) &&
		    str_starts(buf_str(&kept), buf_str(&replaced)))
			preferences[i].take(&app->settings,
			                    kept.ptr + replaced.len);
	}
	buf_release(&kept);
	buf_release(&replaced);
}

void preference_turn_theme(struct app *app)
{
	static const char *const said[THEMES] = {
		[THEME_AUTO] = N_("Colours as the terminal’s background asks "
		                  "for"),
		[THEME_DARK] = N_("Colours for a dark background"),
		[THEME_LIGHT] = N_("Colours for a light background"),
		[THEME_NONE] = N_("No colours"),
	};

	app->settings.theme = (app->settings.theme + 1) % THEMES;
	preference_keep(app, PREFERENCE_THEME);
	app_say(app, "%s", _(said[app->settings.theme]));
}

void preference_set_measure(struct app *app, int measure_cols)
{
	app->settings.measure_cols = measure_cols;
	preference_keep(app, PREFERENCE_MEASURE);
}
