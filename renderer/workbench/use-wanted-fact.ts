import { useEffect, useState } from 'react'
import { pendingFact } from './pending-jump.ts'

/** The fact whose field is to be shown: at first the one another screen asked for. */
export function useWantedFact() {
  const wanted = useState(() => pendingFact.get())
  useEffect(() => pendingFact.set(null), [])
  return wanted
}
