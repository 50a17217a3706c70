/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/linebreak.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistr.h>

/* The classes of UAX #14 after LB1.  QI and QF are the quotation marks of QU that
 * begin and end a quotation (Pi, Pf), DOTTED is U+25CC; PICTURE and PA are places
 * reserved for pictographs, of the classes ID and AL. */
enum linebreak_class {
	LB_AK,
	LB_AL,
	LB_AP,
	LB_AS,
	LB_B2,
	LB_BA,
	LB_BB,
	LB_BK,
	LB_CB,
	LB_CL,
	LB_CM,
	LB_CP,
	LB_CR,
	LB_DOTTED,
	LB_EB,
	LB_EM,
	LB_EX,
	LB_GL,
	LB_H2,
	LB_H3,
	LB_HH,
	LB_HL,
	LB_HY,
	LB_ID,
	LB_IN,
	LB_IS,
	LB_JL,
	LB_JT,
	LB_JV,
	LB_LF,
	LB_NL,
	LB_NS,
	LB_NU,
	LB_OP,
	LB_PA,
	LB_PICTURE,
	LB_PO,
	LB_PR,
	LB_QF,
	LB_QI,
	LB_QU,
	LB_RI,
	LB_SP,
	LB_SY,
	LB_VF,
	LB_VI,
	LB_WJ,
	LB_ZW,
	LB_ZWJ,
	LB_CLASSES,
	LB_EAST = 0x40,   /* of a class: East Asian Width is F, W or H */
	LB_INSIDE = 0x7f, /* a byte inside a character */
};

_Static_assert(LB_CLASSES <= (LB_INSIDE ^ LB_EAST),
               "no class with LB_EAST is LB_INSIDE");

static const struct {
	uint32_t first;
	uint8_t class;
} ranges[] = {
#include "text/linebreak_table.inc"
};

#define CLASS(flagged) ((flagged) & (LB_EAST - 1))

/* What stands before a place between two characters is a set of facts, and what stands
 * behind the place is another.  Each fact is a bit; the first bits are the classes. */
#define BIT(n) ((uint64_t)1 << (n))
#define ANY    (BIT(LB_CLASSES) - 1)

enum {                             /* facts about what stands before */
	IN_SPACED_OP = LB_CLASSES, /* OP SP* */
	IN_SPACED_QI,              /* a QI that opens, SP* (LB15a) */
	IN_SPACED_CLOSE,           /* (CL | CP) SP* */
	IN_SPACED_B2,              /* B2 SP* */
	IN_SPACED_ZW,              /* ZW SP* */
	IN_ZWJ,
	IN_NUMBER,        /* NU (SY | IS)* */
	IN_CLOSED_NUMBER, /* the same and CL or CP */
	IN_WEST,          /* not East Asian */
	IN_WEST_QUOTE,    /* a quotation mark at the start, or behind IN_WEST */
	IN_FIRST_HYPHEN,  /* HY or HH at the head of a word (LB20a) */
	IN_HEBREW_HYPHEN, /* HL (HY | HH) */
	IN_NARROW_CP,
	IN_HALF_FLAG, /* an odd number of RI */
	IN_CONJUNCT,  /* (AK | DOTTED | AS) VI */
	IN_FACTS
};

enum {                              /* facts about what stands behind */
	AT_CLOSING_QF = LB_CLASSES, /* LB15b */
	AT_DECIMAL,                 /* IS NU */
	AT_WEST,
	AT_WEST_QUOTE,  /* a quotation mark at the end, or before AT_WEST */
	AT_OPEN_NUMBER, /* OP IS? NU */
	AT_NARROW_OP,
	AT_FINAL_VF, /* (AK | DOTTED | AS) VF */
	AT_FACTS
};

static_assert(IN_FACTS <= 64 && AT_FACTS <= 64, "a fact is a bit of 64");

#define C1(a)          BIT(LB_##a)
#define C2(a, b)       (C1(a) | C1(b))
#define C3(a, b, c)    (C2(a, b) | C1(c))
#define C4(a, b, c, d) (C2(a, b) | C2(c, d))

