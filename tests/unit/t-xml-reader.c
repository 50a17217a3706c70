/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/xml.h"

#include "base/mem.h"
#include "load/input/gunzip.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

static void record_begin(void *context, const struct xml_element *element)
{
	struct str a = xml_attribute(element, "a");

	buf_addf(context, "<%.*s %.*s>", (int)element->name.len,
	         element->name.ptr, (int)a.len, a.ptr);
}

static void record_end(void *context, struct str name)
{
	buf_addf(context, "</%.*s>", (int)name.len, name.ptr);
}

static void record_text(void *context, struct str text)
{
	buf_add(context, text);
}

static const struct xml_handler record = { record_begin, record_end,
	                                   record_text };

static void assert_read(const char *xml, const char *want, const char *damage)
{
	struct xml_damage got = { 0 };
	struct buf out;
	bool whole;

	buf_init(&out);
	whole = xml_read(str_from(xml), &record, &out, &got);
	if (strcmp(out.ptr, want) || whole != !damage)
		fail_msg("%s: %s", xml, out.ptr);
	if (damage && (!got.line || !strstr(got.what, damage)))
		fail_msg("%s: %s", xml, got.what);
	buf_release(&out);
}

static void names_have_no_prefix(void **state)
{
	(void)state;
	assert_read("<x:r x:a='1'><s a='&lt;'/>t&amp;u</x:r>",
	            "<r 1><s <></s>t&u</r>", NULL);
}

static void damage_keeps_what_stands_before_it(void **state)
{
	struct xml_damage damage;
	struct buf out;

	(void)state;
	assert_read("<r><s a='1'/><t></r>", "<r ><s 1></s><t >",
	            "mismatched tag");
	assert_read("<r><s/>", "<r ><s ></s>", "no element");
	assert_read("", "", "no element");
	buf_init(&out);
	assert_false(
		xml_read(STR("<r>\n <s a='<'/></r>"), &record, &out, &damage));
	assert_int_equal(damage.line, 2);
	assert_true(damage.column > 1);
	buf_release(&out);
}

static void no_entity_is_taken(void **state)
{
	(void)state;
	assert_read("<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
	            "<r>&b;</r>",
	            "", "entity");
	assert_read("<!DOCTYPE r [<!ENTITY x SYSTEM '/etc/passwd'>]><r>&x;</r>",
	            "", "entity");
	assert_read("<!DOCTYPE r [<!ENTITY % p SYSTEM 'p.dtd'>%p;]><r/>", "",
	            "entity");
	/* A document type outside is not looked for. */
	assert_read("<!DOCTYPE r SYSTEM '/nowhere/r.dtd'><r/>", "<r ></r>",
	            NULL);
}

static void depth_and_attributes_have_limits(void **state)
{
	struct xml_damage damage;
	struct buf xml, out;

	(void)state;
	buf_init(&xml);
	buf_init(&out);
	for (size_t i = 0; i < XML_DEPTH_MOST; i++)
		buf_add_c(&xml, "<r>");
	for (size_t i = 0; i < XML_DEPTH_MOST; i++)
		buf_add_c(&xml, "</r>");
	assert_true(xml_read(buf_str(&xml), &record, &out, &damage));
	buf_clear(&xml);
	for (size_t i = 0; i <= XML_DEPTH_MOST; i++)
		buf_add_c(&xml, "<r>");
	assert_false(xml_read(buf_str(&xml), &record, &out, &damage));
	assert_non_null(strstr(damage.what, "deep"));
	buf_clear(&xml);
	buf_add_c(&xml, "<r a='");
	for (size_t i = 0; i <= XML_ATTRIBUTE_BYTES; i++)
		buf_add_byte(&xml, 'x');
	buf_add_c(&xml, "'/>");
	assert_false(xml_read(buf_str(&xml), &record, &out, &damage));
	assert_non_null(strstr(damage.what, "long"));
	buf_release(&xml);
	buf_release(&out);
}

/* A document type with a list of attributes has all leaves read by the parser. */
#define BY_PARSER "<!DOCTYPE r [<!ATTLIST z a CDATA #IMPLIED>]>"

static void assert_leaves_are_as_parsed(const char *xml)
{
	struct xml_damage damage;
	struct buf all, one, other;
	bool whole;

	buf_init(&all);
	buf_init(&one);
	buf_init(&other);
	buf_addf(&all, "%s%s", BY_PARSER, xml);
	whole = xml_read(str_from(xml), &record, &one, &damage);
	if (whole != xml_read(buf_str(&all), &record, &other, &damage) ||
	    strcmp(one.ptr, other.ptr))
		fail_msg("%s: %s, not %s", xml, one.ptr, other.ptr);
	buf_release(&all);
	buf_release(&one);
	buf_release(&other);
}

