/** Where sentences of a text end: offsets behind their mark and what closes after it. */
export function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/[。！？!?]+[”’」』）)】》]*/g)].map((match) => match.index + match[0].length)
}

interface Break {
  /** Line of each sentence's last character, by its end. */
  lineOf(end: number): number
  /** Lines before this one fit on the page; the paragraph began on it at `from`. */
  to: number
  from: number
  /** Lines that may stay empty. */
  most: number
}

/**
 * Where a paragraph that goes on overleaf is better broken: behind the last sentence that ends on the page.
 * @returns null where it goes over at a sentence end anyhow, or no sentence ends near enough
 */
export function betterBreak(text: string, { lineOf, from, to, most }: Break): number | null {
  const inner = sentenceEnds(text).filter((end) => end < text.length)
  const onPage = inner.filter((end) => lineOf(end) < to)
  const last = onPage.at(-1)
  if (last === undefined) return null
  const line = lineOf(last)
  if (line < from || to - 1 - line > most) return null
  // The next sentence begins on the next page by itself.
  return line === to - 1 && lineOf(last + 1) >= to ? null : last
}