#define NEWLINES C4(BK, CR, LF, NL)
#define QUOTES   C3(QU, QI, QF)
#define LETTERS  C4(AL, HL, DOTTED, PA)
#define IDEOS    C4(ID, EB, EM, PICTURE)
#define JAMO     (C3(JL, JV, JT) | C2(H2, H3))
#define AKSARAS  C3(AK, DOTTED, AS)

enum verdict {
	KEEP,
	PART
};

/* The rules of UAX #14 in their order; the first that fits decides. */
static const struct {
	uint64_t before, behind;
	enum verdict verdict;
} rules[] = {
	{ C1(CR), C1(LF), KEEP },         /* LB5 */
	{ NEWLINES, ANY, PART },          /* LB4 LB5 */
	{ ANY, NEWLINES, KEEP },          /* LB6 */
	{ ANY, C2(SP, ZW), KEEP },        /* LB7 */
	{ BIT(IN_SPACED_ZW), ANY, PART }, /* LB8 */
	{ BIT(IN_ZWJ), ANY, KEEP },       /* LB8a */
	{ ANY, C1(WJ), KEEP },            /* LB11 */
	{ C1(WJ), ANY, KEEP },
	{ C1(GL), ANY, KEEP },                       /* LB12 */
	{ ANY & ~C4(SP, BA, HY, HH), C1(GL), KEEP }, /* LB12a */
	{ ANY, C4(CL, CP, EX, SY), KEEP },           /* LB13 */
	{ BIT(IN_SPACED_OP), ANY, KEEP },            /* LB14 */
	{ BIT(IN_SPACED_QI), ANY, KEEP },            /* LB15a */
	{ ANY, BIT(AT_CLOSING_QF), KEEP },           /* LB15b */
	{ C1(SP), BIT(AT_DECIMAL), PART },           /* LB15c */
	{ ANY, C1(IS), KEEP },                       /* LB15d */
	{ BIT(IN_SPACED_CLOSE), C1(NS), KEEP },      /* LB16 */
	{ BIT(IN_SPACED_B2), C1(B2), KEEP },         /* LB17 */
	{ C1(SP), ANY, PART },                       /* LB18 */
	{ ANY, C2(QU, QF), KEEP },                   /* LB19 */
	{ C2(QU, QI), ANY, KEEP },
	{ BIT(IN_WEST), QUOTES, KEEP }, /* LB19a */
	{ ANY, BIT(AT_WEST_QUOTE), KEEP },
	{ QUOTES, BIT(AT_WEST), KEEP },
	{ BIT(IN_WEST_QUOTE), ANY, KEEP },
	{ ANY, C1(CB), PART }, /* LB20 */
	{ C1(CB), ANY, PART },
	{ BIT(IN_FIRST_HYPHEN), LETTERS, KEEP }, /* LB20a */
	{ ANY, C4(BA, HH, HY, NS), KEEP },       /* LB21 */
	{ C1(BB), ANY, KEEP },
	{ BIT(IN_HEBREW_HYPHEN), ANY & ~C1(HL), KEEP }, /* LB21a */
	{ C1(SY), C1(HL), KEEP },                       /* LB21b */
	{ ANY, C1(IN), KEEP },                          /* LB22 */
	{ LETTERS, C1(NU), KEEP },                      /* LB23 */
	{ C1(NU), LETTERS, KEEP },
	{ C1(PR), IDEOS, KEEP }, /* LB23a */
	{ IDEOS, C1(PO), KEEP },
	{ C2(PR, PO), LETTERS, KEEP }, /* LB24 */
	{ LETTERS, C2(PR, PO), KEEP },
	{ BIT(IN_NUMBER) | BIT(IN_CLOSED_NUMBER), C2(PO, PR), KEEP }, /* LB25 */
	{ C2(PO, PR), BIT(AT_OPEN_NUMBER) | C1(NU), KEEP },
	{ C2(HY, IS) | BIT(IN_NUMBER), C1(NU), KEEP },
	{ C1(JL), C4(JL, JV, H2, H3), KEEP }, /* LB26 */
	{ C2(JV, H2), C2(JV, JT), KEEP },
	{ C2(JT, H3), C1(JT), KEEP },
	{ JAMO, C1(PO), KEEP }, /* LB27 */
	{ C1(PR), JAMO, KEEP },
	{ LETTERS, LETTERS, KEEP }, /* LB28 */
	{ C1(AP), AKSARAS, KEEP },  /* LB28a */
	{ AKSARAS, C2(VF, VI) | BIT(AT_FINAL_VF), KEEP },
	{ BIT(IN_CONJUNCT), C2(AK, DOTTED), KEEP },
	{ C1(IS), LETTERS, KEEP },                     /* LB29 */
	{ LETTERS | C1(NU), BIT(AT_NARROW_OP), KEEP }, /* LB30 */
	{ BIT(IN_NARROW_CP), LETTERS | C1(NU), KEEP },
	{ BIT(IN_HALF_FLAG), C1(RI), KEEP },   /* LB30a */
	{ C3(EB, PICTURE, PA), C1(EM), KEEP }, /* LB30b */
};

