import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own for the running test, gone when it has ended. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
