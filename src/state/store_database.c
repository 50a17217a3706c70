/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/store_database.h"

#include "base/mem.h"
#include "state/store_file.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Results of this file, beside those of SQLite. */
#define RESULT_LATER   (SQLITE_AUTH | 101 << 8)
#define RESULT_FOREIGN (SQLITE_AUTH | 102 << 8)

#define WAIT_OPEN_MS   200
#define VALUE_BYTES    (1 << 20) /* of one value, at most */
#define REASON_IN_BYTE 0xff      /* of an extended result: the plain one */

#define STORE_MIGRATION(sql) sql,
#define STORE_STATEMENT(NAME, sql)
static const char *const migrations[] = {
#include "state/store_sql.inc"
};
#undef STORE_MIGRATION
#undef STORE_STATEMENT

#define STORE_MIGRATION(sql)
#define STORE_STATEMENT(NAME, sql) sql,
static const char *const statements[] = {
#include "state/store_sql.inc"
};
#undef STORE_MIGRATION
#undef STORE_STATEMENT

_Static_assert(ARRAY_LEN(statements) == STORE_STATEMENTS, "a text for each");

unsigned store_database_version(void)
{
	return ARRAY_LEN(migrations);
}

static int database_exec(struct store_database *database, const char *sql)
{
	return sqlite3_exec(database->handle, sql, NULL, NULL, NULL);
}

/* The number that a statement of one row and column gives. */
static int database_number(struct store_database *database, const char *sql,
                           int64_t *number)
{
	sqlite3_stmt *statement = NULL;
	int result =
		sqlite3_prepare_v2(database->handle, sql, -1, &statement, NULL);

	if (!result)
		result = sqlite3_step(statement);
	if (result == SQLITE_ROW) {
		*number = sqlite3_column_int64(statement, 0);
		result = SQLITE_OK;
	} else if (result == SQLITE_DONE) {
		result = SQLITE_CORRUPT;
	}
	sqlite3_finalize(statement);
	return result;
}

/* Reads the version of the tables, in a transaction; a failure where the file is not for
 * this program. */
static int database_check(struct store_database *database, int64_t *version)
{
	int64_t application = 0, tables = 0;
	int result = database_number(database, "PRAGMA user_version", version);

	if (!result)
		result = database_number(database, "PRAGMA application_id",
		                         &application);
	if (!result)
		result = database_number(database,
		                         "SELECT count(*) FROM sqlite_master",
		                         &tables);
	if (result)
		return result;
	if (application != STORE_APPLICATION_ID &&
	    (application || *version || tables))
		return RESULT_FOREIGN;
	return *version < 0 || *version > (int64_t)ARRAY_LEN(migrations)
	               ? RESULT_LATER
	               : SQLITE_OK;
}

/* The same in a transaction of its own, as another reader may be making the tables. */
static int database_read_version(struct store_database *database,
                                 int64_t *version)
{
	int result = database_exec(database, "BEGIN");

	if (!result)
		result = database_check(database, version);
	return store_database_end(database, result);
}

/* Brings the tables to the newest version, in one transaction.  Another reader may have
 * done it since their version was read. */
static int database_migrate(struct store_database *database)
{
	char pragma[96];
	int64_t version = 0;
	int result = database_exec(database, "BEGIN IMMEDIATE");

	if (!result)
		result = database_check(database, &version);
	for (size_t i = (size_t)version; !result && i < ARRAY_LEN(migrations);
	     i++)
		result = database_exec(database, migrations[i]);
	if (!result) {
		snprintf(pragma, sizeof pragma,
		         "PRAGMA application_id = %d;"
		         "PRAGMA user_version = %u;",
		         STORE_APPLICATION_ID, store_database_version());
		result = database_exec(database, pragma);
	}
	return store_database_end(database, result);
}

/* The path with the symbolic links of its folders followed; caller frees. */
static char *real_path(const char *path)
{
	const char *name = strrchr(path, '/');
	char *folder = mem_dup(path, name ? (size_t)(name - path) + 1 : 0);
	char *real = realpath(name ? folder : ".", NULL);
	struct buf full;

	buf_init(&full);
	buf_addf(&full, "%s/%s", real ? real : folder, name ? name + 1 : path);
	free(real);
	free(folder);
	return buf_steal(&full);
}

