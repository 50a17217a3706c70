/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "made_state.h"

#include "base/mem.h"
#include "state/bookmarks.h"
#include "state/issues.h"
#include "state/state.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STEPS_MOST 100000 /* of SQL that makes a file */
#define TEXT_MOST  (1 << 20)

/* What the first byte says of the others. */
enum state_bytes {
	BYTES_FILE,    /* they are the file */
	BYTES_PATCHES, /* three of them change one of a good file */
	BYTES_CUT,     /* so many bytes of a good file, and patches */
	BYTES_ROWS,    /* lines of them are texts that are kept */
	BYTES_SQL,     /* SQL that was done to a good file */
	BYTES_COUNT
};

void made_state_read(struct buf *out, const char *path)
{
	FILE *file = fopen(path, "r");
	char bytes[4096];
	size_t got;

	while (file && (got = fread(bytes, 1, sizeof bytes, file)))
		buf_add(out, (struct str){ bytes, got });
	if (file)
		fclose(file);
}

static void write_file(const char *path, struct str bytes)
{
	FILE *file = fopen(path, "w");

	if (!file)
		return;
	fwrite(bytes.ptr, 1, bytes.len, file);
	fclose(file);
}

/* Rows of each table, with texts that are those of the caller in turn. */
static void put_rows(struct store *store, const struct str *texts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str a = texts[i], b = texts[(i + 1) % count];
		const struct kept_place at = { i, i * 7, b };
		const struct kept_issue issue = { .digest = a,
			                          .files = 1 + i,
			                          .names = b,
			                          .paper = a,
			                          .day = b,
			                          .place = at,
			                          .view = a };
		const struct bookmark bookmark = { .digest = a,
			                           .names = b,
			                           .paper = a,
			                           .day = b,
			                           .place = at,
			                           .folio = b,
			                           .title = a,
			                           .note = b };

		state_put(store, STATE_SAVE_FOLDER, a);
		state_put(store, STATE_THEME, b);
		state_put(store, STATE_MEASURE, a);
		state_add_history(store, STATE_HISTORY_SEARCH, a);
		state_add_history(store, STATE_HISTORY_FILE, b);
		issues_put(store, &issue);
		bookmarks_add(store, &bookmark);
	}
}

/* Makes a good file with rows of those texts. */
static char *make_good(const char *path, const struct str *texts, size_t count)
{
	char *problem = NULL;
	struct store *store = store_open_file(path, &problem);
	bool done;

	if (!store)
		return problem;
	put_rows(store, texts, count);
	done = store_flush(store, STORE_LAST);
	store_close(store);
	return done ? NULL : mem_dup("a good file is not written", 26);
}

/* Sets bytes of a file: a place of two bytes, and what stands there then. */
static void patch(struct buf *file, struct str patches)
{
	for (size_t i = 0; i + 2 < patches.len; i += 3) {
		size_t at = (size_t)(unsigned char)patches.ptr[i] << 8 |
		            (unsigned char)patches.ptr[i + 1];

		if (file->len)
			file->ptr[at % file->len] = patches.ptr[i + 2];
	}
}

static void patch_file(const char *path, struct str bytes, bool cuts)
{
	struct buf file;
	size_t len;

	buf_init(&file);
	made_state_read(&file, path);
	len = file.len;
	if (cuts && bytes.len >= 2) {
		len = (size_t)(unsigned char)bytes.ptr[0] << 8 |
		      (unsigned char)bytes.ptr[1];
		len %= file.len + 1;
		bytes = str_slice(bytes, 2, bytes.len);
	}
	patch(&file, bytes);
	write_file(path, str_slice(buf_str(&file), 0, len));
	buf_release(&file);
}

static int stop(void *context)
{
	(void)context;
	return 1;
}

/* Does SQL to a file: one that somebody else has made. */
static void do_sql(const char *path, struct str sql)
{
	sqlite3 *handle = NULL;
	char *text = mem_dup(sql.ptr, sql.len);

	if (!sqlite3_open(path, &handle)) {
		sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
		sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, TEXT_MOST);
		sqlite3_progress_handler(handle, STEPS_MOST, stop, NULL);
		sqlite3_exec(handle, text, NULL, NULL, NULL);
	}
	sqlite3_close(handle);
	free(text);
}

/* Texts of the lines of `bytes`. */
static size_t take_texts(struct str bytes, struct str *texts, size_t most)
{
	size_t count = 0, at = 0;

	while (count < most && at <= bytes.len) {
		size_t end = str_find(bytes, STR("\n"), at);

		end = end == NPOS ? bytes.len : end;
		texts[count++] = str_slice(bytes, at, end);
		at = end + 1;
	}
	return count;
}

char *made_state(const char *path, struct str bytes)
{
	struct str texts[8] = { STR("/tmp/页.txt"), STR("第一版"),
		                STR("青溪日报") };
	enum state_bytes how = BYTES_FILE;
	size_t count = 3;
	char *wrong = NULL;

	if (bytes.len) {
		how = (enum state_bytes)((unsigned char)bytes.ptr[0] %
		                         BYTES_COUNT);
		bytes = str_slice(bytes, 1, bytes.len);
	}
	if (how == BYTES_ROWS)
		count = take_texts(bytes, texts, ARRAY_LEN(texts));
	if (how != BYTES_FILE)
		wrong = make_good(path, texts, count);
	else
		write_file(path, bytes);
	if (how == BYTES_PATCHES || how == BYTES_CUT)
		patch_file(path, bytes, how == BYTES_CUT);
	if (how == BYTES_SQL)
		do_sql(path, bytes);
	return wrong;
}
