import { createWordFinder, type WordHit, withoutOverlaps } from '../reading/word-finder.ts'
import { type Fault, perPack, type Rule } from '../rule.ts'

const finders = perPack(({ terms }) =>
  terms.twoForms.map((row) => ({ row, find: createWordFinder(row.forms.map((form) => [form, form] as const)) })),
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
  find(context) {
    const faults: Fault[] = []
    for (const { row, find } of finders(context)) {
      const hits = withoutOverlaps(find(context.text))
      if (new Set(hits.map(({ word }) => word)).size < 2) continue
      if (hits.some(({ start }) => EXPLAINED.test(context.sentenceAt(start)?.text ?? ''))) continue
      const kept = row.forms[0] ?? ''
      const usual = hits.some(({ word }) => word === kept) ? kept : (hits[0]?.word ?? '')
      const first = hits.find(({ word }) => word === usual)
      for (const hit of hits) if (hit.word !== usual) faults.push(faultOf(hit, usual, first, row))
    }
    return faults

    function faultOf(
      { start, end, word }: WordHit<string>,
      usual: string,
      first: WordHit<string> | undefined,
      { severity, note }: { severity: Fault['severity']; note: string },
    ): Fault {
      return {
        start,
        end,
        message: `“${bare(word)}”和文中的“${bare(usual)}”是一回事，全文用一种说法${note ? `（${note}）` : ''}。`,
        suggestion: usual,
        severity,
        ...(first ? { related: [context.quote(first)] } : {}),
      }
    }
  },
}

function bare(word: string): string {
  return word.startsWith('“') && word.endsWith('”') ? word.slice(1, -1) : word
}
