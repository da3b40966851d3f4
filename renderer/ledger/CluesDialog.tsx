import { useState } from 'react'
import { type Clues, clueProblems } from '../../shared/model/rectification/clues.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface CluesDialogProps {
  clues: Clues
  rules: OfficeRules
  onSave(clues: Clues): void
  onClose(): void
}

const number = (text: string): number => Math.min(Number.parseInt(text, 10) || 0, 99_999)

/** 线索: only kinds and counts. Ways of handling and 四种形态 stand in two tables. */
export function CluesDialog({ clues, rules, onSave, onClose }: CluesDialogProps) {
  const kinds = [...new Set([...rules.clueKinds, ...clues.map(({ kind }) => kind)])]
  const [rows, setRows] = useState<Clues>(() =>
    kinds.map((kind) => clues.find((row) => row.kind === kind) ?? { kind, count: 0, handling: {}, forms: {} }),
  )
  const edit = (kind: string, change: (row: Clues[number]) => Clues[number]) =>
    setRows(rows.map((row) => (row.kind === kind ? change(row) : row)))
  const cell = (label: string, value: number, set: (value: number) => void) => (
    <td key={label}>
      <input
        className="field-input clue-cell"
        aria-label={label}
        inputMode="numeric"
        defaultValue={value || ''}
        onChange={(event) => set(number(event.currentTarget.value))}
      />
    </td>
  )
  const table = (title: string, columns: readonly string[], key: 'handling' | 'forms', withCount: boolean) => (
    <table className="plain-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">类别</th>
          {withCount && <th scope="col">收到</th>}
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.kind}>
            <th scope="row">{row.kind}</th>
            {withCount && cell(`${row.kind}：收到`, row.count, (count) => edit(row.kind, (now) => ({ ...now, count })))}
            {columns.map((name) =>
              cell(`${row.kind}：${name}`, row[key][name] ?? 0, (value) =>
                edit(row.kind, (now) => ({ ...now, [key]: { ...now[key], [name]: value } })),
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  const faults = clueProblems(rows)
  return (
    <Dialog
      title="线索数"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>不改了</Button>
          <Button
            look="primary"
            onPress={() => {
              onSave(
                rows.filter(
                  ({ count, handling, forms }) =>
                    count > 0 || [...Object.values(handling), ...Object.values(forms)].some((value) => value > 0),
                ),
              )
              onClose()
            }}
          >
            记下
          </Button>
        </>
      }
    >
      <p className="banner banner-care">
        线索不是问题：只记类别和件数，不写内容和人。它不进台账的任何表格、文稿、会议材料和查找结果。
      </p>
      {faults.map((fault) => (
        <p key={fault} role="alert" className="banner banner-bad">
          {fault}
        </p>
      ))}
      {table('处置方式（件）', rules.clueHandling, 'handling', true)}
      {table('四种形态（人次）', rules.clueForms, 'forms', false)}
    </Dialog>
  )
}
