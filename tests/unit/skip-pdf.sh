#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands for the tests of the helper that reads PDF, where it is not built.
echo "1..0 # SKIP baolan-pdf is not built"
