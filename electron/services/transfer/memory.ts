import { z } from 'zod'
import { Failure } from '../../../shared/contract/failures.ts'
import type { KnownState } from '../../../shared/merge/common-base.ts'
import { type Memory, noMemory } from '../../../shared/merge/exchange.ts'
import { canonicalState, stateSchema } from '../../../shared/merge/state.ts'
import type { ServiceContext } from '../service-context.ts'

// What a library remembers of a meeting that travels, as it stands in the store.

const digests = z.array(z.string().max(80))
const hereSchema = z.object({ state: stateSchema, shown: z.record(z.string(), z.string()), ancestors: digests })
const knownSchema = z.object({ state: stateSchema, ancestors: digests })

/**
 * @param reach 'here' leaves out the states it came from: enough where nothing is merged
 * @throws Failure 'damaged'
 */
export function readMemory(
  { library, log }: Pick<ServiceContext, 'library' | 'log'>,
  meetingId: string,
  reach: 'all' | 'here' = 'all',
): Memory {
  const stored = library.transfers.here(meetingId)
  if (stored === null) return noMemory
  const rows = reach === 'all' ? library.transfers.known(meetingId) : []
  try {
    const { state, shown, ancestors } = hereSchema.parse(JSON.parse(stored))
    const known = rows.map(({ digest, content }): [string, KnownState] => {
      const one = knownSchema.parse(JSON.parse(content))
      return [digest, { digest, state: one.state, ancestors: new Set(one.ancestors) }]
    })
    return { here: { state, shown }, ancestors: new Set(ancestors), known: new Map(known) }
  } catch (error) {
    log('what is known of a meeting that travels is unreadable', error)
    throw new Failure('damaged', '这个会议和别的电脑合并过的记录无法读出。')
  }
}

/** Whether something may be open to decide: asked at every change of a meeting, and nearly always no. */
export const mayBeOpen = ({ library }: Pick<ServiceContext, 'library'>, meetingId: string): boolean =>
  /"(?:variants|isDropped)":/.test(library.transfers.here(meetingId) ?? '')

/** Within a transaction. */
export function writeMemory(
  { library }: Pick<ServiceContext, 'library'>,
  meetingId: string,
  before: Memory,
  { here, ancestors, known }: Memory,
): void {
  const list = JSON.stringify([...ancestors].sort())
  library.transfers.putHere(
    meetingId,
    `{"state":${canonicalState(here.state)},"shown":${JSON.stringify(here.shown)},"ancestors":${list}}`,
  )
  for (const [digest, one] of known) {
    if (before.known.has(digest)) continue
    const content = `{"state":${canonicalState(one.state)},"ancestors":${JSON.stringify([...one.ancestors].sort())}}`
    library.transfers.addKnown(meetingId, digest, content)
  }
}
