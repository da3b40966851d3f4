import { Failure } from '../../shared/contract/failures.ts'
import { useBackend } from '../backend/backend-context.ts'
import { keepAbsent, readAbsent } from '../handouts/pack-memory.ts'
import { ExportDialog } from '../transfer/ExportDialog.tsx'
import { TakeDialog, type TakenMeeting } from '../transfer/TakeDialog.tsx'
import { transferRequest } from '../transfer/transfer-requests.ts'
import { notify } from '../ui/notice-store.ts'
import { useStore } from '../ui/store.ts'
import { saveFile } from '../workbench/save-file.ts'
import { go } from './route.ts'

/** 导出会议 and 导入会议, wherever they were asked for. */
export function Transfers() {
  const backend = useBackend()
  const request = useStore(transferRequest)
  const close = () => transferRequest.set(null)

  const taken = ({ meetingId, conflicts, absent }: TakenMeeting) => {
    close()
    if (absent.length > 0) keepAbsent(meetingId, [...absent])
    notify(conflicts > 0 ? `已导入，有 ${conflicts} 处等您来定。` : '已导入。', { tone: 'good' })
    go({ page: 'meeting', meetingId, paperId: null })
  }

  if (request?.kind === 'export')
    return (
      <ExportDialog
        meetingId={request.meetingId}
        title={request.title}
        absent={readAbsent(request.meetingId)}
        flush={async () => {
          if (!(await request.flush())) throw new Failure('busy')
        }}
        onFile={(file) => saveFile(backend, file)}
        onClose={close}
      />
    )
  if (request?.kind === 'import') return <TakeDialog file={request.file} onTaken={taken} onClose={close} />
  return null
}
