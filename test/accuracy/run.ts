import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createChecker } from '../../shared/checks/checker.ts'
import { factTexts } from '../../shared/model/facts.ts'
import type { FactValues, Person } from '../../shared/model/meeting.ts'
import { recognisePaper, sourceLines } from '../../shared/model/recognise.ts'
import { defaultSettings } from '../../shared/model/settings.ts'
import { textView } from '../../shared/model/text-view.ts'
import { builtInPack } from '../../shared/packs/pack.ts'
import { type LabelledPaper, type Labels, readLabelledPapers } from './labelled-paper.ts'
import { reportDetails, reportTotals, type ScoredPaper } from './report.ts'
import { scorePaper } from './score.ts'

/**
 * Measures the checks on labelled papers: `dev`, which one may learn from, and `held-out`, of which only totals are
 * printed, since whoever tunes to it makes it worthless. `--details` lists what went wrong in `dev`.
 * `--set DIR` measures the papers of another folder instead, as on the first sight of new ones.
 * `--dev` leaves the held-out papers alone: a test run must notice what somebody broke, and not invite tuning to them.
 * Exit status 1 when a set is below the bar.
 */
const SETS = [
  { folder: 'dev', details: true },
  { folder: 'held-out', details: false },
]

const UNIT_KINDS: Record<string, string> = {
  town: '乡镇',
  street: '街道',
  department: '县直部门',
  enterprise: '国有企业',
  school: '学校',
  village: '村（社区）',
}

const check = createChecker(builtInPack)

function factsOf({ facts, date }: Labels): FactValues {
  const { unitKind, ...rest } = facts
  return { ...rest, meetingDate: date, ...(unitKind ? { unitKind: UNIT_KINDS[unitKind] ?? unitKind } : {}) }
}

function scoreLabelled({ name, text, labels }: LabelledPaper): ScoredPaper {
  const values = factsOf(labels)
  const people: Person[] = labels.people.map(({ name: personName, post }, index) => ({
    id: String(index),
    name: personName,
    post,
    organization: '',
  }))
  const { doc } = recognisePaper(sourceLines(text))
  const context = { definitions: builtInPack.facts, values, people, settings: defaultSettings }
  const view = textView(doc, factTexts(context))
  const report = check({
    view,
    kind: labels.kind,
    date: labels.date,
    facts: values,
    people,
    settings: defaultSettings,
    decisions: [],
    waivers: [],
  })
  return { name, clean: labels.clean, ...scorePaper(view.text, report, labels) }
}

const wantsDetails = process.argv.includes('--details')
const other = process.argv[process.argv.indexOf('--set') + 1]
const own = process.argv.includes('--dev') ? SETS.filter(({ folder }) => folder === 'dev') : SETS
const sets = process.argv.includes('--set') && other ? [{ folder: other, details: true }] : own
const below: string[] = []
for (const { folder, details } of sets) {
  const path = resolve(import.meta.dirname, folder)
  const papers = existsSync(path) ? readLabelledPapers(path).map(scoreLabelled) : []
  if (papers.length === 0) {
    console.log(`== ${folder}: no papers\n`)
    continue
  }
  const totals = reportTotals(folder, papers)
  console.log(totals.lines.join('\n'))
  const lost = papers.reduce((total, paper) => total + paper.lost.length, 0)
  if (lost > 0) below.push(`${folder}: ${lost} labels are not in their text`)
  if (wantsDetails && details) console.log(`${reportDetails(papers).join('\n')}\n`)
  below.push(...totals.below)
}

if (below.length > 0) {
  console.log(`Below the bar:\n${below.map((line) => `  ${line}`).join('\n')}`)
  process.exitCode = 1
}
