import { openPlaces } from './conflicts.ts'
import { idsInOrder } from './from-state.ts'
import type { Here } from './here.ts'
import { emptyState, parentOf, type State, sameRow, tableOf } from './state.ts'

/** A part of a meeting as it is shown before an import. */
export interface Part {
  what: 'facts' | 'people' | 'paper' | 'ledger' | 'agenda' | 'chain'
  /** The paper; null for the others. */
  paperId: string | null
  state: 'new' | 'same' | 'theirs' | 'ours' | 'both'
  /** Rows that come in, change and go, in what this library has. */
  added: number
  changed: number
  removed: number
  conflicts: number
}

const PARTS: readonly { what: Exclude<Part['what'], 'paper'>; holds(table: string): boolean }[] = [
  { what: 'facts', holds: (table) => table === 'facts' || table === 'meeting' },
  { what: 'people', holds: (table) => table === 'people' },
  { what: 'ledger', holds: (table) => table === 'problems' || table.startsWith('measures:') },
  { what: 'agenda', holds: (table) => table === 'agenda' },
  { what: 'chain', holds: (table) => table === 'rungs' || table === 'departed' },
]

/** @param base null where there is no common version; @param ours null where the library has no such meeting */
export function summarise(given: { base: State | null; ours: State | null; theirs: State; merged: Here }): Part[] {
  const base = given.base ?? emptyState
  const ours = given.ours ?? emptyState
  const { theirs, merged } = given
  const open = openPlaces(merged)
  const names = (holds: (table: string) => boolean) =>
    [...new Set([base, ours, theirs, merged.state].flatMap(({ tables }) => Object.keys(tables)))].filter(holds)

  const part = (what: Part['what'], paperId: string | null, holds: (table: string) => boolean): Part | null => {
    const tables = names(holds)
    const isEmpty = (state: State) => tables.every((table) => Object.keys(tableOf(state, table)).length === 0)
    const isSame = (a: State, b: State) => tables.every((table) => difference(a, b, table).total === 0)
    if (isEmpty(ours) && isEmpty(theirs) && isEmpty(merged.state)) return null
    const state = isSame(ours, theirs)
      ? 'same'
      : isEmpty(ours) && isEmpty(base)
        ? 'new'
        : isSame(theirs, base)
          ? 'ours'
          : isSame(ours, base)
            ? 'theirs'
            : 'both'
    const counts = tables.map((table) => difference(ours, merged.state, table))
    const sum = (key: 'added' | 'changed' | 'removed') => counts.reduce((total, one) => total + one[key], 0)
    const conflicts = open.filter(({ table }) => tables.includes(table)).length
    return { what, paperId, state, added: sum('added'), changed: sum('changed'), removed: sum('removed'), conflicts }
  }

  const gone = [ours, theirs].flatMap((state) => Object.keys(tableOf(state, 'papers')))
  const papers = new Set([...idsInOrder(merged, 'papers'), ...gone])
  return [
    ...PARTS.slice(0, 2).map(({ what, holds }) => part(what, null, holds)),
    ...[...papers].map((id) =>
      part('paper', id, (table) => parentOf(table)?.id === id && parentOf(table)?.table === 'papers'),
    ),
    ...PARTS.slice(2).map(({ what, holds }) => part(what, null, holds)),
  ].filter((one) => one !== null)
}

function difference(from: State, to: State, table: string) {
  const [old, now] = [tableOf(from, table), tableOf(to, table)]
  const added = Object.keys(now).filter((id) => !old[id]).length
  const removed = Object.keys(old).filter((id) => !now[id]).length
  const changed = Object.keys(now).filter((id) => old[id] && !sameRow(old[id], now[id])).length
  return { added, removed, changed, total: added + removed + changed }
}
