import type { State, Table } from './state.ts'
import { emptyState, shownValue, tableOf } from './state.ts'
import { split, type Value } from './value.ts'

/** What this library knew of a meeting when it was last exported, imported, or decided about. */
export interface Here {
  state: State
  /** Of what is not decided, the text this library shows: `table/row/field` → text. */
  shown: Readonly<Record<string, string>>
}

export const nothingKnown: Here = { state: emptyState, shown: {} }

export const pathOf = (table: string, row: string, field: string): string => `${table}/${row}/${field}`

/** What a field shows in this library. */
export function textHere({ shown }: Here, table: string, row: string, field: string, value: Value): string {
  const { text, isOpen } = shownValue(table, field, value)
  const chosen = isOpen ? shown[pathOf(table, row, field)] : undefined
  return chosen !== undefined && typeof value !== 'string' && value.variants.includes(chosen) ? chosen : text
}

/** A field that reads `text` now: unchanged, or changed here, which decides nothing about what others wrote. */
export function followText(here: Here, table: string, row: string, field: string, text: string): Value {
  const known = tableOf(here.state, table)[row]?.fields[field]
  if (known === undefined || typeof known === 'string') return text
  const shown = textHere(here, table, row, field, known)
  if (shown === text) return known
  if (!shownValue(table, field, known).isOpen) return text
  return split(known.base, [...known.variants.filter((one) => one !== shown), text])
}

export function fieldsHere(here: Here, table: string, row: string): Record<string, string> {
  const fields = tableOf(here.state, table)[row]?.fields ?? {}
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, textHere(here, table, row, field, value)]),
  )
}

/** What is open after a merge, with what this side showed before it wherever that is still one of the texts. */
export function shownAfter(before: Here, merged: State): Record<string, string> {
  const after: Record<string, string> = {}
  for (const [table, rows] of Object.entries(merged.tables) as [string, Table][]) {
    for (const [row, { fields }] of Object.entries(rows)) {
      for (const [field, value] of Object.entries(fields)) {
        if (typeof value === 'string' || !shownValue(table, field, value).isOpen) continue
        const own = tableOf(before.state, table)[row]?.fields[field]
        const ours = own === undefined ? undefined : textHere(before, table, row, field, own)
        after[pathOf(table, row, field)] = value.variants.find((one) => one === ours) ?? value.variants[0] ?? ''
      }
    }
  }
  return after
}
