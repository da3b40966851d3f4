import type { PointResult } from '../../shared/checks/types.ts'
import type { PaperKind } from '../../shared/model/kinds.ts'
import type { TextView } from '../../shared/model/text-view.ts'
import type { Template } from '../../shared/packs/templates-section.ts'

/** The points of a paper in the order in which its template takes them up; those it does not name come last. */
export function pointOrder(templates: readonly Template[], kind: PaperKind, points: readonly PointResult[]): string[] {
  const lines = templates.find((template) => template.paperKind === kind)?.lines ?? []
  const named = lines.flatMap((line) => line.points ?? [])
  return [...new Set([...named, ...points.map((point) => point.id)])]
}

const blockAt = (view: TextView, offset: number): number => view.blocks.findLastIndex((block) => block.start <= offset)

/**
 * The paragraph behind which a missing point belongs: behind the last point written before it in the order of the
 * template, else before the first one written after it, else at the end of the opening or of the paper.
 * @returns an index into {@link TextView.blocks}
 */
export function placeOfPoint(
  point: PointResult,
  order: readonly string[],
  points: readonly PointResult[],
  view: TextView,
): number {
  const evidenceOf = (id: string) => points.find((candidate) => candidate.id === id)
  const sameGroup = (id: string) => evidenceOf(id)?.pillar === point.pillar
  const index = order.indexOf(point.id)
  const before = order.slice(0, Math.max(index, 0)).reverse()
  const after = order.slice(index + 1)

  for (const ids of [before.filter(sameGroup), after.filter(sameGroup), before]) {
    for (const id of ids) {
      const place = evidenceOf(id)?.evidence.at(-1)
      if (!place) continue
      const block = blockAt(view, place.start)
      return after.includes(id) ? Math.max(block - 1, 0) : block
    }
  }
  const lastOf = (part: number) => view.blocks.findLastIndex((block) => block.part === part && block.kind !== 'closing')
  const parts = Math.max(0, ...view.blocks.map((block) => block.part))
  const part = { opening: 0, standing: 1, 'second-half': Math.min(2, parts), chain: Math.min(3, parts), closing: parts }
  const found = lastOf(part[point.pillar])
  return found >= 0 ? found : view.blocks.length - 1
}
