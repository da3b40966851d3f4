import { expect } from 'vitest'
import type { Backend } from '../../shared/contract/backend.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { ContractCase } from './contract-cases.ts'
import { paperBody } from './paper-bodies.ts'

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )

async function exported(backend: Backend) {
  const meeting = await backend.call('meeting.create', {
    title: '反馈会议',
    facts: { unit: '柳溪镇' },
    people: [],
    papers: ['speech'],
  })
  const paperId = meeting.papers[0]?.id ?? ''
  const { revision } = await backend.call('paper.save', {
    id: paperId,
    revision: 1,
    body: paperBody('讲话', '先写的。'),
  })
  const input = { meetingId: meeting.id, password: null, withClues: false }
  return { meetingId: meeting.id, paperId, revision, file: await backend.call('transfer.export', input) }
}

const open = (backend: Backend, bytes: string) =>
  backend.call('transfer.open', { fileName: '会.huibei', bytes, password: null })

export const transferCases: ContractCase[] = [
  {
    name: 'exports a meeting as one file, and finds nothing new in it here',
    async run(backend) {
      const { meetingId, paperId, file } = await exported(backend)
      expect(file.fileName).toMatch(/^反馈会议 \d{4}-\d{2}-\d{2}\.huibei$/)
      const preview = await open(backend, file.bytes)
      expect(preview).toMatchObject({ meetingId, state: 'same', isRemoved: false, lines: [], pack: null })
      const taken = await backend.call('transfer.take', { source: preview.source, withClues: false, withPack: false })
      expect(taken).toEqual({ meetingId, conflicts: 0, absent: [] })
      expect((await backend.call('revision.list', { paperId })).map(({ name }) => name)).toContain('导出会议')
      expect(await backend.call('transfer.conflicts', { meetingId })).toEqual([])
    },
  },
  {
    name: 'refuses a file that is no meeting, a package that was closed, and a place that is none',
    async run(backend) {
      const { meetingId } = await exported(backend)
      expect(await codeOf(open(backend, Buffer.from('讲话稿').toString('base64')))).toBe('unsupported-file')
      const source = crypto.randomUUID()
      const take = { source, withClues: false, withPack: false }
      expect(await codeOf(backend.call('transfer.take', take))).toBe('not-found')
      const decision = { meetingId, conflictId: 'facts/place/value', keep: 'ours' as const }
      expect(await codeOf(backend.call('transfer.decide', decision))).toBe('conflict')
      const gone = { meetingId: crypto.randomUUID(), password: null, withClues: false }
      expect(await codeOf(backend.call('transfer.export', gone))).toBe('not-found')
    },
  },
  {
    name: 'hands out no file where the system offered none',
    async run(backend) {
      expect(await backend.call('transfer.offered', {})).toEqual({ file: null })
    },
  },
]
