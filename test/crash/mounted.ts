import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { tempFolder } from '../temp-folder.ts'

const NOT_MOUNTED = 42

/**
 * Runs a script on a real file system of its own, in a name space where also a user without rights may mount.
 * @param megabytes how much it holds
 * @returns what the script prints, as JSON
 */
export function onOwnDisk(context: Pick<TestContext, 'skip'>, script: string, megabytes: number): unknown {
  const folder = tempFolder()
  const command = `mount -t tmpfs -o size=${megabytes}m tmpfs '${folder}' || exit ${NOT_MOUNTED}
    exec '${process.execPath}' '${join(import.meta.dirname, script)}' '${folder}'`
  const ran = spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', command], { encoding: 'utf8' })
  if (ran.error || ran.status === NOT_MOUNTED || ran.stderr.startsWith('unshare:'))
    context.skip('needs the right to mount a small file system (unshare, from util-linux)')
  if (ran.stderr !== '') throw new Error(`${script} ended with ${ran.status}: ${ran.stderr}`)
  return JSON.parse(ran.stdout)
}
