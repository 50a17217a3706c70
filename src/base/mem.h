/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/*
 * Memory that is always there.  When the system has none left these functions
 * say so on standard error and exit(1); `atexit` handlers restore the terminal.
 * No caller tests for NULL.
 */

/* What is called before they say so: who draws on the screen leaves it, as nobody
 * would see the message there.  NULL for nothing; there is one at most. */
void mem_before_end(void (*leave)(void));

/* Ends the program as they do: for a library that found no memory. */
_Noreturn void mem_none(void);

/* `bytes` >= 0 zeroed bytes; release with free(). */
void *mem_alloc(size_t bytes);

/* The first `len` bytes at `ptr`, and a NUL; caller frees. */
char *mem_dup(const char *ptr, size_t len);

/*
 * Room for at least `need` items of `item_bytes` in `array` (which may be
 * NULL), grown by halves again; *cap is the room in items.  Returns the array,
 * which may have moved.  New room is not zeroed.
 */
void *mem_grow(void *array, size_t *cap, size_t need, size_t item_bytes);

/* One more item at the end of `items`, a typed pointer, with its count and cap:
 * `*ARRAY_ADD(list->items, list->count, list->cap) = item;` */
#define ARRAY_ADD(items, count, cap)                                           \
 ((items) = mem_grow((items), &(cap), (count) + 1, sizeof *(items)),           \
  &(items)[(count)++])

/*
 * Sets `at`, a size_t, to the first index of [0, count) for which `before`, an
 * expression in `at`, is false, or to count.  The items are ordered so that those
 * for which it is true come first.
 */
#define ARRAY_FIND(at, count, before)                                          \
 for (size_t low_ = 0, high_ = (count);                                        \
      (at) = low_ + (high_ - low_) / 2, low_ < high_;)                         \
  if (before)                                                                  \
   low_ = (at) + 1;                                                            \
  else                                                                         \
   high_ = (at)

#define ARRAY_LEN(array) (sizeof(array) / sizeof *(array))

/* Many small things that are freed together. */
struct arena {
	struct arena_chunk *text_runs; /* owned */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* Zeroed bytes, aligned for any type; they live as long as the arena. */
void *arena_alloc(struct arena *arena, size_t bytes);

/* A copy of the `bytes` at `ptr` in the arena; of characters, which stand at any
 * address, so that many short texts take no more room than they need. */
void *arena_copy(struct arena *arena, const void *ptr, size_t bytes);
char *arena_copy_text(struct arena *arena, const char *ptr, size_t bytes);

#endif
