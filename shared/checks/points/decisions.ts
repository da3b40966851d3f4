import type { PointDecision } from '../../model/meeting.ts'
import type { PointResult } from '../types.ts'

/** The evidence of a point as one text: what a decision is made upon, and stored with it. */
export function evidenceText(result: Pick<PointResult, 'evidence'>): string {
  return result.evidence.map(({ text }) => text).join('\n')
}

/** Adds the decision of a person where it still holds: while the evidence reads as it did then. */
export function applyDecisions(results: readonly PointResult[], decisions: readonly PointDecision[]): PointResult[] {
  return results.map((result) => {
    const decision = decisions.find(({ point, evidence }) => point === result.id && evidence === evidenceText(result))
    return decision ? { ...result, decision } : result
  })
}
