/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DECODE_H
#define LOAD_INPUT_DECODE_H

#include "load/input/charset.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The bytes of a file become UTF-8, a block of lines at a time, so that the first page
 * of a large file need not wait for the last.  Any bytes can be decoded.
 *
 * Lines end at a newline, with or without a carriage return before it.  In a file of
 * which most lines are ended by a carriage return alone, these become newlines; so do
 * the line ends of Unicode (U+0085, U+2028, U+2029).  Characters that nobody types,
 * radicals and forms for vertical text, become the plain ones
 * that they stand for (text/plain_form.h).  No byte is dropped but the byte
 * order mark and U+001A at the end of the file, by which DOS marks it.
 */
struct decoder {
	struct charset charset;
	struct str bytes; /* borrowed, without the byte order mark */
	size_t at;        /* bytes [0, at) are decoded */
	bool returns;     /* carriage returns alone end lines */
	size_t tidied; /* characters that were replaced by plain ones so far */
	bool lacking;  /* the bytes may be in an encoding whose converter is
	                     not installed */
	/* The bytes may nearly as well be in this encoding; NULL: in no other. */
	const struct charset *runner_up;
};

/* Decodes `bytes` as `encoding`, or as the detected encoding when it is NULL
 * (detect.h).  An unknown encoding, or one without a converter, counts as NULL: ask
 * decode_knows() and decode_brings() first. */
void decoder_init(struct decoder *decoder, struct str bytes,
                  const char *encoding);

/* Appends the next lines to `text`, and adds to *lost_bytes the number of bytes that
 * could not be decoded, each of which is U+FFFD in the text.  Lines are whole, unless
 * one is longer than a block: then the block ends behind a character, and the next one
 * begins with the rest of the line.  False when all is decoded. */
bool decoder_next(struct decoder *decoder, struct buf *text,
                  size_t *lost_bytes);

/* A file that is decoded at once. */
struct decoded {
	struct buf text; /* owned, valid UTF-8, without a byte order mark */
	const char *encoding; /* a static name, or the one asked for */
	size_t lost_bytes;    /* each of which is U+FFFD in the text */
};

void decode(struct decoded *decoded, struct str bytes, const char *encoding);
void decoded_release(struct decoded *decoded);

/* Is this decoded text in truth a program or a picture?  True when it has a NUL, and
 * more than one control character in 64 bytes; a page with one NUL is damaged text. */
bool decode_is_code(struct str text);

/* Is `encoding` a usual name of an encoding, in any spelling, or one that the system's
 * converter knows? */
bool decode_knows(const char *encoding);

/* Is the converter of an encoding that is known installed? */
bool decode_brings(const char *encoding);

#endif
