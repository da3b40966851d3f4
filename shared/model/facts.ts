import { addToDate, formatDate, isIsoDate } from '../text/dates.ts'
import type { FactValues, Person } from './meeting.ts'
import { addWorkdays } from './rectification/workdays.ts'
import type { Settings } from './settings.ts'
import type { FactText } from './text-view.ts'

export type FactKind = 'text' | 'date' | 'time' | 'number' | 'person' | 'choice'

/** One 会议要素 a meeting may need. Comes from the pack, so an office can add its own. */
export interface FactDefinition {
  key: string
  label: string
  group: string
  kind: FactKind
  /** What it is for, in the secretary's words. */
  hint: string
  example?: string
  choices?: string[]
  /** How drafts leave it open, with what the value says too: □镇 for 柳溪镇. □ is a blank, · a blank or figures, (…) stays. */
  blanks?: string[]
  /** Computed when it has no value of its own. */
  derive?:
    | { from: 'post'; person: string }
    | { from: 'organization'; person: string }
    | { from: 'term'; date: string; term: keyof Settings['terms'] }
    | { from: 'join'; parts: string[] }
}

export interface FactContext {
  definitions: readonly FactDefinition[]
  values: FactValues
  people: readonly Person[]
  settings: Settings
}

/**
 * Why a value cannot be taken, as a sentence for the user, or null when it can.
 */
export function factProblem(definition: FactDefinition, value: string): string | null {
  if (value === '') return null
  if (definition.kind === 'date' && !isIsoDate(value)) return `“${definition.label}”要填真实存在的日期。`
  if (definition.kind === 'time' && !/^([01]?\d|2[0-3]):[0-5]\d$/.test(value))
    return `“${definition.label}”要填几点几分，例如 9:00。`
  if (definition.kind === 'number' && !/^\d{1,6}$/.test(value)) return `“${definition.label}”要填数字。`
  if (value.length > 500) return `“${definition.label}”太长，最多 500 字。`
  return null
}

/** Stored value of a fact, computed where it has none of its own; null while open. */
export function factValue(context: FactContext, key: string): string | null {
  const own = context.values[key]
  if (own) return own
  const definition = context.definitions.find((candidate) => candidate.key === key)
  const derive = definition?.derive
  if (!derive) return null
  if (derive.from === 'post' || derive.from === 'organization') {
    const name = factValue(context, derive.person)
    const person = context.people.find((candidate) => candidate.name === name)
    return (derive.from === 'post' ? person?.post : person?.organization) || null
  }
  if (derive.from === 'term') {
    const date = factValue(context, derive.date)
    const { amount, unit } = context.settings.terms[derive.term]
    if (!date) return null
    return unit === 'workday'
      ? addWorkdays(date, amount, context.settings.rectification)
      : addToDate(date, amount, unit)
  }
  const parts = derive.parts.map((part) => (part.startsWith('=') ? part.slice(1) : factValue(context, part)))
  return parts.every((part) => part !== null) ? parts.join('') : null
}

/** The way a fact's value is written in a paper: dates as 2026年3月2日. */
export function displayValue(definition: FactDefinition | undefined, value: string): string {
  if (definition?.kind === 'date') return formatDate(value)
  if (definition?.kind === 'time') {
    const [hour, minute] = value.split(':').map(Number)
    const half = (hour ?? 0) < 12 ? '上午' : '下午'
    const shown = (hour ?? 0) > 12 ? (hour ?? 0) - 12 : hour
    return minute ? `${half}${shown}时${String(minute).padStart(2, '0')}分` : `${half}${shown}时`
  }
  return value
}

/** What facts show in the text of this meeting's papers. */
export function factTexts(context: FactContext): FactText {
  const definitions = new Map(context.definitions.map((definition) => [definition.key, definition]))
  return (key) => {
    const definition = definitions.get(key)
    const value = factValue(context, key)
    return { text: value === null ? null : displayValue(definition, value), label: definition?.label ?? key }
  }
}
