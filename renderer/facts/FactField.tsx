import { CalendarDays, Users } from 'lucide-react'
import { useRef, useState } from 'react'
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import { displayValue, type FactDefinition, factProblem } from '../../shared/model/facts.ts'
import { weekday } from '../../shared/text/dates.ts'
import { today } from '../text/countdown.ts'
import { parseDateEntry, parseTimeEntry } from '../text/parse-entry.ts'
import { Select } from '../ui/Select.tsx'
import { TextField, type TextFieldHandle } from '../ui/TextField.tsx'
import { MonthGrid } from './MonthGrid.tsx'

interface FactFieldProps {
  definition: FactDefinition
  /** Stored value; '' while open. */
  value: string
  /** What stands in its place while it has no value of its own. */
  derived: string | null
  /** Names to choose from. */
  people: readonly { name: string; post: string }[]
  onChange(value: string): void
}

/** What is stored for what was typed; text that cannot be read is returned as it is and named as a problem. */
export function readEntry(definition: FactDefinition, entry: string): string {
  if (definition.kind === 'date') return parseDateEntry(entry, today()) ?? entry
  if (definition.kind === 'time') return parseTimeEntry(entry) ?? entry
  if (definition.kind === 'person') return entry.replace(/[\s　]/g, '')
  return entry
}

/** One 会议要素, with the help its kind needs: a calendar, the roster, a list. */
export function FactField({ definition, value, derived, people, onChange }: FactFieldProps) {
  const field = useRef<TextFieldHandle>(null)
  const [refused, setRefused] = useState<{ entry: string; problem: string } | null>(null)

  const commit = (entry: string) => {
    const next = readEntry(definition, entry)
    const problem = factProblem(definition, next)
    setRefused(problem ? { entry, problem } : null)
    if (!problem) onChange(next)
  }

  const example = derived ? `${derived}（自动）` : definition.example ? `例如：${definition.example}` : ''
  const day = definition.kind === 'date' && value ? weekday(value) : null
  const hint = [day, definition.hint].filter(Boolean).join(' · ')

  if (definition.kind === 'choice') {
    return (
      <Select
        label={definition.label}
        hint={hint}
        value={value || '-'}
        options={[
          { id: '-', label: '（不填）' },
          ...(definition.choices ?? []).map((choice) => ({ id: choice, label: choice })),
        ]}
        onChange={(choice) => onChange(choice === '-' ? '' : choice)}
      />
    )
  }
  return (
    <TextField
      ref={field}
      label={definition.label}
      hint={hint}
      problem={refused?.problem ?? null}
      value={refused?.entry ?? (value ? displayValue(definition, value) : '')}
      placeholder={example}
      maxLength={500}
      inputMode={definition.kind === 'number' ? 'numeric' : 'text'}
      onCommit={commit}
    >
      {definition.kind === 'date' && (
        <DialogTrigger>
          <AriaButton className="button button-quiet button-icon" aria-label={`${definition.label}：从日历选`}>
            <CalendarDays aria-hidden />
          </AriaButton>
          <Popover className="popover">
            <Dialog aria-label={definition.label}>
              {({ close }) => (
                <MonthGrid
                  chosen={value || null}
                  today={today()}
                  onChoose={(date) => {
                    setRefused(null)
                    onChange(date)
                    close()
                  }}
                />
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
      {definition.kind === 'person' && people.length > 0 && (
        <MenuTrigger>
          <AriaButton className="button button-quiet button-icon" aria-label={`${definition.label}：从名册选`}>
            <Users aria-hidden />
          </AriaButton>
          <Popover className="popover">
            <Menu className="list" onAction={(name) => onChange(String(name))}>
              {people.map((person) => (
                <MenuItem key={person.name} id={person.name} textValue={person.name} className="list-item">
                  <span className="list-item-mark" />
                  <span>{person.name}</span>
                  <span className="list-item-note">{person.post}</span>
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </TextField>
  )
}
