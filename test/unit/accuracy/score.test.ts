import { describe, expect, test } from 'vitest'
import type { CheckReport, Finding, PointResult, PointState } from '../../../shared/checks/types.ts'
import type { Labels } from '../../accuracy/labelled-paper.ts'
import { scoreDetection, scorePaper } from '../../accuracy/score.ts'

const text = '一村台帐不全。二村台帐不全。要举一反三。'

function finding(quote: string, start: number, rest: Partial<Finding> = {}): Finding {
  const range = { start, end: start + quote.length, text: quote }
  return { ...range, rule: 'language/word', family: 'language', severity: 'error', message: '', source: '', ...rest }
}

function point(id: string, state: PointState, evidence: string[] = []): PointResult {
  const quotes = evidence.map((quote) => ({
    text: quote,
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
  }))
  return { id, state, pillar: 'standing', title: '', level: 'optional', evidence: quotes }
}

function score(report: Partial<CheckReport>, labels: Partial<Labels>) {
  return scorePaper(
    text,
    {
      characters: 18,
      minutes: { min: 0, max: 0 },
      outline: [],
      placeholders: [],
      points: [],
      findings: [],
      waived: [],
      ...report,
    },
    {
      kind: 'speech',
      date: '2026-03-18',
      style: '',
      clean: false,
      facts: {},
      people: [],
      points: [],
      faults: [],
      ...labels,
    },
  )
}

describe('faults', () => {
  const planted = { family: 'language' as const, quote: '台帐', nth: 2, why: '' }

  test('are found where a finding lies on that very occurrence', () => {
    expect(score({ findings: [finding('台帐', 9)] }, { faults: [planted] }).faults[0]?.found).toBe(true)
    expect(score({ findings: [finding('台帐', 2)] }, { faults: [planted] }).faults[0]?.found).toBe(false)
  })

  test('are found by another family too, which is told apart', () => {
    const scored = score({ findings: [finding('台帐', 9, { family: 'form' })] }, { faults: [planted] }).faults[0]
    expect(scored).toMatchObject({ found: true, foundInFamily: false })
  })

  test('are found by the other place of a contradiction, or between two characters', () => {
    const other = finding('一村', 0, { related: [{ text: '台帐', start: 9, end: 11 }] })
    expect(score({ findings: [other] }, { faults: [planted] }).faults[0]?.found).toBe(true)
    expect(score({ findings: [finding('', 10)] }, { faults: [planted] }).faults[0]?.found).toBe(true)
  })

  test('leave the rest as strays, hints apart', () => {
    const scored = score(
      { findings: [finding('一村', 0), finding('要', 14, { severity: 'hint' })] },
      { faults: [planted] },
    )
    expect([scored.strays.length, scored.strayHints, scored.hits]).toEqual([1, 1, 0])
  })

  test('tell of labels that are not in the text', () => {
    expect(score({}, { faults: [{ ...planted, nth: 3 }] }).lost).toEqual(['台帐'])
  })
})

test('points are scored as a search, with their state and evidence besides', () => {
  const { points } = score(
    {
      points: [
        point('H7', 'weak', ['要举一反三。']),
        point('H8', 'covered', ['一村台帐不全。']),
        point('P1', 'missing'),
      ],
    },
    {
      points: [
        { id: 'H7', state: 'covered', evidence: ['要举一反三。'] },
        { id: 'H8', state: 'missing', evidence: [] },
        { id: 'P1', state: 'covered', evidence: ['二村台帐不全。'] },
      ],
    },
  )
  expect(scoreDetection(points)).toEqual({
    recall: 0.5,
    precision: 0.5,
    sameState: 0,
    sameEvidence: 1,
    labelled: 2,
    detected: 2,
  })
})
