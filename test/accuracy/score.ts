import type { CheckReport, Finding, PointState } from '../../shared/checks/types.ts'
import type { Range } from '../../shared/text/sentences.ts'
import type { Labels } from './labelled-paper.ts'

export interface PointScore {
  id: string
  expected: PointState
  actual: PointState
  /** Whether a sentence shown is one of those a reader named; null where there is nothing to compare. */
  sameEvidence: boolean | null
}

export interface FaultScore {
  family: string
  quote: string
  why: string
  found: boolean
  foundInFamily: boolean
}

export interface PaperScore {
  points: PointScore[]
  faults: FaultScore[]
  /** Errors and warnings that touch no planted fault. */
  strays: Finding[]
  /** Errors and warnings that touch one. */
  hits: number
  /** Hints that touch no planted fault. */
  strayHints: number
  characters: number
  /** Labels whose words are not in the text: the set itself is wrong. */
  lost: string[]
}

const overlap = (a: Range, b: Range) => a.start < b.end && b.start < a.end

function locate(text: string, quote: string, nth: number): Range | null {
  let start = -1
  for (let count = 0; count < nth; count++) {
    start = text.indexOf(quote, start + 1)
    if (start < 0) return null
  }
  return { start, end: start + quote.length }
}

/** Compares what the checker says of a paper with what people said. `text` is the text the report's ranges lie in. */
export function scorePaper(text: string, report: CheckReport, labels: Labels): PaperScore {
  const lost: string[] = []
  const place = (quote: string, nth: number): Range[] => {
    const range = locate(text, quote, nth)
    if (range) return [range]
    lost.push(quote)
    return []
  }

  const points = labels.points.map(({ id, state, evidence }): PointScore => {
    const result = report.points.find((point) => point.id === id)
    const actual = result?.state ?? 'missing'
    const named = evidence.flatMap((quote) => place(quote, 1))
    const shown = result?.evidence ?? []
    const comparable = named.length > 0 && shown.length > 0
    return {
      id,
      expected: state,
      actual,
      sameEvidence: comparable ? shown.some((one) => named.some((other) => overlap(one, other))) : null,
    }
  })

  const planted = labels.faults.flatMap((fault) =>
    place(fault.quote, fault.nth).map((range) => ({ ...fault, ...range })),
  )
  const faults = planted.map((fault): FaultScore => {
    const found = report.findings.filter((finding) => touches(finding, fault))
    return {
      family: fault.family,
      quote: fault.quote,
      why: fault.why,
      found: found.length > 0,
      foundInFamily: found.some(({ family }) => family === fault.family),
    }
  })

  const stray = report.findings.filter((finding) => !planted.some((fault) => touches(finding, fault)))
  const strays = stray.filter(({ severity }) => severity !== 'hint')
  return {
    points,
    faults,
    strays,
    hits: report.findings.filter(({ severity }) => severity !== 'hint').length - strays.length,
    strayHints: stray.length - strays.length,
    characters: report.characters,
    lost,
  }
}

/** A finding tells of a fault where either of its places lies on it; a finding between two characters touches both. */
function touches(finding: Finding, fault: Range): boolean {
  return [finding, ...(finding.related ?? [])].some(({ start, end }) =>
    overlap({ start, end: Math.max(end, start + 1) }, fault),
  )
}

/** found ÷ all, 1 where there is nothing. */
export const share = (found: number, all: number): number => (all === 0 ? 1 : found / all)

export interface Detection {
  recall: number
  precision: number
  /** Share of points whose state is the very one. */
  sameState: number
  sameEvidence: number
  labelled: number
  detected: number
}

/** Points as a search: there (covered or weak) against missing. */
export function scoreDetection(points: readonly PointScore[]): Detection {
  const labelled = points.filter(({ expected }) => expected !== 'missing')
  const detected = points.filter(({ actual }) => actual !== 'missing')
  const both = labelled.filter(({ actual }) => actual !== 'missing')
  const compared = points.filter(({ sameEvidence }) => sameEvidence !== null)
  return {
    recall: share(both.length, labelled.length),
    precision: share(both.length, detected.length),
    sameState: share(points.filter(({ expected, actual }) => expected === actual).length, points.length),
    sameEvidence: share(compared.filter(({ sameEvidence }) => sameEvidence).length, compared.length),
    labelled: labelled.length,
    detected: detected.length,
  }
}