static bool may_part(uint64_t before, uint64_t behind)
{
	/* The most frequent pair: no rule but LB8a is about two ideographs. */
	if ((before & behind & C1(ID)) && !(before & BIT(IN_ZWJ)))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(rules); i++)
		if ((before & rules[i].before) && (behind & rules[i].behind))
			return rules[i].verdict == PART;
	return true; /* LB31 */
}

static uint8_t linebreak_class_of(ucs4_t c)
{
	size_t next;

	if (c >= 0x4e00 && c <= 0x9fff)
		return LB_ID | LB_EAST;
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return LB_AL;
	ARRAY_FIND(next, ARRAY_LEN(ranges), ranges[next].first <= c);
	if (ranges[next - 1].class == (LB_H2 | LB_EAST) && (c - 0xac00) % 28)
		return LB_H3 | LB_EAST;
	return ranges[next - 1].class;
}

/* Writes the class of each character over its first byte of `classes`. */
static void classify(struct str text, char *classes)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c;
		size_t len = utf8_next(text, at, &c);

		classes[at++] = (char)linebreak_class_of(c);
		while (--len)
			classes[at++] = LB_INSIDE;
	}
}

static bool is_mark(int class)
{
	return CLASS(class) == LB_CM || CLASS(class) == LB_ZWJ;
}

/* The first byte behind the character at `at` and its combining marks; `len` at the end
 * of the text. */
static size_t behind(const char *classes, size_t at, size_t len)
{
	do
		at++;
	while (at < len && (classes[at] == LB_INSIDE || is_mark(classes[at])));
	return at;
}

static bool linebreak_is_of(const char *classes, size_t at, size_t len,
                            uint64_t set)
{
	return at < len && (BIT(CLASS(classes[at])) & set);
}

/* Does a number follow the OP at byte `at`, as in OP NU and OP IS NU (LB25)? */
static bool opens_number(const char *classes, size_t at, size_t len)
{
	size_t next = behind(classes, at, len);

	if (linebreak_is_of(classes, next, len, C1(IS)))
		next = behind(classes, next, len);
	return linebreak_is_of(classes, next, len, C1(NU));
}

/* The facts about what stands behind the place before byte `at`. */
static uint64_t facts_behind(const char *classes, size_t at, size_t len)
{
	const int class = classes[at];
	const uint64_t self = BIT(is_mark(class) ? LB_AL : CLASS(class));
	const bool west = !(class & LB_EAST);
	uint64_t facts = self | (west ? BIT(AT_WEST) : 0);
	size_t next;

	if (!(self & (QUOTES | C2(IS, OP) | AKSARAS)))
		return facts;
	next = behind(classes, at, len);
	if ((self & C1(QF)) &&
	    (next >= len ||
	     linebreak_is_of(classes, next, len,
	                     NEWLINES | QUOTES | C4(SP, GL, WJ, CL) |
	                             C4(CP, EX, IS, SY) | C1(ZW))))
		facts |= BIT(AT_CLOSING_QF);
	if ((self & QUOTES) && (next >= len || !(classes[next] & LB_EAST)))
		facts |= BIT(AT_WEST_QUOTE);
	if ((self & C1(IS)) && linebreak_is_of(classes, next, len, C1(NU)))
		facts |= BIT(AT_DECIMAL);
	if ((self & C1(OP)) && west)
		facts |= BIT(AT_NARROW_OP);
	if ((self & C1(OP)) && opens_number(classes, at, len))
		facts |= BIT(AT_OPEN_NUMBER);
	if ((self & AKSARAS) && linebreak_is_of(classes, next, len, C1(VF)))
		facts |= BIT(AT_FINAL_VF);
	return facts;
}

