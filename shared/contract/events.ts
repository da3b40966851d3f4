import type { ActionId } from './program-actions.ts'

/** Hints to read again. A lost event costs nothing but time. */
export interface Events {
  'meeting.changed': { id: string; revision: number }
  'paper.changed': { id: string; meetingId: string; revision: number }
  'ledger.changed': { meetingId: string; revision: number }
  'settings.changed': { revision: number }
  /** Another pack, or the office's changes to it. */
  'pack.changed': Record<string, never>
  /** The host was asked to open a meeting file: `transfer.offered` hands it out. */
  'transfer.offered': Record<string, never>
  /** The library was opened, closed or replaced, or found damaged: everything may be different. */
  'library.changed': Record<string, never>
  /** Chosen in a native menu: an action, or one of the recent meetings. Lost, the user chooses again. */
  'menu.chosen': { action: ActionId } | { meetingId: string }
}
export type EventName = keyof Events

/** One event on its way to the renderer. */
export type EventMessage = { [N in EventName]: { name: N; data: Events[N] } }[EventName]
