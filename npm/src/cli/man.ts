import { LISTED, STATUSES } from "./options.js";

/** The manual page, in the man macros of roff. */
export function man(version: string): string {
  const options = LISTED.map(
    ({ name, short, value, about }) =>
      `.TP\n${short === undefined ? "" : `\\fB\\-${short}\\fR, `}\\fB\\-\\-${name}\\fR${value === undefined ? "" : ` \\fI${value}\\fR`}\n${roff(about)}`,
  );
  const statuses = Object.entries(STATUSES).map(([status, meaning]) => `.TP\n${status}\n${roff(meaning)}`);
  return `.TH DEHUSK 1 "" "dehusk ${version}" "User Commands"
.SH NAME
dehusk \\- the article of a web page without spam, ads and clutter
.SH SYNOPSIS
.B dehusk
\\fIFILE\\fR... [\\fIOPTION\\fR]...
.SH DESCRIPTION
Reads a page of HTML from FILE, or from standard input when FILE is \\-, and writes its main content to standard output.
Several pages are worked on in parallel and written to a folder.
.PP
The charset is that of the byte order mark, else the one the page declares, else UTF\\-8.
A WARC archive is read as a stream; for each HTML page in it one line of JSON is written: \\fBurl\\fR, \\fBdate\\fR and \\fBarticle\\fR, which is null where there is nothing to read.
.SH OPTIONS
${options.join("\n")}
.SH EXIT STATUS
${statuses.join("\n")}
.SH EXAMPLES
.nf
dehusk page.html
dehusk page.html \\-\\-format json \\-\\-url https://example.org/post
dehusk page.html \\-\\-explain
dehusk *.html \\-\\-out articles
dehusk crawl.warc.gz > articles.jsonl
.fi
`;
}

/** Text as roff takes it: a dash that is a minus, no line that starts with a control character. */
function roff(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll(/^[.']/gm, "\\&$&");
}
