import { Building2 } from 'lucide-react'
import { useRef } from 'react'
import { namesIn } from '../../shared/model/rectification/ledger.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { TextField, type TextFieldHandle } from '../ui/TextField.tsx'

interface UnitFieldProps {
  label: string
  value: string
  /** Units of the roster first, then those the ledger has already. */
  units: readonly string[]
  isReadOnly: boolean
  onCommit(value: string): void
}

/** One or more units, typed or taken from the list; what is taken is added to what stands there. */
export function UnitField({ label, value, units, isReadOnly, onCommit }: UnitFieldProps) {
  const field = useRef<TextFieldHandle>(null)
  const own = namesIn(value)
  const others = units.filter((unit) => !own.includes(unit))
  return (
    <TextField ref={field} label={label} value={value} maxLength={200} isReadOnly={isReadOnly} onCommit={onCommit}>
      {!isReadOnly && others.length > 0 && (
        <MenuButton
          label={`${label}：从名册和台账里选`}
          iconOnly
          look="quiet"
          icon={<Building2 aria-hidden />}
          entries={others.map((unit) => ({
            id: unit,
            label: unit,
            run: () => field.current?.setValue([...own, unit].join('、')),
          }))}
        />
      )}
    </TextField>
  )
}
