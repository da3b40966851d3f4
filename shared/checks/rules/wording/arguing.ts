import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Rule } from '../rule.ts'

const listed = wordList(({ wording }) => wording.arguing.words.map((word) => [word, word] as const))

/** A 表态 accepts the findings; it does not explain them away. */
export const arguing: Rule = {
  id: 'wording/arguing',
  family: 'wording',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '表态发言的写法',
  find(context) {
    const { kinds, unless } = context.pack.wording.arguing
    if (!kinds.includes(context.input.kind)) return []
    return withoutOverlaps(listed(context)).flatMap(({ start, end, word }) => {
      const sentence = context.sentenceAt(start)?.text ?? ''
      if (unless.some((words) => sentence.includes(words)) || context.quoteAround({ start, end })) return []
      return [{ start, end, message: `表态发言对反馈意见照单全收，不解释、不争辩，“${word}”这样的话不宜说。` }]
    })
  },
}
