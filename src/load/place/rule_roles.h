/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_RULE_ROLES_H
#define LOAD_PLACE_RULE_ROLES_H

#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/* Which rules along s are of a quote or of a head (separators.h), each looked up once, when it
 * is asked for. */
struct rule_roles {
	const struct placing *placing; /* borrowed */
	unsigned char *known;          /* owned; what is known of each rule */
};

void rule_roles_init(struct rule_roles *roles, const struct placing *placing);
void rule_roles_release(struct rule_roles *roles);

/* `rule` is its index.  O(blocks) the first time. */
bool rule_roles_quote(struct rule_roles *roles, size_t rule);
bool rule_roles_head(struct rule_roles *roles, size_t rule);

#endif