/* The facts that spaces do not end: they are about the character before the spaces. */
#define SPACED                                                                 \
 (BIT(IN_SPACED_OP) | BIT(IN_SPACED_QI) | BIT(IN_SPACED_CLOSE) |               \
  BIT(IN_SPACED_B2) | BIT(IN_SPACED_ZW))

#define WORD_HEADS                                                             \
 (NEWLINES | C4(SP, ZW, CB, GL)) /* a word begins behind these */

/* The facts that depend on a character of class `self` and on `old`, the facts before it;
 * `old` is 0 at the start of the text. */
static uint64_t facts_of_two(uint64_t old, uint64_t self)
{
	uint64_t facts = 0;

	if ((self & C1(QI)) &&
	    (!old || (old & (NEWLINES | QUOTES | C4(OP, GL, SP, ZW)))))
		facts |= BIT(IN_SPACED_QI);
	if ((self & QUOTES) && (!old || (old & BIT(IN_WEST))))
		facts |= BIT(IN_WEST_QUOTE);
	if ((self & C2(HY, HH)) && (!old || (old & WORD_HEADS)))
		facts |= BIT(IN_FIRST_HYPHEN);
	if ((self & C2(HY, HH)) && (old & C1(HL)))
		facts |= BIT(IN_HEBREW_HYPHEN);
	if ((self & C1(NU)) || ((self & C2(SY, IS)) && (old & BIT(IN_NUMBER))))
		facts |= BIT(IN_NUMBER);
	if ((self & C2(CL, CP)) && (old & BIT(IN_NUMBER)))
		facts |= BIT(IN_CLOSED_NUMBER);
	if ((self & C1(RI)) && !(old & BIT(IN_HALF_FLAG)))
		facts |= BIT(IN_HALF_FLAG);
	if ((self & C1(VI)) && (old & AKSARAS))
		facts |= BIT(IN_CONJUNCT);
	return facts;
}

/* The facts before the place that follows a character of `class`; `old` are those before
 * the character. */
static uint64_t facts_before(uint64_t old, int class)
{
	const uint64_t self = BIT(is_mark(class) ? LB_AL : CLASS(class));
	uint64_t facts = self | facts_of_two(old, self);

	if (self & C1(SP))
		return facts | BIT(IN_WEST) | (old & SPACED);
	if (!(class & LB_EAST))
		facts |= BIT(IN_WEST) | (self & C1(CP) ? BIT(IN_NARROW_CP) : 0);
	if (self & C1(OP))
		facts |= BIT(IN_SPACED_OP);
	if (self & C2(CL, CP))
		facts |= BIT(IN_SPACED_CLOSE);
	if (self & C1(B2))
		facts |= BIT(IN_SPACED_B2);
	if (self & C1(ZW))
		facts |= BIT(IN_SPACED_ZW);
	return facts | (CLASS(class) == LB_ZWJ ? BIT(IN_ZWJ) : 0);
}

void linebreak_find(struct str text, char *breaks)
{
	uint64_t before = 0;

	classify(text, breaks);
	for (size_t at = 0; at < text.len; at++) {
		const int class = breaks[at];

		if (class == LB_INSIDE) {
			breaks[at] = 0;
		} else if (is_mark(class) && before &&
		           !(before & (NEWLINES | C2(SP, ZW)))) {
			/* LB9: a mark is combined with the character before. */
			breaks[at] = 0;
			before &= ~BIT(IN_ZWJ);
			before |= CLASS(class) == LB_ZWJ ? BIT(IN_ZWJ) : 0;
		} else {
			breaks[at] = before &&
			             may_part(before, facts_behind(breaks, at,
			                                           text.len));
			before = facts_before(before, class);
		}
	}
}
