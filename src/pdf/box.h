/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PDF_BOX_H
#define PDF_BOX_H

#include <stdbool.h>

/*
 * A process gives up what it does not need, before it reads a file that may be hostile.
 * Behind box_enter() it can compute, read what is open, and write to its descriptors 1
 * and 2.  It cannot write to other files, start programs or processes, use sockets, or
 * read a file that is not below one folder.  The parts do not depend on each other: where
 * the kernel lacks one, the others hold.
 */

/* AddressSanitizer reserves terabytes of addresses; without it memory is limited. */
#ifdef __has_feature
# if __has_feature(address_sanitizer)
#  define BOX_MEMORY_IS_FREE
# endif
#endif
#ifdef __SANITIZE_ADDRESS__
# define BOX_MEMORY_IS_FREE
#endif

#ifdef __cplusplus
extern "C" {
#endif

enum box_part {
	BOX_NO_NEW_PRIVS, /* no program gives it rights; no one may trace it */
	BOX_LIMITS,       /* of time, memory, files, processes (setrlimit) */
	BOX_LANDLOCK,     /* no file but those below one folder (Linux 5.13) */
	BOX_SECCOMP,      /* no system call but those of a list */
	BOX_PARTS
};

/* The name of a part, as `--box' prints it: "seccomp". */
extern const char *const box_part_names[BOX_PARTS];

/* Seconds of CPU time that a process in the box may use at first, and at the very most; a
 * process that comes with a lower limit (ulimit -S -t) keeps that. */
enum {
	BOX_CPU_SECONDS = 10,
	BOX_CPU_MOST_SECONDS = 120
};

/* Closes all descriptors but 0, 1 and 2, and enters the box, for the rest of the
 * process.  Files below `folder` may be read; a folder that is not there opens nothing.
 * `holds` says which parts hold.  Without Landlock no file can be opened at all. */
void box_enter(const char *folder, bool holds[BOX_PARTS]);

/* Allows `seconds` of CPU time from now on, as many as the box allows in all; may be called
 * inside.  The process gets SIGXCPU at their end. */
void box_allow_cpu(unsigned seconds);

#ifdef __cplusplus
}
#endif

#endif
