/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/near_name.h"

#include "base/num.h"

#define NAME_BYTES    32
#define MISTAKES_MOST 2

static int near_name_mistakes(struct str a, struct str b)
{
	int rows[NAME_BYTES + 1][NAME_BYTES + 1];

	for (size_t i = 0; i <= a.len; i++) {
		for (size_t j = 0; j <= b.len; j++) {
			int best = (int)(i + j);

			if (i)
				best = smaller(best, rows[i - 1][j] + 1);
			if (j)
				best = smaller(best, rows[i][j - 1] + 1);
			if (i && j)
				best = smaller(best, rows[i - 1][j - 1] +
				                             (a.ptr[i - 1] !=
				                              b.ptr[j - 1]));
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
			    a.ptr[i - 2] == b.ptr[j - 1])
				best = smaller(best, rows[i - 2][j - 2] + 1);
			rows[i][j] = best;
		}
	}
	return rows[a.len][b.len];
}

void near_name_init(struct near_name *nearest, struct str typed)
{
	*nearest = (struct near_name){
		.typed = typed,
		.best = STR(""),
		.fewest = (typed.len < 2 * MISTAKES_MOST ? (int)typed.len / 2
		                                         : MISTAKES_MOST) +
		          1,
	};
}

void near_name_try(struct near_name *nearest, struct str name)
{
	int mistakes;

	if (nearest->typed.len > NAME_BYTES || name.len > NAME_BYTES)
		return;
	mistakes = near_name_mistakes(nearest->typed, name);
	if (mistakes >= nearest->fewest)
		return;
	nearest->fewest = mistakes;
	nearest->best = name;
}
