import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { Failure } from '../../shared/contract/failures.ts'
import { readPaper } from '../../shared/model/paper.ts'
import { textView } from '../../shared/model/text-view.ts'
import { openSource } from '../store/backup-source.ts'
import { runJob } from '../store/run-job.ts'
import type { ServiceContext } from './service-context.ts'
import { meetingFactText } from './stored-meetings.ts'

interface Opened {
  id: string
  copy: string
  tables: ReturnType<typeof openSource>
}

/** Looks into one backup at a time. */
export function createBackupReader(context: Pick<ServiceContext, 'pack' | 'clock' | 'log'> & { folder: string }) {
  const { folder, clock } = context
  let opened: Opened | null = null

  const close = () => {
    if (!opened) return
    opened.tables.close()
    for (const trace of ['', '-wal', '-shm']) rmSync(opened.copy + trace, { force: true })
    opened = null
  }

  const find = (id: string): Opened => {
    if (opened?.id !== id) throw new Failure('not-found', '这份备份已经关上了，请再打开一次。')
    return opened
  }

  return {
    /** @throws Failure 'wrong-password', 'damaged', 'too-new' */
    async open(path: string, password: string | null) {
      const { copy } = await runJob('makeReadable', { path, password, folder })
      close()
      const tables = openSource(copy, clock)
      opened = { id: randomUUID(), copy, tables }
      const meetings = tables.meetings.listInUse().map((meeting) => ({
        id: meeting.id,
        title: meeting.title,
        updated: meeting.updated,
        papers: tables.papers
          .listByMeeting(meeting.id)
          .map(({ id, kind, title, updated }) => ({ id, kind, title, updated })),
      }))
      const newest = ({ updated, papers }: (typeof meetings)[number]) =>
        papers.reduce((latest, paper) => (paper.updated > latest ? paper.updated : latest), updated)
      return { source: opened.id, meetings: meetings.sort((a, b) => (newest(a) < newest(b) ? 1 : -1)) }
    },
    copy: (id: string): string => find(id).copy,
    paper(id: string, paperId: string): { title: string; text: string } {
      const { tables } = find(id)
      const paper = tables.papers.get(paperId)
      if (!paper) throw new Failure('not-found')
      try {
        const facts = meetingFactText({ ...context, library: tables }, paper.meetingId)
        return { title: paper.title, text: textView(readPaper(paper.body), facts).text }
      } catch (error) {
        context.log('paper of a backup unreadable', error)
        throw new Failure('damaged', '这份文稿的内容无法读出。')
      }
    },
    close,
  }
}
