/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/oracle.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Any bytes are an issue that keeps its promises, however it is set, searched
 * and exported. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	check_bytes(bytes, len);
	return 0;
}
