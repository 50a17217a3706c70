/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Whatever is wrong with one file of a package, what can be read of it keeps the promises
 * of an issue. */

#define MUTATIONS  10 /* of each file */
#define FILES_MOST 4
#define PART_END   "\n%%%%\n"

/* The file that names the pages, and these. */
static const char *const packages[][FILES_MOST] = {
	{ "tests/data/package/gazette-mets.xml",
	  "tests/data/package/alto/1.xml", "tests/data/package/alto/2.xml" },
	{ "tests/data/delpher/didl.xml", "tests/data/delpher/x_001_alto.xml",
	  "tests/data/delpher/x_002_alto.xml" },
};

static void change_bytes(struct buf *file, uint32_t *seed)
{
	for (uint32_t i = fixture_random(seed, 30) + 1; i; i--)
		file->ptr[fixture_random(seed, (uint32_t)file->len)] =
			(char)fixture_random(seed, 256);
}

static void cut(struct buf *file, uint32_t *seed)
{
	file->len = fixture_random(seed, (uint32_t)file->len);
	file->ptr[file->len] = '\0';
}

/* Takes a stretch out and puts it in elsewhere: tags without their ends, ids twice. */
static void move(struct buf *file, uint32_t *seed)
{
	uint32_t len = (uint32_t)file->len;
	uint32_t from = fixture_random(seed, len);
	uint32_t bytes = fixture_random(seed, len - from) + 1;
	uint32_t to = fixture_random(seed, len - bytes + 1);
	struct str all = buf_str(file), part, before, after;
	struct buf moved;

	buf_init(&moved);
	part = str_slice(all, from, from + bytes);
	before = str_slice(all, 0, to);
	after = str_slice(all, to + (to < from ? 0 : bytes), all.len);
	buf_add(&moved, before);
	buf_add(&moved, part);
	buf_add(&moved, after);
	buf_release(file);
	*file = moved;
}

static void mutate(struct buf *file, uint32_t *seed)
{
	static void (*const ways[])(struct buf *, uint32_t *) = { change_bytes,
		                                                  cut, move };

	ways[fixture_random(seed, ARRAY_LEN(ways))](file, seed);
}

static void damaged_packages_keep_their_promises(void **state)
{
	(void)state;
	for (uint32_t n = 0; n < ARRAY_LEN(packages) * FILES_MOST * MUTATIONS;
	     n++) {
		const char *const *files = packages[n / MUTATIONS / FILES_MOST];
		uint32_t seed = n + 1;
		struct buf all;
		char *wrong;

		buf_init(&all);
		for (size_t i = 0; i < FILES_MOST && files[i]; i++) {
			struct buf file;

			buf_init(&file);
			fixture_read(&file, files[i]);
			if (i == n / MUTATIONS % FILES_MOST)
				mutate(&file, &seed);
			buf_add(&all, buf_str(&file));
			buf_add_c(&all, PART_END);
			buf_release(&file);
		}
		wrong = oracle_alto_bytes(buf_str(&all));
		if (wrong)
			fail_msg("mutation %u of %s: %s", (unsigned)n, files[0],
			         wrong);
		buf_release(&all);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(damaged_packages_keep_their_promises),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
