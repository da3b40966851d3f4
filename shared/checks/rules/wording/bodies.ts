import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Rule } from '../rule.ts'

const listed = wordList(({ wording }) => wording.bodies.flatMap((row) => row.find.map((word) => [word, row] as const)))
const DENIALS = ['没有', '不设', '不叫', '不是', '误写', '写成', '不再']

/** 镇里没有镇纪检组 is right; 镇纪检组没有发挥作用 is not. */
function isDenied(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start)
  return DENIALS.some((word) => before.includes(word)) || /^”?(?:不是|是没有)/.test(text.slice(end, end + 4))
}

/** A body that the inspected kind of unit does not have. */
export const missingBody: Rule = {
  id: 'wording/missing-body',
  family: 'wording',
  severity: 'warning',
  sourceLevel: 'regulation',
  source: '机构设置',
  find(context) {
    const kind = context.fact('unitKind')
    if (!kind) return []
    return withoutOverlaps(listed(context))
      .filter(({ value, start, end }) => value.unitKinds.includes(kind) && !isDenied(context.text, start, end))
      .map(({ start, end, word, value }) => ({
        start,
        end,
        message: `没有“${word}”这样的机构，对应的是${value.instead}。`,
        severity: value.severity,
        source: value.basis,
        ...(value.exact ? { suggestion: value.instead } : {}),
      }))
  },
}
