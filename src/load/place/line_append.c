/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/line_append.h"

#include "base/mem.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

void line_append(struct placed_line *line, struct placed_line *after,
                 struct str between)
{
	size_t count = line->char_count + after->char_count;
	size_t *chars = mem_alloc(count * sizeof *chars);

	assert(line != after);
	memcpy(chars, line->chars, line->char_count * sizeof *chars);
	memcpy(chars + line->char_count, after->chars,
	       after->char_count * sizeof *chars);
	free(line->chars);
	line->chars = chars;
	line->char_count = count;
	buf_add(&line->text, between);
	buf_add(&line->text, buf_str(&after->text));
	line->box.x0 = fminf(line->box.x0, after->box.x0);
	line->box.y0 = fminf(line->box.y0, after->box.y0);
	line->box.x1 = fmaxf(line->box.x1, after->box.x1);
	line->box.y1 = fmaxf(line->box.y1, after->box.y1);
	after->char_count = 0;
	buf_clear(&after->text);
}

void line_prepend(struct placed_line *line, struct placed_line *before)
{
	struct placed_line own = *line;

	line_append(before, &own, STR(""));
	line->chars = before->chars;
	line->char_count = before->char_count;
	line->text = before->text;
	line->box = before->box;
	before->chars = own.chars;
	before->char_count = 0;
	before->text = own.text;
}
