"""One set of hostile texts for every place that takes a text."""

# Printable: a client may write them, they are read, and they must be harmless wherever they are shown.
PRINTABLE = {
    "HTML, text": "<script>alert(1)</script>",
    "HTML, attribute": "\"'><img src=x onerror=alert(2)>",
    "HTML, attribute without quotes": "` onmouseover=alert(3) x=",
    "HTML, style": "</style><script>alert(4)</script>",
    "HTML, title": "</title><svg onload=alert(5)>",
    "HTML, comment": "<!-- nothing --!> <![CDATA[",
    "HTML, entity": "&lt;b&gt; &#60;i&#62; &colon; &NewLine;",
    "HTML, frame": "<iframe srcdoc='<script>alert(6)</script>' src=\"http://127.0.0.1:9/\"></iframe>",
    "CSS": "red;background:url(http://127.0.0.1:9/a) @import url(//127.0.0.1:9/b); } * { display: none",
    "URL": "javascript:alert(7)",
    "template": "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}",
    "placeholder": "{has} {of} {date} {where} {} %s %n",
    "Markdown, link": "[x](javascript:alert(8)) [y]: http://127.0.0.1:9/ <javascript:alert(9)>",
    "Markdown, image": "![x](http://127.0.0.1:9/c.png) ![[y]]",
    "Markdown, address": "http://127.0.0.1:9/d www.example.com mailto:a@example.com ftp://example.com",
    "Markdown, mention": "@owner @team/all #1 a/b#2 x@example.com",
    "Markdown, heading": "# a",
    "Markdown, list": "- a",
    "Markdown, numbers": "1) a",
    "Markdown, rule": "***",
    "Markdown, underline": "===",
    "Markdown, quote": "> a",
    "Markdown, fence": "```",
    "Markdown, tildes": "~~~ a",
    "Markdown, table": "| a | b |",
    "Markdown, emphasis": "*a* _b_ ~~c~~ `d` $e$",
    "Markdown, end": "a \\",
    "formula =": "=HYPERLINK(\"http://127.0.0.1:9/\")",
    "formula +": "+cmd|' /C calc'!A0",
    "formula -": "-2+3+cmd|' /C calc'!A0",
    "formula @": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula after a tab": "\t=1+1",
    "formula after a line break": "\n=1+1",
    "formula after a quote": "\";=1+1;\"",
    "formula, wide": "\uff1d1+1",
    "XML": "]]>&#1;<failure/> &amp; <?x?>",
    "XML, attachment": "[[ATTACHMENT|/etc/passwd]] [[attachment|b]]",
    "GitHub, output": "::set-output name=status::0",
    "GitHub, annotation": "::error file=a,line=1,title=b::c",
    "GitHub, after a line break": "a\n::add-mask::candor",
    "GitHub, after a tab": "\t::add-path::/tmp",
    "GitHub, after a wide blank": "\u3000::warning::x",
    "GitHub, escaped": "%0A::notice::x %0D%0A::notice::y %25",
    "GitHub, off": "::stop-commands::x",
    "GitHub, old": "##[error]x ##[add-mask]candor",
    "Azure and TeamCity": "##vso[task.setvariable variable=a]b ##teamcity[buildStop]",
    "GitHub, a file's mark": "EOF\nstatus<<EOF\n0\nEOF",
    "Prometheus": "a\",b=\"c\"} 1\ncandor_points{d=\"e\"} 100\\",
    "path": "../../../etc/passwd",
    "reserved name": "CON.txt",
    "name of a file": "a/b\\c:d*?\"<>|",
    "quotes": "'\"`\u2018\u201c",
    "letters of others": "\u05e2\u05d1\u05e8 \u0627\u0628 \u6771\u4eac e\u0301 \U0001f9b7",
}

# What changes how a text is read without being seen, or acts on a terminal: refused wherever it stands.
REFUSED = {
    "escape": "\x1b", "bell": "\x07", "backspace": "\b", "form feed": "\x0c", "delete": "\x7f", "C1, CSI": "\x9b", "C1, next line": "\x85",
    "right to left": "\u202e", "isolate": "\u2066", "zero width": "\u200b", "byte order mark": "\ufeff", "soft hyphen": "\xad",
    "line separator": "\u2028", "tag": "\U000e0041", "filler": "\u3164",
}


def harmless(text):
    """The same words between signs that do nothing: what depends on how long a text is, or where a phrase of it ends, comes out
    as with the hostile one."""


    def sign(at, c):
        if c.isalnum() or c in " !?,'():;":
            return c
        if c == "." and not text[at - 1:at].isdigit() or c == "-" and text[at - 1:at].isalpha():
            return c
        return " " if c.isspace() else "\u00b7"

    made = "".join(sign(at, c) for at, c in enumerate(text))
    for live, dead in (("www.", "www\u00b7"), ("::", ":\u00b7"), ("1)", "1\u00b7")):
        made = made.replace(live, dead)
    return made
