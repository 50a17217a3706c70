/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/box.h"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

const char *const box_part_names[BOX_PARTS] = {
	[BOX_NO_NEW_PRIVS] = "no-new-privileges",
	[BOX_LIMITS] = "limits",
	[BOX_LANDLOCK] = "landlock",
	[BOX_SECCOMP] = "seccomp",
};

/* System calls that compute, or work on what is open. */
static const int allowed_calls[] = {
	SCMP_SYS(brk),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(clock_gettime64),
	SCMP_SYS(close),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
	SCMP_SYS(fcntl),
	SCMP_SYS(fstat),
	SCMP_SYS(fstat64),
	SCMP_SYS(futex),
	SCMP_SYS(getdents64),
	SCMP_SYS(getpid),
	SCMP_SYS(getrandom),
	SCMP_SYS(getrlimit),
	SCMP_SYS(gettid),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(lseek),
	SCMP_SYS(_llseek),
	SCMP_SYS(madvise),
	SCMP_SYS(mremap),
	SCMP_SYS(munmap),
	SCMP_SYS(newfstatat),
	SCMP_SYS(pread64),
	SCMP_SYS(read),
	SCMP_SYS(readv),
	SCMP_SYS(rt_sigaction),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(sched_yield),
	SCMP_SYS(sigaltstack),
	SCMP_SYS(sigreturn),
	SCMP_SYS(stat),
	SCMP_SYS(statx),
	SCMP_SYS(ugetrlimit),
};

/* System calls that are refused with a reason that libraries expect; all others are
 * unknown to the process (ENOSYS), as they are on an older kernel. */
static const int refused_calls[] = {
	SCMP_SYS(accept),     SCMP_SYS(accept4),    SCMP_SYS(bind),
	SCMP_SYS(clone),      SCMP_SYS(connect),    SCMP_SYS(execve),
	SCMP_SYS(execveat),   SCMP_SYS(fork),       SCMP_SYS(kill),
	SCMP_SYS(listen),     SCMP_SYS(ptrace),     SCMP_SYS(socket),
	SCMP_SYS(socketcall), SCMP_SYS(socketpair), SCMP_SYS(tkill),
	SCMP_SYS(unlink),     SCMP_SYS(unlinkat),   SCMP_SYS(vfork),
};

/* Memory that is written is never run. */
static const int mapping_calls[] = {
	SCMP_SYS(mmap),
	SCMP_SYS(mmap2),
	SCMP_SYS(mprotect),
};

static const int writing_calls[] = { SCMP_SYS(write), SCMP_SYS(writev) };

/* System calls that open a file, and the argument that has their flags. */
static const struct {
	int call;
	unsigned flags;
} opening_calls[] = {
	{ SCMP_SYS(open), 1 },
	{ SCMP_SYS(openat), 2 },
};

static void close_others(void)
{
	enum {
		OLD_KERNEL_MOST = 4096
	};

#ifdef SYS_close_range
	if (!syscall(SYS_close_range, 3u, ~0u, 0u))
		return;
#endif
	for (int fd = 3; fd < OLD_KERNEL_MOST; fd++)
		close(fd);
}

static bool no_new_privs(void)
{
	return !prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) &
	       !prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L);
}

static bool limit(int resource, rlim_t soft, rlim_t hard)
{
	struct rlimit now, wanted = { .rlim_cur = soft, .rlim_max = hard };

	/* A limit that is lower already stays. */
	if (!getrlimit(resource, &now) && now.rlim_max < hard) {
		wanted.rlim_max = now.rlim_max;
		if (wanted.rlim_cur > wanted.rlim_max)
			wanted.rlim_cur = wanted.rlim_max;
	}
	return !setrlimit(resource, &wanted);
}

/* Standard output may be a file, where someone looks at the records. */
static bool writes_to_file(void)
{
	struct stat status;

	return !fstat(STDOUT_FILENO, &status) && S_ISREG(status.st_mode);
}

/* At the lower of the two limits the process is told, and one second of CPU time behind
 * it killed.  A lower limit that it came with holds for all of its pages. */
static bool limit_cpu(void)
{
	rlim_t most = BOX_CPU_MOST_SECONDS;
	struct rlimit now;

	if (!getrlimit(RLIMIT_CPU, &now) && now.rlim_cur < most)
		most = now.rlim_cur;
	return limit(RLIMIT_CPU,
	             most < BOX_CPU_SECONDS ? most : BOX_CPU_SECONDS, most + 1);
}

static bool limits(void)
{
	enum {
		FILES_MOST = 16
	};
	bool well = limit_cpu();

#ifndef BOX_MEMORY_IS_FREE
	const rlim_t memory_bytes = (rlim_t)1 << 30;

	well &= limit(RLIMIT_AS, memory_bytes, memory_bytes);
#endif
	if (!writes_to_file())
		well &= limit(RLIMIT_FSIZE, 0, 0);
	well &= limit(RLIMIT_NOFILE, FILES_MOST, FILES_MOST);
	well &= limit(RLIMIT_CORE, 0, 0);
	well &= limit(RLIMIT_NPROC, 0, 0);
	return well;
}

void box_allow_cpu(unsigned seconds)
{
	struct timespec used = { 0 };
	struct rlimit now;
	rlim_t until;

	if (getrlimit(RLIMIT_CPU, &now) ||
	    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used))
		return;
	/* A second that has begun counts as one that is over. */
	until = (rlim_t)used.tv_sec + 1 + seconds;
	now.rlim_cur = until < now.rlim_max ? until : now.rlim_max - 1;
	(void)setrlimit(RLIMIT_CPU, &now);
}

