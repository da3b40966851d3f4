/** 县委常委、组织部部长 + space + name. */
const POST_AND_NAME = /^(.*[\s　])(\S{2,10})$/su

/** In full-width characters. */
const width = (text: string) => Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) < 0x100 ? 0.5 : 1), 0)

/**
 * A by-line in lines of at most `perLine` full-width characters: too long for one, it is broken before the name,
 * never inside it. The lines joined are the by-line again.
 */
export function bylineLines(text: string, perLine: number): string[] {
  // A name of two characters is set as wide as one of three.
  if (width(text) + 1 <= perLine) return [text]
  const match = POST_AND_NAME.exec(text)
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : [text]
}

const BRACKETED = /^（(.*)）$/su

/**
 * A date under a title as an office wants it: `open` and `close` are brackets to be added, `text` is what stands
 * between them. Without brackets to add, a `text` other than the date is the date without its own.
 */
export function bracketedDate(date: string, form: 'as-written' | 'brackets' | 'bare') {
  const inner = BRACKETED.exec(date)?.[1]
  if (form === 'brackets' && inner === undefined) return { open: '（', text: date, close: '）' }
  return { open: '', text: form === 'bare' && inner ? inner : date, close: '' }
}
