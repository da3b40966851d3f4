import { pinyin } from 'pinyin-pro'
import { fold } from '../../../shared/text/fold.ts'

/** The first letter of every character's pinyin, as long as the text; what is no Chinese character stays as it is. */
export function initialsOf(text: string): string {
  const folded = fold(text)
  const letters = pinyin(folded, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'spaced' })
  if (letters.length !== folded.length) return ''
  return letters.map((letter, index) => (/^[a-z]$/.test(letter) ? letter : (folded[index] ?? ' '))).join('')
}
