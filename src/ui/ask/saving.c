/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/saving.h"

void saving_init(struct saving *saving)
{
	*saving = (struct saving){ .choice = SAVE_ARTICLE };
	buf_init(&saving->proposed);
	buf_init(&saving->path);
}

void saving_release(struct saving *saving)
{
	selections_release(&saving->picks);
	buf_release(&saving->proposed);
	buf_release(&saving->path);
}
