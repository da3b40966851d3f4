import { useState } from 'react'
import { TextField } from '../ui/TextField.tsx'

interface NumberFieldProps {
  label: string
  unit?: string
  value: number
  onCommit(value: number): void
}

/** A figure with its unit; full-width digits are taken too. */
export function NumberField({ label, unit, value, onCommit }: NumberFieldProps) {
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <TextField
      label={unit ? `${label}（${unit}）` : label}
      value={String(value)}
      problem={problem}
      maxLength={6}
      inputMode="numeric"
      onCommit={(entry) => {
        const number = Number(entry.normalize('NFKC'))
        const fits = entry !== '' && Number.isFinite(number)
        setProblem(fits ? null : '这里要填数字。')
        if (fits) onCommit(number)
      }}
    />
  )
}
