import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperBody } from '../../../contract/paper-bodies.ts'
import { rounds } from '../../../crash/rounds.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { ModelOffice, officeSteps, outcome, type Scene } from './model-office.ts'
import { openTestServices, type TestServices } from './test-services.ts'

// Any sequence of commands, with restarts and crashes in between, does to the library what it does to a simple picture
// of it. `at` picks one of what there is, counted round.

interface ModelPaper {
  id: string
  revision: number
  body: string
  removed: boolean
  named: string[]
}
interface ModelMeeting {
  id: string
  title: string
  revision: number
  facts: Record<string, string>
  removed: boolean
  papers: ModelPaper[]
}

const at = fc.nat(20)
const words = fc.constantFrom('整改', '落实', '问题', '责任', '柳溪镇')
const step = fc.oneof(
  fc.record({ what: fc.constant('create'), title: words }),
  fc.record({ what: fc.constant('rename'), at, title: words, stale: fc.boolean() }),
  fc.record({ what: fc.constant('facts'), at, unit: words }),
  fc.record({ what: fc.constant('remove'), at }),
  fc.record({ what: fc.constant('restore'), at }),
  fc.record({ what: fc.constant('add paper'), at }),
  fc.record({ what: fc.constant('save'), at, text: words, stale: fc.boolean() }),
  fc.record({ what: fc.constant('save'), at, text: words, stale: fc.constant(false) }),
  fc.record({ what: fc.constant('remove paper'), at }),
  fc.record({ what: fc.constant('restore paper'), at }),
  fc.record({ what: fc.constant('name'), at, text: words }),
  fc.record({ what: fc.constant('back to'), at }),
  fc.record({ what: fc.constant('crash') }),
  fc.record({ what: fc.constant('reopen') }),
  ...officeSteps,
)
type Step = { what: string; at?: number; title?: string; unit?: string; text?: string; stale?: boolean }

class Run {
  meetings: ModelMeeting[] = []
  dataDir: string
  services: TestServices
  open: TestServices[]
  office = new ModelOffice()

  constructor(dataDir: string, services: TestServices) {
    this.dataDir = dataDir
    this.services = services
    this.open = [services]
  }

  pick<T>(from: readonly T[], index = 0): T | null {
    return from.length === 0 ? null : (from[index % from.length] ?? null)
  }
  inUse = () => this.meetings.filter((meeting) => !meeting.removed)
  papers = (removed = false) =>
    this.inUse().flatMap((meeting) => meeting.papers.filter((paper) => paper.removed === removed))
  scene = (): Scene => ({
    services: this.services,
    meetings: this.inUse(),
    papers: this.papers().map(({ id }) => id),
  })

  async take(step: Step): Promise<void> {
    await this.office.take(step, this.scene())
    await this.takeOne(step)
  }

