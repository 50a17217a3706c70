/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/errand.h"

void errand_init(struct errand *errand)
{
	*errand = (struct errand){ 0 };
	buf_init(&errand->text);
}

void errand_release(struct errand *errand)
{
	buf_release(&errand->text);
}

void errand_clear(struct errand *errand)
{
	errand->kind = ERRAND_NONE;
	buf_clear(&errand->text);
}
