/** What a paper can be read from, as a sentence names it; import-paper.ts reads each of them. */
export const READABLE_FILES = '.docx、.doc、.odt、.txt 或 .wps'
