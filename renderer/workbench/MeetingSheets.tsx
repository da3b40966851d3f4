import { useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import { useBackend } from '../backend/backend-context.ts'
import { HandoutsDialog, type PackPrint } from '../handouts/HandoutsDialog.tsx'
import { PrintRun } from '../print/PrintRun.tsx'
import { saveFile } from './save-file.ts'

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
      <PrintRun
        title={meeting.title}
        jobs={print.jobs}
        bothSides={print.bothSides}
        factText={factText}
        layout={settings.layout}
        rate={settings.speakingRate}
        onClose={() => setPrint(null)}
      />
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
