import { expect } from 'vitest'
import type { Backend } from '../../shared/contract/backend.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { LedgerChange } from '../../shared/model/rectification/change.ts'
import { emptyMeasure, emptyProblem, type Measure, type Problem } from '../../shared/model/rectification/ledger.ts'
import type { ContractCase } from './contract-cases.ts'

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const result = await promise.catch((error: unknown) => error)
  expect(result).toBeInstanceOf(Failure)
  return result as Failure
}

const measure = (fields: Partial<Measure> = {}): Measure => ({
  ...emptyMeasure,
  id: crypto.randomUUID(),
  status: '未启动',
  ...fields,
})
const problem = (fields: Partial<Problem> = {}): Problem => ({
  ...emptyProblem,
  id: crypto.randomUUID(),
  text: '三处沟渠淤塞',
  measures: [
    measure({ text: '清理三处', owner: '冯小禾', leader: '孟春畦', deadline: '2027-03-31', types: ['限期整改'] }),
  ],
  ...fields,
})

const newMeeting = (backend: Backend) =>
  backend.call('meeting.create', {
    title: '反馈会议',
    facts: { unit: '柳溪镇', secretary: '唐稼轩' },
    people: [{ name: '唐稼轩', post: '柳溪镇党委书记', organization: '' }],
    papers: ['host-script', 'agenda'],
  })

async function withProblems(backend: Backend, problems: Problem[]) {
  const { id: meetingId } = await newMeeting(backend)
  const change = { kind: 'add-problems', problems } as const
  const { revision } = await backend.call('ledger.change', { meetingId, revision: 0, change })
  return { meetingId, revision }
}

const textOf = (bytes: string) => Buffer.from(bytes, 'base64').toString('latin1')