/* What is in the file is not trusted: it may make SQLite call nothing. */
static void database_distrust(struct store_database *database)
{
	sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(database->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0,
	                  NULL);
	sqlite3_db_config(database->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0,
	                  NULL);
	/* A view in the place of a table could give rows without end. */
	sqlite3_db_config(database->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0,
	                  NULL);
	sqlite3_limit(database->handle, SQLITE_LIMIT_LENGTH, VALUE_BYTES);
	sqlite3_limit(database->handle, SQLITE_LIMIT_ATTACHED, 0);
}

static int database_open_as(struct store_database *database, const char *name,
                            int flags)
{
	int result;

	sqlite3_close(database->handle);
	result = sqlite3_open_v2(name, &database->handle,
	                         flags | SQLITE_OPEN_NOMUTEX |
	                                 SQLITE_OPEN_NOFOLLOW |
	                                 SQLITE_OPEN_PRIVATECACHE,
	                         NULL);
	if (result)
		return result;
	sqlite3_extended_result_codes(database->handle, 1);
	sqlite3_busy_timeout(database->handle, WAIT_OPEN_MS);
	database_distrust(database);
	return SQLITE_OK;
}

/* How transactions are written, as store.h says. */
static int database_set_journal(struct store_database *database)
{
	const char *mode =
		store_file_is_local(database->path) ? "WAL" : "DELETE";
	char pragma[96];

	snprintf(pragma, sizeof pragma,
	         "PRAGMA journal_mode = %s; PRAGMA synchronous = NORMAL;",
	         mode);
	return database_exec(database, pragma);
}

static int database_open_writable(struct store_database *database)
{
	int64_t version = 0;
	int result = database_open_as(database, database->path,
	                              SQLITE_OPEN_READWRITE);

	if (!result)
		result = database_read_version(database, &version);
	if (!result && sqlite3_db_readonly(database->handle, "main"))
		return SQLITE_READONLY;
	if (!result && version < (int64_t)ARRAY_LEN(migrations))
		result = database_migrate(database);
	/* Another reader that has it open keeps its mode. */
	if (!result)
		result = database_set_journal(database);
	return result == SQLITE_BUSY ? SQLITE_OK : result;
}

/* Where nothing can be written, the index of a log cannot be made either; so the file is
 * read as if nobody else could change it. */