/* What a ruleset of Landlock takes away; later versions of it know more. */
struct rights {
	uint64_t files, network, scopes;
};

/* All rights that a version of Landlock knows; how large the struct is for it. */
static size_t landlock_rights(long version, struct rights *rights)
{
	/* How many rights over files the versions 1 to 5 know. */
	static const unsigned char known[] = { 13, 14, 15, 15, 16 };
	const long last = (long)ARRAY_LEN(known);
	size_t row = (size_t)((version < last ? version : last) - 1);

	*rights = (struct rights){
		.files = ((uint64_t)1 << known[row]) - 1,
		.network = 3, /* bind and connect TCP */
		.scopes = 3,  /* abstract sockets, signals */
	};
	return version < 4   ? offsetof(struct rights, network)
	       : version < 6 ? offsetof(struct rights, scopes)
	                     : sizeof(*rights);
}

/* Allows to read what is below the folder. */
static void landlock_open(int ruleset, const char *folder)
{
	struct landlock_path_beneath_attr rule = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE |
		                  LANDLOCK_ACCESS_FS_READ_DIR,
		.parent_fd = open(folder, O_PATH | O_CLOEXEC),
	};

	if (rule.parent_fd < 0)
		return;
	(void)syscall(SYS_landlock_add_rule, ruleset,
	              LANDLOCK_RULE_PATH_BENEATH, &rule, 0u);
	close(rule.parent_fd);
}

static bool landlock(const char *folder)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0,
	                       LANDLOCK_CREATE_RULESET_VERSION);
	struct rights rights;
	size_t size;
	int ruleset;
	bool well;

	if (version < 1)
		return false;
	size = landlock_rights(version, &rights);
	ruleset = (int)syscall(SYS_landlock_create_ruleset, &rights, size, 0u);
	if (ruleset < 0)
		return false;
	landlock_open(ruleset, folder);
	well = !syscall(SYS_landlock_restrict_self, ruleset, 0u);
	close(ruleset);
	return well;
}

/* Adds a rule for a call, if this machine has it. */
static bool add(scmp_filter_ctx filter, uint32_t action, int call,
                unsigned count, const struct scmp_arg_cmp *args)
{
	return call < 0 ||
	       !seccomp_rule_add_array(filter, action, call, count, args);
}

static bool add_plain(scmp_filter_ctx filter)
{
	bool well = true;

	for (size_t i = 0; i < ARRAY_LEN(allowed_calls); i++)
		well &= add(filter, SCMP_ACT_ALLOW, allowed_calls[i], 0, NULL);
	for (size_t i = 0; i < ARRAY_LEN(refused_calls); i++)
		well &= add(filter, SCMP_ACT_ERRNO(EPERM), refused_calls[i], 0,
		            NULL);
	return well;
}

/* Calls that open a file: for reading, where Landlock says which. */
static bool add_opening(scmp_filter_ctx filter, bool may_open)
{
	bool well = true;

	for (size_t i = 0; i < ARRAY_LEN(opening_calls); i++) {
		const struct scmp_arg_cmp reads = {
			.arg = opening_calls[i].flags,
			.op = SCMP_CMP_MASKED_EQ,
			.datum_a = O_ACCMODE | O_CREAT | O_TRUNC,
			.datum_b = O_RDONLY,
		};

		well &= may_open ? add(filter, SCMP_ACT_ALLOW,
		                       opening_calls[i].call, 1, &reads)
		                 : add(filter, SCMP_ACT_ERRNO(EACCES),
		                       opening_calls[i].call, 0, NULL);
	}
	return well;
}

/* Calls that are allowed with some arguments only. */
static bool add_conditional(scmp_filter_ctx filter)
{
	const struct scmp_arg_cmp data =
		SCMP_A2_64(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
	const struct scmp_arg_cmp output =
		SCMP_A0_64(SCMP_CMP_LE, STDERR_FILENO);
	const struct scmp_arg_cmp own_time[] = {
		SCMP_A0_64(SCMP_CMP_EQ, 0), SCMP_A1_64(SCMP_CMP_EQ, RLIMIT_CPU)
	};
	const struct scmp_arg_cmp itself =
		SCMP_A0_64(SCMP_CMP_EQ, (scmp_datum_t)getpid());
	bool well = true;

	for (size_t i = 0; i < ARRAY_LEN(mapping_calls); i++)
		well &= add(filter, SCMP_ACT_ALLOW, mapping_calls[i], 1, &data);
	for (size_t i = 0; i < ARRAY_LEN(writing_calls); i++)
		well &= add(filter, SCMP_ACT_ALLOW, writing_calls[i], 1,
		            &output);
	well &= add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, own_time);
	/* abort() */
	well &= add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &itself);
	return well;
}

static bool seccomp(bool may_open)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
	bool well = filter && add_plain(filter) &&
	            add_opening(filter, may_open) && add_conditional(filter) &&
	            !seccomp_load(filter);

	if (filter)
		seccomp_release(filter);
	return well;
}

void box_enter(const char *folder, bool holds[BOX_PARTS])
{
	close_others();
	holds[BOX_NO_NEW_PRIVS] = no_new_privs();
	holds[BOX_LIMITS] = limits();
	holds[BOX_LANDLOCK] = landlock(folder);
	holds[BOX_SECCOMP] = seccomp(holds[BOX_LANDLOCK]);
}
