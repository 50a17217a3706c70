/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diag.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void diags_init(struct diags *diags)
{
	*diags = (struct diags){ 0 };
}

void diags_release(struct diags *diags)
{
	for (size_t i = 0; i < diags->count; i++)
		free(diags->items[i].text);
	free(diags->items);
	diags_init(diags);
}

void diags_add(struct diags *diags, struct diag where, const char *format, ...)
{
	va_list args;
	int bytes;

	va_start(args, format);
	bytes = vsnprintf(NULL, 0, format, args);
	va_end(args);
	where.text = mem_alloc((size_t)(bytes > 0 ? bytes : 0) + 1);
	va_start(args, format);
	vsnprintf(where.text, (size_t)(bytes > 0 ? bytes : 0) + 1, format,
	          args);
	va_end(args);
	*ARRAY_ADD(diags->items, diags->count, diags->cap) = where;
}

static int diag_by_place(const void *a, const void *b)
{
	const struct diag *one = a, *two = b;

	if (one->page != two->page)
		return one->page < two->page ? -1 : 1;
	if (one->line != two->line)
		return one->line < two->line ? -1 : 1;
	if (one->column != two->column)
		return one->column < two->column ? -1 : 1;
	return strcmp(one->text, two->text);
}

void diags_sort(struct diags *diags)
{
	if (diags->count)
		qsort(diags->items, diags->count, sizeof *diags->items,
		      diag_by_place);
}

const char *diag_level_name(enum diag_level level)
{
	static const char *const names[] = { "note", "warning", "error" };

	assert((size_t)level < ARRAY_LEN(names));
	return names[level];
}

size_t diag_column(struct str line, size_t at)
{
	return 1 +
	       utf8_count(str_slice(line, 0, at < line.len ? at : line.len));
}
