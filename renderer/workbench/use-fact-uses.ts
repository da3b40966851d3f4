import { useEffect, useMemo, useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import { readPaper } from '../../shared/model/paper.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import { type FactText, textView } from '../../shared/model/text-view.ts'
import { useBackend } from '../backend/backend-context.ts'
import type { FactUse } from '../facts/FactUses.tsx'

type PaperHead = Pick<Meeting['papers'][number], 'id' | 'title'>

/** Characters shown on either side. */
const AROUND = 12

/** Where each fact stands in a paper, in order, with a few words around it. */
export function factUses(paper: PaperHead, doc: PaperNode, factText: FactText): Map<string, FactUse[]> {
  const uses = new Map<string, FactUse[]>()
  const view = textView(doc, factText)
  doc.descendants((node, pos) => {
    if (node.type.name !== 'fact') return
    const key = String(node.attrs.key)
    const start = view.offsetAt(pos)
    const { text, label } = factText(key)
    const end = start + (text ?? `【${label}】`).length
    const line = { start: view.text.lastIndexOf('\n', start - 1) + 1, end: view.text.indexOf('\n', end) }
    const use = {
      paperId: paper.id,
      title: paper.title,
      start,
      end,
      before: view.text.slice(Math.max(line.start, start - AROUND), start),
      after: view.text.slice(end, Math.min(line.end < 0 ? view.text.length : line.end, end + AROUND)),
    }
    uses.set(key, [...(uses.get(key) ?? []), use])
  })
  return uses
}

/** Where each fact stands in all papers of the meeting; the open one counts as it is on the screen. */
export function useFactUses(
  papers: Meeting['papers'],
  openId: string | null,
  openDoc: PaperNode | null,
  factText: FactText,
): ReadonlyMap<string, readonly FactUse[]> {
  const backend = useBackend()
  const [others, setOthers] = useState<readonly { paper: PaperHead; doc: PaperNode }[]>([])

  useEffect(() => {
    let gone = false
    const read = papers
      .filter((paper) => paper.id !== openId)
      .map(async (paper) => ({ paper, doc: readPaper((await backend.call('paper.get', { id: paper.id })).body) }))
    void Promise.allSettled(read).then((results) => {
      if (!gone) setOthers(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])))
    })
    return () => {
      gone = true
    }
  }, [backend, papers, openId])

  return useMemo(() => {
    const open = papers.find(({ id }) => id === openId)
    const docs = open && openDoc ? [{ paper: open, doc: openDoc }, ...others] : others
    const all = new Map<string, FactUse[]>()
    for (const { paper, doc } of docs)
      for (const [key, uses] of factUses(paper, doc, factText)) all.set(key, [...(all.get(key) ?? []), ...uses])
    return all
  }, [papers, openId, openDoc, others, factText])
}
