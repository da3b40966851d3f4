import { pinyin } from 'pinyin-pro'

/** The reading of one character of a text: 砺 → lì. Offsets are UTF-16, end exclusive. */
export interface Reading {
  start: number
  end: number
  pinyin: string
}

/** A word somebody wants read out rightly, with its syllables where the usual reading is not meant. */
export interface MarkedWord {
  word: string
  syllables: string[] | null
}

/** What gets a reading; see {@link readings}. */
export interface ReadingChoice {
  rare: boolean
  words: readonly MarkedWord[]
}

/** Both runtimes have it, but neither is part of the language. */
const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string }
}

/** The first level of GB 2312: the 3,755 usual characters, rows 16 to 55. */
function usualCharacters(): Set<string> {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
}

let usual: Set<string> | undefined
const isHan = (char: string) => /^\p{Script=Han}$/u.test(char) && char !== '〇'
const isRare = (char: string) => {
  usual ??= usualCharacters()
  return isHan(char) && !usual.has(char)
}

/** Words as written in the settings, one a line or with 、 between them: 乐(yuè), 单县(shàn xiàn). */
export function parseMarkedWords(entry: string): MarkedWord[] {
  return entry
    .split(/[\n、，,；;]+/)
    .map((line) => /^\s*([^\s(（]+)\s*(?:[(（]([^)）]*)[)）])?\s*$/u.exec(line))
    .flatMap((match) => {
      const word = match?.[1] ?? ''
      const syllables = match?.[2]?.trim().split(/\s+/) ?? null
      if (word === '' || !Array.from(word).some(isHan)) return []
      return [{ word, syllables: syllables?.length === Array.from(word).length ? syllables : null }]
    })
}

function readWord({ word, syllables }: MarkedWord): string[] {
  const characters = Array.from(word)
  // A marked word is most often a name, and a surname may be read in a way of its own: 单, 仇, 解.
  const own = syllables ?? pinyin(word, { type: 'array', mode: 'surname' })
  return own.length === characters.length ? own : characters.map((char) => pinyin(char))
}

/** The readings to be shown over a text: of the marked words, and of what is not among the usual characters. */
export function readings(text: string, { rare, words }: ReadingChoice): Reading[] {
  const found = new Map<number, Reading>()
  for (const marked of words) {
    const syllables = readWord(marked)
    for (let at = text.indexOf(marked.word); at >= 0; at = text.indexOf(marked.word, at + marked.word.length)) {
      let start = at
      for (const [index, char] of Array.from(marked.word).entries()) {
        if (isHan(char) && !found.has(start))
          found.set(start, { start, end: start + char.length, pinyin: syllables[index] ?? '' })
        start += char.length
      }
    }
  }
  if (rare) {
    let start = 0
    for (const char of text) {
      if (!found.has(start) && isRare(char)) found.set(start, { start, end: start + char.length, pinyin: pinyin(char) })
      start += char.length
    }
  }
  // A character the dictionary does not know comes back as it is.
  return [...found.values()]
    .filter(({ pinyin: sound }) => sound !== '' && !isHan(sound))
    .sort((a, b) => a.start - b.start)
}
