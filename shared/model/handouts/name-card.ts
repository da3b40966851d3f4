/** A4 across, folded once along: each half shows the name, the upper one upside down. Millimetres. */
export const CARD = { width: 297, height: 105, side: 22 } as const
/** Points: as large as three characters may be without crowding the half sheet; two lines of a long name share it. */
const LARGEST = 165
const LARGEST_OF_TWO = 100
/** Characters on one line; a longer name is broken behind one of its points. */
const LONGEST_LINE = 8
const POINTS_PER_MM = 72 / 25.4

export interface NameCard {
  /** The name with the space that makes 张三 as wide as 张建国; a long one in two lines. */
  lines: string[]
  /** Size of the letters in points. */
  size: number
  /** Room added behind each character, in points. */
  spacing: number
}

/** 买买提·吐尔逊·阿不都热合曼 in two lines as like in length as its points allow. */
function inTwo(name: string): string[] {
  const characters = Array.from(name)
  const ends = characters.flatMap((char, index) => (/[·•・]/.test(char) ? [index + 1] : []))
  const middle = characters.length / 2
  const [end] = ends.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (end === undefined || end === characters.length) return [name]
  return [characters.slice(0, end).join(''), characters.slice(end).join('')]
}

/** How a name stands on its card: two characters with one between, three a little apart, longer ones closer. */
export function nameCard(name: string): NameCard {
  const bare = name.replace(/\s/g, '')
  const characters = Array.from(bare)
  const lines =
    characters.length === 2 ? [characters.join('　')] : characters.length > LONGEST_LINE ? inTwo(bare) : [bare]
  const count = Math.max(3, ...lines.map((line) => Array.from(line).length))
  const apart = count === 3 ? 0.12 : 0
  const room = (CARD.width - 2 * CARD.side) * POINTS_PER_MM
  const most = lines.length > 1 ? LARGEST_OF_TWO : LARGEST
  const size = Math.min(most, Math.floor(room / (count * (1 + apart))))
  return { lines, size, spacing: Math.round(size * apart) }
}