export const rectificationCases: ContractCase[] = [
  {
    name: 'keeps a ledger with its order and its history, and refuses a stale revision',
    async run(backend) {
      const [first, second] = [problem(), problem({ text: '水质检测不及时' })]
      const { meetingId, revision } = await withProblems(backend, [first, second])
      const move = { kind: 'move-problem', id: second.id, to: 0 } as const
      const moved = await backend.call('ledger.change', { meetingId, revision, change: move })
      expect((await failureOf(backend.call('ledger.change', { meetingId, revision, change: move }))).code).toBe(
        'conflict',
      )
      const edit = { kind: 'edit-problem', id: first.id, fields: { claimedBy: '唐稼轩' } } as const
      await backend.call('ledger.change', { meetingId, ...moved, change: edit })
      const state = await backend.call('ledger.get', { meetingId })
      expect(state.problems).toEqual([second, { ...first, claimedBy: '唐稼轩' }])
      expect(Object.keys(state.lastChanges).sort()).toEqual([first.id, second.id].sort())
      const history = await backend.call('ledger.history', { meetingId, problemId: first.id })
      expect(history.map(({ what }) => what)).toEqual([
        '改“认领”：（空） → 唐稼轩',
        '列入台账：三处沟渠淤塞（1条措施）',
      ])
    },
  },
  {
    name: 'says why a problem cannot be closed, and changes nothing then',
    async run(backend) {
      const one = problem()
      const { meetingId, revision } = await withProblems(backend, [one])
      const change = { kind: 'confirm-step', id: one.id, name: '冯小禾', date: '2027-03-01', opinion: '' } as const
      const failure = await failureOf(backend.call('ledger.change', { meetingId, revision, change }))
      expect([failure.code, failure.detail]).toEqual(['invalid-input', '第1条措施还没有完成，不能销号。'])
      expect((await backend.call('ledger.get', { meetingId })).revision).toBe(revision)
    },
  },
  {
    name: 'writes the ledger to Excel and reads the same back',
    async run(backend) {
      const problems = [
        problem({ measures: [measure({ text: '甲' }), measure({ text: '乙', deadline: '2027-02-28' })] }),
        problem({ measures: [] }),
      ]
      const { meetingId } = await withProblems(backend, problems)
      const { fileName, bytes } = await backend.call('ledger.xlsx', { meetingId })
      expect(fileName).toBe('柳溪镇党委巡察反馈问题整改台账.xlsx')
      const read = await backend.call('ledger.readFile', { fileName, bytes })
      expect(read.faults).toEqual([])
      const bare = problems.map(({ id: _id, measures: _measures, ...rest }) => rest)
      expect(read.problems).toEqual(bare)
      expect(read.measures).toEqual(problems.map(({ measures }) => measures.map(({ id: _id, ...rest }) => rest)))
    },
  },
  {
    name: 'knows an Excel file it gave out by the numbers in its rows, and takes back what is chosen of it at once',
    async run(backend) {
      const one = problem()
      const { meetingId, revision } = await withProblems(backend, [one])
      const given = await backend.call('ledger.xlsx', { meetingId })
      expect((await backend.call('ledger.xlsx', { meetingId })).bytes).toBe(given.bytes)
      const edit = { kind: 'edit-problem', id: one.id, fields: { note: '会上再议' } } as const
      const edited = await backend.call('ledger.change', { meetingId, revision, change: edit })
      const { places } = await backend.call('ledger.readFile', given)
      const code = places[0]?.measures[0]?.code ?? ''
      expect(code).toMatch(/^\w{6}-1-1$/)
      const tokens = [code.slice(0, 6), 'AAAAAA']
      const [kept, ...others] = await backend.call('ledger.exports', { meetingId, tokens })
      expect(others).toEqual([])
      expect(kept?.problems).toEqual([one])

      const back = (id: string): LedgerChange => ({
        kind: 'several',
        changes: [
          { kind: 'edit-problem', id: one.id, fields: { cause: '没有专人管' } },
          { kind: 'edit-problem', id, fields: { cause: '乙' } },
        ],
        reason: '按回传的表格',
      })
      const half = backend.call('ledger.change', { meetingId, ...edited, change: back(crypto.randomUUID()) })
      expect((await failureOf(half)).code).toBe('invalid-input')
      await backend.call('ledger.change', { meetingId, ...edited, change: back(one.id) })
      const lines = await backend.call('ledger.history', { meetingId })
      expect(lines.map(({ what, reason }) => [what, reason]).slice(0, 2)).toEqual([
        ['改“原因分析”：没有专人管 → 乙', '按回传的表格'],
        ['改“原因分析”：（空） → 没有专人管', '按回传的表格'],
      ])
      expect(lines).toHaveLength(4)
    },
  },
  {
    name: 'writes the ledger to Word in each layout, and nothing of the clues',
    async run(backend) {
      const { meetingId, revision } = await withProblems(backend, [problem()])
      const clues = [{ kind: '违反廉洁纪律', count: 3, handling: { 谈话函询: 1 }, forms: {} }]
      await backend.call('clues.save', { meetingId, revision, clues })
      expect((await backend.call('ledger.get', { meetingId })).clues).toEqual(clues)
      for (const layout of ['roll', 'sheets', 'statistics', 'duties', 'notice'] as const) {
        const { fileName, bytes } = await backend.call('ledger.docx', { meetingId, layout })
        expect(fileName).toMatch(/\.docx$/)
        expect(textOf(bytes).slice(0, 2)).toBe('PK')
      }
    },
  },
  {
    name: 'refuses a file that is no table',
    async run(backend) {
      const bytes = Buffer.from('问题,措施').toString('base64')
      expect((await failureOf(backend.call('ledger.readFile', { fileName: '台账.csv', bytes }))).code).toBe(
        'unsupported-file',
      )
    },
  },
  {
    name: 'lets the host script follow the agenda, and keeps the chain',
    async run(backend) {
      const { id: meetingId, papers } = await newMeeting(backend)
      const item = (action: string, speaker: string) => ({
        id: crypto.randomUUID(),
        kind: 'other' as const,
        action,
        post: '',
        speaker,
        minutes: 5,
      })
      const state = await backend.call('ledger.get', { meetingId })
      const agenda = { items: [item('宣读决定', ''), item('作表态发言', '唐稼轩')], closingMinutes: 0 }
      const saved = await backend.call('agenda.save', { meetingId, revision: state.revision, agenda })
      expect(saved.changedPapers).toContain(papers.find(({ kind }) => kind === 'host-script')?.id)
      const { body } = await backend.call('paper.get', { id: saved.changedPapers[0] ?? '' })
      expect(body).toContain('第二项')
      expect(body).not.toContain('第三项')
      const chain = {
        rungs: [],
        departed: [{ name: '冯小禾', date: '2027-01-01', successor: '秦越川', reason: '调离' }],
      }
      const { revision } = await backend.call('chain.save', { meetingId, revision: saved.revision, chain })
      expect(await backend.call('ledger.get', { meetingId })).toMatchObject({ revision, agenda, chain })
    },
  },
  {
    name: 'counts for the start screen what the sample’s ledger lacks',
    async run(backend) {
      const { id } = await backend.call('sample.create', {})
      const overview = await backend.call('ledger.overview', {})
      expect(overview.find(({ meetingId }) => meetingId === id)).toMatchObject({
        problems: 12,
        holes: 2,
        hasAgenda: true,
      })
    },
  },
]
