import { parseNumeral } from '../../../text/numerals.ts'
import { differByOne, findPlaceNames } from '../leftover/place-names.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'consistency', severity: 'error', sourceLevel: 'practice', source: '会议要素' } as const

/** The unit's name with a character too few, too many or wrong. */
export const misspeltUnit: Rule = {
  ...base,
  id: 'consistency/misspelt-unit',
  find(context) {
    const { text, fact } = context
    const faults: Fault[] = []
    const unit = fact('unit') ?? ''
    const county = fact('county') ?? ''
    const names = [unit, county].filter((name) => /[镇乡县]$|街道$/.test(name))
    for (const right of names) {
      const suffix = right.endsWith('街道') ? '街道' : right.slice(-1)
      for (const { start, end, name, bounded } of findPlaceNames(context, suffix)) {
        if (text.endsWith(right, end) || name.length < right.length - 1) continue
        if (!bounded && name.length < right.length) continue
        if (!differByOne(name, right) || names.includes(name)) continue
        faults.push({ start, end, message: `“${name}”和“${right}”差一个字，请核对名称。`, suggestion: right })
      }
    }
    faults.push(...nearMeetingName(context))
    return faults
  },
}

/** The meeting's name with one or two characters off; shorter ways of naming it are free. */
function nearMeetingName({ text, fact }: RuleContext): Fault[] {
  const right = fact('meetingName') ?? ''
  if (right.length < 10) return []
  const faults: Fault[] = []
  const head = right.slice(0, 4)
  for (let start = text.indexOf(head); start >= 0; start = text.indexOf(head, start + 1)) {
    if (text.startsWith(right, start)) continue
    const tail = right.slice(-4)
    const at = text.indexOf(tail, start)
    const end = at + tail.length
    if (at < 0 || Math.abs(end - start - right.length) > 2) continue
    const written = text.slice(start, end)
    if (written.includes('\n') || !differByTwo(written, right)) continue
    faults.push({ start, end, message: `会议名称是“${right}”，这里和它差一两个字。`, suggestion: right })
  }
  return faults
}

function differByTwo(a: string, b: string): boolean {
  let front = 0
  while (front < a.length && a.charAt(front) === b.charAt(front)) front++
  let back = 0
  const shortest = Math.min(a.length, b.length)
  while (back < shortest - front && a.charAt(a.length - 1 - back) === b.charAt(b.length - 1 - back)) back++
  return Math.max(a.length, b.length) - front - back <= 2
}

const GROUP = /第([一二三四五六七八九十]{1,3}|\d{1,2})(组)?巡察组/g

/** Another group than the one of this meeting, or its name in another form. */
export const otherGroup: Rule = {
  ...base,
  id: 'consistency/other-group',
  find(context) {
    const { text, fact } = context
    const own = /第([一二三四五六七八九十]{1,3}|\d{1,2})巡察组/.exec(fact('group') ?? '')
    const faults: Fault[] = []
    for (const { index, 0: written, 1: number, 2: doubled } of text.matchAll(GROUP)) {
      const range = { start: index, end: index + written.length }
      if (doubled) {
        const suggestion = `第${number}巡察组`
        faults.push({ ...range, message: `“${written}”多了一个“组”字，应为“${suggestion}”。`, suggestion })
      } else if (own && parseNumeral(number ?? '') !== parseNumeral(own[1] ?? '')) {
        if (isList(text, range.start, range.end)) continue
        const sentence = context.sentenceAt(index)?.text ?? ''
        if (/上轮|上一轮|曾|其他|另外|分别|各巡察组|原/.test(sentence)) continue
        const message = `本次是${own[0]}巡察，这里写的是“${written}”，请核对。`
        faults.push({ ...range, message, suggestion: own[0] })
      }
    }
    return faults
  },
}

/** 第一、第二巡察组 names several on purpose. */
function isList(text: string, start: number, end: number): boolean {
  return /[、至到和]$/.test(text.slice(0, start).slice(-1)) || /^[、至]第/.test(text.slice(end, end + 2))
}

const ORGAN = /党工委|党委|党组|党总支/g

/** Another party organ than the unit has, or than the rest of the paper names. */
export const partyOrgan: Rule = {
  ...base,
  id: 'consistency/party-organ',
  wholePaper: true,
  find(context) {
    const { text, fact, pack } = context
    const unit = fact('unit') ?? ''
    const kind = fact('unitKind')
    const row = pack.terms.partyOrgans.find(({ unitKinds }) => kind !== null && unitKinds.includes(kind))
    if (unit.length < 2 || !row) return []
    const names = shortNames(unit)
    const found = [...text.matchAll(ORGAN)].flatMap(({ index, 0: organ }) => {
      const name = names.find((candidate) => text.slice(0, index).endsWith(candidate))
      if (!name) return []
      return [{ start: index - name.length, end: index + organ.length, organ, name }]
    })
    // What the secretaries wrote into the facts, and most of the paper, know better than the table.
    const stated = ORGAN_AT_END.exec(fact('partyOrganization') ?? '')?.[0]
    const own = context.input.facts.partyOrganization ? stated : undefined
    const counts = new Map<string, number>()
    for (const { organ } of found) counts.set(organ, (counts.get(organ) ?? 0) + 1)
    const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
    const fixed = kind === '乡镇' || kind === '街道' || kind === 'town' || kind === 'street'
    const right = own ?? (fixed ? row.organ : most)
    if (!right) return []
    return found
      .filter(({ organ }) => organ !== right && (fixed || (counts.get(right) ?? 0) > (counts.get(organ) ?? 0)))
      .map(({ start, end, organ, name }) => ({
        start,
        end,
        message: `${unit}的党组织是${right}，这里写成了“${name}${organ}”。`,
        suggestion: name + right,
      }))
  },
}

const ORGAN_AT_END = /(?:党工委|党委|党组|党总支)$/

/** The ways a text names a unit before its party organ: 柳溪镇, 镇; 县住建局, 住建局, 局; 县一中. */
function shortNames(unit: string): string[] {
  const bare = unit.replace(/^.*?县(?=.{2,})/, '')
  const end = /(?:街道|集团|公司|镇|乡|局|中学|学校|中心|办|院)$/.exec(unit)?.[0]
  return [unit, bare, `县${bare}`, ...(end ? [end] : []), ...(/第一中学$/.test(unit) ? ['县一中', '一中'] : [])].sort(
    (a, b) => b.length - a.length,
  )
}
