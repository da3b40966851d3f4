import { commonBase, type KnownState } from './common-base.ts'
import type { MeetingContent } from './content.ts'
import { type Here, nothingKnown, shownAfter } from './here.ts'
import { mergeStates } from './merge-states.ts'
import { canonicalState, emptyState, type State, tableOf } from './state.ts'
import { toState } from './to-state.ts'
import { besideTwins } from './twins.ts'

/** What a library remembers of a meeting that travels, the oldest known state first. */
export interface Memory {
  here: Here
  /** Digests of all states that the present one came from. */
  ancestors: ReadonlySet<string>
  known: ReadonlyMap<string, KnownState>
}

export const noMemory: Memory = { here: nothingKnown, ancestors: new Set(), known: new Map() }

/** What travels. */
export interface Parcel extends KnownState {
  /** The last states it came from, for somebody who has never seen this meeting's common version. */
  known: readonly KnownState[]
}

/** A digest of a state's canonical text. */
export type DigestOf = (text: string) => string

/** How many of the last exchanges travel along. */
const CARRIED = 8

function remember(memory: Memory, here: Here, ancestors: Iterable<string>, states: readonly KnownState[]): Memory {
  const known = new Map(memory.known)
  for (const state of states) if (!known.has(state.digest)) known.set(state.digest, state)
  return { here, ancestors: new Set(ancestors), known }
}

/** Packs a meeting up. @returns the parcel, and what is to be remembered of it */
export function sendOut(
  memory: Memory,
  content: MeetingContent,
  digestOf: DigestOf,
): { memory: Memory; parcel: Parcel } {
  const here = toState(content, memory.here)
  const digest = digestOf(canonicalState(here.state))
  const ancestors = new Set([...memory.ancestors].filter((one) => one !== digest))
  const sent = { digest, ancestors, state: here.state }
  const before = [...memory.known.values()].filter((one) => one.digest !== digest).slice(-CARRIED)
  return {
    memory: remember(memory, here, [...ancestors, digest], [sent]),
    parcel: { ...sent, known: before },
  }
}

export interface Taken {
  memory: Memory
  /** Null where there was no common version. */
  base: State | null
  /** Null where this library had no such meeting. */
  ours: Here | null
  theirs: State
  merged: Here
  /** Papers that came in beside: the name they had → the one they have now. */
  renamed: ReadonlyMap<string, string>
}

/**
 * Merges a parcel into a meeting. The same parcel twice, or one's own, changes nothing.
 * @param content null where the library has no such meeting
 * @param newId names a paper that comes in beside
 */
export function takeIn(
  memory: Memory,
  content: MeetingContent | null,
  parcel: Parcel,
  digestOf: DigestOf,
  newId: (of: string) => string,
): Taken {
  const carried = [...parcel.known, parcel]
  const before = remember(memory, memory.here, memory.ancestors, carried)
  if (!content) {
    const merged = { state: parcel.state, shown: shownAfter(nothingKnown, parcel.state) }
    const ancestors = [...parcel.ancestors, parcel.digest]
    const memoryAfter = remember(before, merged, ancestors, [])
    return { memory: memoryAfter, base: null, ours: null, theirs: parcel.state, merged, renamed: new Map() }
  }
  const ours = toState(content, memory.here)
  const own = digestOf(canonicalState(ours.state))
  const lineage = new Set([...memory.ancestors, own])
  const base = commonBase(before.known, lineage, new Set([...parcel.ancestors, parcel.digest]))
  const { theirs, renamed } = base
    ? { theirs: parcel.state, renamed: new Map<string, string>() }
    : besideTwins(ours.state, parcel.state, newId)
  const state = mergeStates(base ?? emptyState, ours.state, theirs)
  const merged = { state, shown: shownAfter(ours, state) }
  const digest = digestOf(canonicalState(state))
  const ancestors = new Set([...memory.ancestors, ...parcel.ancestors, parcel.digest])
  const isNothingNew = digest === own
  const made: KnownState = { digest, ancestors: new Set([...ancestors].filter((one) => one !== digest)), state }
  return {
    memory: remember(before, merged, [...ancestors, digest], isNothingNew ? [] : [made]),
    base,
    ours,
    theirs,
    merged,
    renamed,
  }
}

/** Whether all of a parcel has come in before. */
export const isKnown = (memory: Memory, { digest }: Parcel): boolean => memory.ancestors.has(digest)

/** The papers of a state. */
export const papersIn = (state: State): string[] => Object.keys(tableOf(state, 'papers'))
