import { describe, expect, test } from 'vitest'
import { estimatePages } from '../../../../renderer/print/page-estimate.ts'
import { flowOf } from '../../../../renderer/ui/paper/block-flow.ts'
import { pageGeometry } from '../../../../renderer/ui/paper/page-geometry.ts'
import { recognisePaper, sourceLines } from '../../../../shared/model/recognise.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { textView } from '../../../../shared/model/text-view.ts'

const { layout } = defaultSettings
const viewOf = (text: string) => textView(recognisePaper(sourceLines(text)).doc, (key) => ({ text: null, label: key }))
const FRONT = '在会议上的讲话\n（2026年3月2日）\n同志们：\n'
/** A paragraph of exactly that many lines of 28 characters, the indent among them. */
const lines = (count: number) => '文'.repeat(28 * count - 2)

describe('the estimate of pages', () => {
  test('sets 28 characters on a line and 22 lines on a page', () => {
    expect(pageGeometry(layout, 'standard')).toMatchObject({ charactersPerLine: 28, lineHeight: 28.95 })
    expect(Math.floor(pageGeometry(layout, 'standard').height / 28.95)).toBe(22)
    // Title 32 pt, by-line, blank line, salutation: 17 lines of text are left on the first page.
    expect(estimatePages(viewOf(FRONT + lines(17)), layout).total).toBe(1)
    expect(estimatePages(viewOf(FRONT + lines(18)), layout).total).toBe(2)
    expect(estimatePages(viewOf(FRONT + lines(17 + 22)), layout).total).toBe(2)
    expect(estimatePages(viewOf(FRONT + lines(17 + 23)), layout).total).toBe(3)
  })
  test('says on which page a place stands', () => {
    const view = viewOf(FRONT + lines(17 + 22 + 1))
    const { pageAt } = estimatePages(view, layout)
    const body = view.text.indexOf('文')
    const second = body + 17 * 28 - 2
    expect([pageAt(0), pageAt(second - 1), pageAt(second), pageAt(second + 22 * 28), pageAt(1e9)]).toEqual([
      1, 1, 2, 3, 3,
    ])
  })
  test('needs more pages for the lectern copy, and takes an empty paper', () => {
    const view = viewOf(FRONT + lines(60))
    expect(estimatePages(view, layout, 'podium').total).toBeGreaterThan(estimatePages(view, layout).total)
    expect(estimatePages(viewOf(''), layout).total).toBe(1)
  })
  test('does not begin a line with a mark', () => {
    expect(estimatePages(viewOf(`${FRONT + lines(17).slice(1)}，。`), layout).total).toBe(1)
  })
})

test('a heading alone stays with what follows, an item of a list need not', () => {
  const heading = { kind: 'heading', level: 2, text: '提高站位', headLength: 4, markerLength: 3 } as const
  const page = { kind: 'standard', charactersPerLine: 28, blankLines: 0 } as const
  expect(flowOf(heading, 1, page).keepWithNext).toBe(true)
  expect(flowOf({ ...heading, text: '当天销号。', headLength: 5 }, 1, page).keepWithNext).toBe(false)
  expect(flowOf({ ...heading, text: '站位。大家', headLength: 3 }, 3, page).keepWithNext).toBe(false)
})
