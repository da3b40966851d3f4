interface Room {
  /** Pixels for rows on the first page, on every other, and what the notes behind the table need. */
  first: number
  other: number
  notes: number
}

/**
 * Which rows of a table stand on which page. Notes that find no room take the last row with them, so that they do not
 * stand alone; `notesApart` where there is none to take.
 */
export function breakRows(heights: readonly number[], { first, other, notes }: Room) {
  const pages: { from: number; to: number }[] = []
  let from = 0
  let left = first
  for (const [index, height] of heights.entries()) {
    if (height > left && index > from) {
      pages.push({ from, to: index })
      from = index
      left = other
    }
    left -= height
  }
  const { length } = heights
  if (notes <= left) return { pages: [...pages, { from, to: length }], notesApart: false }
  if (length - from < 2) return { pages: [...pages, { from, to: length }], notesApart: true }
  return { pages: [...pages, { from, to: length - 1 }, { from: length - 1, to: length }], notesApart: false }
}
