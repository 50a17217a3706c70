/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES ((size_t)64 * 1024)

struct arena_chunk {
	struct arena_chunk *next;
	size_t used, room; /* bytes of data */
	max_align_t data[];
};

/* Called before the program ends for lack of memory, or NULL. */
static void (*before_end)(void);

void mem_before_end(void (*leave)(void))
{
	before_end = leave;
}

_Noreturn void mem_none(void)
{
	void (*leave)(void) = before_end;

	before_end = NULL; /* `leave` may need memory itself */
	if (leave)
		leave();
	fputs("baolan: out of memory\n", stderr);
	exit(2);
}

static void *mem_checked(void *ptr)
{
	if (!ptr)
		mem_none();
	return ptr;
}

void *mem_alloc(size_t bytes)
{
	return mem_checked(calloc(1, bytes ? bytes : 1));
}

char *mem_dup(const char *ptr, size_t len)
{
	char *copy = mem_alloc(len + 1);

	if (len)
		memcpy(copy, ptr, len);
	return copy;
}

void *mem_grow(void *array, size_t *cap, size_t need, size_t item_bytes)
{
	size_t room = *cap + *cap / 2;

	assert(item_bytes);
	if (need <= *cap && array)
		return array;
	if (room < need)
		room = need;
	if (room < 8)
		room = 8;
	if (room > SIZE_MAX / item_bytes)
		mem_checked(NULL);
	*cap = room;
	return mem_checked(realloc(array, room * item_bytes));
}

void arena_init(struct arena *arena)
{
	*arena = (struct arena){ 0 };
}

void arena_release(struct arena *arena)
{
	while (arena->chunks) {
		struct arena_chunk *next = arena->chunks->next;

		free(arena->chunks);
		arena->chunks = next;
	}
	arena_init(arena);
}

/* Room for `bytes` at a multiple of `unit` bytes in the arena. */
static void *arena_take(struct arena *arena, size_t bytes, size_t unit)
{
	struct arena_chunk *chunk = arena->chunks;
	size_t start;

	assert(unit);
	if (bytes > SIZE_MAX / 2)
		mem_checked(NULL);
	start = chunk ? (chunk->used + unit - 1) / unit * unit : 0;
	if (!chunk || start > chunk->room || chunk->room - start < bytes) {
		size_t room = bytes > CHUNK_BYTES ? bytes : CHUNK_BYTES;

		chunk = mem_alloc(sizeof *chunk + room);
		chunk->room = room;
		chunk->next = arena->chunks;
		arena->chunks = chunk;
		start = 0;
	}
	chunk->used = start + bytes;
	return (char *)chunk->data + start;
}

void *arena_alloc(struct arena *arena, size_t bytes)
{
	return arena_take(arena, bytes, sizeof(max_align_t));
}

char *arena_copy_text(struct arena *arena, const char *ptr, size_t bytes)
{
	char *copy = arena_take(arena, bytes, 1);

	if (bytes)
		memcpy(copy, ptr, bytes);
	return copy;
}

void *arena_copy(struct arena *arena, const void *ptr, size_t bytes)
{
	void *copy = arena_alloc(arena, bytes);

	if (bytes)
		memcpy(copy, ptr, bytes);
	return copy;
}
