import { FAMILIES } from './labelled-paper.ts'
import type { PaperScore } from './score.ts'
import { scoreDetection, share } from './score.ts'

export interface ScoredPaper extends PaperScore {
  name: string
  clean: boolean
}

const THRESHOLDS = { points: 0.95, faults: 0.95, falseAlarmsPerThousand: 1 }

const percent = (value: number) => `${(value * 100).toFixed(1)}%`.padStart(7)
const count = (value: number) => String(value).padStart(5)

/** The totals of a set, as lines to print, and what is below the bar. */
export function reportTotals(title: string, papers: readonly ScoredPaper[]): { lines: string[]; below: string[] } {
  const points = papers.flatMap((paper) => paper.points)
  const faults = papers.flatMap((paper) => paper.faults)
  const faulty = papers.filter(({ clean }) => !clean)
  const clean = papers.filter((paper) => paper.clean)
  const detection = scoreDetection(points)
  const sum = (list: readonly ScoredPaper[], value: (paper: ScoredPaper) => number) =>
    list.reduce((total, paper) => total + value(paper), 0)

  const recall = share(faults.filter(({ found }) => found).length, faults.length)
  const hits = sum(faulty, (paper) => paper.hits)
  const strays = sum(faulty, (paper) => paper.strays.length)
  const thousands = sum(clean, (paper) => paper.characters) / 1000
  const falseAlarms = sum(clean, (paper) => paper.strays.length) / Math.max(thousands, 0.001)
  const hints = sum(clean, (paper) => paper.strayHints) / Math.max(thousands, 0.001)

  const lines = [
    `== ${title}: ${papers.length} papers, ${clean.length} clean`,
    `points   recall ${percent(detection.recall)}  precision ${percent(detection.precision)}` +
      `  same state ${percent(detection.sameState)}  same evidence ${percent(detection.sameEvidence)}` +
      `  (${detection.labelled} labelled, ${detection.detected} found)`,
    `faults   recall ${percent(recall)}  precision ${percent(share(hits, hits + strays))}  (${faults.length} planted)`,
    `clean    ${falseAlarms.toFixed(2)} false alarms and ${hints.toFixed(2)} hints per 1,000 characters`,
    '',
    'family       planted    found  as family',
    ...FAMILIES.map((family) => {
      const own = faults.filter((fault) => fault.family === family)
      const found = share(own.filter((fault) => fault.found).length, own.length)
      const foundInFamily = share(own.filter((fault) => fault.foundInFamily).length, own.length)
      return `${family.padEnd(14)}${count(own.length)}  ${percent(found)}    ${percent(foundInFamily)}`
    }),
    '',
    'point   there  found   recall  precision  same state',
    ...[...new Set(points.map(({ id }) => id))].map((id) => {
      const own = scoreDetection(points.filter((point) => point.id === id))
      return (
        `${id.padEnd(6)} ${count(own.labelled)}  ${count(own.detected)}  ${percent(own.recall)}    ` +
        `${percent(own.precision)}     ${percent(own.sameState)}`
      )
    }),
    '',
  ]

  const below = [
    detection.recall < THRESHOLDS.points && `points recall ${percent(detection.recall).trim()}`,
    detection.precision < THRESHOLDS.points && `points precision ${percent(detection.precision).trim()}`,
    recall < THRESHOLDS.faults && `faults recall ${percent(recall).trim()}`,
    falseAlarms > THRESHOLDS.falseAlarmsPerThousand && `${falseAlarms.toFixed(2)} false alarms per 1,000 characters`,
  ].filter((entry) => entry !== false)
  return { lines, below: below.map((entry) => `${title}: ${entry}`) }
}

/** What went wrong, paper by paper. Only for the set one may learn from. */
export function reportDetails(papers: readonly ScoredPaper[]): string[] {
  return papers.flatMap(({ name, points, faults, strays, lost }) => [
    `-- ${name}`,
    ...lost.map((quote) => `  label not in the text: ${quote}`),
    ...points
      .filter(({ expected, actual }) => expected !== actual)
      .map(({ id, expected, actual }) => `  ${id}: ${expected}, checker says ${actual}`),
    ...points.filter(({ sameEvidence }) => sameEvidence === false).map(({ id }) => `  ${id}: other evidence`),
    ...faults
      .filter(({ found }) => !found)
      .map((fault) => `  not found: ${fault.family} “${fault.quote}” ${fault.why}`),
    ...strays.map(({ rule, text, message }) => `  false alarm: ${rule} “${text}” ${message}`),
  ])
}