static int database_open_read_only(struct store_database *database)
{
	int64_t version = 0;
	struct buf uri;
	int result;

	buf_init(&uri);
	buf_add_c(&uri, "file:");
	for (const char *at = database->path; *at; at++)
		if (strchr("%?#", *at))
			buf_addf(&uri, "%%%02x", (unsigned char)*at);
		else
			buf_add_byte(&uri, *at);
	buf_add_c(&uri, "?immutable=1");
	result = database_open_as(database, uri.ptr,
	                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
	buf_release(&uri);
	if (!result)
		result = database_read_version(database, &version);
	/* The statements are for tables of the newest version. */
	if (!result && version < (int64_t)ARRAY_LEN(migrations))
		result = SQLITE_READONLY;
	database->read_only = true;
	return result;
}

int store_database_open(struct store_database *database, const char *path)
{
	int result;

	database->path = real_path(path);
	result = database_open_writable(database);
	switch (result & REASON_IN_BYTE) {
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return database_open_read_only(database) ? SQLITE_READONLY
		                                         : SQLITE_OK;
	default:
		return result;
	}
}

void store_database_close(struct store_database *database)
{
	for (size_t i = 0; i < STORE_STATEMENTS; i++)
		sqlite3_finalize(database->statements[i]);
	sqlite3_close(database->handle);
	free(database->path);
}

int store_database_begin(struct store_database *database,
                         enum store_haste haste)
{
	static const int waits_ms[] = {
		[STORE_SOON] = 0,
		[STORE_SURELY] = 300,
		[STORE_LAST] = 1000,
	};

	sqlite3_busy_timeout(database->handle, waits_ms[haste]);
	if (haste == STORE_SURELY)
		database_exec(database, "PRAGMA synchronous = FULL");
	return database_exec(database, "BEGIN IMMEDIATE");
}

int store_database_end(struct store_database *database, int result)
{
	if (!result)
		result = database_exec(database, "COMMIT");
	if (result && !sqlite3_get_autocommit(database->handle))
		database_exec(database, "ROLLBACK");
	database_exec(database, "PRAGMA synchronous = NORMAL");
	return result;
}

static int database_bind(sqlite3_stmt *statement,
                         const struct store_value *values, size_t count)
{
	int result = SQLITE_OK;

	assert(sqlite3_bind_parameter_count(statement) == (int)count);
	for (int i = 0; i < (int)count && !result; i++) {
		struct str text = values[i].text;

		if (!values[i].is_text)
			result = sqlite3_bind_int64(statement, i + 1,
			                            values[i].number);
		else
			result = sqlite3_bind_text(
				statement, i + 1, text.len ? text.ptr : "",
				(int)(text.len < VALUE_BYTES ? text.len
			                                     : VALUE_BYTES),
				SQLITE_STATIC);
	}
	return result;
}

static void database_give_row(sqlite3_stmt *statement,
                              void (*row)(void *context,
                                          const struct store_value *columns),
                              void *context)
{
	struct store_value columns[STORE_VALUES_MOST] = { 0 };
	int count = sqlite3_column_count(statement);

	assert(count <= STORE_VALUES_MOST);
	for (int i = 0; i < count; i++) {
		columns[i].is_text =
			sqlite3_column_type(statement, i) != SQLITE_INTEGER;
		columns[i].number = sqlite3_column_int64(statement, i);
		/* The length is that of the text, so it is asked for last. */
		columns[i].text.ptr =
			(const char *)sqlite3_column_text(statement, i);
		columns[i].text.len =
			(size_t)sqlite3_column_bytes(statement, i);
		if (!columns[i].text.ptr)
			columns[i].text = STR("");
	}
	row(context, columns);
}

int store_database_run(struct store_database *database, enum store_sql sql,
                       const struct store_value *values, size_t count,
                       void (*row)(void *context,
                                   const struct store_value *columns),
                       void *context)
{
	sqlite3_stmt **statement = &database->statements[sql];
	int result = SQLITE_OK;

	if (!*statement)
		result = sqlite3_prepare_v3(database->handle, statements[sql],
		                            -1, SQLITE_PREPARE_PERSISTENT,
		                            statement, NULL);
	/* A file whose tables are others than its version says. */
	if (result == SQLITE_ERROR)
		return SQLITE_CORRUPT;
	if (!result)
		result = database_bind(*statement, values, count);
	if (result)
		return result;
	while ((result = sqlite3_step(*statement)) == SQLITE_ROW)
		if (row)
			database_give_row(*statement, row, context);
	sqlite3_reset(*statement);
	sqlite3_clear_bindings(*statement);
	return result == SQLITE_DONE ? SQLITE_OK : result;
}

enum store_trouble store_database_trouble(int result)
{
	if (result == RESULT_LATER)
		return STORE_TROUBLE_LATER;
	if (result == RESULT_FOREIGN)
		return STORE_TROUBLE_FOREIGN;
	switch (result & REASON_IN_BYTE) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return STORE_TROUBLE_BUSY;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_ERROR:
	case SQLITE_SCHEMA:
		return STORE_TROUBLE_DAMAGED;
	default:
		return STORE_TROUBLE_SYSTEM;
	}
}

int store_database_errno(const struct store_database *database, int result)
{
	int error =
		database->handle ? sqlite3_system_errno(database->handle) : 0;

	switch (result & REASON_IN_BYTE) {
	case SQLITE_FULL:
		return ENOSPC;
	case SQLITE_READONLY:
		return EROFS;
	case SQLITE_NOMEM:
		return ENOMEM;
	case SQLITE_BUSY:
		return EBUSY;
	default:
		return error ? error : EIO;
	}
}
