import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'

interface CheckRowProps {
  isSelected: boolean
  onChange(isSelected: boolean): void
  children: ReactNode
}

/** A row of a list to be taken or left. */
export function CheckRow({ isSelected, onChange, children }: CheckRowProps) {
  return (
    <Checkbox className="check" isSelected={isSelected} onChange={onChange}>
      <span className="check-box">{isSelected && <Check aria-hidden />}</span>
      {children}
    </Checkbox>
  )
}
