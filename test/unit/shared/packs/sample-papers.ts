import { createChecker } from '../../../../shared/checks/checker.ts'
import type { CheckReport, FindingFamily } from '../../../../shared/checks/types.ts'
import { factTexts } from '../../../../shared/model/facts.ts'
import type { PaperKind } from '../../../../shared/model/kinds.ts'
import { readPaper } from '../../../../shared/model/paper.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { type TextView, textView } from '../../../../shared/model/text-view.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { sampleMeeting } from '../../../../shared/packs/sample.ts'

export const samplePeople = sampleMeeting.people.map((person, index) => ({ ...person, id: String(index) }))

const factText = factTexts({
  definitions: builtInPack.facts,
  values: sampleMeeting.facts,
  people: samplePeople,
  settings: defaultSettings,
})

/** The sample papers as they read in the sample meeting. */
export const sampleViews = new Map<PaperKind, TextView>(
  sampleMeeting.papers.map(({ kind, body }) => [kind, textView(readPaper(body), factText)]),
)

export function sampleView(kind: PaperKind): TextView {
  const view = sampleViews.get(kind)
  if (!view) throw new Error(`no sample of ${kind}`)
  return view
}

const checker = createChecker(builtInPack)

export function checkSample(kind: PaperKind): CheckReport {
  return checker({
    view: sampleView(kind),
    kind,
    date: sampleMeeting.facts.meetingDate ?? null,
    facts: sampleMeeting.facts,
    people: samplePeople,
    settings: defaultSettings,
    decisions: [],
    waivers: [],
  })
}

interface Planted {
  /** Stands once in the paper. */
  quote: string
  family: FindingFamily
  why: string
}

/** What a newcomer should find besides the open facts. */
export const planted: Record<PaperKind, Planted[]> = {
  speech: [
    { quote: '四点意见', family: 'consistency', why: 'the speech has three parts' },
    { quote: '增强“四个意识”、做到“两个维护”', family: 'wording', why: 'without 坚定“四个自信”' },
    { quote: '六大纪律', family: 'consistency', why: '六项纪律 elsewhere in the speech' },
    { quote: '巩固拓展脱贫攻坚成果同乡村振兴有效衔接', family: 'wording', why: 'the transition ended in 2025' },
    { quote: '听汇报要现场', family: 'language', why: 'no stop between two clauses with 要' },
    { quote: '台帐', family: 'language', why: '台账' },
    { quote: '推委', family: 'language', why: '推诿' },
    { quote: '××村', family: 'leftover', why: 'a village still to be named' },
  ],
  'host-script': [{ quote: '郑伯青', family: 'consistency', why: '郑柏青 in the roster' }],
  response: [{ quote: '县委第三巡察组', family: 'consistency', why: 'it is the second group' }],
  feedback: [{ quote: '4个方面13个问题', family: 'consistency', why: '12 problems by the facts and in the list' }],
  agenda: [{ quote: '宣传部部长', family: 'consistency', why: '组织部部长 in the roster' }],
}

/** Points of the speech that are not written, or not enough. */
export const plantedGaps = { weak: ['P2'], missing: ['H8', 'H13'] }
