import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createServices } from '../../electron/services/create-services.ts'
import { faultOf } from '../../electron/store/backup.ts'
import { openLibrary } from '../../electron/store/library.ts'
import { salvageLibrary } from '../../electron/store/salvage/salvage.ts'
import { storeFailure } from '../../electron/store/store-failure.ts'
import { FAILURE_CODES } from '../../shared/contract/failures.ts'
import { paperBody } from '../contract/paper-bodies.ts'
import { tempFolder } from '../temp-folder.ts'
import { randomNumbers, rounds, seed } from './rounds.ts'

const ROUNDS = rounds(1000, 'HUIBEI_FLIPS')
/** Every so many the whole program starts on it, and what is damaged is salvaged; else the library alone is opened. */
const WHOLE = 20

/** Runs what may fail in a way the program knows; anything else is a fault of ours. */
function foreseen<T>(run: () => T): T | null {
  try {
    return run()
  } catch (error) {
    if (storeFailure(error) || /not in order/.test(String(error))) return null
    throw error
  }
}

test(`a library with a byte turned opens or says why, and is kept as it is (${ROUNDS} times, seed ${seed})`, {
  timeout: Math.max(600_000, ROUNDS * 5000),
}, async () => {
  const origin = tempFolder()
  const first = await createServices({ dataDir: origin, hostKind: 'memory', log: () => {} })
  for (let number = 0; number < 20; number++) {
    const made = await first.dispatch('meeting.create', {
      title: `会${number}`,
      facts: {},
      people: [],
      papers: ['speech'],
    })
    const { papers } = (made.ok ? made.value : {}) as { papers: { id: string }[] }
    const body = paperBody('讲话', '整改是政治任务。'.repeat(300))
    await first.dispatch('paper.save', { id: papers[0]?.id, revision: 1, body })
  }
  await first.close()
  const good = readFileSync(join(origin, 'huibei.db'))
  const random = randomNumbers(seed)
  const seen = { opened: 0, refused: 0, salvaged: 0 }

  for (let round = 0; round < ROUNDS; round++) {
    const dataDir = tempFolder()
    const path = join(dataDir, 'huibei.db')
    const damaged = Buffer.from(good)
    // A third of them where the trees begin and a third in the head of the file, for there one byte matters most.
    const reach = [damaged.length, Math.min(damaged.length, 40_000), 100][round % 3] ?? damaged.length
    const at = Math.floor(random() * reach)
    damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    writeFileSync(path, damaged)
    if (round % WHOLE > 0) {
      const library = foreseen(() => openLibrary({ dataDir, clock: () => new Date(), log: () => {} }))
      seen[library ? 'opened' : 'refused'] += 1
      // What was not opened is kept byte for byte; what was opened reads, or says that it is damaged.
      if (library) foreseen(() => library.meetings.listInUse().map(({ id }) => library.papers.listByMeeting(id)))
      else expect(readFileSync(path).equals(damaged), `byte ${at}`).toBe(true)
      await library?.close()
      rmSync(dataDir, { recursive: true })
      continue
    }
    const services = await createServices({ dataDir, hostKind: 'memory', log: () => {} })
    const state = await services.dispatch('library.state', {})
    expect(state.ok, `byte ${at}`).toBe(true)
    const isOpen = state.ok && (state.value as { kind: string }).kind === 'open'
    if (isOpen) {
      seen.opened += 1
      const list = await services.dispatch('meeting.list', {})
      if (!list.ok) expect(FAILURE_CODES, `byte ${at}`).toContain(list.code)
      expect(list.ok || list.code !== 'internal', `byte ${at}: ${JSON.stringify(list)}`).toBe(true)
    } else {
      seen.refused += 1
      expect(readFileSync(path).equals(damaged), `byte ${at}`).toBe(true)
    }
    if (!isOpen || foreseen(() => faultOf(path)) !== null) {
      const before = readFileSync(path)
      const found = foreseen(() => salvageLibrary({ dataDir, time: Date.now() }))
      expect(found?.papers ?? 0, `byte ${at}`).toBeGreaterThanOrEqual(20)
      expect(readFileSync(path).equals(before), `byte ${at}`).toBe(true)
      seen.salvaged += 1
    }
    await services.close()
    rmSync(dataDir, { recursive: true })
  }
  expect(seen.opened).toBeGreaterThan(0)
  expect(seen.refused).toBeGreaterThan(0)
})
