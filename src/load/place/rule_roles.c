/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/rule_roles.h"

#include "base/mem.h"
#include "load/place/separators.h"

#include <stdlib.h>

enum rule_role {
	ROLE_QUOTE_ASKED = 1,
	ROLE_QUOTE_IS = 2,
	ROLE_HEAD_ASKED = 4,
	ROLE_HEAD_IS = 8
};

void rule_roles_init(struct rule_roles *roles, const struct placing *placing)
{
	roles->placing = placing;
	roles->known = mem_alloc(placing->along_s_count);
}

void rule_roles_release(struct rule_roles *roles)
{
	free(roles->known);
	*roles = (struct rule_roles){ 0 };
}

static bool rule_roles_ask(struct rule_roles *roles, size_t rule,
                           enum rule_role asked, enum rule_role is,
                           bool (*ask)(const struct placing *placing,
                                       const struct placed_rule *rule))
{
	unsigned char *known = &roles->known[rule];

	if (!(*known & asked))
		*known |= asked | (ask(roles->placing,
		                       &roles->placing->rules_along_s[rule])
		                           ? is
		                           : 0);
	return *known & is;
}

bool rule_roles_quote(struct rule_roles *roles, size_t rule)
{
	return rule_roles_ask(roles, rule, ROLE_QUOTE_ASKED, ROLE_QUOTE_IS,
	                      rule_is_of_quote);
}

bool rule_roles_head(struct rule_roles *roles, size_t rule)
{
	return rule_roles_ask(roles, rule, ROLE_HEAD_ASKED, ROLE_HEAD_IS,
	                      rule_is_of_head);
}
