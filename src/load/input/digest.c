/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/digest.h"

#include <nettle/base16.h>
#include <stdint.h>

void digest_begin(struct digest *digest)
{
	sha256_init(&digest->state);
}

void digest_add(struct digest *digest, struct str bytes)
{
	sha256_update(&digest->state, bytes.len, (const uint8_t *)bytes.ptr);
}

void digest_end(struct digest *digest, char digits[DIGEST_CHARS + 1])
{
	uint8_t sum[SHA256_DIGEST_SIZE];

	sha256_digest(&digest->state, sizeof sum, sum);
	base16_encode_update(digits, sizeof sum, sum);
	digits[DIGEST_CHARS] = '\0';
}
