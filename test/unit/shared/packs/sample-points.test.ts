import { describe, expect, test } from 'vitest'
import { checkSample, plantedGaps } from './sample-papers.ts'

describe('the points of the sample speech', () => {
  const points = checkSample('speech').points
  const inState = (state: string) => points.filter((point) => point.state === state).map(({ id }) => id)

  test('are all written but the two that were left out', () => {
    expect(inState('missing')).toEqual(plantedGaps.missing)
  })

  test('are all enough but one that every such speech must have', () => {
    expect(inState('weak')).toEqual(plantedGaps.weak)
    expect(points.find(({ id }) => id === 'P2')).toMatchObject({ level: 'required', lacking: '“四个自信”没有写' })
  })
})
