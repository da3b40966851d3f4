import type { Place } from '../../packs/points-section.ts'
import type { CheckContext, Paragraph } from '../context.ts'

/** Paragraphs from the end that count as the closing. */
const CLOSING_PARAGRAPHS = 3
/** Share of the text that counts as the opening where a paper has no parts. */
const OPENING_SHARE = 0.25

/** Paragraphs that speak: title, by-lines and salutation make no point. */
export function isBody({ block }: Paragraph): boolean {
  return block.part >= 0
}

/** Tells whether what begins at an offset of a paper stands at a place. */
export function createPlaces(context: CheckContext): (place: Place, paragraph: Paragraph, start: number) => boolean {
  const body = context.paragraphs.filter((paragraph) => isBody(paragraph) && !paragraph.own.isBlank)
  const hasParts = body.some(({ block }) => block.part > 0)
  const openingEnd = hasParts
    ? (body.find(({ block }) => block.part > 0)?.start ?? 0)
    : Math.max((body[1] ?? body[0])?.end ?? 0, context.text.length * OPENING_SHARE)
  const closingStart = body.at(-CLOSING_PARAGRAPHS)?.start ?? 0

  return (place, paragraph, start) => {
    if (place === 'opening') return start < openingEnd
    if (place === 'closing') return start >= closingStart
    if (place === 'heading') {
      const { head } = paragraph.block
      return head !== null && start < head.end
    }
    return true
  }
}
