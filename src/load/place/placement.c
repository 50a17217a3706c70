/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/placement.h"

#include <stdlib.h>
#include <string.h>

void placement_init(struct placement *placement)
{
	memset(placement, 0, sizeof *placement);
	arena_init(&placement->arena);
}

void placement_release(struct placement *placement)
{
	free(placement->lines);
	free(placement->articles);
	free(placement->marks);
	arena_release(&placement->arena);
	memset(placement, 0, sizeof *placement);
}
