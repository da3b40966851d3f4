import { useEffect, useState } from 'react'
import type { Agenda } from '../../shared/model/rectification/agenda.ts'
import { useBackend } from '../backend/backend-context.ts'

/** The agenda of a meeting; null until it is there, and without one. */
export function useAgenda(meetingId: string): Agenda | null {
  const backend = useBackend()
  const [agenda, setAgenda] = useState<Agenda | null>(null)
  useEffect(() => {
    let gone = false
    backend.call('agenda.get', { meetingId }).then(
      (answer) => !gone && setAgenda(answer.agenda),
      // Without it the papers stand in their own order.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [backend, meetingId])
  return agenda
}
