/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/store.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/xdg.h"
#include "state/store_database.h"
#include "state/store_file.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define NAME "state.db"
/* Changes that wait to be written; more come only where nothing can be written at all,
 * and are dropped. */
#define QUEUE_MOST 4096

/* A statement that waits in the queue. */
struct change {
	enum store_sql sql;
	size_t count;
	struct store_value values[STORE_VALUES_MOST];
	char *texts; /* owned: those of the values, one behind the other */
};

struct store {
	struct store_database database;
	struct change *changes; /* owned */
	size_t change_count, change_cap;
	char *problem; /* owned, or NULL */
	int told;      /* the result code that the last problem was about */
};

static char *sentence(const char *format, const char *path)
{
	struct buf text;

	buf_init(&text);
	buf_addf(&text, format, path);
	return buf_steal(&text);
}

static char *reason_sentence(const char *path, int error)
{
	struct buf text;

	buf_init(&text);
	/* TRANSLATORS: reason, name of a file (perhaps as long as the screen is
	 * wide) */
	buf_addf(&text, _("Places will not be kept: %s: %s"),
	         i18n_reason(error), path);
	return buf_steal(&text);
}

static char *damaged_sentence(const char *path)
{
	return sentence(
		_("Places will not be kept; without this damaged file a new one is made: %s"),
		path);
}

static char *later_sentence(const char *path)
{
	return sentence(
		_("Places will not be kept; a later version of baolan wrote this file: %s"),
		path);
}

static char *foreign_sentence(const char *path)
{
	return sentence(
		_("Places will not be kept; this is no file of baolan, and stays as it is: %s"),
		path);
}

/* What a result code of SQLite means to a person. */
static char *result_sentence(const struct store_database *database, int result)
{
	switch (store_database_trouble(result)) {
	case STORE_TROUBLE_DAMAGED:
		return damaged_sentence(database->path);
	case STORE_TROUBLE_LATER:
		return later_sentence(database->path);
	case STORE_TROUBLE_FOREIGN:
		return foreign_sentence(database->path);
	default:
		return reason_sentence(database->path,
		                       store_database_errno(database, result));
	}
}

/* Why a file of that kind cannot be used; NULL: it can. */
static char *kind_sentence(enum store_file_kind kind, const char *path)
{
	switch (kind) {
	case STORE_FILE_NEW:
	case STORE_FILE_OURS:
		break;
	case STORE_FILE_LATER:
		return later_sentence(path);
	case STORE_FILE_DAMAGED:
		return damaged_sentence(path);
	case STORE_FILE_FOREIGN:
	case STORE_FILE_ODD:
		return foreign_sentence(path);
	case STORE_FILE_ERROR:
		return reason_sentence(path, errno);
	}
	return NULL;
}

struct store *store_open_file(const char *path, char **problem)
{
	struct store *store;
	int result;

	*problem = kind_sentence(
		store_file_look(path, store_database_version()), path);
	if (*problem)
		return NULL;
	store = mem_alloc(sizeof *store);
	result = store_database_open(&store->database, path);
	if (result) {
		*problem = result_sentence(&store->database, result);
		store_close(store);
		return NULL;
	}
	if (store->database.read_only)
		*problem =
			reason_sentence(path, store_file_why_not_written(path));
	return store;
}

struct store *store_open(char **problem)
{
	struct store *store = NULL;
	struct buf path;

	*problem = NULL;
	buf_init(&path);
	if (xdg_add(&path, XDG_STATE)) {
		buf_add_c(&path, "/" NAME);
		store = store_open_file(path.ptr, problem);
	}
	buf_release(&path);
	return store;
}

static void store_clear(struct store *store)
{
	for (size_t i = 0; i < store->change_count; i++)
		free(store->changes[i].texts);
	store->change_count = 0;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	store_clear(store);
	free(store->changes);
	free(store->problem);
	store_database_close(&store->database);
	free(store);
}

bool store_has_changes(const struct store *store)
{
	return store && store->change_count;
}

/* Notes why something was not kept, unless the last problem had the same cause. */
static void store_note(struct store *store, int result)
{
	if (result == store->told)
		return;
	store->told = result;
	free(store->problem);
	store->problem = result_sentence(&store->database, result);
}

void store_change(struct store *store, enum store_sql sql,
                  const struct store_value *values, size_t count)
{
	struct change *change;
	size_t bytes = 0;
	char *at;

	assert(count <= STORE_VALUES_MOST);
	if (!store || store->database.read_only ||
	    store->change_count >= QUEUE_MOST)
		return;
	change = ARRAY_ADD(store->changes, store->change_count,
	                   store->change_cap);
	*change = (struct change){ .sql = sql, .count = count };
	for (size_t i = 0; i < count; i++)
		bytes += values[i].text.len;
	at = change->texts = mem_alloc(bytes + 1);
	for (size_t i = 0; i < count; i++) {
		change->values[i] = values[i];
		change->values[i].text.ptr = at;
		if (values[i].text.len)
			memcpy(at, values[i].text.ptr, values[i].text.len);
		at += values[i].text.len;
	}
}

/* Does what is queued, in one transaction; 0, or the result that it failed with. */
static int store_write(struct store *store, enum store_haste haste)
{
	struct store_database *database = &store->database;
	int result = store_database_begin(database, haste);

	for (size_t i = 0; i < store->change_count && !result; i++) {
		const struct change *change = &store->changes[i];

		result = store_database_run(database, change->sql,
		                            change->values, change->count, NULL,
		                            NULL);
	}
	return store_database_end(database, result);
}

bool store_flush(struct store *store, enum store_haste haste)
{
	int result;

	if (!store || store->database.read_only)
		return false;
	if (!store->change_count)
		return true;
	result = store_write(store, haste);
	if (!result) {
		store_clear(store);
		store->told = 0;
		return true;
	}
	if (haste != STORE_SOON ||
	    store_database_trouble(result) != STORE_TROUBLE_BUSY)
		store_note(store, result);
	if (store_database_trouble(result) == STORE_TROUBLE_DAMAGED) {
		store_clear(store);
		store->database.read_only = true;
	}
	return false;
}

void store_query(struct store *store, enum store_sql sql,
                 const struct store_value *values, size_t count,
                 void (*row)(void *context, const struct store_value *columns),
                 void *context)
{
	int result;

	if (!store)
		return;
	store_flush(store, STORE_SOON);
	result = store_database_run(&store->database, sql, values, count, row,
	                            context);
	if (result && store_database_trouble(result) != STORE_TROUBLE_BUSY)
		store_note(store, result);
}

char *store_take_problem(struct store *store)
{
	char *problem = store ? store->problem : NULL;

	if (store)
		store->problem = NULL;
	return problem;
}
