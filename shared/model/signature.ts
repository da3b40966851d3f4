/** A date as the last line of a paper, and as much as a name above it may have. */
const DATE = /^(?:\d{4}|[XxＸ×]{2,4})年(?:\d{1,2}|[XxＸ×]{1,2})月(?:\d{1,2}|[XxＸ×]{1,2})日$/
const LONGEST_NAME = 30

/**
 * How many of the last paragraphs are a signature: the name of the body that signs, and the date under it
 * (GB/T 9704-2012, 7.3.5.2). 0 or 2.
 */
export function signatureLength(paragraphs: readonly string[]): 0 | 2 {
  const [name, date] = paragraphs.slice(-2)
  if (name === undefined || date === undefined || !DATE.test(date)) return 0
  return name !== '' && name.length <= LONGEST_NAME && !/[，。：；！？:;!?]/.test(name) ? 2 : 0
}
