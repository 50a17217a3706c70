/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/oracle.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* The first line searched for in the rest finds what a naive scan finds. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	oracle_insist(
		oracle_search_bytes((struct str){ (const char *)bytes, len }));
	return 0;
}
