/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DIGEST_H
#define LOAD_INPUT_DIGEST_H

#include "base/str.h"

#include <nettle/sha2.h>

/* SHA-256 (FIPS 180-4) of bytes that come in parts.  The digest in an export identifies
 * the file that an article was taken from. */

struct digest {
	struct sha256_ctx state;
};

#define DIGEST_CHARS (2 * SHA256_DIGEST_SIZE)

void digest_begin(struct digest *digest);
void digest_add(struct digest *digest, struct str bytes);

/* Sets `digits` to the digest, DIGEST_CHARS hexadecimal digits and a NUL. */
void digest_end(struct digest *digest, char digits[DIGEST_CHARS + 1]);

#endif
