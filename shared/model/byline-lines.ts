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
