import { expect, test } from 'vitest'
import { onOwnDisk } from './mounted.ts'

test('a disk that is really full: the save is refused, nothing is torn, and work goes on when there is room', (context) => {
  expect(onOwnDisk(context, 'full-disk-child.ts', 3)).toEqual({
    refused: 'disk-full',
    keptAfterRefusal: true,
    readWhileFull: true,
    backupWhileFull: 'disk-full',
    noHalfBackup: true,
    startWhileFull: expect.stringMatching(/^(opened|disk-full)$/),
    savedWithRoom: true,
    whole: true,
  })
})
