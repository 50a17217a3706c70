#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands for the tests that need libvterm where it is not found.
echo "1..0 # SKIP libvterm not found"
