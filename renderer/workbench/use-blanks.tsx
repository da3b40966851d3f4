import { type ReactNode, type RefObject, useEffect, useMemo, useState } from 'react'
import { findBlanks } from '../../shared/model/blanks.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { BlanksDialog } from '../blanks/BlanksDialog.tsx'
import { BlanksOffer } from '../blanks/BlanksOffer.tsx'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { notify } from '../ui/notice-store.ts'
import { useOfficePack } from '../ui/office-pack.ts'
import type { Checked } from './use-checks.ts'

interface BlanksInput {
  editor: RefObject<EditorHandle | null>
  checked: Checked | null
  factText: FactText
  checkNow(): Checked | null
}

/** X, ×× and ＿＿ become facts: offered under the paper when text with blanks came in, and asked for in the menu. */
export function useBlanks({ editor, checked, factText, checkNow }: BlanksInput) {
  const { facts: definitions } = useOfficePack()
  const [isOpen, setOpen] = useState(false)
  /** The paper whose blanks are offered. */
  const [offered, setOffered] = useState<string | null>(null)
  const wanted = offered !== null && offered === checked?.paperId
  const groups = useMemo(
    () => (wanted && checked ? findBlanks(checked.view.text, definitions) : []),
    [wanted, checked, definitions],
  )
  // Filled in or taken out meanwhile: there is nothing left to offer.
  useEffect(() => {
    if (wanted && groups.length === 0) setOffered(null)
  }, [wanted, groups])

  const place = (places: (Range & { key: string })[]) => {
    const placed = editor.current?.placeFacts(places) ?? 0
    setOpen(false)
    setOffered(null)
    checkNow()
    editor.current?.focus()
    notify(`换成要素 ${placed} 处，到右边“要素”里填一次就都有了。`, {
      tone: 'good',
      action: { label: '撤销', run: () => editor.current?.run('undo') },
    })
  }
  const placeKnown = () => {
    const now = checkNow()
    const known = now ? findBlanks(now.view.text, definitions) : []
    place(known.flatMap(({ key, blanks }) => (key ? blanks.map(({ start, end }) => ({ start, end, key })) : [])))
  }

  const offer: ReactNode = wanted && groups.length > 0 && (
    <BlanksOffer
      groups={groups}
      factText={factText}
      onPlace={placeKnown}
      onLook={() => setOpen(true)}
      onDismiss={() => {
        setOffered(null)
        editor.current?.focus()
      }}
    />
  )
  const dialog: ReactNode = isOpen && (
    <BlanksDialog
      text={editor.current?.view().text ?? ''}
      definitions={definitions}
      factText={factText}
      onClose={() => setOpen(false)}
      onPlace={place}
    />
  )
  return {
    offer,
    dialog,
    open: () => setOpen(true),
    /** Text came in: its blanks are offered as soon as the paper is checked. */
    look: (paperId: string, text: string | null) => {
      if (text === null || findBlanks(text, definitions).length > 0) setOffered(paperId)
    },
  }
}
