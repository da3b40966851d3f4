import { describe, expect, test, vi } from 'vitest'
import { createEventLog } from '../../../../electron/loopback/event-log.ts'
import type { EventMessage } from '../../../../shared/contract/events.ts'

const event = (revision: number): EventMessage => ({ name: 'settings.changed', data: { revision } })
const never = () => new AbortController().signal
const createLog = (kept = 3) => createEventLog({ kept, waitMilliseconds: 25_000 })

describe('the log of events', () => {
  test('starts listening now, and hands over what comes after', async () => {
    const log = createLog()
    log.add(event(1))
    const { next } = await log.poll(null, never())
    expect(next).toBe(1)
    const waiting = log.poll(next, never())
    log.add(event(2))
    expect(await waiting).toEqual({ next: 2, events: [event(2)] })
  })

  test('gives at once what was missed', async () => {
    const log = createLog()
    for (const revision of [1, 2, 3]) log.add(event(revision))
    expect(await log.poll(1, never())).toEqual({ next: 3, events: [event(2), event(3)] })
  })

  test('says when events may have been missed: too long ago, or of another host', async () => {
    const log = createLog()
    for (const revision of [1, 2, 3, 4]) log.add(event(revision))
    expect(await log.poll(1, never())).toMatchObject({ next: 4, events: [event(2), event(3), event(4)] })
    expect(await log.poll(0, never())).toEqual({ next: 4, reset: true })
    expect(await log.poll(9, never())).toEqual({ next: 4, reset: true })
  })

  test('waits no longer than told, and not for a page that has gone', async () => {
    vi.useFakeTimers()
    const log = createLog()
    const waiting = log.poll(0, never())
    await vi.advanceTimersByTimeAsync(25_000)
    expect(await waiting).toEqual({ next: 0, events: [] })
    const gone = new AbortController()
    const abandoned = log.poll(0, gone.signal)
    gone.abort()
    expect(await abandoned).toEqual({ next: 0, events: [] })
    expect(await log.poll(0, AbortSignal.abort())).toEqual({ next: 0, events: [] })
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })
})
