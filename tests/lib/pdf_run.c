/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf_run.h"

#include "base/process.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* A pipe with the bytes, from a process of its own, as the reader may be slow. */
static int fed_pipe(struct str bytes, pid_t *feeder)
{
	int ends[2];

	if (pipe(ends))
		abort();
	*feeder = fork();
	if (*feeder) {
		close(ends[1]);
		return ends[0];
	}
	close(ends[0]);
	while (bytes.len) {
		ssize_t put = write(ends[1], bytes.ptr, bytes.len);

		if (put <= 0)
			_exit(1);
		bytes = str_slice(bytes, (size_t)put, bytes.len);
	}
	_exit(0);
}

static pid_t start(const struct pdf_run *run, int input, int output)
{
	char shell[] = "/bin/sh", runs[] = "-c";
	char limited[] = "ulimit -S -t 1 && exec \"$0\" \"$@\"";
	char program[] = "./baolan-pdf", has_password[] = "--password-fd=3";
	char option[64] = "";
	char *argv[7] = { shell, runs, limited, program }, **next = argv + 4;
	int quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
	int fds[] = { input, output, quiet, input };
	size_t first = run->hurries ? 0 : 3; /* the shell, or the program */
	pid_t pid;

	if (run->password) {
		*next++ = has_password;
		fds[3] = process_input(str_from(run->password));
	}
	if (run->option) {
		snprintf(option, sizeof option, "%s", run->option);
		*next = option;
	}
	if (process_start(&pid, &(struct process){ .argv = argv + first,
	                                           .fds = fds,
	                                           .fd_count = 4 }))
		abort();
	if (run->password)
		close(fds[3]);
	close(quiet);
	return pid;
}

void pdf_run(struct pdf_run *run)
{
	pid_t feeder = 0, pid;
	int input, output[2];
	char bytes[4096];
	ssize_t got;

	buf_init(&run->output);
	input = run->piped ? fed_pipe(run->input, &feeder)
	                   : process_input(run->input);
	if (input < 0 || pipe(output) ||
	    (run->size_bytes && ftruncate(input, (off_t)run->size_bytes)))
		abort();
	fcntl(output[0], F_SETFD, FD_CLOEXEC);
	pid = start(run, input, output[1]);
	close(input);
	close(output[1]);
	while ((got = read(output[0], bytes, sizeof bytes)) > 0)
		buf_add(&run->output, (struct str){ bytes, (size_t)got });
	close(output[0]);
	if (waitpid(pid, &run->status, 0) != pid)
		abort();
	if (feeder)
		waitpid(feeder, NULL, 0);
}

void pdf_run_release(struct pdf_run *run)
{
	buf_release(&run->output);
}

bool pdf_run_exited(const struct pdf_run *run, int status)
{
	return WIFEXITED(run->status) && WEXITSTATUS(run->status) == status;
}

bool pdf_run_says(const struct pdf_run *run, const char *line)
{
	struct buf whole;
	bool found;

	buf_init(&whole);
	buf_addf(&whole, "\n%s\n", line);
	found = str_find(buf_str(&run->output), buf_str(&whole), 0) != NPOS;
	buf_release(&whole);
	return found;
}

bool pdf_run_is_whole(const struct pdf_run *run)
{
	return str_ends(buf_str(&run->output), STR("\n"));
}

/* An object of a PDF that is a stream. */
static void add_stream(struct buf *out, int number, const char *entries,
                       struct str bytes)
{
	buf_addf(out, "%d 0 obj\n<< %s /Length %zu >>\nstream\n", number,
	         entries, bytes.len);
	buf_add(out, bytes);
	buf_add_c(out, "\nendstream\nendobj\n");
}

/* Readers find the objects without a table of them. */
void pdf_make(struct buf *out, const char *entries, struct str content,
              const char *form)
{
	struct buf twice;

	buf_add_c(out,
	          "%PDF-1.7\n"
	          "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
	          "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
	          "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R\n"
	          "/MediaBox [0 0 200 200] /Resources 5 0 R >>\nendobj\n");
	add_stream(out, 4, entries, content);
	buf_add_c(out,
	          "5 0 obj\n<< /Font << /H << /Type /Font /Subtype /Type1\n"
	          "/BaseFont /Helvetica >> >> /XObject <<");
	for (int level = 0; level <= PDF_LEVELS; level++)
		buf_addf(out, " /X%d %d 0 R", level, 6 + level);
	buf_add_c(out, " >> >>\nendobj\n");
	for (int level = 0; level <= PDF_LEVELS; level++) {
		buf_init(&twice);
		if (level)
			buf_addf(&twice, "/X%d Do /X%d Do", level - 1,
			         level - 1);
		else
			buf_add_c(&twice, form);
		add_stream(out, 6 + level,
		           "/Type /XObject /Subtype /Form /Resources 5 0 R "
		           "/BBox [0 0 200 200]",
		           buf_str(&twice));
		buf_release(&twice);
	}
	buf_add_c(out, "trailer\n<< /Root 1 0 R >>\n");
}
