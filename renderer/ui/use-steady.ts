import { useRef, useState } from 'react'

type Calls = Record<string, (...given: never[]) => unknown>

/**
 * The same functions from the first drawing to the last, while what they do follows the newest: so that a list of
 * hundreds draws only the entries that changed. For what people do, not for what is drawn.
 */
export function useSteady<T extends Calls>(calls: T): T {
  const latest = useRef(calls)
  latest.current = calls
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(calls).map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]),
      ) as T,
  )
  return steady
}
