/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DECODE_H
#define LOAD_INPUT_DECODE_H

#include "load/input/charset.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The bytes of a file become UTF-8, whatever they are: some lines at a time, so
 * that the first page of a large file need not wait for the last.
 *
 * Lines end at a newline, with or without a carriage return before it.  Where
 * the carriage return alone ends the lines at the head of the file, newlines
 * stand in the text instead.  No byte vanishes but the mark at its head.
 */
struct decoder {
	struct charset charset;
	struct str bytes; /* borrowed, without its mark */
	size_t at;        /* byte; those before it are decoded */
	bool returns;     /* carriage returns alone end lines */
	bool lacking;     /* it may be in one that the system does not bring */
};

/* Decodes `bytes` as `encoding`, or as what they look like when it is NULL (see
 * load/input/detect.h); an encoding the system does not know or bring counts as NULL (ask
 * decode_knows() and decode_brings() first). */
void decoder_init(struct decoder *decoder, struct str bytes,
                  const char *encoding);

/* Appends the text of the next lines and adds to *lost_bytes what was none, each
 * shown as U+FFFD.  They are whole, but where one is longer than a block: it ends
 * behind a character then, and goes on in the next block.  False when there are no
 * more. */
bool decoder_next(struct decoder *decoder, struct buf *text,
                  size_t *lost_bytes);

/* All of it. */
struct decoded {
	struct buf text; /* owned, valid UTF-8, without a mark at its head */
	const char *encoding; /* a name, static or the one asked for */
	size_t lost_bytes;    /* each shown as U+FFFD */
};

/* All lines at once. */
void decode(struct decoded *decoded, struct str bytes, const char *encoding);
void decoded_release(struct decoded *decoded);

/* Is text that was decoded that of a program or a picture?  A NUL in a page is damage;
 * one with many control characters, more than one byte in 64, is not. */
bool decode_is_code(struct str text);

/* True for the usual names, in any spelling, and for those of the system. */
bool decode_knows(const char *encoding);

/* Of an encoding that is known: false if this system does not bring what decodes
 * it. */
bool decode_brings(const char *encoding);

#endif
