/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "base/mem.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * Plays what the fuzzer kept, without a fuzzer: the same promises are asked of
 * each file of tests/fuzz/corpus.
 */

#define CORPUS "tests/fuzz/corpus"

static int is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void play(const char *name, int number)
{
	struct buf file, bytes;
	char *wrong;

	buf_init(&file);
	buf_init(&bytes);
	buf_addf(&file, CORPUS "/%s", name);
	fixture_read(&bytes, file.ptr);
	wrong = oracle_bytes(buf_str(&bytes));
	if (wrong)
		printf("not ok %d - %s\n# %s\n", number, name, wrong);
	else
		printf("ok %d - %s\n", number, name);
	fflush(stdout);
	free(wrong);
	buf_release(&file);
	buf_release(&bytes);
}

int main(void)
{
	char *path = fixture_path(CORPUS);
	struct dirent **entries = NULL;
	int count = scandir(path, &entries, is_shown, alphasort);

	if (count <= 0) {
		printf("Bail out! %s is empty\n", path);
		return EXIT_FAILURE;
	}
	for (int i = 0; i < count; i++) {
		play(entries[i]->d_name, i + 1);
		free(entries[i]);
	}
	printf("1..%d\n", count);
	free(entries);
	free(path);
	return EXIT_SUCCESS;
}
