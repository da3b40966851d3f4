import type { Pillar, PointResult } from '../../shared/checks/types.ts'

/** How a point stands for the user: what the check found, unless a person decided. */
export type PointStatus = 'covered' | 'weak' | 'missing' | 'confirmed' | 'not-applicable'

export const STATUS_NAMES: Record<PointStatus, string> = {
  covered: '已写到',
  weak: '写得不够',
  missing: '未写',
  confirmed: '人工确认',
  'not-applicable': '不适用',
}

export const PILLAR_NAMES: Record<Pillar, string> = {
  opening: '开场',
  standing: '政治站位',
  'second-half': '后半篇文章',
  chain: '责任链条',
  closing: '结尾',
}

export const PILLARS = Object.keys(PILLAR_NAMES) as Pillar[]

export const LEVEL_NAMES = { required: '必备', expected: '应有', optional: '可选' } as const

export function pointStatus(point: PointResult): PointStatus {
  return point.decision?.state ?? point.state
}

export const isSettled = (point: PointResult): boolean => !['weak', 'missing'].includes(pointStatus(point))

export interface PillarProgress {
  pillar: Pillar
  points: readonly PointResult[]
  done: number
  total: number
}

/**
 * The points by pillar, in the order of a speech. Counted are those that apply; an optional one counts only where it
 * is written, so that nobody is asked for it.
 */
export function byPillar(points: readonly PointResult[]): PillarProgress[] {
  return PILLARS.map((pillar) => {
    const own = points.filter((point) => point.pillar === pillar)
    const counted = own.filter(
      (point) => pointStatus(point) !== 'not-applicable' && (point.level !== 'optional' || isSettled(point)),
    )
    return { pillar, points: own, done: counted.filter(isSettled).length, total: counted.length }
  }).filter(({ points: own }) => own.length > 0)
}

/** Required points that are neither written, nor confirmed, nor set aside. */
export function missingRequired(points: readonly PointResult[]): PointResult[] {
  return points.filter((point) => point.level === 'required' && !isSettled(point))
}
