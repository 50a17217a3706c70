/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process in the box cannot do.  Each trial is a process of its own, as no one
 * leaves the box. */
#include "base/mem.h"
#include "pdf/box.h"

#include "../lib/fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <seccomp.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define INSIDE  "tests/data/pdf/text.pdf"
#define OUTSIDE "tests/data/marks.txt"

/* Which parts cannot be set up, as on a kernel that lacks them. */
enum lack {
	LACK_NONE,
	LACK_LANDLOCK,
	LACK_SECCOMP
};

/* What a trial knows. */
struct place {
	const char *inside, *outside; /* files below the folder and elsewhere */
	bool holds[BOX_PARTS];
};

/* Does something in the box; true if it succeeded. */
typedef bool (*trial_fn)(const struct place *place);

/* The kernel answers as one would that has never heard of it. */
static void refuse(enum lack lack)
{
	const struct scmp_arg_cmp is_filter =
		SCMP_A0_64(SCMP_CMP_EQ, PR_SET_SECCOMP);
	const uint32_t unknown = SCMP_ACT_ERRNO(ENOSYS);
	scmp_filter_ctx filter;

	if (lack == LACK_NONE)
		return;
	filter = seccomp_init(SCMP_ACT_ALLOW);
	if (lack == LACK_LANDLOCK) {
		seccomp_rule_add(filter, unknown,
		                 SCMP_SYS(landlock_create_ruleset), 0);
	} else {
		seccomp_rule_add(filter, unknown, SCMP_SYS(seccomp), 0);
		seccomp_rule_add_array(filter, unknown, SCMP_SYS(prctl), 1,
		                       &is_filter);
	}
	seccomp_load(filter);
	seccomp_release(filter);
}

static bool opens_inside(const struct place *place)
{
	return open(place->inside, O_RDONLY) >= 0;
}

static bool opens_outside(const struct place *place)
{
	return open(place->outside, O_RDONLY) >= 0;
}

static bool opens_to_write(const struct place *place)
{
	return open(place->inside, O_WRONLY) >= 0 ||
	       open(place->inside, O_RDWR) >= 0 ||
	       open("/dev/null", O_WRONLY) >= 0;
}

static bool makes_file(const struct place *place)
{
	(void)place;
	return open("pdf-box.made", O_WRONLY | O_CREAT, 0600) >= 0 ||
	       !mkdir("pdf-box.made", 0700) || !symlink("x", "pdf-box.made");
}

static bool removes_file(const struct place *place)
{
	return !unlink(place->inside) || !rename(place->inside, "pdf-box.made");
}

static bool uses_socket(const struct place *place)
{
	int pair[2];

	(void)place;
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 ||
	       socket(AF_INET6, SOCK_DGRAM, 0) >= 0 ||
	       socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ||
	       !socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
}

static bool runs_program(const struct place *place)
{
	char *const argv[] = { (char[]){ "/bin/true" }, NULL };
	char *const env[] = { NULL };

	(void)place;
	execve(argv[0], argv, env);
	return false; /* had it run, the status were another: see succeeds() */
}

static bool forks(const struct place *place)
{
	pid_t child = (pid_t)syscall(SYS_clone, (long)SIGCHLD, 0L, 0L, 0L, 0L);

	(void)place;
	if (!child)
		_exit(0);
	if (child < 0)
		child = fork();
	if (!child)
		_exit(0);
	return child > 0;
}

static void *nothing(void *unused)
{
	return unused;
}

static bool starts_thread(const struct place *place)
{
	pthread_t thread;

	(void)place;
	return !pthread_create(&thread, NULL, nothing, NULL);
}

static bool signals_others(const struct place *place)
{
	(void)place;
	return !kill(getppid(), 0) || !kill(-1, 0);
}

static bool traces(const struct place *place)
{
	(void)place;
	return !ptrace(PTRACE_TRACEME, 0, NULL, NULL);
}

static bool runs_memory(const struct place *place)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
	                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)place;
	return page == MAP_FAILED ||
	       !mprotect(page, 4096, PROT_READ | PROT_EXEC) ||
	       mmap(NULL, 4096, PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
	            0) != MAP_FAILED;
}

static bool copies_descriptor(const struct place *place)
{
	(void)place;
	return dup2(STDOUT_FILENO, 5) >= 0;
}

