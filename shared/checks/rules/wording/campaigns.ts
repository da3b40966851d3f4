import { formatDate } from '../../../text/dates.ts'
import { around, clauseAround } from '../reading/text.ts'
import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'
import { sentenceHas } from './dated-wording.ts'

const listed = wordList(({ wording }) =>
  wording.campaigns.flatMap((row) => row.names.map((name) => [name, row] as const)),
)

/** A study campaign spoken of as going on when it has ended, or before it began. */
export const campaign: Rule = {
  id: 'wording/campaign',
  family: 'wording',
  severity: 'error',
  sourceLevel: 'practice',
  source: '说法的时效',
  find(context) {
    const { text, date, pack } = context
    if (!date) return []
    const { ongoing, lookingBack, history, future } = pack.wording
    const faults: Fault[] = []
    for (const { start, end, word, value } of withoutOverlaps(listed(context))) {
      const message = (what: string) => ({ start, end, message: `${what}`, source: value.basis })
      if (date < value.from && !sentenceHas(context, { start, end }, future)) {
        faults.push(message(`“${word}”从${formatDate(value.from)}才开始，这次会议时还没有。`))
      }
      if (date <= value.until) continue
      const clause = clauseAround(text, { start, end })
      const near = text.slice(clause.start, clause.end)
      const close = around(text, { start, end }, 10)
      // 正在 right beside the name outweighs a word that looks back further off.
      const present = /正在|正开展|正深入/.test(close.before + close.after)
      if (!present && [...lookingBack, ...history].some((back) => near.includes(back))) continue
      if (!ongoing.some((now) => near.includes(now))) continue
      faults.push(
        message(`“${word}”到${formatDate(value.until)}已经结束，不能再说正在开展，可以说巩固拓展${word}成果。`),
      )
    }
    return faults
  },
}
