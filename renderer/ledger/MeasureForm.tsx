import { CalendarClock, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import type { Person } from '../../shared/model/meeting.ts'
import { readDate } from '../../shared/model/rectification/deadlines.ts'
import type { Measure } from '../../shared/model/rectification/ledger.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { formatDate, type IsoDate } from '../../shared/text/dates.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { Select } from '../ui/Select.tsx'
import { TextField, type TextFieldHandle } from '../ui/TextField.tsx'
import { PersonField } from './PersonField.tsx'
import { UnitField } from './UnitField.tsx'

interface MeasureFormProps {
  measure: Measure
  number: number
  people: readonly Person[]
  units: readonly string[]
  /** Just added: the first thing to do is to write it. */
  isNew: boolean
  rules: OfficeRules
  /** The last day the office's rule gives for these kinds. */
  ruleDate: IsoDate | null
  isReadOnly: boolean
  onEdit(fields: Partial<Omit<Measure, 'id'>>): void
  onRemove(): void
}

/** One 整改措施 with everything that belongs to it. */
export function MeasureForm({
  measure,
  number,
  people,
  units,
  isNew,
  rules,
  ruleDate,
  isReadOnly,
  onEdit,
  onRemove,
}: MeasureFormProps) {
  const deadline = useRef<TextFieldHandle>(null)
  const text = (label: string, key: 'text' | 'goal' | 'progress' | 'evidence' | 'rulesMade', lines = 1) => (
    <TextField
      label={label}
      value={measure[key]}
      lines={lines}
      maxLength={4000}
      isReadOnly={isReadOnly}
      autoFocus={key === 'text' && isNew}
      onCommit={(value) => onEdit({ [key]: value })}
    />
  )
  return (
    <fieldset className="measure">
      <legend>
        措施{number}
        {!isReadOnly && <IconButton label={`移走措施${number}`} icon={<Trash2 aria-hidden />} onPress={onRemove} />}
      </legend>
      {text('整改措施', 'text', 2)}
      {text('整改目标', 'goal')}
      <CheckboxGroup
        className="field measure-types"
        value={measure.types}
        isReadOnly={isReadOnly}
        onChange={(types) =>
          onEdit({ types: rules.measureTypes.map(({ name }) => name).filter((name) => types.includes(name)) })
        }
      >
        <Label className="field-label">整改类型（可多选）</Label>
        <div className="measure-type-list">
          {rules.measureTypes.map(({ name }) => (
            <Checkbox key={name} value={name} className="check">
              <span className="check-box">{measure.types.includes(name) && '✓'}</span>
              <span>{name}</span>
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      <div className="measure-pair">
        <TextField
          ref={deadline}
          label="整改时限"
          value={measure.deadline ? formatDate(measure.deadline) : ''}
          placeholder={ruleDate ? `按规则 ${formatDate(ruleDate)}` : '2027年3月31日'}
          isReadOnly={isReadOnly}
          onCommit={(value) => {
            const date = readDate(value)
            if (value !== '' && !date) notify(`“${value}”不是日期，时限没有改。`, { tone: 'bad' })
            else onEdit({ deadline: date })
          }}
        />
        <Select
          label="整改状态"
          value={measure.status}
          options={rules.measureStatuses.map(({ name }) => ({ id: name, label: name }))}
          onChange={(status) => !isReadOnly && onEdit({ status })}
        />
      </div>
      {ruleDate && ruleDate !== measure.deadline && !isReadOnly && (
        <Button
          size="small"
          look="quiet"
          icon={<CalendarClock aria-hidden />}
          onPress={() => {
            deadline.current?.setValue(formatDate(ruleDate))
            // The button goes once the date is the rule's.
            deadline.current?.focus()
          }}
        >
          按本单位规则定为{formatDate(ruleDate)}
        </Button>
      )}
      <div className="measure-pair">
        <PersonField
          label="责任领导"
          value={measure.leader}
          people={people}
          isReadOnly={isReadOnly}
          onCommit={(leader) => onEdit({ leader })}
        />
        <PersonField
          label="责任人"
          value={measure.owner}
          people={people}
          isReadOnly={isReadOnly}
          onCommit={(owner) => onEdit({ owner })}
        />
      </div>
      <div className="measure-pair">
        <UnitField
          label="牵头单位"
          value={measure.leadUnit}
          units={units}
          isReadOnly={isReadOnly}
          onCommit={(leadUnit) => onEdit({ leadUnit })}
        />
        <UnitField
          label="配合单位"
          value={measure.cooperatingUnits}
          units={units}
          isReadOnly={isReadOnly}
          onCommit={(cooperatingUnits) => onEdit({ cooperatingUnits })}
        />
      </div>
      {text('整改进展', 'progress', 2)}
      {text('佐证材料', 'evidence')}
      {text('建章立制（制度名称）', 'rulesMade')}
    </fieldset>
  )
}
