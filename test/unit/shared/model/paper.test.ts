import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPaper, writePaper } from '../../../../shared/model/paper.ts'
import type { Remark } from '../../../../shared/model/remarks.ts'
import { type PaperNode, paperSchema } from '../../../../shared/model/schema.ts'
import { paperArbitrary } from '../../../fixtures/docx/paper-arbitrary.ts'

const remarkArbitrary: fc.Arbitrary<Remark> = fc.record({
  id: fc.uuid(),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  author: fc.constantFrom('', '张县长'),
  written: fc.constant('2026-03-18T01:02:03.000Z'),
  quote: fc.constantFrom('', '整改'),
  done: fc.boolean(),
})

/** What is put into a paragraph beside its words: facts behind them, and what somebody said of it. */
const additions = fc.record({
  key: fc.option(fc.constantFrom('unit', 'meetingDate', 'own-1')),
  remarks: fc.array(remarkArbitrary, { maxLength: 2 }),
})

function withAdditions(doc: PaperNode, added: readonly { key: string | null; remarks: Remark[] }[]): PaperNode {
  const blocks = doc.children.map((block, index) => {
    const { key, remarks } = added[index % added.length] ?? { key: null, remarks: [] }
    const content = key === null ? block.content : block.content.addToEnd(paperSchema.node('fact', { key }))
    return block.type.create(remarks.length > 0 ? { ...block.attrs, remarks } : block.attrs, content)
  })
  return paperSchema.node('doc', null, blocks)
}

it('comes back from what is stored exactly as it was, facts, numbers and remarks with it', () => {
  fc.assert(
    fc.property(paperArbitrary, fc.array(additions, { minLength: 1, maxLength: 6 }), (plain, added) => {
      const doc = withAdditions(plain, added)
      doc.check()
      const stored = writePaper(doc)
      const back = readPaper(stored)
      expect(back.eq(doc)).toBe(true)
      expect(writePaper(back)).toBe(stored)
    }),
    { numRuns: 150 },
  )
})
