import { describe, expect, test } from 'vitest'
import { PAPER_KINDS } from '../../../../shared/model/kinds.ts'
import { checkSample, planted, sampleView } from './sample-papers.ts'

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end

describe.each(PAPER_KINDS)('the check of the sample %s', (kind) => {
  const { text, openFacts } = sampleView(kind)
  const { findings } = checkSample(kind)
  const places = planted[kind].map(({ quote, family }) => {
    const start = text.indexOf(quote)
    return { quote, family, start, end: start + quote.length }
  })

  test.each(places)('finds $quote', (place) => {
    const hits = findings.flatMap((finding) => [
      { family: finding.family, start: finding.start, end: finding.end },
      ...(finding.related ?? []).map(({ start, end }) => ({ family: finding.family, start, end })),
    ])
    expect(hits.filter((hit) => overlaps(hit, place)).map((hit) => hit.family)).toContain(place.family)
  })

  test('finds the open facts, and hardly anything that was not planted', () => {
    const expected = [...places, ...openFacts]
    const others = findings.filter(
      (finding) =>
        finding.severity !== 'hint' &&
        ![finding, ...(finding.related ?? [])].some((range) => expected.some((place) => overlaps(range, place))),
    )
    expect(others.map(({ rule, text: quote }) => `${rule} ${quote}`)).toEqual([])
  })
})
