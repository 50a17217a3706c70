/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_plan.h"

#include <stdlib.h>

float facsimile_overlap(float a0, float a1, float b0, float b1)
{
	return (a1 < b1 ? a1 : b1) - (a0 > b0 ? a0 : b0);
}

int facsimile_compare(const void *one, const void *other)
{
	float a = *(const float *)one, b = *(const float *)other;

	return a < b ? -1 : a > b;
}

bool facsimile_is_upright(const struct facsimile *plan,
                          const struct facsimile_block *block)
{
	return plan->vertical != block->turned;
}

int facsimile_gap(const struct facsimile *plan)
{
	return plan->vertical ? 1 : 3;
}

int facsimile_rule_back(const struct facsimile *plan)
{
	return plan->vertical ? 1 : 2;
}

void facsimile_release(struct facsimile *plan)
{
	free(plan->lines);
	free(plan->blocks);
	free(plan->boxes);
	free(plan->rules_s);
	free(plan->rules_t);
	free(plan->pictures);
	free(plan->picture_marks);
	free(plan->masthead);
	*plan = (struct facsimile){ 0 };
}
