import { useState } from 'react'
import type { PointResult } from '../../shared/checks/types.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { Choice } from '../ui/Choice.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { useSteady } from '../ui/use-steady.ts'
import { type PointGuide, PointItem } from './PointItem.tsx'
import { byPillar, isSettled, PILLAR_NAMES } from './point-status.ts'

interface ChecklistPanelProps {
  points: readonly PointResult[]
  guides: ReadonlyMap<string, PointGuide>
  /** The point whose evidence is lit in the text. */
  open: string | null
  onOpen(point: string | null): void
  onJump(range: Range): void
  onPlaceHint(point: PointResult, phrase?: string): void
  onDecide(point: PointResult, state: 'confirmed' | 'not-applicable', reason: string): void
  onUndecide(point: string): void
}

/** 要点清单: what such a paper has to say, and whether it does. */
export function ChecklistPanel({ points, guides, open, onOpen, ...act }: ChecklistPanelProps) {
  const [show, setShow] = useState<'all' | 'open'>('all')
  const withPoint = (id: string, run: (point: PointResult) => void) => {
    const point = points.find((candidate) => candidate.id === id)
    if (point) run(point)
  }
  const steady = useSteady({
    toggle: (id: string) => onOpen(open === id ? null : id),
    jump: act.onJump,
    placeHint: (id: string, phrase?: string) => withPoint(id, (point) => act.onPlaceHint(point, phrase)),
    decide: (id: string, state: 'confirmed' | 'not-applicable', reason: string) =>
      withPoint(id, (point) => act.onDecide(point, state, reason)),
    undecide: act.onUndecide,
  })
  const left = points.filter((point) => !isSettled(point) && point.level !== 'optional').length
  if (points.length === 0) return <p className="pane-empty">这类文稿没有要点清单。</p>
  return (
    <div className="checklist">
      <div className="checklist-head">
        <Choice
          label="显示哪些要点"
          hideLabel
          value={show}
          options={[
            { id: 'all', label: '全部' },
            { id: 'open', label: `还差 ${left}` },
          ]}
          onChange={setShow}
        />
      </div>
      {byPillar(points).map(({ pillar, points: own, done, total }) => {
        const shown = show === 'all' ? own : own.filter((point) => !isSettled(point) && point.level !== 'optional')
        if (shown.length === 0) return null
        return (
          <section key={pillar} className="pillar" aria-label={PILLAR_NAMES[pillar]}>
            <h2 className="group-title group-title-small">
              {PILLAR_NAMES[pillar]}
              <small>
                {done}/{total}
              </small>
            </h2>
            <ProgressBar done={done} total={total} label={`${PILLAR_NAMES[pillar]}要点已写`} />
            <ul>
              {shown.map((point) => (
                <PointItem
                  key={point.id}
                  point={point}
                  guide={guides.get(point.id)}
                  isOpen={open === point.id}
                  act={steady}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