  async takeOne({ what, at: index, title = '', unit = '', text = '', stale = false }: Step): Promise<void> {
    const { services } = this
    const meeting = this.pick(this.inUse(), index)
    const paper = this.pick(this.papers(), index)
    if (what === 'create') {
      const made = await services.call('meeting.create', { title, facts: {}, people: [], papers: ['speech'] })
      const first = await services.call('paper.get', { id: made.papers[0]?.id ?? '' })
      const { id, revision, body } = first
      this.meetings.push({
        ...{ id: made.id, title, revision: made.revision, facts: {}, removed: false },
        papers: [{ id, revision, body, removed: false, named: [] }],
      })
    }
    if (what === 'rename' && meeting) {
      const revision = meeting.revision - (stale ? 1 : 0)
      const done = await outcome(services.call('meeting.rename', { id: meeting.id, revision, title }))
      expect(done).toBe(stale ? 'conflict' : 'done')
      if (!stale) Object.assign(meeting, { title, revision: meeting.revision + 1 })
    }
    if (what === 'facts' && meeting) {
      const facts = { unit }
      const { revision } = await services.call('facts.save', {
        meetingId: meeting.id,
        revision: meeting.revision,
        facts,
      })
      Object.assign(meeting, { facts, revision })
    }
    if (what === 'remove' && meeting) await this.setRemoved(meeting, true)
    if (what === 'restore') {
      const gone = this.pick(
        this.meetings.filter(({ removed }) => removed),
        index,
      )
      if (gone) await this.setRemoved(gone, false)
    }
    if (what === 'add paper' && meeting) {
      const { id } = await services.call('paper.create', { meetingId: meeting.id, kind: 'response' })
      const { revision, body } = await services.call('paper.get', { id })
      meeting.papers.push({ id, revision, body, removed: false, named: [] })
    }
    if (what === 'save' && paper) {
      const body = paperBody('讲话', text)
      const revision = paper.revision - (stale ? 1 : 0)
      const done = await outcome(services.call('paper.save', { id: paper.id, revision, body }))
      // The same text sent again is no conflict, and no change.
      if (body === paper.body) expect(done).toBe('done')
      else {
        expect(done).toBe(stale ? 'conflict' : 'done')
        if (!stale) Object.assign(paper, { body, revision: paper.revision + 1 })
      }
    }
    if (what === 'remove paper' && paper) {
      await services.call('paper.remove', { id: paper.id })
      Object.assign(paper, { removed: true, revision: paper.revision + 1 })
    }
    if (what === 'restore paper') {
      const gone = this.pick(this.papers(true), index)
      if (gone) {
        await services.call('paper.restore', { id: gone.id })
        Object.assign(gone, { removed: false, revision: gone.revision + 1 })
      }
    }
    if (what === 'name' && paper) {
      await services.call('revision.name', { paperId: paper.id, name: text })
      paper.named.push(paper.body)
    }
    if (what === 'back to' && paper) {
      const versions = await services.call('revision.list', { paperId: paper.id })
      const version = this.pick(versions, index)
      if (version) {
        const { body } = await services.call('revision.get', { id: version.id })
        const { revision } = await services.call('revision.restore', { id: version.id, revision: paper.revision })
        const kept = await this.versionBodies(paper.id)
        if (body !== paper.body) expect(kept).toContain(paper.body)
        Object.assign(paper, { body, revision })
      }
    }
    if (what === 'crash') {
      // What stands on the disk at this moment is all that a crash would leave.
      const dataDir = tempFolder()
      for (const file of ['huibei.db', 'huibei.db-wal']) cpSync(join(this.dataDir, file), join(dataDir, file))
      cpSync(join(this.dataDir, 'backups'), join(dataDir, 'backups'), { recursive: true })
      await this.goOn(dataDir)
    }
    if (what === 'reopen') {
      await services.close()
      await this.goOn(this.dataDir)
    }
  }

  async setRemoved(meeting: ModelMeeting, removed: boolean): Promise<void> {
    await this.services.call(removed ? 'meeting.remove' : 'meeting.restore', { id: meeting.id })
    Object.assign(meeting, { removed, revision: meeting.revision + 1 })
  }

  async goOn(dataDir: string): Promise<void> {
    this.dataDir = dataDir
    this.services = await openTestServices(dataDir)
    this.open.push(this.services)
  }

  async versionBodies(paperId: string): Promise<string[]> {
    const versions = await this.services.call('revision.list', { paperId })
    return Promise.all(versions.map(async ({ id }) => (await this.services.call('revision.get', { id })).body))
  }

  async compare(): Promise<void> {
    const listed = (await this.services.call('meeting.list', {})).filter(({ sample }) => !sample)
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(this.inUse().map(({ id }) => id)))
    for (const meeting of this.inUse()) {
      const stored = await this.services.call('meeting.get', { id: meeting.id })
      const { title, revision, facts } = meeting
      expect(stored).toMatchObject({ title, revision, facts })
      const papers = meeting.papers.filter(({ removed }) => !removed)
      expect(stored.papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id))
      for (const paper of papers) {
        const { body, revision: count } = await this.services.call('paper.get', { id: paper.id })
        expect({ body, revision: count }).toEqual({ body: paper.body, revision: paper.revision })
        expect(await this.versionBodies(paper.id)).toEqual(expect.arrayContaining(paper.named))
      }
    }
    const { meetings, papers } = await this.services.call('removed.list', {})
    expect(meetings).toHaveLength(this.meetings.filter(({ removed }) => removed).length)
    expect(papers).toHaveLength(this.papers(true).length)
    await this.office.compare(this.scene())
  }
}

test('any sequence of commands, restarts and crashes does what it says', { timeout: 600_000 }, async () => {
  const sequence = fc.array(step, { minLength: 12, maxLength: 60, size: 'max' })
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const dataDir = tempFolder()
      const run = new Run(dataDir, await openTestServices(dataDir))
      // Its backup of the day is made before anything is copied away.
      await run.services.call('backup.make', {})
      await run.take({ what: 'create', title: '会' })
      for (const one of steps) {
        await run.take(one)
        if (one.what === 'crash' || one.what === 'reopen') await run.compare()
      }
      await run.compare()
      await run.services.close()
    }),
    { numRuns: rounds(6) },
  )
})
