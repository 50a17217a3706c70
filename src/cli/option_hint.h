/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_HINT_H
#define CLI_OPTION_HINT_H

/* What may have been meant by the name of an option that is none. */

/* The sentence about argument `given` ("--lst=x"), a long option that is unknown or
 * the beginning of several; caller frees. */
char *option_hint(const char *given);

#endif
