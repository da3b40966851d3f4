import { parseNumeral } from '../../../text/numerals.ts'
import { differByOne, findPlaceNames } from '../leftover/place-names.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import { isHan } from '../reading/text.ts'
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
    faults.push(...otherSuffix(context, unit), ...nearCounty(context, county), ...nearMeetingName(context))
    return faults
  },
}

const RANKS = /街道|[镇乡]/

/** 柳溪乡 for 柳溪镇: the right name with another rank. */
function otherSuffix({ text, sentenceAt }: RuleContext, unit: string): Fault[] {
  const own = /(?:街道|[镇乡])$/.exec(unit)?.[0]
  const stem = unit.slice(0, unit.length - (own?.length ?? 0))
  if (!own || stem.length < 2) return []
  const faults: Fault[] = []
  for (let start = text.indexOf(stem); start >= 0; start = text.indexOf(stem, start + 1)) {
    const at = start + stem.length
    const written = RANKS.exec(text.slice(at, at + 2))
    if (!written || written.index > 0 || written[0] === own || text.startsWith(own, at)) continue
    if (/^(?:乡村|乡镇|镇村|乡亲|乡土)/.test(text.slice(at, at + 2))) continue
    if (/原|撤|改为|合并|前身/.test(sentenceAt(start)?.text ?? '')) continue
    const end = at + written[0].length
    const message = `被巡察单位是“${unit}”，这里写的是“${text.slice(start, end)}”。`
    faults.push({ start, end, message, suggestion: unit })
  }
  return faults
}

/** 青恒县委 for 青垣县委: the county's name with a wrong character, also where it stands before 委. */
function nearCounty(context: RuleContext, county: string): Fault[] {
  const { text, pack } = context
  if (county.length !== 3) return []
  const rank = county.slice(-1)
  const faults: Fault[] = []
  for (let at = text.indexOf(rank, 2); at >= 0; at = text.indexOf(rank, at + 1)) {
    const start = at - 2
    const [first, second] = [text.charAt(start), text.charAt(at - 1)]
    if ((first === county.charAt(0)) === (second === county.charAt(1))) continue
    if (!isHan(first) || !isHan(second) || pack.leftover.notNames.includes(second)) continue
    const before = text.slice(Math.max(0, start - 2), start)
    const bounded = !isHan(text.charAt(start - 1)) || pack.leftover.beforeNames.some((word) => before.endsWith(word))
    if (!bounded || !/^(?:委|政府|纪|监|人大|政协|人民)/.test(text.slice(at + 1, at + 3))) continue
    const written = text.slice(start, at + 1)
    const message = `“${written}”和“${county}”差一个字，请核对名称。`
    faults.push({ start, end: at + 1, message, suggestion: county })
  }
  return faults
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
    const { text, matches, fact } = context
    const own = /第([一二三四五六七八九十]{1,3}|\d{1,2})巡察组/.exec(fact('group') ?? '')
    const faults: Fault[] = []
    for (const { index, 0: written, 1: number, 2: doubled } of matches(GROUP)) {
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
    const level = (fact('county') ?? '').slice(-1)
    for (const { index, 0: written, 1: said = '' } of '县区旗'.includes(level) && level ? matches(OF_LEVEL) : []) {
      if (said === level || /曾|此前|上轮|联动|提级|交叉/.test(context.sentenceAt(index)?.text ?? '')) continue
      const message = `本次是${level}委巡察组的巡察，这里写的是“${written}”，请核对。`
      faults.push({ start: index, end: index + written.length, message, suggestion: level + written.slice(1) })
    }
    for (const { index, 0: written } of matches(WITHOUT_ORDINAL)) {
      const suggestion = `第${written}`
      faults.push({
        start: index,
        end: index + written.length,
        message: `“${written}”少了“第”字，应为“${suggestion}”。`,
        suggestion,
      })
    }
    return faults
  },
}

const OF_LEVEL = /([县区市旗])委第(?:[一二三四五六七八九十]{1,3}|\d{1,2})巡察组/g

/** 县委三巡察组. */
const WITHOUT_ORDINAL = /(?<=[县区市]委)[一二三四五六七八九十]{1,2}巡察组/g

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
    const { text, matches, fact, pack } = context
    const unit = fact('unit') ?? ''
    const kind = fact('unitKind')
    const row = pack.terms.partyOrgans.find(({ unitKinds }) => kind !== null && unitKinds.includes(kind))
    if (unit.length < 2 || !row) return []
    const names = shortNames(unit)
    const found = matches(ORGAN).flatMap(({ index, 0: organ }) => {
      const name = names.find((candidate) => text.endsWith(candidate, index))
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
