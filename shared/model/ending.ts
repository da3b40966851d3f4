/** A paragraph of at most so many lines goes with the lines that end a paper. */
const MOST_LINES = 4
/** Paragraphs of one line at the end: thanks, and the two lines of a signature. */
const LONGEST_ENDING = 3

/**
 * A last page with nothing but 谢谢大家！ or a signature looks forgotten: which paragraphs stay with the one behind them.
 * @param lines of each paragraph, in order
 */
export function keptWithEnding(lines: readonly number[]): number[] {
  const kept: number[] = []
  for (let at = lines.length - 1; at > 0 && at >= lines.length - LONGEST_ENDING; at--) {
    if ((lines[at] ?? 0) > 1 || (lines[at - 1] ?? 0) > MOST_LINES) break
    kept.push(at - 1)
  }
  return kept
}
