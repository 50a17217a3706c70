/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/own_files.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

#define LIBEXEC_VARIABLE "BAOLAN_LIBEXECDIR"

/* The folder the program is in, for an uninstalled build; empty where the system
 * does not tell; caller frees. */
static char *own_files_folder(void)
{
	char path[4096];
	ssize_t len = readlink("/proc/self/exe", path, sizeof path);

	while (len > 0 && path[len - 1] != '/')
		len--;
	return mem_dup(path, len > 0 ? (size_t)len : 0);
}

/* `name` in `folder` beside an uninstalled program, where the build puts it;
 * NULL when it is not there; caller frees. */
static char *own_files_beside(const char *folder, const char *name)
{
	char *here = own_files_folder();
	struct buf path;
	char *found;

	buf_init(&path);
	buf_addf(&path, "%s%s/%s", here, folder, name);
	found = *here ? realpath(path.ptr, NULL) : NULL;
	buf_release(&path);
	free(here);
	return found;
}

/* `name` in the folder of variable `variable`, else in folder `own` beside the
 * program, else in `installed`; caller frees. */
static char *own_files_find(const char *variable, const char *own,
                            const char *installed, const char *name)
{
	const char *folder = getenv(variable);
	bool is_set = folder && *folder;
	char *beside = is_set ? NULL : own_files_beside(own, name);
	struct buf path;

	if (beside)
		return beside;
	buf_init(&path);
	buf_addf(&path, "%s/%s", is_set ? folder : installed, name);
	return buf_steal(&path);
}

/* In the order in which they are offered. */
static const struct {
	const char *name, *title;
} bundled_files[] = {
#ifdef HAVE_SAMPLE_PAGE
	{ "issues/shijingshan-2020-02-page1.txt",
	  N_("The page that comes with baolan") },
#endif
	{ "issues/liuwan-2026-11-08.txt",
	  N_("The paper that comes with baolan") },
};

struct bundled_issue *own_files_bundled(void)
{
	size_t count = ARRAY_LEN(bundled_files);
	struct bundled_issue *issues = mem_alloc((count + 1) * sizeof *issues);

	for (size_t i = 0; i < count; i++)
		issues[i] = (struct bundled_issue){
			own_files_find("BAOLAN_DATADIR", "data", PKGDATADIR,
			               bundled_files[i].name),
			bundled_files[i].title
		};
	issues[count] = (struct bundled_issue){ 0 };
	return issues;
}

void own_files_free(struct bundled_issue *issues)
{
	for (struct bundled_issue *issue = issues; issue && issue->path;
	     issue++)
		free(issue->path);
	free(issues);
}

char *own_files_pdf_helper(void)
{
	bool is_set = getenv(LIBEXEC_VARIABLE) != NULL;

#ifdef HAVE_PDF
	is_set = true;
#endif
	return is_set ? own_files_find(LIBEXEC_VARIABLE, ".", PKGLIBEXECDIR,
	                               "baolan-pdf")
	              : NULL;
}
