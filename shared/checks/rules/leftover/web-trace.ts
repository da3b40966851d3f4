import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Rule } from '../rule.ts'

const listed = wordList(({ leftover }) => leftover.webTraces.map((word) => [word, word] as const))

export const webTrace: Rule = {
  id: 'leftover/web-trace',
  family: 'leftover',
  severity: 'error',
  sourceLevel: 'practice',
  source: '定稿要求',
  find(context) {
    const hits = withoutOverlaps(listed(context))
    return hits.map(({ start, end, word }) => ({
      start,
      end,
      message: `“${word}”是网上文章或者范文带来的话，要删去，并看看前后还有没有别处的内容。`,
    }))
  },
}
