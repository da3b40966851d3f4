import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { useHost } from '../backend/use-host.ts'

/** 存为 PDF where the host can; elsewhere what to do in the browser's own printing. */
export function SaveAsPdf({ fileName }: { fileName: string }) {
  const backend = useBackend()
  const host = useHost()
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  if (!host) return null
  if (!host.canPrintToPdf)
    return <p className="print-said">要 PDF 文件：点“打印”，在浏览器的打印窗口里选“另存为 PDF”。</p>

  const save = async () => {
    setBusy(true)
    setSaid('')
    try {
      const { saved } = await backend.call('print.pdf', { fileName })
      if (saved) setSaid('已存为 PDF。')
    } catch (error) {
      setSaid(failureMessage(error))
    }
    setBusy(false)
  }
  return (
    <>
      <output className="print-said">{said}</output>
      <button type="button" className="print-button" disabled={isBusy} onClick={() => void save()}>
        <FileDown aria-hidden size={16} />
        存为 PDF
      </button>
    </>
  )
}
