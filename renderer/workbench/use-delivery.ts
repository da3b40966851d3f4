import { useEffect, useState } from 'react'
import type { TransferConflict } from '../../shared/contract/transfer-commands.ts'
import { placedRemarks } from '../../shared/model/remarks.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { type DeliveryCheck, deliveryCheck, deliverySummary } from '../delivery/delivery-check.ts'
import { notify } from '../ui/notice-store.ts'
import { missingFonts, missingFontText } from '../ui/paper/missing-fonts.ts'
import type { PaperSession } from './paper-session.ts'
import { saveFile } from './save-file.ts'
import type { Checked } from './use-checks.ts'

/** What a paper is about to leave the house as; `check` only asks whether it could. */
export type DeliveryPurpose = 'docx-standard' | 'docx-podium' | 'print' | 'check'

const PURPOSE_NAMES: Record<DeliveryPurpose, string | null> = {
  'docx-standard': '导出 Word',
  'docx-podium': '导出大字稿',
  print: '打印',
  check: null,
}

interface DeliveryInput {
  session: PaperSession | null
  /** Checks the text as it stands now; null while an input method is composing. */
  checkNow(): Checked | null
  factLabel(key: string): string
  layout: Settings['layout']
  conflicts: readonly TransferConflict[]
}

/** 批注 as the check names them, with their places in the text. */
function remarksIn({ doc, view }: Checked) {
  return placedRemarks(doc).map(({ remark, from, to, stands }) => {
    const range = { start: view.offsetAt(from), end: view.offsetAt(to) }
    return { ...remark, range, words: stands ? view.text.slice(range.start, range.end) : '' }
  })
}

/** 交稿检查, then export or print; the version that goes out is kept with what the check said. */
export function useDelivery({ session, checkNow, factLabel, layout, conflicts }: DeliveryInput) {
  const backend = useBackend()
  const [sheet, setSheet] = useState<{ purpose: DeliveryPurpose; check: DeliveryCheck } | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  const [fonts, setFonts] = useState<string[]>([])
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    let gone = false
    void missingFonts(layout).then((missing) => !gone && setFonts(missing.map(missingFontText)))
    return () => {
      gone = true
    }
  }, [layout])

  async function carryOut(purpose: DeliveryPurpose, check: DeliveryCheck): Promise<void> {
    setSheet(null)
    if (!session || purpose === 'check' || isBusy) return
    setBusy(true)
    try {
      if (!(await session.flush())) {
        notify('刚才的改动还没有存好，没有导出；存好以后请再点一次。', { tone: 'bad' })
        return
      }
      const paperId = session.paper.id
      await backend.call('revision.name', { paperId, name: `${PURPOSE_NAMES[purpose]}（${deliverySummary(check)}）` })
      if (purpose === 'print') setPrinting(true)
      else {
        const layout = purpose === 'docx-podium' ? 'podium' : 'standard'
        const file = await backend.call('export.docx', { paperId, layout })
        if (await saveFile(backend, file)) notify(`已导出“${file.fileName}”。`, { tone: 'good' })
      }
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }

  function deliver(purpose: DeliveryPurpose): void {
    const now = checkNow()
    if (!now) return
    const check = deliveryCheck({
      report: now.report,
      openFacts: now.view.openFacts,
      factLabel,
      remarks: remarksIn(now),
      conflicts: conflicts
        .filter(({ paperId }) => paperId === null || paperId === session?.paper.id)
        .map(({ place }) => place),
      layout,
      fonts,
    })
    const isClear = check.blocking.length === 0 && check.lookAt.length === 0
    if (isClear && purpose !== 'check') void carryOut(purpose, check)
    else setSheet({ purpose, check })
  }

  return {
    sheet: sheet && { ...sheet, name: PURPOSE_NAMES[sheet.purpose] },
    deliver,
    goOn: () => sheet && void carryOut(sheet.purpose, sheet.check),
    closeSheet: () => setSheet(null),
    isPrinting,
    closePrint: () => setPrinting(false),
  }
}
