import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'

/** A real file system of three megabytes, in a name space of its own where the user may not mount. */
test('a disk that is really full: the save is refused, nothing is torn, and work goes on when there is room', (context) => {
  const folder = tempFolder()
  const script = join(import.meta.dirname, 'full-disk-child.ts')
  const command = `mount -t tmpfs -o size=3m tmpfs '${folder}' && exec '${process.execPath}' '${script}' '${folder}'`
  const mounted = spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', command], { encoding: 'utf8' })
  if (/mount|unshare|permission|permitted/i.test(mounted.stderr) && mounted.stdout === '')
    context.skip('needs the right to mount a small file system (unshare, from util-linux)')
  expect(mounted.stderr).toBe('')
  const told = JSON.parse(mounted.stdout) as Record<string, unknown>
  expect(told).toEqual({
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
