/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test_store.h"

#include "state/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER_TEMPLATE "/tmp/baolan-store.XXXXXX"

static char folder[sizeof FOLDER_TEMPLATE];

int test_store_begin(void **state)
{
	char path[64], *problem;

	strcpy(folder, FOLDER_TEMPLATE);
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/state.db", folder);
	*state = store_open_file(path, &problem);
	return *state ? 0 : -1;
}

int test_store_end(void **state)
{
	char command[64];

	store_close(*state);
	snprintf(command, sizeof command, "rm -r %s", folder);
	return system(command) ? -1 : 0;
}
