import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { ruleName } from '../../shared/checks/rule-names.ts'
import { rules } from '../../shared/checks/rules/index-of-rules.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { Select } from '../ui/Select.tsx'
import { useStore } from '../ui/store.ts'
import { TextField } from '../ui/TextField.tsx'
import { SettingsGroup } from './SettingsGroup.tsx'
import type { SettingsSession } from './settings-session.ts'

/** Fault rules this office does not want to hear of, each with its reason and the way back. */
export function SilencedRules({ session }: { session: SettingsSession }) {
  const { silencedRules } = useStore(session.store)
  const [rule, setRule] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const silenced = Object.entries(silencedRules)

  const change = (edit: (now: Record<string, string>) => Record<string, string>) =>
    session
      .change((now) => ({ ...now, silencedRules: edit(now.silencedRules) }))
      .catch((error) => notify(failureMessage(error), { tone: 'bad' }))

  return (
    <SettingsGroup title="本单位不提的校核项" note="文稿里仍列在“已忽略”里">
      <Select
        label="校核项"
        value={rule}
        options={rules.filter(({ id }) => !(id in silencedRules)).map(({ id }) => ({ id, label: ruleName(id) }))}
        onChange={setRule}
      />
      <TextField
        label="为什么不提"
        value={reason}
        maxLength={200}
        problem={problem}
        onInput={setReason}
        onCommit={setReason}
      />
      <div className="pack-buttons">
        <Button
          onPress={() => {
            const isReady = rule !== null && reason.trim() !== ''
            setProblem(isReady ? null : '先选校核项，再写明理由。')
            if (!isReady) return
            void change((now) => ({ ...now, [rule]: reason.trim() }))
            setRule(null)
            setReason('')
          }}
        >
          以后不提
        </Button>
      </div>
      {silenced.length > 0 && (
        <ul className="settings-silenced">
          {silenced.map(([id, why]) => (
            <li key={id}>
              <span>
                {ruleName(id)}
                {why && `：${why}`}
              </span>
              <AriaButton
                className="button-link"
                aria-label={`重新提醒：${ruleName(id)}`}
                onPress={() => void change(({ [id]: _gone, ...others }) => others)}
              >
                重新提醒
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </SettingsGroup>
  )
}
