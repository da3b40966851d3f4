import { Suspense, useEffect, useState } from 'react'
import type { Settings } from '../../shared/model/settings.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { DeliverySheet } from '../delivery/DeliverySheet.tsx'
import { deliveryHandout, deliveryText } from '../delivery/delivery-record.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import type { PrintJob } from '../print/PrintRun.tsx'
import { fullMoment } from '../text/format-time.ts'
import { onDemand } from '../ui/on-demand.tsx'
import { useStorePart } from '../ui/store.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import type { paperRescue } from './paper-rescue.ts'
import { RescueDialog } from './RescueDialog.tsx'
import { download } from './save-file.ts'
import type { useDelivery } from './use-delivery.ts'
import type { OpenPaper } from './use-open-paper.ts'
import { complain } from './use-panel-actions.ts'

// The readings of names come with it, a large table.
const PrintPreview = onDemand(async () => (await import('../print/PrintPreview.tsx')).PrintPreview)
const PrintRun = onDemand(async () => (await import('../print/PrintRun.tsx')).PrintRun)

interface PaperDialogsProps {
  open: OpenPaper
  editor: EditorHandle
  delivery: ReturnType<typeof useDelivery>
  rescue: ReturnType<typeof paperRescue>
  factText: FactText
  settings: Settings
  readText(body: string): string
  onJump(range: Range): void
  onRescued(): void
}

/** What may stand in front of an open paper: the delivery check, the printed page, and questions about its text. */
export function PaperDialogs(props: PaperDialogsProps) {
  const { open, editor, delivery, rescue, factText, settings, readText, onJump, onRescued } = props
  const [isRescuing, setRescuing] = useState(open.rescued !== null)
  useEffect(() => setRescuing(open.rescued !== null), [open.rescued])
  const [record, setRecord] = useState<readonly PrintJob[]>([])
  const { paper } = open.session
  const checkedNow = () => ({ title: paper.title, at: fullMoment(new Date()) })
  const isConflict = useStorePart(open.session.store, ({ save }) => save.kind === 'conflict')

  const takeRescued = async () => {
    try {
      const isSaved = await rescue.takeRescued()
      setRescuing(false)
      if (isSaved) onRescued()
    } catch (error) {
      complain(error)
    }
  }

  return (
    <>
      {delivery.sheet && (
        <DeliverySheet
          check={delivery.sheet.check}
          purpose={delivery.sheet.name}
          onClose={delivery.closeSheet}
          onPrint={() => {
            const { check } = delivery.sheet ?? {}
            delivery.closeSheet()
            if (!check) return
            const handout = deliveryHandout(check, checkedNow())
            setRecord([{ id: 'record', label: handout.title, copies: 1, content: { type: 'handout', handout } }])
          }}
          onKeep={() => {
            if (!delivery.sheet) return
            const text = deliveryText(delivery.sheet.check, checkedNow())
            download(`${paper.title}：交稿检查.txt`, new Blob([`\uFEFF${text}`], { type: 'text/plain;charset=utf-8' }))
          }}
          onGoOn={delivery.goOn}
          onJump={(range) => {
            delivery.closeSheet()
            // The dialog gives the focus back first.
            requestAnimationFrame(() => onJump(range))
          }}
        />
      )}
      {record.length > 0 && (
        <Suspense fallback={null}>
          <PrintRun
            title="交稿检查单"
            jobs={record}
            factText={factText}
            layout={settings.layout}
            rate={settings.speakingRate}
            bothSides={false}
            onClose={() => setRecord([])}
          />
        </Suspense>
      )}
      {delivery.isPrinting && (
        <Suspense fallback={null}>
          <PrintPreview
            doc={open.session.doc()}
            factText={factText}
            layout={settings.layout}
            rate={settings.speakingRate}
            title={open.session.paper.title}
            onClose={delivery.closePrint}
          />
        </Suspense>
      )}
      {isConflict && (
        <ConflictDialog
          paperId={open.session.paper.id}
          ownText={() => editor.view().text}
          readText={readText}
          onChoose={rescue.settleConflict}
        />
      )}
      {open.rescued && isRescuing && (
        <RescueDialog
          copy={open.rescued}
          storedText={readText(open.session.paper.body)}
          copyText={readText(open.rescued.body)}
          onUse={() => void takeRescued()}
          onDrop={onRescued}
          onLater={() => setRescuing(false)}
        />
      )}
    </>
  )
}
