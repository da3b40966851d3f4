import { Suspense, useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import { useBackend } from '../backend/backend-context.ts'
import { HandoutsDialog, type PackPrint } from '../handouts/HandoutsDialog.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { saveFile } from './save-file.ts'

const PrintRun = onDemand(async () => (await import('../print/PrintRun.tsx')).PrintRun)

interface MeetingSheetsProps {
  meeting: Meeting
  settings: Settings
  factText: FactText
  isOpen: boolean
  /** Writes what was typed in the open paper; false when that failed. */
  flush(): Promise<boolean>
  onClose(): void
}

/** 会议材料 of the meeting: the dialog, and the print run that follows it. */
export function MeetingSheets({ meeting, settings, factText, isOpen, flush, onClose }: MeetingSheetsProps) {
  const backend = useBackend()
  const [print, setPrint] = useState<PackPrint | null>(null)
  if (!isOpen) return null
  if (print)
    return (
      <Suspense fallback={null}>
        <PrintRun
          title={meeting.title}
          jobs={print.jobs}
          bothSides={print.bothSides}
          factText={factText}
          layout={settings.layout}
          rate={settings.speakingRate}
          onClose={() => setPrint(null)}
        />
      </Suspense>
    )
  return (
    <HandoutsDialog
      meeting={meeting}
      flush={flush}
      onFile={(file) => saveFile(backend, file)}
      onPrint={setPrint}
      onClose={onClose}
    />
  )
}
