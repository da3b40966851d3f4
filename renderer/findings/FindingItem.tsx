import { Check, CircleAlert, EyeOff, Lightbulb, TriangleAlert } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Finding, Severity } from '../../shared/checks/types.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { FAMILY_NAMES, WAIVER_SCOPES } from './finding-names.ts'

const ICONS: Record<Severity, typeof CircleAlert> = { error: CircleAlert, warning: TriangleAlert, hint: Lightbulb }

export type WaiverScope = (typeof WAIVER_SCOPES)[number]['id']

interface FindingItemProps {
  finding: Finding
  /** Place of the finding in the report. */
  index: number
  isCurrent: boolean
  act: {
    /** To the finding, or to another place it names. */
    jump(index: number, related?: number): void
    fix(index: number): void
    waive(index: number, scope: WaiverScope, reason: string): void
  }
}

/** Whether two findings look the same. Where they stand in the text changes with every key before them. */
function looksSame(one: Finding, other: Finding): boolean {
  const shown = ({ rule, severity, text, message, suggestion, related }: Finding) =>
    JSON.stringify([rule, severity, text, message, suggestion, related?.map((quote) => quote.text)])
  return one === other || shown(one) === shown(other)
}

export const FindingItem = memo(Item, (one, other) => {
  return (
    one.index === other.index &&
    one.isCurrent === other.isCurrent &&
    one.act === other.act &&
    looksSame(one.finding, other.finding)
  )
})

function Item({ finding, index, isCurrent, act }: FindingItemProps) {
  const item = useRef<HTMLLIElement>(null)
  const [waiving, setWaiving] = useState(false)
  const Icon = ICONS[finding.severity]

  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])

  return (
    <li ref={item} className="finding" data-severity={finding.severity} aria-current={isCurrent || undefined}>
      <AriaButton className="finding-row" onPress={() => act.jump(index)}>
        <Icon aria-hidden className="finding-icon" />
        <q className="finding-quote">{finding.text || '（这里）'}</q>
        <span className="finding-message">{finding.message}</span>
        <small className="finding-source">
          {FAMILY_NAMES[finding.family]} · {finding.source}
        </small>
      </AriaButton>
      {finding.related?.map((quote, at) => (
        <AriaButton key={quote.start} className="button-link finding-related" onPress={() => act.jump(index, at)}>
          另一处：“{quote.text}”
        </AriaButton>
      ))}
      <div className="finding-tools">
        {finding.suggestion !== undefined && (
          <Button size="small" icon={<Check aria-hidden />} onPress={() => act.fix(index)}>
            {finding.suggestion === '' ? '删去' : `改为“${finding.suggestion}”`}
          </Button>
        )}
        {!waiving && (
          <Button size="small" look="quiet" icon={<EyeOff aria-hidden />} onPress={() => setWaiving(true)}>
            忽略…
          </Button>
        )}
      </div>
      {waiving && (
        <WaiverForm
          onCancel={() => setWaiving(false)}
          onWaive={(scope, reason) => {
            setWaiving(false)
            act.waive(index, scope, reason)
          }}
        />
      )}
    </li>
  )
}

interface WaiverFormProps {
  onCancel(): void
  onWaive(scope: WaiverScope, reason: string): void
}

function WaiverForm({ onCancel, onWaive }: WaiverFormProps) {
  const [scope, setScope] = useState<WaiverScope>('paper')
  const [reason, setReason] = useState('')
  const waive = () => reason.trim() && onWaive(scope, reason.trim())
  return (
    <div className="finding-waiver">
      <Select label="忽略多大范围" value={scope} options={WAIVER_SCOPES} onChange={setScope} />
      <TextField
        label="理由"
        hint="交稿检查里会列出来"
        value=""
        maxLength={300}
        autoFocus
        onInput={setReason}
        onEnter={waive}
      />
      <div className="finding-tools">
        <Button size="small" look="primary" isDisabled={!reason.trim()} onPress={waive}>
          忽略
        </Button>
        <Button size="small" look="quiet" onPress={onCancel}>
          算了
        </Button>
      </div>
    </div>
  )
}
