/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "film.h"

#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>

struct film {
	FILE *events, *bytes;
	size_t done_bytes; /* of this terminal's output */
};

struct film *film_open(const char *path)
{
	struct film *film;
	struct buf raw;

	if (!path)
		return NULL;
	film = mem_alloc(sizeof *film);
	buf_init(&raw);
	buf_addf(&raw, "%s.raw", path);
	film->events = fopen(path, "w");
	film->bytes = fopen(raw.ptr, "w");
	buf_release(&raw);
	if (!film->events || !film->bytes) {
		printf("Bail out! no film can be made\n");
		exit(99);
	}
	return film;
}

void film_close(struct film *film)
{
	if (!film)
		return;
	fclose(film->events);
	fclose(film->bytes);
	free(film);
}

static void add_output(struct film *film, struct str output)
{
	size_t more = output.len - film->done_bytes;

	if (!more)
		return;
	fwrite(output.ptr + film->done_bytes, 1, more, film->bytes);
	fprintf(film->events, "out %zu\n", more);
	film->done_bytes = output.len;
}

void film_start(struct film *film, int rows, int cols)
{
	if (!film)
		return;
	film->done_bytes = 0;
	fprintf(film->events, "start %d %d\n", rows, cols);
}

void film_size(struct film *film, struct str output, int rows, int cols)
{
	if (!film)
		return;
	add_output(film, output);
	fprintf(film->events, "size %d %d\n", rows, cols);
}

void film_snap(struct film *film, struct str output, int first_row,
               const char *what)
{
	if (!film)
		return;
	add_output(film, output);
	fprintf(film->events, "snap %d %s\n", first_row, what);
}
