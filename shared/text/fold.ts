/**
 * Text as it is compared when something is looked for: full-width letters and figures become half-width ones, capitals
 * small ones. Every UTF-16 unit stays one unit, so a place in the folded text is the same place in the text.
 */
export function fold(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** The words of a query, parted by spaces, folded, each once. */
export function queryTerms(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/).filter(Boolean))]
}

/** Runs of letters and figures in folded text; what stands between them is no part of a word. */
export function letterRuns(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
