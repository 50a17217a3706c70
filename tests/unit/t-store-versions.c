/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/bookmarks.h"
#include "state/state.h"
#include "state/store_file.h"

#include "base/mem.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Files of each former version become files of this one, with what they hold. */

#define STORE_MIGRATION(sql) sql,
#define STORE_STATEMENT(NAME, sql)
static const char *const migrations[] = {
#include "state/store_sql.inc"
};

static char folder[] = "/tmp/t-versions.XXXXXX";

/* A file of that version, in which a value and a bookmark are. */
static void make_version(const char *path, size_t version)
{
	static const char held[] =
		"INSERT INTO value VALUES('a', 'kept');"
		"INSERT INTO bookmark(digest, names, paper, day, page, line,"
		" words, title, note) VALUES('d', '/a', '', '', 0, 1, 'w', 't',"
		" 'n');";
	char pragmas[96];
	sqlite3 *database;

	assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
	for (size_t i = 0; i < version; i++)
		assert_int_equal(
			sqlite3_exec(database, migrations[i], NULL, NULL, NULL),
			SQLITE_OK);
	assert_int_equal(sqlite3_exec(database, held, NULL, NULL, NULL),
	                 SQLITE_OK);
	snprintf(pragmas, sizeof pragmas,
	         "PRAGMA application_id = %d; PRAGMA user_version = %zu",
	         STORE_APPLICATION_ID, version);
	assert_int_equal(sqlite3_exec(database, pragmas, NULL, NULL, NULL),
	                 SQLITE_OK);
	sqlite3_close(database);
}

static void assert_is_whole(const char *path)
{
	char *problem;
	struct store *store = store_open_file(path, &problem);
	struct bookmarks found;
	struct buf text;

	assert_non_null(store);
	assert_null(problem);
	buf_init(&text);
	assert_true(state_get(store, "a", &text));
	assert_string_equal(text.ptr, "kept");
	bookmarks_init(&found);
	bookmarks_list(store, &found);
	assert_int_equal(found.count, 1);
	assert_true(str_equal(found.items[0].note, STR("n")));
	bookmarks_add(store, &found.items[0]);
	assert_true(store_flush(store, STORE_LAST));
	assert_null(store_take_problem(store));
	bookmarks_release(&found);
	buf_release(&text);
	store_close(store);
}

static void former_versions_are_brought_up_to_date(void **state)
{
	char path[64];

	(void)state;
	snprintf(path, sizeof path, "%s/state.db", folder);
	for (size_t version = 1; version <= ARRAY_LEN(migrations); version++) {
		make_version(path, version);
		assert_is_whole(path);
		assert_int_equal(unlink(path), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(former_versions_are_brought_up_to_date),
	};
	int failed;

	assert_non_null(mkdtemp(folder));
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	return rmdir(folder) ? 1 : failed;
}
