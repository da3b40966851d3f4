import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react'

interface TextFieldProps {
  label: string
  /** Shown to screen readers only. */
  hideLabel?: boolean
  hint?: ReactNode
  problem?: string | null
  /** What the field shows at first, and again whenever it changes from outside while the field is not being edited. */
  value: string
  placeholder?: string
  maxLength?: number
  lines?: number
  inputMode?: 'text' | 'numeric'
  autoFocus?: boolean
  isReadOnly?: boolean
  /** While typing, but never in the middle of a composition. */
  onInput?(value: string): void
  /** When the field is left, or Enter pressed, with a value that differs from `value`. */
  onCommit?(value: string): void
  /** Enter, outside a composition. */
  onEnter?(): void
  /** ↓ in a field of one line, outside a composition: to what hangs below it. */
  onArrowDown?(): void
  /** Beside the field: a button that opens a calendar or a roster. */
  children?: ReactNode
  ref?: Ref<TextFieldHandle>
}

export interface TextFieldHandle {
  focus(): void
  setValue(value: string): void
}

/** Whether a key belongs to an input method. */
export function isComposingKey(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}

/**
 * A short field. It is left to the browser (uncontrolled), because setting the value of an input while an input
 * method composes in it loses characters.
 */
export function TextField(props: TextFieldProps) {
  const { label, hint, problem, value, lines = 1, onInput, onCommit, onEnter } = props
  const id = useId()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const committed = useRef(value)

  useEffect(() => {
    committed.current = value
    if (field.current && document.activeElement !== field.current) field.current.value = value
  }, [value])

  const commit = () => {
    const text = field.current?.value.trim() ?? ''
    if (text === committed.current) return
    committed.current = text
    onCommit?.(text)
  }

  useImperativeHandle(props.ref, () => ({
    focus: () => field.current?.focus(),
    setValue(text) {
      if (field.current) field.current.value = text
      onInput?.(text)
      commit()
    },
  }))

  const Input = lines > 1 ? 'textarea' : 'input'
  return (
    <div className="field" data-problem={problem ? '' : undefined}>
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <div className="field-box">
        <Input
          ref={field}
          id={id}
          className="field-input"
          defaultValue={value}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          readOnly={props.isReadOnly}
          rows={lines > 1 ? lines : undefined}
          inputMode={props.inputMode}
          autoFocus={props.autoFocus}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            if (!(event.nativeEvent as InputEvent).isComposing) onInput?.(event.target.value)
          }}
          onCompositionEnd={(event) => onInput?.(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (isComposingKey(event) || lines > 1) return
            if (event.key === 'ArrowDown' && props.onArrowDown) {
              event.preventDefault()
              props.onArrowDown()
            }
            if (event.key !== 'Enter') return
            commit()
            onEnter?.()
          }}
        />
        {props.children}
      </div>
      {problem ? (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="field-hint">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