static void leaves_are_as_the_parser_reads_them(void **state)
{
	static const char *const leaves[] = {
		"<s/>",
		"<s a='1'/>",
		"<x:s b=\"'\" x:a='1 > 0'  />",
		"<s\n\ta='\u62a5'\r\n/>",
		/* those that the parser has to read */
		"<s a = '1'/>",
		"<s a='&lt;&#65;'/>",
		"<s a='1\n2'/>",
		"<\u62a5 a='1'/>",
		"<s \u62a5='1' a='2'/>",
		/* text before them, and other things */
		"t<s a='1'/>u",
		"t\r\n<s a='1'/>",
		"]]<s a='1'/>",
		"<!-- <s a='1'/> --><s a='2'/>",
		"<![CDATA[<s a='1'/>]]>",
		"<?p <s a='1'/> ?>",
		/* damaged ones */
		"<s a='1' a='2'/>",
		"<s aa='1' ab='2' ac='3' aa='4'/>",
		"<s a='1'b='2'/>",
		"<s a='\xe9'/>",
		"<s a='\xef\xbf\xbf'/>",
		"<s a='\x01'/>",
		"<s a=1/>",
		"<s a='1'",
		"<s a='<'/>",
		"<s a/>",
		"<s a='1' / >",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(leaves); i++) {
		struct buf xml;

		buf_init(&xml);
		buf_addf(&xml, "<r>%s<t><u/>\n</t></r>", leaves[i]);
		assert_leaves_are_as_parsed(xml.ptr);
		buf_release(&xml);
	}
	/* Outside the root element there are none. */
	assert_leaves_are_as_parsed("<s a='1'/><s/>");
	assert_leaves_are_as_parsed("<r></r><s/>");
	/* A document type gives attributes. */
	assert_read("<!DOCTYPE r [<!ATTLIST s a CDATA '7'>]><r><s/></r>",
	            "<r ><s 7></s></r>", NULL);
}

static void numbers_are_read(void **state)
{
	static const struct {
		const char *text;
		double number;
	} cases[] = {
		{ "", 0 },
		{ "0", 0 },
		{ "007", 7 },
		{ "1.25", 1.25 },
		{ ".5", .5 },
		{ "3.", 3 },
		{ "-2", -2 },
		{ "1e3", 1000 },
		{ "x", 0 },
		{ "1.2.3", 1.2 },
		{ "inf", 0 },
		{ "nan", 0 },
		{ "2000000000", 0 },
		{ ".", 0 },
		{ "0.123456789012345678", 0.123456789012345678 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (xml_number(str_from(cases[i].text)) != cases[i].number)
			fail_msg("%s", cases[i].text);
}

static void roots_are_found(void **state)
{
	static const struct {
		const char *head, *root;
	} cases[] = {
		{ "<alto>", "alto" },
		{ "\xef\xbb\xbf <?xml version='1.0'?>\n<!-- <a> -->"
		  "<!DOCTYPE x><m:mets TYPE='x'>",
		  "mets" },
		{ "<!DOCTYPE a [<!ENTITY b '>'>] ><alto>", "alto" },
		{ "text <alto>", "" },
		{ "<!-- never closed", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (!str_equal(xml_root(str_from(cases[i].head)),
		               str_from(cases[i].root)))
			fail_msg("%s", cases[i].head);
	assert_true(xml_has_root(STR("<ALTO>"), "alto"));
	assert_false(xml_has_root(STR("<alt>"), "alto"));
	assert_true(xml_has_root(STR("\xff\xfe<\0a\0:\0b\0>\0"), "b"));
	assert_true(xml_has_root(STR("\0<\0b\0>"), "b"));
}

/* `text` as gzip compresses it. */
static void add_gzip(struct buf *out, struct str text)
{
	z_stream stream = { .next_in = (Bytef *)text.ptr,
		            .avail_in = (uInt)text.len };
	size_t most;

	assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8,
	                              Z_DEFAULT_STRATEGY),
	                 Z_OK);
	most = deflateBound(&stream, text.len);
	stream.next_out = (Bytef *)buf_room(out, most);
	stream.avail_out = (uInt)most;
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	out->len += most - stream.avail_out;
	deflateEnd(&stream);
}

static void gzip_has_a_limit(void **state)
{
	struct buf bytes, zeros;

	(void)state;
	buf_init(&bytes);
	buf_init(&zeros);
	buf_add_c(&bytes, "plain");
	assert_true(gunzip(&bytes, 100));
	assert_string_equal(bytes.ptr, "plain");
	buf_clear(&bytes);
	add_gzip(&bytes, STR("one "));
	add_gzip(&bytes, STR("two"));
	assert_true(gunzip(&bytes, 100));
	assert_string_equal(bytes.ptr, "one two");
	memset(buf_room(&zeros, 4000000), 0, 4000000);
	zeros.len = 4000000;
	buf_clear(&bytes);
	add_gzip(&bytes, buf_str(&zeros));
	assert_true(bytes.len < 10000);
	errno = 0;
	assert_false(gunzip(&bytes, 100000));
	assert_int_equal(errno, EFBIG);
	assert_true(bytes.len < 200000);
	/* Cut off. */
	buf_clear(&bytes);
	add_gzip(&bytes, buf_str(&zeros));
	bytes.len /= 2;
	assert_true(gunzip(&bytes, 5000000));
	assert_true(bytes.len > 1000000 && bytes.len < 4000000);
	buf_release(&bytes);
	buf_release(&zeros);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_have_no_prefix),
		cmocka_unit_test(damage_keeps_what_stands_before_it),
		cmocka_unit_test(no_entity_is_taken),
		cmocka_unit_test(depth_and_attributes_have_limits),
		cmocka_unit_test(leaves_are_as_the_parser_reads_them),
		cmocka_unit_test(numbers_are_read),
		cmocka_unit_test(roots_are_found),
		cmocka_unit_test(gzip_has_a_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
