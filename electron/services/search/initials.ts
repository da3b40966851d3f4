import { pinyin, polyphonic } from 'pinyin-pro'
import { fold } from '../../../shared/text/fold.ts'

/** Readings of a name that are kept. */
const MOST_READINGS = 16
/** What is longer is no name of a person. */
const LONGEST_NAME = 6

/**
 * The first letter of every character's pinyin, as long as the text; what is no Chinese character stays as it is. Where
 * a text may be read in several ways (单县 is no 单位, 单明远 is S and not D) each follows on a line of its own.
 * @param name characters at the beginning that are somebody's name, which may be read in any way its characters can be
 */
export function initialsOf(text: string, name = 0): string {
  const folded = fold(text)
  const usual = read(folded, 'off')
  const after = usual.slice(name)
  const others =
    name > 0 && name <= LONGEST_NAME && usual !== ''
      ? readings(folded.slice(0, name)).map((one) => one + after)
      : [read(folded, 'head')]
  return [...new Set([usual, ...others])].slice(0, MOST_READINGS).join('\n')
}

/** '' when the dictionary counts characters in another way than the text does. */
function read(folded: string, surname: 'off' | 'head'): string {
  const letters = pinyin(folded, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'spaced', surname })
  if (letters.length !== folded.length) return ''
  return letters.map((letter, index) => (/^[a-z]$/.test(letter) ? letter : (folded[index] ?? ' '))).join('')
}

/** Every way to read a name, by its initials; the usual ones first. */
function readings(name: string): string[] {
  const letters = polyphonic(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'spaced' })
  if (letters.length !== name.length) return []
  return letters.reduce<string[]>(
    (begun, choices, index) => {
      const each = choices.map((letter) => (/^[a-z]$/.test(letter) ? letter : (name[index] ?? ' ')))
      return each.flatMap((letter) => begun.map((start) => start + letter)).slice(0, MOST_READINGS)
    },
    [''],
  )
}
