/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/dictionary_file.h"

#include "base/file.h"
#include "base/save.h"
#include "words/cedict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

#include <cmocka.h>

#define ENTRY "\346\233\270 \344\271\246 [shu1] /book/\n"

static char folder[] = "/tmp/baolan-test-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	setenv("HOME", folder, 1);
	unsetenv("XDG_DATA_HOME");
	setenv("XDG_DATA_DIRS", folder, 1);
	return 0;
}

static int remove_folder(void **state)
{
	struct buf command;

	(void)state;
	buf_init(&command);
	buf_addf(&command, "rm -rf '%s'", folder);
	if (system(command.ptr))
		return -1;
	buf_release(&command);
	return 0;
}

/* The path of a file of the folder; caller frees. */
static char *path_of(const char *name)
{
	struct buf path;

	buf_init(&path);
	buf_addf(&path, "%s/%s", folder, name);
	return buf_steal(&path);
}

static void write_file(const char *name, struct str bytes)
{
	char *path = path_of(name);

	assert_true(file_make_above(path, 0700));
	assert_int_equal(save_file(path, bytes, SAVE_REPLACE), SAVE_DONE);
	free(path);
}

static void remove_file(const char *name)
{
	char *path = path_of(name);

	assert_int_equal(remove(path), 0);
	free(path);
}

/* Reads the dictionary; asserts how many entries there are, and the beginning of what is
 * said. */
static void assert_read(const char *chosen, size_t entries, const char *says)
{
	struct dictionary_file file;
	char *path = chosen ? path_of(chosen) : NULL;

	dictionary_file_read(&file, path);
	assert_int_equal(file.cedict ? cedict_entries(file.cedict) : 0,
	                 entries);
	if (*says)
		assert_true(str_starts(buf_str(&file.problem), str_from(says)));
	else
		assert_int_equal(file.problem.len, 0);
	dictionary_file_release(&file);
	free(path);
}

static void dictionaries_are_found(void **state)
{
	static const char *const names[] = {
		".local/share/baolan/cedict_ts.u8",
		".local/share/cedict_ts.u8",
		"cedict/cedict_ts.u8",
		"cedict_1_0_ts_utf-8_mdbg.txt",
	};

	(void)state;
	assert_read(NULL, 0, "");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		write_file(names[i], STR(ENTRY));
		assert_read(NULL, 1, "");
		remove_file(names[i]);
	}
	/* The person's own one goes before. */
	write_file(names[3], STR(ENTRY));
	write_file(names[0], STR(ENTRY ENTRY));
	assert_read(NULL, 2, "");
	remove_file(names[0]);
	remove_file(names[3]);
}

static void compressed_dictionaries_are_read(void **state)
{
	char *path = path_of("cedict_ts.u8.gz");
	gzFile file = gzopen(path, "wb");

	(void)state;
	assert_true(file);
	assert_int_equal(gzputs(file, ENTRY), strlen(ENTRY));
	gzclose(file);
	assert_read(NULL, 1, "");
	remove(path);
	free(path);
}

static void what_is_wrong_is_told(void **state)
{
	(void)state;
	assert_read("none", 0, "There is no dictionary ");
	assert_read(".", 0, "The dictionary is not read: ");
	write_file("a", STR(ENTRY "no\n"));
	assert_read("a", 1, "1 line of ");
	write_file("a", STR("no\n" ENTRY "no\n"));
	assert_read("a", 1, "2 lines of ");
	write_file("a", STR("\0\1\2\n"));
	assert_read("a", 0, "There is no entry of CC-CEDICT in ");
	write_file("a", STR("\x1f\x8b\x08 damaged"));
	assert_read("a", 0, "There is no entry of CC-CEDICT in ");
}

/* What gzip makes of zeros is a thousandth of them. */
static void what_is_too_long_is_not_read(void **state)
{
	static const char zeros[1 << 20];
	char *path = path_of("long.gz");
	gzFile file = gzopen(path, "wb1");

	(void)state;
	for (size_t i = 0; i <= CEDICT_MOST_BYTES / sizeof zeros; i++)
		gzwrite(file, zeros, sizeof zeros);
	gzclose(file);
	assert_read("long.gz", 0, "The dictionary is not read: ");
	free(path);
}

static void a_fifo_is_not_waited_for(void **state)
{
	char *path = path_of("fifo");

	(void)state;
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_read("fifo", 0, "The dictionary is not read: ");
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dictionaries_are_found),
		cmocka_unit_test(compressed_dictionaries_are_read),
		cmocka_unit_test(what_is_wrong_is_told),
		cmocka_unit_test(what_is_too_long_is_not_read),
		cmocka_unit_test(a_fifo_is_not_waited_for),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder) < 0;
}
