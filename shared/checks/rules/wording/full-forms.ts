import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Rule } from '../rule.ts'

const listed = wordList(({ wording }) =>
  wording.fullForms.flatMap((row) => row.wrong.map((word) => [word, row] as const)),
)

/** A name of the highest rank shortened or mis-said. */
export const fullForm: Rule = {
  id: 'wording/full-form',
  family: 'wording',
  severity: 'error',
  sourceLevel: 'practice',
  source: '规范表述',
  find(context) {
    return withoutOverlaps(listed(context)).flatMap(({ start, end, word, value: { right, unlessAfter } }) => {
      if (unlessAfter.some((before) => context.text.endsWith(before, start))) return []
      return [{ start, end, message: `“${word}”应写作“${right}”。`, suggestion: right }]
    })
  },
}
