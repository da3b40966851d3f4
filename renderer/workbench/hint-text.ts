const BLANK = '＿＿'

/**
 * What a writing hint puts into the paper: the beginning of a sentence with its blanks as text, and the whole hint as
 * the grey word of advice. A hint without blanks is advice only.
 */
export function hintContent(hint: string): { text?: string; hint: string } {
  const start = hint.lastIndexOf('：', hint.indexOf(BLANK)) + 1
  return hint.includes(BLANK) ? { text: hint.slice(start).replace(/[；。]$/, ''), hint } : { hint }
}
