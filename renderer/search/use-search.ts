import { useEffect, useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'

export type SearchResult = CommandOutput<'search.find'>

/** Milliseconds after the last letter. */
const CALM = 150
/** Until the index is complete, what was found is asked for again. */
const AGAIN = 1000

/** What the library holds of the words typed, while they are typed; an answer that comes too late is passed over. */
export function useSearch(text: string): { result: SearchResult | null; problem: string | null } {
  const backend = useBackend()
  const [result, setResult] = useState<SearchResult | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    let gone = false
    let timer: number | undefined
    const ask = () =>
      backend.call('search.find', { text: text.slice(0, 100) }).then(
        (found) => {
          if (gone) return
          setResult(found)
          setProblem(null)
          if (found.pending > 0) timer = window.setTimeout(ask, AGAIN)
        },
        (error) => !gone && setProblem(failureMessage(error)),
      )
    if (text.trim() === '') setResult(null)
    else timer = window.setTimeout(ask, CALM)
    return () => {
      gone = true
      window.clearTimeout(timer)
    }
  }, [backend, text])
  return { result, problem }
}
