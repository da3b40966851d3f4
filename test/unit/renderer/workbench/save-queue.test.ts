import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSaveQueue, SAVE_DELAY, type SaveState } from '../../../../renderer/workbench/save-queue.ts'
import { Failure, type FailureCode } from '../../../../shared/contract/failures.ts'

type Answer = { revision: number; updated: string } | FailureCode

/** A host whose answers the test gives by hand, in the order of the writes. */
function setUp() {
  const writes: { body: string; revision: number; answer(answer: Answer): Promise<void> }[] = []
  const states: SaveState[] = []
  const kept: string[] = []
  const queue = createSaveQueue({
    revision: 1,
    savedAt: '2026-03-12T06:00:00.000Z',
    write: (body, revision) =>
      new Promise((resolve, reject) => {
        writes.push({
          body,
          revision,
          async answer(answer) {
            if (typeof answer === 'string') reject(new Failure(answer))
            else resolve(answer)
            await vi.advanceTimersByTimeAsync(0)
          },
        })
      }),
    onState: (state) => states.push(state),
    onUnsaved: (body) => kept.push(body),
  })
  const type = (text: string) => queue.change(() => text)
  return { queue, writes, states, kept, type, last: () => states.at(-1) }
}

const acknowledged = (revision: number) => ({ revision, updated: `2026-03-12T06:0${revision}:00.000Z` })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving', () => {
  it('waits for a pause, then writes the newest text once', async () => {
    const { writes, type } = setUp()
    type('一')
    await vi.advanceTimersByTimeAsync(200)
    type('一要抓')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY - 1)
    expect(writes).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(writes.map(({ body, revision }) => [body, revision])).toEqual([['一要抓', 1]])
  })

  it('does not wait for a pause that never comes', async () => {
    const { writes, type } = setUp()
    for (let count = 1; count <= 8; count++) {
      type('一'.repeat(count))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(writes.map(({ body }) => body.length)).toEqual([7])
  })

  it('says saved only after the acknowledgement of the newest text', async () => {
    const { writes, states, type, last } = setUp()
    type('甲')
    expect(last()).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    type('甲乙')
    await writes[0]?.answer(acknowledged(2))
    expect(states.map((state) => state.kind)).not.toContain('saved')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    expect(writes[1]).toMatchObject({ body: '甲乙', revision: 2 })
    await writes[1]?.answer(acknowledged(3))
    expect(last()).toEqual({ kind: 'saved', at: acknowledged(3).updated })
  })

  it('says once that it is saving, and not with every key', async () => {
    const { states, type } = setUp()
    for (const text of ['甲', '甲乙', '甲乙丙']) type(text)
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    expect(states.map(({ kind }) => kind)).toEqual(['saving'])
  })

  it('tells when a write was answered without sending what came after it', async () => {
    const { queue, writes, type } = setUp()
    let answered = 0
    type('甲')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    type('甲乙')
    void queue.answered().then(() => answered++)
    await vi.advanceTimersByTimeAsync(1)
    expect(answered).toBe(0)
    void writes[0]?.answer(acknowledged(2))
    await vi.advanceTimersByTimeAsync(1)
    expect(answered).toBe(1)
  })

  it('has one write on its way at a time', async () => {
    const { queue, writes, type } = setUp()
    type('甲')
    void queue.flush()
    type('甲乙')
    const all = queue.flush()
    expect(writes).toHaveLength(1)
    await writes[0]?.answer(acknowledged(2))
    expect(writes).toHaveLength(2)
    await writes[1]?.answer(acknowledged(3))
    expect(await all).toBe(true)
    expect(queue.revision()).toBe(3)
  })

  it('does not say that all is written while a later text is on its way', async () => {
    const { queue, writes, type } = setUp()
    type('甲')
    const first = queue.flush()
    type('甲乙')
    const second = queue.flush()
    const settled = vi.fn()
    void second.then(settled)
    await writes[0]?.answer(acknowledged(2))
    expect(settled).not.toHaveBeenCalled()
    await writes[1]?.answer(acknowledged(3))
    expect(await first).toBe(true)
    expect(settled).toHaveBeenCalledWith(true)
  })

  it('writes nothing when nothing was typed', async () => {
    const { queue, writes } = setUp()
    expect(await queue.flush()).toBe(true)
    expect(writes).toHaveLength(0)
  })
})

describe('a host that does not answer', () => {
  it('keeps the text elsewhere, names the reason and tries again with growing pauses', async () => {
    const { writes, kept, type, last } = setUp()
    type('甲')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    await writes[0]?.answer('disconnected')
    expect(last()).toEqual({ kind: 'failed', code: 'disconnected', again: true })
    expect(kept).toEqual(['甲'])
    await vi.advanceTimersByTimeAsync(1000)
    await writes[1]?.answer('disconnected')
    await vi.advanceTimersByTimeAsync(1999)
    expect(writes).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(writes).toHaveLength(3)
  })

  it('writes what was typed meanwhile', async () => {
    const { queue, writes, type, last } = setUp()
    type('甲')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    await writes[0]?.answer('busy')
    type('甲乙')
    expect(last()).toMatchObject({ kind: 'failed' })
    expect(queue.unwritten()).toBe('甲乙')
    await vi.advanceTimersByTimeAsync(1000)
    expect(writes[1]?.body).toBe('甲乙')
    await writes[1]?.answer(acknowledged(2))
    expect(last()).toMatchObject({ kind: 'saved' })
    expect(queue.unwritten()).toBeNull()
  })

  it('does not try again by itself what cannot pass, but does after the next key', async () => {
    const { writes, type, last } = setUp()
    type('甲')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    await writes[0]?.answer('too-large')
    expect(last()).toEqual({ kind: 'failed', code: 'too-large', again: false })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(writes).toHaveLength(1)
    type('甲'.repeat(2))
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    expect(writes).toHaveLength(2)
  })

  it('counts a text on its way as unwritten', async () => {
    const { queue, type } = setUp()
    type('甲')
    void queue.flush()
    expect(queue.unwritten()).toBe('甲')
  })
})

describe('a conflict', () => {
  it('stops writing until it is settled, and loses nothing', async () => {
    const { queue, writes, kept, type, last } = setUp()
    type('甲')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    await writes[0]?.answer('conflict')
    expect(last()).toEqual({ kind: 'conflict' })
    type('甲乙')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await queue.flush()).toBe(false)
    expect(writes).toHaveLength(1)
    expect(queue.unwritten()).toBe('甲乙')
    expect(kept).toEqual(['甲'])
  })

  it('goes on from the revision it was settled at', async () => {
    const { queue, writes, type, last } = setUp()
    type('甲')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    await writes[0]?.answer('conflict')
    queue.restart(7, '2026-03-12T07:00:00.000Z')
    expect(last()).toEqual({ kind: 'saved', at: '2026-03-12T07:00:00.000Z' })
    type('丙')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    expect(writes[1]).toMatchObject({ body: '丙', revision: 7 })
  })

  it('ignores an answer that comes after the restart', async () => {
    const { queue, writes, type, last } = setUp()
    type('甲')
    void queue.flush()
    queue.restart(7, '2026-03-12T07:00:00.000Z')
    await writes[0]?.answer('conflict')
    expect(last()).toMatchObject({ kind: 'saved' })
    expect(queue.revision()).toBe(7)
  })
})
