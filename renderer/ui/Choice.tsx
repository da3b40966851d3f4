import { Label, Radio, RadioGroup } from 'react-aria-components'

interface ChoiceProps<K extends string> {
  label: string
  hideLabel?: boolean
  value: K
  options: readonly { id: NoInfer<K>; label: string }[]
  onChange(value: NoInfer<K>): void
}

/** One of two to four, all visible. */
export function Choice<K extends string>({ label, hideLabel, value, options, onChange }: ChoiceProps<K>) {
  return (
    <RadioGroup className="field" value={value} onChange={(key) => onChange(key as K)} orientation="horizontal">
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="choice">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice-item">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
