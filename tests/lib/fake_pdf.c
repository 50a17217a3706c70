/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake_pdf.h"

#include "base/mem.h"
#include "base/save.h"
#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void fake_insist(bool well, const char *what)
{
	if (well)
		return;
	perror(what);
	abort();
}

void fake_pdf_init(struct fake_pdf *fake, const char *script)
{
	char folder[] = "/tmp/baolan-fake-XXXXXX";
	struct buf path;

	fake_insist(mkdtemp(folder), folder);
	buf_init(&path);
	buf_addf(&path, "%s/baolan-pdf", folder);
	fake->folder = mem_dup(folder, strlen(folder));
	fake->path = buf_steal(&path);
	fake_pdf_set(fake, script);
}

void fake_pdf_set(const struct fake_pdf *fake, const char *script)
{
	struct buf text;

	buf_init(&text);
	buf_addf(&text, "#!/bin/sh\nPATH=/bin:/usr/bin\n%s\n", script);
	fake_insist(save_file(fake->path, buf_str(&text), SAVE_REPLACE) ==
	                    SAVE_DONE,
	            fake->path);
	fake_insist(!chmod(fake->path, 0700), fake->path);
	buf_release(&text);
}

void fake_pdf_release(struct fake_pdf *fake)
{
	unlink(fake->path);
	rmdir(fake->folder);
	free(fake->path);
	free(fake->folder);
}

bool fake_pdf_no_child(void)
{
	return waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD;
}
