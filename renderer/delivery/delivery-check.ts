import type { CheckReport, Finding } from '../../shared/checks/types.ts'
import { layoutDeviations } from '../../shared/model/layout-deviations.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { OpenFact } from '../../shared/model/text-view.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { quoted } from '../text/quoted.ts'

/** One line of the 交稿检查. */
export interface DeliveryItem {
  text: string
  /** Where it stands in the paper; null when it is something that is not there. */
  range: Range | null
  note?: string
}

export interface DeliveryCheck {
  /** Must be settled before the paper goes out. */
  blocking: DeliveryItem[]
  /** Worth a look. */
  lookAt: DeliveryItem[]
  /** Set aside by somebody, with the reason. */
  waved: DeliveryItem[]
  /** How the page differs from the standard, and fonts this computer lacks: good to know, no reason to stop. */
  page: DeliveryItem[]
}

interface DeliveryInput {
  report: CheckReport
  openFacts: readonly OpenFact[]
  factLabel(key: string): string
  /** 批注 of the paper; those that are not dealt with are named. */
  remarks?: readonly { words: string; text: string; author: string; done: boolean; range: Range }[]
  /** Where an import brought another text, and nobody has decided yet. */
  conflicts?: readonly string[]
  layout: Settings['layout']
  /** Sentences about fonts that are not installed. */
  fonts?: readonly string[]
}

/** Of the words a remark is about. */
const LONGEST_WORDS = 12

const settled = (state: string): boolean => state === 'covered'

/** What a finding says on paper: its words first, where the message does not name them itself. */
function sentence({ text, message }: Finding): string {
  return message.includes(text) ? message : `${quoted(text)}：${message}`
}

/** Sorts what the check says by what it means for a paper that is about to leave the house. */
export function deliveryCheck({
  report,
  openFacts,
  factLabel,
  remarks = [],
  conflicts = [],
  layout,
  fonts = [],
}: DeliveryInput): DeliveryCheck {
  const check: DeliveryCheck = { blocking: [], lookAt: [], waved: [], page: [] }
  for (const { text, source } of layoutDeviations(layout)) check.page.push({ text, range: null, note: source })
  for (const text of fonts) check.page.push({ text, range: null })
  for (const place of conflicts)
    check.blocking.push({ text: `${place}：导入的和这里的不一样，还没有定用哪个`, range: null })

  for (const [key, places] of Map.groupBy(openFacts, (fact) => fact.key)) {
    const times = places.length > 1 ? `（${places.length} 处）` : ''
    check.blocking.push({ text: `【${factLabel(key)}】还没有填${times}`, range: places[0] ?? null })
  }
  const isOpenFact = (range: Range) => openFacts.some((fact) => fact.start < range.end && range.start < fact.end)

  for (const point of report.points) {
    if (point.decision) {
      const said = point.decision.state === 'confirmed' ? '人工确认已写到' : '不适用'
      const note = point.decision.reason || '没有写理由'
      check.waved.push({ text: `要点“${point.title}”：${said}`, range: point.evidence[0] ?? null, note })
    } else if (!settled(point.state) && point.level !== 'optional') {
      const text =
        point.state === 'weak'
          ? `要点“${point.title}”写得不够${point.lacking ? `：${point.lacking}` : ''}`
          : `要点“${point.title}”没有写到`
      const blocks = point.level === 'required' && point.state === 'missing'
      check[blocks ? 'blocking' : 'lookAt'].push({ text, range: point.evidence[0] ?? null })
    }
  }

  for (const finding of report.findings) {
    if (finding.severity === 'hint') continue
    if (finding.family === 'leftover' && isOpenFact(finding)) continue
    const item = { text: sentence(finding), range: finding, note: finding.source }
    check[finding.severity === 'error' ? 'blocking' : 'lookAt'].push(item)
  }
  for (const { words, text, author, range } of remarks.filter(({ done }) => !done)) {
    const about = words
      ? `（${quoted(words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words)}）`
      : ''
    check.lookAt.push({ text: `批注没有处理${about}：${text}`, range, note: author ? `${author}的批注` : '批注' })
  }

  for (const finding of report.waived)
    check.waved.push({ text: sentence(finding), range: finding, note: finding.reason })
  return check
}

/** 待填和必备 3 项未了, for the version that is kept with it. */
export function deliverySummary(check: DeliveryCheck): string {
  if (check.blocking.length === 0 && check.lookAt.length === 0) return '检查无遗留'
  return [
    check.blocking.length > 0 ? `必须处理 ${check.blocking.length} 项` : '',
    check.lookAt.length > 0 ? `要看一眼 ${check.lookAt.length} 项` : '',
  ]
    .filter(Boolean)
    .join('，')
}
