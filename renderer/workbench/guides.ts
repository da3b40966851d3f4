import type { PaperKind } from '../../shared/model/kinds.ts'
import type { Pack } from '../../shared/packs/pack.ts'
import type { PointGuide } from '../checklist/PointItem.tsx'

/** What the pack says of each point of a kind of paper, by its id. */
export function guidesOf(pack: Pack, kind: PaperKind | undefined): Map<string, PointGuide> {
  if (!kind) return new Map()
  const phrases = pack.phrases[kind] ?? {}
  return new Map(
    pack.points[kind].map(({ id, why, source, hint }) => [id, { why, source, hint, phrases: phrases[id] ?? [] }]),
  )
}
