import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createUseWatch } from '../../../../electron/loopback/use-watch.ts'

const unused = vi.fn()
const watch = () => createUseWatch({ goneMilliseconds: 5000, silentMilliseconds: 3_600_000, unused })

beforeEach(() => {
  vi.useFakeTimers()
  unused.mockClear()
})
afterEach(() => vi.useRealTimers())

describe('a host that lives for its window', () => {
  test('waits for the first page without end', () => {
    watch()
    vi.advanceTimersByTime(10_000_000)
    expect(unused).not.toHaveBeenCalled()
  })

  test('ends after its last page was closed', () => {
    const use = watch()
    use.began()
    use.ended('gone')
    vi.advanceTimersByTime(4999)
    expect(unused).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(unused).toHaveBeenCalledOnce()
  })

  test('lives on when the page is loaded again', () => {
    const use = watch()
    use.began()
    use.ended('gone')
    vi.advanceTimersByTime(2000)
    use.began()
    vi.advanceTimersByTime(100_000)
    expect(unused).not.toHaveBeenCalled()
  })

  test('lives on while a second window is open', () => {
    const use = watch()
    use.began()
    use.began()
    use.ended('gone')
    vi.advanceTimersByTime(100_000)
    expect(unused).not.toHaveBeenCalled()
  })

  test('does not take a page the browser froze between two polls for a closed one', () => {
    const use = watch()
    use.began()
    use.ended('answered')
    use.began()
    use.began()
    use.ended('answered')
    use.ended('gone')
    vi.advanceTimersByTime(100_000)
    expect(unused).not.toHaveBeenCalled()
    vi.advanceTimersByTime(3_600_000)
    expect(unused).toHaveBeenCalledOnce()
  })
})

test('it tells whether a page waits, has just been answered, or is gone', () => {
  const use = watch()
  expect(use.state()).toBe('never')
  use.began()
  expect(use.state()).toBe('waiting')
  use.ended('answered')
  expect(use.state()).toBe('between')
  use.began()
  use.ended('gone')
  expect(use.state()).toBe('gone')
})
