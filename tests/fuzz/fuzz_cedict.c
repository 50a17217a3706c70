/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/oracle.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Any bytes are a dictionary, and, as far as they are text, a paragraph. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	oracle_insist(
		oracle_cedict_bytes((struct str){ (const char *)bytes, len }));
	return 0;
}
