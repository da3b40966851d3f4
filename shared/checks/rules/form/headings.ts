import type { Item } from '../reading/items.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'form', severity: 'warning', sourceLevel: 'standard' } as const
const LONGEST_HEADING = 40

/** Whether a heading stands alone: nothing behind it in its paragraph, and text or a lower level below it. */
function standsAlone({ paragraphs, items }: RuleContext, item: Item): boolean {
  const paragraph = paragraphs[item.paragraph]
  const next = paragraphs[item.paragraph + 1]
  if (!paragraph || !next || item.head.end < paragraph.end || paragraph.text.length > LONGEST_HEADING) return false
  const below = items.find(({ paragraph: index, leading }) => index === next.index && leading)
  return below === undefined || below.rank > item.rank
}

/** A full stop behind a heading that stands alone. Run-in heads keep theirs. */
export const headingStop: Rule = {
  ...base,
  id: 'form/heading-stop',
  sourceLevel: 'practice',
  source: '公文标题惯例',
  wholePaper: true,
  find(context) {
    const { text, items, paragraphs } = context
    const faults: Fault[] = []
    for (const item of items) {
      if (!item.leading || item.rank > 4 || !standsAlone(context, item)) continue
      const end = paragraphs[item.paragraph]?.end ?? item.head.end
      if (!'。；，：'.includes(text.charAt(end - 1))) continue
      faults.push({
        start: end - 2,
        end,
        message: '独立成行的标题末尾不用标点。',
        suggestion: text.charAt(end - 2),
      })
    }
    return faults
  },
}

const FITS: Record<string, RegExp> = { cn: /、$/, digit: /\.$/ }

/** 一. and 1、 and （一）、. */
export const markerForm: Rule = {
  ...base,
  id: 'form/marker-form',
  source: 'GB/T 9704—2012 7.3.3',
  find({ items, text }) {
    const faults: Fault[] = []
    for (const { form, leading, counted, marker, start, end } of items) {
      if (!leading || counted) continue
      let fits: string | null = null
      if (form === 'cn' && !FITS.cn?.test(marker)) fits = `${marker.slice(0, -1)}、`
      else if (form === 'digit' && !FITS.digit?.test(marker)) fits = `${marker.slice(0, -1)}.`
      else if (form === 'cn-paren' || form === 'digit-paren') {
        const plain = marker
          .replace('(', '（')
          .replace(')', '）')
          .replace(/[、.．，,]$/, '')
        // Half-width brackets alone are told by the rule of half-width marks.
        if (plain !== marker && /[、.．，,]$/.test(marker)) fits = plain
      } else if (form === 'di' && marker.endsWith('、')) fits = `${marker.slice(0, -1)}，`
      if (
        fits === null ||
        (form === 'cn' && marker.endsWith('，') && !/^.{2,40}(?:\n|$)/.test(text.slice(end, end + 42)))
      )
        continue
      faults.push({
        start,
        end,
        message: `序号“${marker}”应为“${fits}”；层次依次是“一、”“（一）”“1.”“（1）”。`,
        suggestion: fits,
        ...(form === 'di' ? { source: 'GB/T 15834—2011 附录B' } : {}),
      })
    }
    return faults
  },
}
