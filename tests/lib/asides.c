/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asides.h"

#include "dump.h"
#include "fixture.h"
#include "issue/issue.h"
#include "load/lines/printed_line.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

void asides_check(const struct asides_case *cases, size_t count,
                  void (*find)(struct printed_lines *lines,
                               const struct issue *issue))
{
	for (size_t i = 0; i < count; i++) {
		struct issue *issue = fixture_lines(cases[i].page);
		struct printed_lines lines;
		struct buf got;

		buf_init(&got);
		printed_lines_init(&lines, issue, 0);
		find(&lines, issue);
		dump_asides(&got, &lines);
		if (!str_equal(buf_str(&got), str_from(cases[i].asides)))
			fail_msg("%s: '%s' and not '%s'", cases[i].page,
			         got.ptr, cases[i].asides);
		buf_release(&got);
		printed_lines_release(&lines);
		issue_free(issue);
	}
}
