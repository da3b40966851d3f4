const BLANK = '＿＿'

/**
 * What a writing hint puts into the paper. Hints say what to do, and behind a colon how the sentence may begin, with
 * its blanks: that beginning (or the phrase chosen) becomes text, the whole hint the grey word of advice. Without one it is advice only.
 */
export function hintContent(hint: string, phrase?: string): { text?: string; hint: string } {
  if (phrase) return { text: phrase, hint }
  const start = hint.indexOf(BLANK) < 0 ? -1 : hint.lastIndexOf('：', hint.indexOf(BLANK))
  return start < 0 ? { hint } : { text: hint.slice(start + 1).replace(/[；。]$/, ''), hint }
}
