import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSource } from '../../../../electron/store/backup-source.ts'
import { textPieces } from '../../../../electron/store/salvage/mend.ts'
import { salvageLibrary } from '../../../../electron/store/salvage/salvage.ts'
import { readPaper } from '../../../../shared/model/paper.ts'
import { paperBody } from '../../../contract/paper-bodies.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestLibrary } from './open-library.ts'

const PAGE = 4096
const clock = () => new Date()

/** A library of meetings with long papers; the log is left as it is after a crash when asked for. */
async function filledFolder(meetings: number, { folded = true } = {}) {
  const dataDir = tempFolder()
  const library = openTestLibrary(dataDir)
  for (let number = 0; number < meetings; number++) {
    library.write(() => {
      const { id } = library.meetings.add(`会议${number}`, false)
      library.facts.replace(id, { unit: `镇${number}` })
      library.people.replace(id, [{ name: `甲${number}`, post: '镇长', organization: '' }])
      const body = paperBody('讲话', `第${number}篇。${'整改是政治任务。'.repeat(700)}`)
      const paper = library.papers.add({ meetingId: id, kind: 'speech', title: `讲话${number}`, body })
      library.revisions.add({
        paperId: paper.id,
        name: '',
        author: '',
        body,
        facts: '',
        characters: 7,
        written: paper.updated,
      })
    })
  }
  const path = join(dataDir, 'huibei.db')
  const unfolded = { file: readFileSync(path), log: readFileSync(`${path}-wal`) }
  await library.close()
  if (!folded) {
    writeFileSync(path, unfolded.file)
    writeFileSync(`${path}-wal`, unfolded.log)
  }
  return { dataDir, path }
}

function damage(path: string, change: (file: Buffer) => void): Buffer {
  const file = readFileSync(path)
  change(file)
  writeFileSync(path, file)
  return file
}

function read(dataDir: string) {
  const found = salvageLibrary({ dataDir, time: Date.UTC(2026, 11, 14) })
  const source = openSource(join(dataDir, 'backups', found.fileName), clock)
  const meetings = source.meetings.listInUse().map((meeting) => ({
    title: meeting.title,
    facts: source.facts.list(meeting.id),
    people: source.people.list(meeting.id).map(({ name }) => name),
    papers: source.papers.listByMeeting(meeting.id).map(({ id }) => source.papers.get(id)?.body ?? ''),
  }))
  source.close()
  return { found, meetings }
}

const wholeMeeting = (number: number) => ({
  title: `会议${number}`,
  facts: { unit: `镇${number}` },
  people: [`甲${number}`],
  papers: [expect.stringContaining(`第${number}篇。`)],
})

describe('salvage', () => {
  test.each([
    ['of a head of zeroes', (file: Buffer) => file.fill(0, 0, 100)],
    ['of a lost first page', (file: Buffer) => file.fill(0xaa, 0, PAGE)],
    ['of a file that is whole', () => {}],
  ])('%s brings back everything, and only reads', async (_name, change) => {
    const { dataDir, path } = await filledFolder(12)
    const damaged = damage(path, change)
    const { found, meetings } = read(dataDir)
    expect(meetings.sort((a, b) => Number(a.title.slice(2)) - Number(b.title.slice(2)))).toEqual(
      Array.from({ length: 12 }, (_, number) => wholeMeeting(number)),
    )
    expect(found).toMatchObject({ meetings: 12, papers: 12, revisions: 12, lost: 0 })
    expect(readFileSync(path).equals(damaged)).toBe(true)
  })

  test('reads the commits that still stand in the log', async () => {
    const { dataDir, path } = await filledFolder(5, { folded: false })
    damage(path, (file) => file.fill(0, 0, Math.min(100, file.length)))
    expect(read(dataDir).found).toMatchObject({ meetings: 5, papers: 5 })
  })

  test('does not bring back what was deleted', async () => {
    const { dataDir, path } = await filledFolder(3)
    const library = openTestLibrary(dataDir)
    const ids = library.meetings.listInUse().map(({ id }) => id)
    library.write(() => library.people.replace(ids[0] ?? '', []))
    await library.close()
    damage(path, (file) => file.fill(0, 0, 20))
    expect(
      read(dataDir)
        .meetings.flatMap(({ people }) => people)
        .sort(),
    ).toHaveLength(2)
  })

  test.each([1, 2, 3, 4, 5, 6])('of a file with holes brings back the rest (%i)', async (seed) => {
    const { dataDir, path } = await filledFolder(30)
    damage(path, (file) => {
      for (let page = seed; page * PAGE < file.length; page += 17) file.fill(0x5a, page * PAGE, (page + 1) * PAGE)
    })
    const { found, meetings } = read(dataDir)
    expect(found.papers).toBeGreaterThan(10)
    for (const body of meetings.flatMap(({ papers }) => papers)) expect(() => readPaper(body)).not.toThrow()
  })

  test('says so when nothing is left', async () => {
    const { dataDir, path } = await filledFolder(1)
    writeFileSync(path, Buffer.alloc(40_000, 7))
    expect(() => salvageLibrary({ dataDir, time: 0 })).toThrow('damaged')
  })
})

test('a broken text gives its pieces', () => {
  const body = paperBody('讲话', '同志们：', '第一件事。')
  expect(textPieces(body.slice(0, -5))).toEqual(['讲话', '同志们：', '第一件事。'])
})
