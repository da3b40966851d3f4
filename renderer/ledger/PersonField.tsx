import { UserRound } from 'lucide-react'
import { useRef } from 'react'
import type { Person } from '../../shared/model/meeting.ts'
import { namesIn } from '../../shared/model/rectification/ledger.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { TextField, type TextFieldHandle } from '../ui/TextField.tsx'

interface PersonFieldProps {
  label: string
  value: string
  people: readonly Person[]
  isReadOnly?: boolean
  onCommit(value: string): void
}

/** One or more names, typed or taken from the roster; a name the roster does not know is said at once. */
export function PersonField({ label, value, people, isReadOnly = false, onCommit }: PersonFieldProps) {
  const field = useRef<TextFieldHandle>(null)
  const unknown = namesIn(value).filter((name) => !people.some((person) => person.name === name))
  return (
    <TextField
      ref={field}
      label={label}
      value={value}
      maxLength={200}
      isReadOnly={isReadOnly}
      problem={unknown.length > 0 ? `${unknown.join('、')}不在人员名册里` : null}
      onCommit={onCommit}
    >
      {!isReadOnly && people.length > 0 && (
        <MenuButton
          label={`${label}：从名册里选`}
          iconOnly
          look="quiet"
          icon={<UserRound aria-hidden />}
          entries={people.map(({ id, name, post }) => ({
            id,
            label: name,
            note: post,
            run: () => field.current?.setValue(name),
          }))}
        />
      )}
    </TextField>
  )
}
