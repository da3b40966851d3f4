import type { RuleContext } from '../reading/rule-context.ts'
import { type WordHit, withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'

type Row = RuleContext['pack']['terms']['twoForms'][number]

const listed = wordList(
  ({ terms }) => terms.twoForms.flatMap((row) => row.forms.map((form) => [form, row] as const)),
  'paper',
)

/** The sentence says that both are names of one thing. */
const EXPLAINED = /也称|又称|亦称|即“|原称|简称|以下称|俗称|不是|不叫|过去叫/

/** Two forms of one term in one paper. */
export const twoForms: Rule = {
  id: 'consistency/two-forms',
  family: 'consistency',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '全文用语一致',
  wholePaper: true,
  find(context) {
    const byRow = new Map<Row, WordHit<Row>[]>()
    for (const hit of listed(context)) {
      const known = byRow.get(hit.value)
      if (known) known.push(hit)
      else byRow.set(hit.value, [hit])
    }
    return [...byRow].flatMap(([row, found]) => {
      const hits = withoutOverlaps(found)
      if (new Set(hits.map(({ word }) => word)).size < 2) return []
      if (hits.some(({ start }) => EXPLAINED.test(context.sentenceAt(start)?.text ?? ''))) return []
      const usual = hits.find(({ word }) => word === row.forms[0]) ?? hits[0]
      return hits.flatMap((hit) => (usual && hit.word !== usual.word ? [faultOf(context, hit, usual)] : []))
    })
  },
}

function faultOf(context: RuleContext, { start, end, word, value }: WordHit<Row>, usual: WordHit<Row>): Fault {
  const note = value.note ? `（${value.note}）` : ''
  return {
    start,
    end,
    message: `“${bare(word)}”和文中的“${bare(usual.word)}”是一回事，全文用一种说法${note}。`,
    suggestion: usual.word,
    severity: value.severity,
    related: [context.quote(usual)],
  }
}

function bare(word: string): string {
  return word.startsWith('“') && word.endsWith('”') ? word.slice(1, -1) : word
}
