import { useEffect, useMemo, useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import { readPaper } from '../../shared/model/paper.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import { useBackend } from '../backend/backend-context.ts'

/** How often each fact stands in a paper. */
export function countFacts(doc: PaperNode): Map<string, number> {
  const counts = new Map<string, number>()
  doc.descendants((node) => {
    if (node.type.name === 'fact') counts.set(node.attrs.key, (counts.get(node.attrs.key) ?? 0) + 1)
  })
  return counts
}

/** How often each fact stands in all papers of the meeting; the open one counts as it is on the screen. */
export function useFactUses(papers: Meeting['papers'], openId: string | null, openDoc: PaperNode | null) {
  const backend = useBackend()
  const [others, setOthers] = useState<readonly Map<string, number>[]>([])

  useEffect(() => {
    let gone = false
    const read = papers
      .filter((paper) => paper.id !== openId)
      .map(async ({ id }) => countFacts(readPaper((await backend.call('paper.get', { id })).body)))
    void Promise.allSettled(read).then((results) => {
      if (!gone) setOthers(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])))
    })
    return () => {
      gone = true
    }
  }, [backend, papers, openId])

  return useMemo(() => {
    const total = new Map<string, number>()
    for (const counts of openDoc ? [countFacts(openDoc), ...others] : others)
      for (const [key, count] of counts) total.set(key, (total.get(key) ?? 0) + count)
    return total
  }, [openDoc, others])
}
