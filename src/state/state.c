/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/state.h"

#include "base/mem.h"

/* A text that a row brings, and whether there was a row. */
struct found {
	struct buf *out;
	bool any;
};

static void take_text(void *context, const struct store_value *columns)
{
	struct found *found = context;

	buf_add(found->out, columns[0].text);
	found->any = true;
}

bool state_get(struct store *store, const char *name, struct buf *out)
{
	const struct store_value values[] = { STORE_TEXT(str_from(name)) };
	struct found found = { .out = out };

	store_query(store, STORE_VALUE_GET, values, ARRAY_LEN(values),
	            take_text, &found);
	return found.any;
}

void state_put(struct store *store, const char *name, struct str text)
{
	const struct store_value values[] = { STORE_TEXT(str_from(name)),
		                              STORE_TEXT(text) };

	store_change(store, STORE_VALUE_PUT, values, ARRAY_LEN(values));
}

void state_add_history(struct store *store, const char *history,
                       struct str text)
{
	const struct store_value added[] = { STORE_TEXT(str_from(history)),
		                             STORE_TEXT(text) };
	const struct store_value most[] = { STORE_TEXT(str_from(history)),
		                            STORE_NUMBER(STATE_HISTORY_MOST) };

	store_change(store, STORE_HISTORY_ADD, added, ARRAY_LEN(added));
	store_change(store, STORE_HISTORY_TRIM, most, ARRAY_LEN(most));
}

/* Whom texts are given to. */
struct listener {
	void (*each)(void *context, struct str text);
	void *context;
};

static void give_text(void *context, const struct store_value *columns)
{
	const struct listener *listener = context;

	listener->each(listener->context, columns[0].text);
}

void state_list_history(struct store *store, const char *history, size_t most,
                        void (*each)(void *context, struct str text),
                        void *context)
{
	const struct store_value values[] = { STORE_TEXT(str_from(history)),
		                              STORE_NUMBER(most) };
	struct listener listener = { each, context };

	store_query(store, STORE_HISTORY_LIST, values, ARRAY_LEN(values),
	            give_text, &listener);
}
