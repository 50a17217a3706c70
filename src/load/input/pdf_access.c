/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/pdf_access.h"

#include "base/mem.h"
#include "load/input/pdf_helper.h"
#include "load/input/records.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TRIES_MOST 3
#define WAIT_MS    100

/* Does the program ask for a password, or another one?  It says so before it reads the
 * first page. */
static bool is_refused(const char *helper, struct str bytes,
                       const char *password)
{
	struct process_output process;
	struct records records;
	struct page_chars page;
	struct buf read;
	bool goes_on = !pdf_helper_start(
		&process, &(struct pdf_job){ .program = helper,
	                                     .bytes = bytes,
	                                     .password = password,
	                                     .first_page = 1 });
	bool refused;

	buf_init(&read);
	records_init(&records);
	while (goes_on && !records.page_total && !records.is_encrypted) {
		buf_clear(&read);
		goes_on = process_output_read(&process, &read, WAIT_MS);
		records_feed(&records, buf_str(&read));
		if (records_next_page(&records, &page)) {
			page_chars_release(&page);
			goes_on = false;
		}
	}
	refused = records.is_encrypted;
	process_output_stop(&process);
	records_release(&records);
	buf_release(&read);
	return refused;
}

enum pdf_access pdf_access_find(const char *helper, const char *name,
                                struct str bytes,
                                const struct passwords *passwords,
                                char **password)
{
	const char *tried = NULL;

	*password = NULL;
	if (access(helper, X_OK))
		return PDF_NO_HELPER;
	/* The key stands in the trailer, or in the dictionary of a stream, and
	 * neither is ever compressed (ISO 32000-1, 7.5.5, 7.5.8). */
	if (str_find(bytes, STR("/Encrypt"), 0) == NPOS ||
	    !is_refused(helper, bytes, NULL))
		return PDF_OPENS;
	for (size_t refused = 0; refused < TRIES_MOST && passwords; refused++) {
		const char *next =
			passwords->ask(passwords->context, name, refused);

		if (!next)
			break;
		tried = next;
		if (!is_refused(helper, bytes, tried)) {
			*password = mem_dup(tried, strlen(tried));
			return PDF_OPENS;
		}
	}
	return tried ? PDF_REFUSES : PDF_NEEDS_PASSWORD;
}
