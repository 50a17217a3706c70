/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

char *oracle_scans_bytes(struct str bytes)
{
	struct issue *issue = load_bytes(bytes, "page.xml", NULL);
	char *wrong = issue_validate(issue);

	if (!wrong)
		wrong = oracle_articles(issue, 30, 1);
	if (!wrong)
		wrong = oracle_pages(issue, 80, 1);
	if (!wrong)
		wrong = oracle_facsimiles(issue, 24, 80, 1);
	issue_free(issue);
	return wrong;
}
