/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "issue/issue.h"

int main(void)
{
	struct issue *issue = issue_new();

	issue_free(issue);
	return 0;
}
