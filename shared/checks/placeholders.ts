import type { CheckContext } from './context.ts'
import type { Finding, Quote } from './types.ts'

/** Places still to be filled: open facts, and what the leftover rules marked as unfilled. In order, without overlaps. */
export function findPlaceholders(context: CheckContext, findings: readonly Finding[]): Quote[] {
  const found = [
    ...context.input.view.openFacts.map(context.quote),
    ...findings.filter(({ rule }) => rule === 'leftover/placeholder').map(context.quote),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return found.filter((quote) => {
    if (quote.start < end) return false
    end = quote.end
    return true
  })
}
