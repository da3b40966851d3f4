/** A paragraph as measured: `lines` lines of the same height. All lengths in one unit, whichever it is. */
export interface MeasuredBlock {
  lines: number
  lineHeight: number
  /** Room above it, given up at the top of a page. */
  spaceBefore: number
  /** Not the last on a page: at least the first line of the next paragraph goes with it. */
  keepWithNext: boolean
  /** On one page whole, if it fits on one at all. */
  keepTogether: boolean
  /** Neither its first nor its last line alone on a page. */
  widowControl: boolean
  /** Begins a page. */
  breakBefore?: boolean
}

/** Some lines of a paragraph on a page, end exclusive. */
export interface Fragment {
  block: number
  from: number
  to: number
}

/** Lengths are sums of rounded ones. */
const TOLERANCE = 0.01

/** Lines of the block that have to stand on the page where it begins. */
function leastLines(block: MeasuredBlock): number {
  if (block.keepTogether) return block.lines
  return block.widowControl ? (block.lines < 4 ? block.lines : 2) : 1
}

/** How many of the remaining lines go on this page when `room` of them fit and not all do. */
function splitAt(block: MeasuredBlock, from: number, room: number): number {
  if (!block.widowControl) return room
  const rest = block.lines - from
  const kept = rest - room === 1 ? room - 1 : room
  return from === 0 && kept < 2 ? 0 : kept
}

/**
 * Lays measured paragraphs out on pages, as a word processor does. A paper always has at least one page.
 * @param pageHeight height of the type area
 */
export function paginate(blocks: readonly MeasuredBlock[], pageHeight: number): Fragment[][] {
  let page: Fragment[] = []
  const pages = [page]
  let used = 0
  const turn = () => {
    page = []
    pages.push(page)
    used = 0
  }
  const spaceAbove = (block: MeasuredBlock) => (used === 0 ? 0 : block.spaceBefore)

  /** Height from `index` to the first lines of what it has to stand with. */
  const chainHeight = (index: number): number => {
    let height = 0
    for (let at = index; at < blocks.length; at++) {
      const block = blocks[at] as MeasuredBlock
      height += at === index ? spaceAbove(block) : block.spaceBefore
      if (!block.keepWithNext || at === blocks.length - 1) return height + leastLines(block) * block.lineHeight
      height += block.lines * block.lineHeight
    }
    return height
  }

  blocks.forEach((block, index) => {
    if (block.breakBefore && used > 0) turn()
    const startsChain = !blocks[index - 1]?.keepWithNext
    if (used > 0 && startsChain && (block.keepWithNext || block.keepTogether || block.widowControl)) {
      const needed = chainHeight(index)
      if (used + needed > pageHeight + TOLERANCE && needed - block.spaceBefore <= pageHeight) turn()
    }
    let from = 0
    while (from < block.lines) {
      const above = from === 0 ? spaceAbove(block) : 0
      const room = Math.floor((pageHeight - used - above + TOLERANCE) / block.lineHeight)
      const rest = block.lines - from
      // On an empty page at least one line is set, or a block higher than the page would never end.
      const fits = room >= rest ? rest : Math.max(splitAt(block, from, Math.max(room, 0)), used === 0 ? 1 : 0)
      if (fits > 0) {
        page.push({ block: index, from, to: from + fits })
        used += above + fits * block.lineHeight
        from += fits
      }
      if (from < block.lines) turn()
    }
  })
  return pages
}
