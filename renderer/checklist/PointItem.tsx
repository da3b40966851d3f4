import { Ban, ChevronRight, CircleCheck, CircleDashed, CircleX, PencilLine, UserCheck } from 'lucide-react'
import { memo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { PointResult } from '../../shared/checks/types.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isSettled, LEVEL_NAMES, type PointStatus, pointStatus, STATUS_NAMES } from './point-status.ts'

const ICONS: Record<PointStatus, typeof CircleCheck> = {
  covered: CircleCheck,
  weak: CircleDashed,
  missing: CircleX,
  confirmed: UserCheck,
  'not-applicable': Ban,
}

/** What the pack says of a point. */
export interface PointGuide {
  why: string
  source: string
  hint: string
  /** Beginnings of a sentence with blanks. */
  phrases: readonly string[]
}

interface PointItemProps {
  point: PointResult
  guide: PointGuide | undefined
  isOpen: boolean
  act: {
    toggle(id: string): void
    jump(range: Range): void
    /** Puts the hint, or a phrase in its stead, where it belongs. */
    placeHint(id: string, phrase?: string): void
    decide(id: string, state: 'confirmed' | 'not-applicable', reason: string): void
    undecide(id: string): void
  }
}

/** Whether two closed points look the same. Where the evidence stands changes with every key before it. */
function looksSame(one: PointResult, other: PointResult): boolean {
  const shown = ({ title, level, state, lacking, decision, evidence }: PointResult) =>
    JSON.stringify([title, level, state, lacking, decision, evidence[0]?.text])
  return one === other || shown(one) === shown(other)
}

export const PointItem = memo(Item, (one, other) => {
  const isClosed = !one.isOpen && !other.isOpen
  return (
    one.guide === other.guide &&
    one.act === other.act &&
    (isClosed ? looksSame(one.point, other.point) : one.isOpen === other.isOpen && one.point === other.point)
  )
})

function Item({ point, guide, isOpen, act }: PointItemProps) {
  const status = pointStatus(point)
  const Icon = ICONS[status]
  const remark =
    status === 'not-applicable' || status === 'confirmed'
      ? point.decision?.reason
      : (point.lacking ?? (status === 'covered' ? point.evidence[0]?.text : ''))
  return (
    <li className="point" data-status={status} data-point={point.id}>
      <AriaButton className="point-row" aria-expanded={isOpen} onPress={() => act.toggle(point.id)}>
        <Icon aria-hidden className="point-icon" />
        <span className="point-title">
          {point.title}
          {!isSettled(point) && <small className="point-level">{LEVEL_NAMES[point.level]}</small>}
        </span>
        <span className="point-status">{STATUS_NAMES[status]}</span>
        <ChevronRight aria-hidden className="point-arrow" />
        {remark && !isOpen && <span className="point-remark">{remark}</span>}
      </AriaButton>
      {isOpen && (
        <div className="point-more">
          {point.lacking && status === 'weak' && <p className="point-lacking">{point.lacking}</p>}
          {point.evidence.map((quote) => (
            <AriaButton key={quote.start} className="quote" onPress={() => act.jump(quote)}>
              “{quote.text}”
            </AriaButton>
          ))}
          {guide && (
            <p className="point-why">
              {guide.why}
              <small>{guide.source}</small>
            </p>
          )}
          {guide && !isSettled(point) && (
            <div className="point-hint">
              <p>{guide.hint}</p>
              <Button
                size="small"
                look="primary"
                icon={<PencilLine aria-hidden />}
                onPress={() => act.placeHint(point.id)}
              >
                放进文稿，照着填
              </Button>
              {guide.phrases.length > 0 && (
                <ul className="point-phrases" aria-label="也可以这样起头">
                  {guide.phrases.map((phrase) => (
                    <li key={phrase}>
                      <AriaButton className="point-phrase" onPress={() => act.placeHint(point.id, phrase)}>
                        {phrase}
                      </AriaButton>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
          <Decision
            point={point}
            status={status}
            onDecide={(state, reason) => act.decide(point.id, state, reason)}
            onUndecide={() => act.undecide(point.id)}
          />
        </div>
      )}
    </li>
  )
}

interface DecisionProps {
  point: PointResult
  status: PointStatus
  onDecide(state: 'confirmed' | 'not-applicable', reason: string): void
  onUndecide(): void
}

/** 人工确认 and 不适用: a person's word over the check's, with a reason that is kept. */
function Decision({ point, status, onDecide, onUndecide }: DecisionProps) {
  const [asking, setAsking] = useState<'confirmed' | 'not-applicable' | null>(null)
  const [reason, setReason] = useState('')
  if (point.decision) {
    return (
      <p className="point-decided">
        {STATUS_NAMES[status]}
        {point.decision.reason && `：${point.decision.reason}`}
        <AriaButton className="button-link" onPress={onUndecide}>
          撤回
        </AriaButton>
      </p>
    )
  }
  if (asking) {
    const needsReason = asking === 'not-applicable'
    const settle = () => {
      if (needsReason && !reason.trim()) return
      onDecide(asking, reason.trim())
      setAsking(null)
    }
    return (
      <div className="point-asking">
        <TextField
          label={needsReason ? '为什么不适用' : '怎么确认的（可不填）'}
          value=""
          maxLength={300}
          autoFocus
          onInput={setReason}
          onEnter={settle}
        />
        <Button size="small" look="primary" isDisabled={needsReason && !reason.trim()} onPress={settle}>
          记下
        </Button>
        <Button size="small" look="quiet" onPress={() => setAsking(null)}>
          算了
        </Button>
      </div>
    )
  }
  return (
    <p className="point-tools">
      {status !== 'covered' && (
        <AriaButton className="button-link" onPress={() => setAsking('confirmed')}>
          我看过，已写到
        </AriaButton>
      )}
      <AriaButton className="button-link" onPress={() => setAsking('not-applicable')}>
        这次不适用…
      </AriaButton>
    </p>
  )
}
