import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import { noOverrides } from '../../../../shared/model/pack-overrides.ts'
import { emptyMeasure, emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import type { TestServices } from './test-services.ts'

// What a library holds besides meetings and papers, as a simple picture of it: ledgers, agendas, rosters, 素材, settings,
// the changes to the pack, decisions and waivers.

interface ModelProblem {
  text: string
  /** Texts by id. */
  measures: Map<string, string>
}
interface ModelSheets {
  revision: number
  problems: Map<string, ModelProblem>
  removedProblems: Map<string, ModelProblem>
  /** By id, with the problem they belong to. */
  removedMeasures: Map<string, { problem: string; text: string }>
  /** What its only item says. */
  agenda: string | null
  hasChain: boolean
  people: string[]
}
/** What is known of a paper besides its text. */
interface ModelNotes {
  confirmed: Set<string>
  /** Rules, by the waiver's id. */
  waived: Map<string, string>
}

const at = fc.nat(20)
const words = fc.constantFrom('整改', '落实', '问题', '责任', '柳溪镇')
export const officeSteps = [
  fc.record({ what: fc.constant('add problem'), at, text: words, stale: fc.boolean() }),
  fc.record({ what: fc.constant('add problem'), at, text: words, stale: fc.constant(false) }),
  fc.record({ what: fc.constant('add measure'), at, text: words }),
  fc.record({ what: fc.constant('edit problem'), at, text: words, stale: fc.boolean() }),
  fc.record({ what: fc.constant('remove problem'), at }),
  fc.record({ what: fc.constant('remove measure'), at }),
  fc.record({ what: fc.constant('restore row'), at }),
  fc.record({ what: fc.constant('agenda'), at, text: words, stale: fc.boolean() }),
  fc.record({ what: fc.constant('chain'), at }),
  fc.record({ what: fc.constant('people'), at, text: words }),
  fc.record({ what: fc.constant('material'), text: words }),
  fc.record({ what: fc.constant('remove material'), at }),
  fc.record({ what: fc.constant('restore material'), at }),
  fc.record({ what: fc.constant('settings'), text: words, stale: fc.boolean() }),
  fc.record({ what: fc.constant('pack'), text: words }),
  fc.record({ what: fc.constant('decide'), at, text: words }),
  fc.record({ what: fc.constant('take back'), at, text: words }),
  fc.record({ what: fc.constant('waive'), at, text: words }),
  fc.record({ what: fc.constant('unwaive'), at }),
]

export interface OfficeStep {
  what: string
  at?: number
  text?: string
  stale?: boolean
}

export interface Scene {
  services: TestServices
  /** Those in use. */
  meetings: readonly { id: string; revision: number }[]
  papers: readonly string[]
}

const pick = <T>(from: readonly T[], index = 0): T | undefined => from[index % Math.max(1, from.length)]

/** What a command failed with, or 'done'. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

export class ModelOffice {
  sheets = new Map<string, ModelSheets>()
  notes = new Map<string, ModelNotes>()
  /** Whether removed, by id. */
  materials = new Map<string, { text: string; removed: boolean }>()
  settings = { revision: 0, officeName: '' }
  pack = { revision: 0, wrong: '' }

  sheetsOf(meetingId: string): ModelSheets {
    const known = this.sheets.get(meetingId) ?? {
      ...{ revision: 0, problems: new Map(), removedProblems: new Map(), removedMeasures: new Map() },
      ...{ agenda: null, hasChain: false, people: [] },
    }
    this.sheets.set(meetingId, known)
    return known
  }
  notesOf(paperId: string): ModelNotes {
    const known = this.notes.get(paperId) ?? { confirmed: new Set(), waived: new Map() }
    this.notes.set(paperId, known)
    return known
  }

  async take(step: OfficeStep, scene: Scene): Promise<void> {
    const meeting = pick(scene.meetings, step.at)
    if (meeting) await this.#takeInMeeting(step, scene.services, meeting)
    const paper = pick(scene.papers, step.at)
    if (paper) await this.#takeInPaper(step, scene.services, paper)
    await this.#takeInOffice(step, scene.services)
  }

  async #takeInMeeting(step: OfficeStep, services: TestServices, meeting: Scene['meetings'][number]): Promise<void> {
    const { what, at: index, text = '', stale = false } = step
    const meetingId = meeting.id
    const sheets = this.sheetsOf(meetingId)
    const [problemId, problem] = pick([...sheets.problems], index) ?? []
    const revision = sheets.revision - (stale && sheets.revision > 0 ? 1 : 0)
    const isStale = revision !== sheets.revision
    /** Writes, and tells whether the picture follows. */
    const write = async (work: Promise<{ revision: number }>): Promise<boolean> => {
      const done = await outcome(work)
      expect(done, what).toBe(isStale ? 'conflict' : 'done')
      if (!isStale) sheets.revision += 1
      return !isStale
    }
    const change = (one: Parameters<typeof services.call<'ledger.change'>>[1]['change']) =>
      write(services.call('ledger.change', { meetingId, revision, change: one }))

    if (what === 'add problem') {
      const id = randomUUID()
      if (await change({ kind: 'add-problems', problems: [{ ...emptyProblem, id, text }] }))
        sheets.problems.set(id, { text, measures: new Map() })
    }
    if (what === 'add measure' && problem && problemId) {
      const id = randomUUID()
      const measure = { ...emptyMeasure, id, status: '未启动', text }
      if (await change({ kind: 'add-measure', id: problemId, measure })) problem.measures.set(id, text)
    }
    if (what === 'edit problem' && problem && problemId) {
      if (await change({ kind: 'edit-problem', id: problemId, fields: { text } })) problem.text = text
    }
    if (what === 'remove problem' && problem && problemId) {
      if (await change({ kind: 'remove-problem', id: problemId })) {
        sheets.problems.delete(problemId)
        sheets.removedProblems.set(problemId, problem)
      }
    }
    const [measureId, measureText] = pick([...(problem?.measures ?? [])], index) ?? []
    if (what === 'remove measure' && problem && problemId && measureId) {
      if (await change({ kind: 'remove-measure', id: problemId, measureId })) {
        problem.measures.delete(measureId)
        sheets.removedMeasures.set(measureId, { problem: problemId, text: measureText ?? '' })
      }
    }
    if (what === 'restore row') await this.#restoreRow(services, sheets, index)
    if (what === 'agenda') {
      const item = { id: randomUUID(), kind: 'speech' as const, action: text, post: '', speaker: '林知远', minutes: 5 }
      const agenda = { items: [item], closingMinutes: 0 }
      if (await write(services.call('agenda.save', { meetingId, revision, agenda }))) sheets.agenda = text
    }
    if (what === 'chain') {
      const chain = { rungs: [], departed: [] }
      if (await write(services.call('chain.save', { meetingId, revision, chain }))) sheets.hasChain = true
    }
    if (what === 'people') {
      const people = [{ name: text, post: '', organization: '' }]
      const saved = await services.call('people.save', { meetingId, revision: meeting.revision, people })
      Object.assign(meeting, { revision: saved.revision })
      sheets.people = [text]
    }
  }

  async #restoreRow(services: TestServices, sheets: ModelSheets, index: number | undefined): Promise<void> {
    const id = pick([...sheets.removedProblems.keys(), ...sheets.removedMeasures.keys()], index)
    if (!id) return
    const problem = sheets.removedProblems.get(id)
    const measure = sheets.removedMeasures.get(id)
    const owner = measure && sheets.problems.get(measure.problem)
    const done = await outcome(services.call('ledger.restoreRow', { id }))
    // A measure comes back to its problem; while that is gone, there is no place for it.
    if (measure && !owner) return expect(done).not.toBe('done')
    expect(done).toBe('done')
    sheets.revision += 1
    if (problem) sheets.problems.set(id, problem)
    if (measure) owner?.measures.set(id, measure.text)
    sheets.removedProblems.delete(id)
    sheets.removedMeasures.delete(id)
  }

  async #takeInPaper({ what, at: index, text = '' }: OfficeStep, services: TestServices, paperId: string) {
    const notes = this.notesOf(paperId)
    if (what === 'decide') {
      const decision = { point: text, state: 'confirmed' as const, reason: '', evidence: '' }
      await services.call('point.decide', { paperId, decision })
      notes.confirmed.add(text)
    }
    if (what === 'take back') {
      await services.call('point.clear', { paperId, point: text })
      notes.confirmed.delete(text)
    }
    if (what === 'waive') {
      const waiver = { scope: 'paper' as const, rule: text, quote: '', reason: '' }
      const { waivers } = await services.call('waiver.add', { paperId, waiver })
      notes.waived = new Map(waivers.map(({ id, rule }) => [id, rule]))
      expect([...notes.waived.values()]).toContain(text)
    }
    const id = pick([...notes.waived.keys()], index)
    if (what === 'unwaive' && id) {
      await services.call('waiver.remove', { paperId, id })
      notes.waived.delete(id)
    }
  }

  async #takeInOffice({ what, at: index, text = '', stale = false }: OfficeStep, services: TestServices) {
    const { settings, pack } = this
    if (what === 'material') {
      const bytes = Buffer.from(`${text}的旧稿\n${text}要抓到底。`).toString('base64')
      const { state, document } = await services.call('material.import', { fileName: '旧稿.txt', bytes })
      const known = [...this.materials].find(([, material]) => material.text === text)
      expect(state).toBe(known && !known[1].removed ? 'known' : 'added')
      if (known) expect(document.id).toBe(known[0])
      this.materials.set(document.id, { text, removed: false })
    }
    for (const [command, removed] of [
      ['remove', true],
      ['restore', false],
    ] as const) {
      const id = pick(
        [...this.materials].filter(([, material]) => material.removed !== removed).map(([key]) => key),
        index,
      )
      if (what !== `${command} material` || !id) continue
      await services.call(`material.${command}`, { id })
      this.materials.set(id, { text: this.materials.get(id)?.text ?? '', removed })
    }
    if (what === 'settings') {
      const { settings: now } = await services.call('settings.get', {})
      const revision = settings.revision + (stale ? 1 : 0)
      const done = await outcome(services.call('settings.save', { revision, settings: { ...now, officeName: text } }))
      expect(done).toBe(stale ? 'conflict' : 'done')
      if (!stale) this.settings = { revision: settings.revision + 1, officeName: text }
    }
    if (what === 'pack') {
      const overrides = { ...noOverrides, words: [{ wrong: `${text}错`, right: `${text}对` }] }
      await services.call('pack.override', { revision: pack.revision, overrides })
      this.pack = { revision: pack.revision + 1, wrong: `${text}错` }
    }
  }

  async compare({ services, meetings, papers }: Scene): Promise<void> {
    for (const { id: meetingId } of meetings) {
      const sheets = this.sheetsOf(meetingId)
      const stored = await services.call('ledger.get', { meetingId })
      expect(stored.revision).toBe(sheets.revision)
      const problems = stored.problems.map(({ id, text, measures }) => [
        id,
        { text, measures: new Map(measures.map((measure) => [measure.id, measure.text])) },
      ])
      expect(new Map(problems as [string, ModelProblem][])).toEqual(sheets.problems)
      expect(stored.agenda?.items.map(({ action }) => action) ?? []).toEqual(sheets.agenda ? [sheets.agenda] : [])
      if (sheets.hasChain) expect(stored.chain).toEqual({ rungs: [], departed: [] })
      const { people } = await services.call('meeting.get', { id: meetingId })
      expect(people.map(({ name }) => name)).toEqual(sheets.people)
    }
    for (const id of papers) {
      const { confirmed, waived } = this.notesOf(id)
      const { decisions, waivers } = await services.call('paper.get', { id })
      expect(new Set(decisions.map(({ point }) => point))).toEqual(confirmed)
      expect(new Map(waivers.map((waiver) => [waiver.id, waiver.rule]))).toEqual(waived)
    }
    const documents = await services.call('library.list', {})
    const inUse = [...this.materials].filter(([, { removed }]) => !removed).map(([id]) => id)
    expect(new Set(documents.map(({ id }) => id))).toEqual(new Set(inUse))
    for (const id of inUse) {
      const { text } = await services.call('library.get', { id })
      expect(text).toContain(`${this.materials.get(id)?.text}要抓到底。`)
    }
    const { revision, settings } = await services.call('settings.get', {})
    expect({ revision, officeName: settings.officeName }).toEqual(this.settings)
    const { overridesRevision, overrides } = await services.call('pack.get', {})
    expect({ revision: overridesRevision, wrong: overrides.words[0]?.wrong ?? '' }).toEqual(this.pack)

    const gone = await services.call('removed.list', {})
    expect(gone.documents).toHaveLength(this.materials.size - inUse.length)
    const rows = meetings.flatMap(({ id }) => {
      const { removedProblems, removedMeasures } = this.sheetsOf(id)
      return [...removedProblems.keys(), ...removedMeasures.keys()]
    })
    expect(new Set(gone.ledgerRows.map(({ id }) => id))).toEqual(new Set(rows))
  }
}
