import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import type { Person } from '../../shared/model/meeting.ts'
import type { Rung } from '../../shared/model/rectification/chain.ts'
import { ROLE_NAMES, RUNG_ROLES } from '../../shared/model/rectification/chain-roles.ts'
import { namesIn } from '../../shared/model/rectification/ledger.ts'
import { IconButton } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

interface RungEditorProps {
  rung: Rung
  people: readonly Person[]
  isFirst: boolean
  isLast: boolean
  onChange(rung: Rung): void
  onMove(by: 1 | -1): void
  onRemove(): void
}

/** One rung of the chain as a line of fields. */
export function RungEditor({ rung, people, isFirst, isLast, onChange, onMove, onRemove }: RungEditorProps) {
  const unknown = namesIn(rung.person).filter((name) => !people.some((person) => person.name === name))
  const text = (label: string, key: 'title' | 'unit' | 'person' | 'field' | 'duty', problem: string | null = null) => (
    <TextField
      label={label}
      value={rung[key]}
      maxLength={200}
      problem={problem}
      onCommit={(value) => onChange({ ...rung, [key]: value })}
    />
  )
  return (
    <fieldset className="rung">
      <legend className="visually-hidden">
        {rung.title} {rung.person || rung.unit}
      </legend>
      <Select
        label="责任"
        value={rung.role}
        options={RUNG_ROLES.map((id) => ({ id, label: ROLE_NAMES[id] }))}
        onChange={(role) => onChange({ ...rung, role, title: ROLE_NAMES[role] })}
      />
      {text('名称', 'title')}
      {text('单位', 'unit')}
      {text('姓名', 'person', unknown.length > 0 ? `${unknown.join('、')}不在名册里` : null)}
      {text('分管领域', 'field')}
      {text('职责', 'duty')}
      <span className="rung-tools">
        <IconButton label="往前移" icon={<ArrowUp aria-hidden />} isDisabled={isFirst} onPress={() => onMove(-1)} />
        <IconButton label="往后移" icon={<ArrowDown aria-hidden />} isDisabled={isLast} onPress={() => onMove(1)} />
        <IconButton label="移走这一环" icon={<Trash2 aria-hidden />} onPress={onRemove} />
      </span>
    </fieldset>
  )
}
