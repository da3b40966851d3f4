import type { EventMessage, EventName, Events } from '../../shared/contract/events.ts'

type Listener = (data: never) => void

/** The listeners of one backend, by event. */
export interface EventHub {
  on<N extends EventName>(name: N, listener: (data: Events[N]) => void): () => void
  emit(message: EventMessage): void
}

export function createEventHub(): EventHub {
  const listeners = new Map<EventName, Set<Listener>>()
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    emit({ name, data }) {
      for (const listener of listeners.get(name) ?? []) listener(data as never)
    },
  }
}
