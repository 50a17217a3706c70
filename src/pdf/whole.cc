/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All of baolan-pdf(1) as one translation unit: reading the headers of poppler takes
 * longer than compiling these sources, and so it is done once.
 */

#include "pdf/recorder.cc"
#include "pdf/recorder_pictures.cc"
#include "pdf/recorder_shapes.cc"
#include "pdf/recorder_text.cc"
#include "pdf/writer.cc"

#include "pdf/baolan-pdf.cc"
