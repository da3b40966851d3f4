import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { PointChange } from '../../shared/model/pack-overrides.ts'
import type { PointDefinition } from '../../shared/packs/points-section.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

const LEVELS = [
  { id: 'required', label: '必备' },
  { id: 'expected', label: '应有' },
  { id: 'optional', label: '可选' },
] as const

interface PointRowProps {
  /** As it is in force now. */
  point: PointDefinition
  change: PointChange | undefined
  /** Undefined: as the pack has it. Gives what is wrong with it. */
  onChange(change: PointChange | undefined): Promise<string | null>
}

/** One point: its level, and the office's own ways to put it. */
export function PointRow({ point, change, onChange }: PointRowProps) {
  const words = change?.words ?? []
  const [problem, setProblem] = useState<string | null>(null)
  const save = (edited: PointChange | undefined) => void onChange(edited).then(setProblem)
  return (
    <li className="pack-point" data-point={point.id}>
      <p className="pack-point-title">
        {point.id} {point.title}
        {change && <small>本单位改过</small>}
      </p>
      <Select
        label={`${point.title}：级别`}
        hideLabel
        value={point.level}
        options={LEVELS}
        onChange={(level) => save({ level, words })}
      />
      <TextField
        label={`${point.title}：本单位的说法`}
        hideLabel
        placeholder="本单位的说法，用顿号隔开"
        value={words.join('、')}
        maxLength={2000}
        problem={problem}
        onCommit={(text) => {
          const next = text.split('、').map((word) => word.trim())
          save({ level: change?.level, words: next.filter((word) => word !== '') })
        }}
      />
      {change && (
        <Button className="button-link" onPress={() => save(undefined)}>
          照规则包<span className="visually-hidden">：{point.title}</span>
        </Button>
      )}
    </li>
  )
}
