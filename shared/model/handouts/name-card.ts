/** A4 across, folded once along: each half shows the name, the upper one upside down. Millimetres. */
export const CARD = { width: 297, height: 105, side: 22 } as const
/** Points: as large as three characters may be without crowding the half sheet. */
const LARGEST = 165
const POINTS_PER_MM = 72 / 25.4

export interface NameCard {
  /** The name with the space that makes 张三 as wide as 张建国. */
  text: string
  /** Size of the letters in points. */
  size: number
  /** Room added behind each character, in points. */
  spacing: number
}

/** How a name stands on its card: two characters with one between, three a little apart, longer ones closer. */
export function nameCard(name: string): NameCard {
  const characters = Array.from(name.replace(/\s/g, ''))
  const text = characters.length === 2 ? characters.join('　') : characters.join('')
  const count = Math.max(3, Array.from(text).length)
  const apart = count === 3 ? 0.12 : 0
  const room = (CARD.width - 2 * CARD.side) * POINTS_PER_MM
  const size = Math.min(LARGEST, Math.floor(room / (count * (1 + apart))))
  return { text, size, spacing: Math.round(size * apart) }
}