static bool raises_limit(const struct place *place)
{
	const struct rlimit more = { 1000, 1000 };

	(void)place;
	return !setrlimit(RLIMIT_NOFILE, &more) ||
	       !setrlimit(RLIMIT_FSIZE, &more);
}

static bool raises_cpu_beyond(const struct place *place)
{
	struct rlimit now;

	(void)place;
	box_allow_cpu(100000);
	return getrlimit(RLIMIT_CPU, &now) ||
	       now.rlim_cur > BOX_CPU_MOST_SECONDS;
}

/* What the program needs. */
static bool computes(const struct place *place)
{
	char *bytes = malloc(1 << 20);

	(void)place;
	if (!bytes)
		return false;
	memset(bytes, 1, 1 << 20);
	free(bytes);
	return write(STDOUT_FILENO, "", 0) == 0 &&
	       read(STDIN_FILENO, &(char){ 0 }, 1) >= 0;
}

static bool raises_cpu(const struct place *place)
{
	struct rlimit now;

	(void)place;
	box_allow_cpu(20);
	return !getrlimit(RLIMIT_CPU, &now) && now.rlim_cur == 21;
}

/* Descriptor 4 was open before. */
static bool keeps_descriptors(const struct place *place)
{
	(void)place;
	return fcntl(4, F_GETFD) >= 0;
}

/* Runs the trial in a box and ends with 101 if it succeeded, 100 if not; without a trial
 * the status says which parts hold. */
static void enter(enum lack lack, trial_fn trial, struct place *place,
                  const char *folder)
{
	dup2(open("/dev/null", O_RDWR), STDIN_FILENO);
	dup2(STDIN_FILENO, STDOUT_FILENO);
	dup2(STDIN_FILENO, 4);
	refuse(lack);
	box_enter(folder, place->holds);
	if (trial == NULL)
		_exit(place->holds[BOX_NO_NEW_PRIVS] << BOX_NO_NEW_PRIVS |
		      place->holds[BOX_LIMITS] << BOX_LIMITS |
		      place->holds[BOX_LANDLOCK] << BOX_LANDLOCK |
		      place->holds[BOX_SECCOMP] << BOX_SECCOMP);
	_exit(trial(place) ? 101 : 100);
}

/* The status of a process that entered the box and tried something. */
static int entered(enum lack lack, trial_fn trial)
{
	char *inside = fixture_path(INSIDE), *outside = fixture_path(OUTSIDE);
	char *folder = mem_dup(inside, strlen(inside));
	struct place place = { .inside = inside, .outside = outside };
	pid_t child = fork();
	int status;

	*strrchr(folder, '/') = '\0';
	assert_true(child >= 0);
	if (!child)
		enter(lack, trial, &place, folder);
	assert_int_equal(waitpid(child, &status, 0), child);
	free(folder);
	free(inside);
	free(outside);
	return status;
}

static bool holds(enum lack lack, enum box_part part)
{
	int status = entered(lack, NULL);

	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status) >> part & 1;
}

static bool succeeds(enum lack lack, trial_fn trial)
{
	int status = entered(lack, trial);

	assert_true(WIFEXITED(status));
	assert_in_range(WEXITSTATUS(status), 100, 101);
	return WEXITSTATUS(status) == 101;
}

struct trial {
	const char *name;
	trial_fn run;
};

#define TRIAL(function)                                                        \
 {                                                                             \
#  function, function                                                          \
 }

static void assert_fails(enum lack lack, const struct trial *trial)
{
	if (succeeds(lack, trial->run))
		fail_msg("in the box it %s", trial->name);
}

static const struct trial forbidden[] = {
	TRIAL(opens_outside),
	TRIAL(opens_to_write),
	TRIAL(makes_file),
	TRIAL(removes_file),
	TRIAL(uses_socket),
	TRIAL(runs_program),
	TRIAL(forks),
	TRIAL(starts_thread),
	TRIAL(signals_others),
	TRIAL(traces),
	TRIAL(runs_memory),
	TRIAL(copies_descriptor),
	TRIAL(raises_limit),
	TRIAL(raises_cpu_beyond),
	TRIAL(keeps_descriptors),
};

