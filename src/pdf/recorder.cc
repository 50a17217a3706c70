/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/recorder.h"

#include <ctime>

namespace
{

/* CPU time of a page. */
constexpr double PAGE_SECONDS_MOST = 4;

double cpu_seconds()
{
	timespec now = {};

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return static_cast<double>(now.tv_sec) +
	       static_cast<double>(now.tv_nsec) / 1e9;
}

} // namespace

void Recorder::begin_page()
{
	characters = shapes = 0;
	too_long = space_waits = false;
	page_began_seconds = cpu_seconds();
	printed = Style();
	fonts.clear();
	actual_depth = 0;
	groups.clear();
	soft_masks = 0;
	reduced = 0;
}

void Recorder::end_page()
{
	if (actual_depth) {
		actual_depth = 1;
		endActualText(nullptr);
	}
	if (characters > CHARACTERS_MOST)
		writer.begin("E").word("limit").word("characters").end();
	if (shapes > SHAPES_MOST)
		writer.begin("E").word("limit").word("shapes").end();
	if (too_long)
		writer.begin("E").word("limit").word("time").end();
}

bool Recorder::is_full()
{
	/* The library asks after some ten operators; to know the time is dear. */
	constexpr unsigned CALLS = 256;

	if (++full_calls % CALLS == 0)
		too_long =
			cpu_seconds() - page_began_seconds > PAGE_SECONDS_MOST;
	return too_long || characters > CHARACTERS_MOST;
}

/* What a soft mask draws is not seen: it says what is seen of other things. */
void Recorder::beginTransparencyGroup(GfxState *, CompatBox, GfxColorSpace *,
                                      bool, bool, bool is_soft_mask)
{
	groups.push_back(is_soft_mask);
	soft_masks += is_soft_mask;
}

void Recorder::endTransparencyGroup(GfxState *)
{
	if (groups.empty())
		return;
	soft_masks -= groups.back();
	groups.pop_back();
}
