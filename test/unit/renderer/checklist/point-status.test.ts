import { expect, it } from 'vitest'
import { byPillar, missingRequired, pointStatus } from '../../../../renderer/checklist/point-status.ts'
import type { PointResult } from '../../../../shared/checks/types.ts'

const point = (id: string, fields: Partial<PointResult> = {}): PointResult => ({
  id,
  pillar: 'standing',
  title: id,
  level: 'required',
  state: 'missing',
  evidence: [],
  ...fields,
})
const decision = (state: 'confirmed' | 'not-applicable') => ({ point: '', state, reason: '', evidence: '' })

it('lets a person’s word stand over the check’s', () => {
  expect(pointStatus(point('P1'))).toBe('missing')
  expect(pointStatus(point('P1', { decision: decision('confirmed') }))).toBe('confirmed')
})

it('counts by pillar what applies; an optional point only when it is written', () => {
  const points = [
    point('P1', { state: 'covered' }),
    point('P2', { state: 'weak' }),
    point('P3', { decision: decision('not-applicable') }),
    point('P4', { decision: decision('confirmed') }),
    point('P5', { level: 'optional' }),
    point('P6', { level: 'optional', state: 'covered' }),
    point('C1', { pillar: 'closing' }),
  ]
  expect(byPillar(points).map(({ pillar, done, total }) => [pillar, done, total])).toEqual([
    ['standing', 3, 4],
    ['closing', 0, 1],
  ])
})

it('names the required points that are neither written nor decided', () => {
  const points = [
    point('P1'),
    point('P2', { state: 'weak' }),
    point('P3', { level: 'expected' }),
    point('P4', { decision: decision('not-applicable') }),
    point('P5', { state: 'covered' }),
  ]
  expect(missingRequired(points).map(({ id }) => id)).toEqual(['P1', 'P2'])
})
