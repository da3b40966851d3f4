import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'

interface SelectProps<K extends string> {
  label: string
  hideLabel?: boolean
  hint?: ReactNode
  value: K | null
  options: readonly { id: NoInfer<K>; label: string; note?: string }[]
  placeholder?: string
  onChange(value: NoInfer<K>): void
}

/** One of a few. */
export function Select<K extends string>({ label, hint, value, options, placeholder, ...props }: SelectProps<K>) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => key !== null && props.onChange(key as K)}
      placeholder={placeholder ?? '请选择'}
    >
      <Label className={props.hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="field-box field-select">
        <SelectValue className="field-select-value">
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <Popover className="popover popover-list" offset={4}>
        <ListBox className="list" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} className="list-item" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className="list-item-mark">{isSelected && <Check aria-hidden />}</span>
                  <span>{option.label}</span>
                  {option.note && <span className="list-item-note">{option.note}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
