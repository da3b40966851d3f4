import { expect, test } from 'vitest'
import { onOwnDisk } from './mounted.ts'

test('a start on a disk that is read-only, or full: closed, with the reason; opened again everything works', (context) => {
  const closedThenOpen = (code: string) => ({
    first: { kind: 'closed', code },
    // Everything that needs the library says why, and trying again too early changes nothing.
    refused: code,
    tooEarly: { kind: 'closed', code },
    untouched: true,
    again: { kind: 'open', code: null },
    told: ['library.changed', 'paper.changed'],
    saved: true,
    found: true,
    backedUp: true,
  })
  expect(onOwnDisk(context, 'closed-start-child.ts', 6)).toEqual({
    'read-only': closedThenOpen('read-only'),
    'disk-full': closedThenOpen('disk-full'),
  })
})
