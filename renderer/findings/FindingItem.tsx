import { Check, CircleAlert, EyeOff, Lightbulb, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Finding, Severity } from '../../shared/checks/types.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { FAMILY_NAMES, WAIVER_SCOPES } from './finding-names.ts'

const ICONS: Record<Severity, typeof CircleAlert> = { error: CircleAlert, warning: TriangleAlert, hint: Lightbulb }

export type WaiverScope = (typeof WAIVER_SCOPES)[number]['id']

interface FindingItemProps {
  finding: Finding
  isCurrent: boolean
  onJump(range: Range): void
  onFix(): void
  onWaive(scope: WaiverScope, reason: string): void
}

export function FindingItem({ finding, isCurrent, onJump, onFix, onWaive }: FindingItemProps) {
  const item = useRef<HTMLLIElement>(null)
  const [waiving, setWaiving] = useState(false)
  const Icon = ICONS[finding.severity]

  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])

  return (
    <li ref={item} className="finding" data-severity={finding.severity} aria-current={isCurrent || undefined}>
      <AriaButton className="finding-row" onPress={() => onJump(finding)}>
        <Icon aria-hidden className="finding-icon" />
        <q className="finding-quote">{finding.text || '（这里）'}</q>
        <span className="finding-message">{finding.message}</span>
        <small className="finding-source">
          {FAMILY_NAMES[finding.family]} · {finding.source}
        </small>
      </AriaButton>
      {finding.related?.map((quote) => (
        <AriaButton key={quote.start} className="button-link finding-related" onPress={() => onJump(quote)}>
          另一处：“{quote.text}”
        </AriaButton>
      ))}
      <div className="finding-tools">
        {finding.suggestion !== undefined && (
          <Button size="small" icon={<Check aria-hidden />} onPress={onFix}>
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
            onWaive(scope, reason)
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
