import { keptWithEnding } from '../../../shared/model/ending.ts'
import type { BlockKind } from '../../../shared/model/text-view.ts'
import type { PageGeometry } from './page-geometry.ts'
import type { MeasuredBlock } from './paginate.ts'

/** What is known of a paragraph besides its length. */
export interface FlowBlock {
  kind: BlockKind
  level: number
  /** Own words, without the number. */
  text: string
  /** Length of the head; the whole text where a heading stands alone. */
  headLength: number
  markerLength: number
}

const INDENT = 2

/** Keeps the last lines of a paper, each a paragraph of its own, with the paragraph before them. */
export function keepEnding(blocks: readonly MeasuredBlock[]): MeasuredBlock[] {
  const kept = keptWithEnding(blocks.map(({ lines }) => lines))
  return blocks.map((block, index) => (kept.includes(index) ? { ...block, keepWithNext: true } : block))
}

/** How a paragraph behaves at the foot of a page: the same as in the exported Word document. */
export function flowOf(
  block: FlowBlock,
  lines: number,
  { kind, charactersPerLine, blankLines }: Pick<PageGeometry, 'kind' | 'charactersPerLine' | 'blankLines'>,
): Pick<MeasuredBlock, 'keepWithNext' | 'keepTogether' | 'widowControl'> {
  const podium = kind === 'podium'
  const flow = {
    keepWithNext: block.kind === 'title' || block.kind === 'salutation',
    keepTogether: podium && lines <= blankLines + 1,
    widowControl: podium,
  }
  if (block.kind !== 'heading') return flow
  // 1.能当天办的当天销号。 is an item of a list; it heads nothing.
  const standsAlone = block.headLength === block.text.length && (block.level === 1 || !/[。；！？]$/.test(block.text))
  if (standsAlone) return { ...flow, keepWithNext: true, keepTogether: true }
  const fillsLine = block.markerLength + block.headLength + INDENT >= charactersPerLine - INDENT
  return fillsLine ? { ...flow, widowControl: true } : flow
}
