import { wordList } from '../reading/word-list.ts'
import type { Rule } from '../rule.ts'

const listed = wordList(({ terms }) =>
  terms.perspectives.flatMap((row) => row.words.map((word) => [word, row] as const)),
)

/** 我镇 from a county leader, 你镇 from the town itself. */
export const perspective: Rule = {
  id: 'consistency/perspective',
  family: 'consistency',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '讲话人的身份',
  find(context) {
    const { input, fact, quoteAround } = context
    const unit = fact('unit')
    const post = fact('speakerPost') ?? ''
    // Somebody of the unit who gives the speech speaks as one of it.
    if (!unit || (input.kind === 'speech' && (post === '' || post.includes(unit)))) return []
    return listed(context).flatMap(({ start, end, word, value }) => {
      if (!value.kinds.includes(input.kind) || quoteAround({ start, end })) return []
      return [{ start, end, message: `这里说“${word}”，${value.fits}。` }]
    })
  },
}