static void all_walls_stand(void **state)
{
	(void)state;
	for (int part = 0; part < BOX_PARTS; part++)
		assert_true(holds(LACK_NONE, (enum box_part)part));
}

static void what_is_needed_can_be_done(void **state)
{
	static const enum lack lacks[] = { LACK_NONE, LACK_LANDLOCK,
		                           LACK_SECCOMP };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lacks); i++) {
		assert_true(succeeds(lacks[i], computes));
		assert_true(succeeds(lacks[i], raises_cpu));
	}
}

static void nothing_else_can_be_done(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(forbidden); i++)
		assert_fails(LACK_NONE, &forbidden[i]);
}

static void a_folder_stays_open(void **state)
{
	(void)state;
	assert_true(succeeds(LACK_NONE, opens_inside));
}

static void without_landlock_nothing_is_opened(void **state)
{
	(void)state;
	assert_false(holds(LACK_LANDLOCK, BOX_LANDLOCK));
	assert_true(holds(LACK_LANDLOCK, BOX_SECCOMP));
	assert_false(succeeds(LACK_LANDLOCK, opens_inside));
	for (size_t i = 0; i < ARRAY_LEN(forbidden); i++)
		assert_fails(LACK_LANDLOCK, &forbidden[i]);
}

static void without_seccomp_landlock_holds(void **state)
{
	static const struct trial held[] = {
		TRIAL(opens_outside),     TRIAL(opens_to_write),
		TRIAL(makes_file),        TRIAL(removes_file),
		TRIAL(keeps_descriptors), TRIAL(runs_program)
	};

	(void)state;
	assert_true(holds(LACK_SECCOMP, BOX_LANDLOCK));
	assert_false(holds(LACK_SECCOMP, BOX_SECCOMP));
	for (size_t i = 0; i < ARRAY_LEN(held); i++)
		assert_fails(LACK_SECCOMP, &held[i]);
	assert_true(succeeds(LACK_SECCOMP, opens_inside));
}

#ifndef BOX_MEMORY_IS_FREE
static bool takes_memory(const struct place *place)
{
	/* Addresses alone, so that no machine is short of memory. */
	void *much = mmap(NULL, (size_t)3 << 30, PROT_NONE,
	                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	(void)place;
	return much != MAP_FAILED;
}

static void memory_is_limited(void **state)
{
	(void)state;
	assert_false(succeeds(LACK_NONE, takes_memory));
}
#endif

/* It comes with that limit, which a page does not raise. */
static bool keeps_low_cpu(const struct place *place)
{
	struct rlimit now;

	(void)place;
	box_allow_cpu(20);
	return !getrlimit(RLIMIT_CPU, &now) && now.rlim_cur == 5;
}

static void a_lower_limit_of_time_stays(void **state)
{
	struct rlimit before, low;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_CPU, &before), 0);
	low = before;
	low.rlim_cur = 5;
	assert_int_equal(setrlimit(RLIMIT_CPU, &low), 0);
	assert_true(succeeds(LACK_NONE, keeps_low_cpu));
	assert_int_equal(setrlimit(RLIMIT_CPU, &before), 0);
}

static bool spins(const struct place *place)
{
	(void)place;
	box_allow_cpu(0);
	for (volatile bool on = true; on;)
		;
	return true;
}

static void time_is_limited(void **state)
{
	int status = entered(LACK_NONE, spins);

	(void)state;
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGXCPU);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_walls_stand),
		cmocka_unit_test(what_is_needed_can_be_done),
		cmocka_unit_test(nothing_else_can_be_done),
		cmocka_unit_test(a_folder_stays_open),
		cmocka_unit_test(without_landlock_nothing_is_opened),
		cmocka_unit_test(without_seccomp_landlock_holds),
#ifndef BOX_MEMORY_IS_FREE
		cmocka_unit_test(memory_is_limited),
#endif
		cmocka_unit_test(time_is_limited),
		cmocka_unit_test(a_lower_limit_of_time_stays),
	};

	/* Old kernels lack one of them, and some containers forbid it. */
	if (!holds(LACK_NONE, BOX_LANDLOCK) || !holds(LACK_NONE, BOX_SECCOMP)) {
		puts("1..0 # SKIP no Landlock or no seccomp here");
		return 0;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
