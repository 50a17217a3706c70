/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The two string types, and no third: `struct str` borrows, `struct buf` owns.
 * Text is UTF-8 unless a name says otherwise.
 */

/* A borrowed slice.  Not NUL-terminated; ptr may be NULL when len is 0. */
struct str {
	const char *ptr;
	size_t len; /* bytes */
};

/* Owned, growing bytes.  ptr[len] is always NUL once something was added;
 * before that ptr is "" and must not be written to. */
struct buf {
	char *ptr;
	size_t len, cap; /* bytes */
};

/* "No such place" for indices and byte offsets. */
#define NPOS SIZE_MAX

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })

struct str str_from(const char *text);
bool str_equal(struct str a, struct str b);
/* < 0, 0 or > 0 as `a` stands before, is or stands behind `b`, by bytes. */
int str_compare(struct str a, struct str b);
bool str_starts(struct str text, struct str with);
bool str_ends(struct str text, struct str with);

/* Bytes [start, end) of `text`; needs start <= end <= text.len. */
struct str str_slice(struct str text, size_t start, size_t end);

/* The first place of `part` at or after byte `from`, or NPOS. */
size_t str_find(struct str text, struct str part, size_t from);

/* The bytes of the white space that begins at byte `at`, or that ends before byte `end`;
 * 0: there is none.  White space is White_Space of Unicode and the separators that
 * nobody sees: U+200B, U+2060, U+FEFF. */
size_t str_space_at(struct str text, size_t at);
size_t str_space_before(struct str text, size_t end);

/* The value of a hexadecimal digit, or -1. */
int str_hex_digit(char c);

/* `text` without white space at both ends. */
struct str str_trim(struct str text);

/* The part of a path behind its last '/'. */
struct str str_base_name(struct str path);

void buf_init(struct buf *buf);
void buf_release(struct buf *buf);
void buf_clear(struct buf *buf); /* empty, memory kept */

/* Room for `bytes` behind the last byte.  The caller writes there and adds to `len`
 * what it has written. */
char *buf_room(struct buf *buf, size_t bytes);
void buf_add(struct buf *buf, struct str text);
void buf_add_c(struct buf *buf, const char *text);
void buf_add_byte(struct buf *buf, char byte);
void buf_add_uc(struct buf *buf, uint32_t c); /* as UTF-8 */
void buf_addf(struct buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buf_add_format(struct buf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
struct str buf_str(const struct buf *buf);

/* Hands over the bytes, NUL-terminated, for the caller to free; the buffer is empty
 * afterwards. */
char *buf_steal(struct buf *buf);

#endif
