import type { EventMessage } from '../../shared/contract/events.ts'

export type EventListener = (message: EventMessage) => void

/** Where services announce changes and hosts pick them up. */
export interface EventHub {
  emit(message: EventMessage): void
  /** Returns the function that stops listening. */
  listen(listener: EventListener): () => void
}

export function createEventHub(log: (message: string, error?: unknown) => void): EventHub {
  const listeners = new Set<EventListener>()
  return {
    emit(message) {
      for (const listener of listeners) {
        try {
          listener(message)
        } catch (error) {
          // The change is committed; a listener that breaks must not make it look failed.
          log(`listener of ${message.name} broke`, error)
        }
      }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
