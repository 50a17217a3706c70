/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parted.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void parted_check(const char *want, parted_fn *parted)
{
	struct buf text;
	char *got;

	buf_init(&text);
	for (const char *c = want; *c; c++)
		if (*c != '|')
			buf_add_byte(&text, *c);
	got = parted(buf_str(&text));
	assert_string_equal(got, want);
	free(got);
	buf_release(&text);
}

/* A line of a test file: code points in hexadecimal with ÷ or × between them. */
static bool line_holds(char *line, parted_fn *parted)
{
	struct buf text, want;
	char *got, *rest = line;
	bool holds, parts = false;

	buf_init(&text);
	buf_init(&want);
	for (char *word;
	     (word = strtok_r(NULL, " \t", &rest)) && *word != '#';) {
		if (!strcmp(word, "÷") || !strcmp(word, "×")) {
			parts = text.len > 0 && !strcmp(word, "÷");
			continue;
		}
		if (parts)
			buf_add_byte(&want, '|');
		buf_add_uc(&text, (uint32_t)strtoul(word, NULL, 16));
		buf_add_uc(&want, (uint32_t)strtoul(word, NULL, 16));
	}
	got = parted(buf_str(&text));
	holds = !strcmp(got, want.len ? want.ptr : "");
	free(got);
	buf_release(&text);
	buf_release(&want);
	return holds;
}

int parted_check_file(const char *name, parted_fn *parted)
{
	FILE *file = fopen(name, "r");
	char line[4096], copy[4096];
	size_t count = 0, wrong = 0;

	if (!file) {
		perror(name);
		return 2;
	}
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		if (!*line || *line == '#')
			continue;
		memcpy(copy, line, sizeof copy);
		count++;
		if (!line_holds(copy, parted) && ++wrong)
			printf("wrong: %s\n", line);
	}
	fclose(file);
	printf("%zu cases, %zu wrong\n", count, wrong);
	return wrong > 0 || count == 0;
}
