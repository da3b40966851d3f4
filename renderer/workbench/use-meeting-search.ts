import { type RefObject, useEffect, useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import { readPaper, writePaper } from '../../shared/model/paper.ts'
import { type FactText, textView } from '../../shared/model/text-view.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { replaceInPaper } from '../editor/replace-in-paper.ts'
import type { SearchedPaper } from '../meeting-search/MeetingSearchDialog.tsx'

interface MeetingSearchInput {
  isOpen: boolean
  papers: Meeting['papers']
  openId: string | null
  editor: RefObject<EditorHandle | null>
  factText: FactText
}

/** The papers of the meeting for searching and replacing; the open one as it is on the screen. */
export function useMeetingSearch({ isOpen, papers, openId, editor, factText }: MeetingSearchInput) {
  const backend = useBackend()
  const [searched, setSearched] = useState<readonly SearchedPaper[] | null>(null)
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads again what was replaced
  useEffect(() => {
    if (!isOpen) return
    let gone = false
    const textOf = async (id: string): Promise<string> =>
      id === openId && editor.current
        ? editor.current.view().text
        : textView(readPaper((await backend.call('paper.get', { id })).body), factText).text
    const read = papers.map(async ({ id, title }) => ({ id, title, text: await textOf(id) }))
    void Promise.allSettled(read).then((results) => {
      if (!gone) setSearched(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])))
    })
    return () => {
      gone = true
    }
  }, [backend, isOpen, papers, openId, factText, round, editor])

  /** In a paper that is not open; what was there before is kept as a version. */
  async function replaceInStored(id: string, query: string, text: string): Promise<{ replaced: number; kept: number }> {
    const paper = await backend.call('paper.get', { id })
    const { doc, replaced, kept } = replaceInPaper(readPaper(paper.body), factText, { query, text, matchCase: false })
    if (replaced > 0) {
      await backend.call('revision.name', { paperId: id, name: `替换“${query.slice(0, 20)}”之前` })
      await backend.call('paper.save', { id, revision: paper.revision, body: writePaper(doc) })
    }
    return { replaced, kept }
  }

  async function replace(query: string, text: string): Promise<string> {
    const failed: string[] = []
    let [replaced, kept] = [0, 0]
    for (const { id, title } of papers) {
      try {
        const done =
          id === openId && editor.current
            ? editor.current.replaceAll({ query, text, matchCase: false })
            : await replaceInStored(id, query, text)
        replaced += done.replaced
        kept += done.kept
      } catch (error) {
        failed.push(`“${title}”没有替换：${failureMessage(error)}`)
      }
    }
    setRound((before) => before + 1)
    const left = kept > 0 ? `；另有 ${kept} 处在会议要素或序号里，没有动` : ''
    return [`已替换 ${replaced} 处${left}。其他文稿替换前的样子在各自的“版本”里。`, ...failed].join('')
  }

  return { papers: searched, replace }
}
