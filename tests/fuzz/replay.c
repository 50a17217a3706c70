/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "base/mem.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * Plays what the fuzzers kept, without a fuzzer: the same promises are asked of each
 * file of their corpora.
 */

static const struct {
	const char *folder;
	char *(*oracle)(struct str bytes);
} corpora[] = {
#define TARGET(name, oracle, max_bytes, dictionary)                            \
 { "tests/fuzz/corpus-" #name, oracle },
#include "targets.inc"
#undef TARGET
};

static int is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void play(size_t corpus, const char *name, int number)
{
	struct buf file, bytes;
	char *wrong;

	buf_init(&file);
	buf_init(&bytes);
	buf_addf(&file, "%s/%s", corpora[corpus].folder, name);
	fixture_read(&bytes, file.ptr);
	wrong = corpora[corpus].oracle(buf_str(&bytes));
	if (wrong)
		printf("not ok %d - %s\n# %s\n", number, name, wrong);
	else
		printf("ok %d - %s\n", number, name);
	fflush(stdout);
	free(wrong);
	buf_release(&file);
	buf_release(&bytes);
}

/* How many files there are; 0 when that is none. */
static int play_all(size_t corpus, int before)
{
	char *path = fixture_path(corpora[corpus].folder);
	struct dirent **entries = NULL;
	int count = scandir(path, &entries, is_shown, alphasort);

	if (count <= 0)
		printf("Bail out! %s is empty\n", path);
	for (int i = 0; i < count; i++) {
		play(corpus, entries[i]->d_name, before + i + 1);
		free(entries[i]);
	}
	free(entries);
	free(path);
	return count > 0 ? count : 0;
}

int main(void)
{
	int count = 0;

	for (size_t i = 0; i < ARRAY_LEN(corpora); i++) {
		int played = play_all(i, count);

		if (!played)
			return EXIT_FAILURE;
		count += played;
	}
	printf("1..%d\n", count);
	return EXIT_SUCCESS;
}
