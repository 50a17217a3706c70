/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/*
 * Memory.  No function here returns NULL: when the system has no memory left, a
 * message goes to standard error and the program ends with exit(2).
 */

/* Sets the function that is called before that message, to leave the screen on
 * which nobody would see it; NULL for none. */
void mem_before_end(void (*leave)(void));

/* Ends the program in that way, for a library that found no memory. */
_Noreturn void mem_none(void);

/* `bytes` zeroed bytes, of which there may be none; release with free(). */
void *mem_alloc(size_t bytes);

/* A copy of the first `len` bytes at `ptr` with a NUL behind it; the caller frees
 * it. */
char *mem_dup(const char *ptr, size_t len);

/*
 * Room for at least `need` items of `item_bytes` in `array` (which may be
 * NULL), grown by halves again; *cap is the room in items.  Returns the array,
 * which may have moved.  New room is not zeroed.
 */
void *mem_grow(void *array, size_t *cap, size_t need, size_t item_bytes);

/* Adds an item, not zeroed, at the end of the array `items` and gives its address:
 * `*ARRAY_ADD(list->items, list->count, list->cap) = item;` */
#define ARRAY_ADD(items, count, cap)                                           \
 ((items) = mem_grow((items), &(cap), (count) + 1, sizeof *(items)),           \
  &(items)[(count)++])

/*
 * Binary search: sets `at`, a size_t, to the first index of [0, count) for which
 * `before`, an expression in `at`, is false, or to `count`.  The items for which
 * `before` is true stand before all others.
 */
#define ARRAY_FIND(at, count, before)                                          \
 for (size_t low_ = 0, high_ = (count);                                        \
      (at) = low_ + (high_ - low_) / 2, low_ < high_;)                         \
  if (before)                                                                  \
   low_ = (at) + 1;                                                            \
  else                                                                         \
   high_ = (at)

#define ARRAY_LEN(array) (sizeof(array) / sizeof *(array))

/* Memory for many small objects that are freed together. */
struct arena {
	struct arena_chunk *chunks; /* owned */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* Zeroed bytes, aligned for any type; they live as long as the arena. */
void *arena_alloc(struct arena *arena, size_t bytes);

/* A copy of the `bytes` at `ptr` in the arena; the copy of a text is not aligned, so
 * that many short texts need no room between them. */
void *arena_copy(struct arena *arena, const void *ptr, size_t bytes);
char *arena_copy_text(struct arena *arena, const char *ptr, size_t bytes);

#endif
