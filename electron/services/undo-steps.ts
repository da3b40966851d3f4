import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from './atomic-write.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { findPaper } from './stored-meetings.ts'

/** Days after which nobody takes anything back any more. */
const KEPT_DAYS = 30
const DAY = 86_400_000

const digest = (body: string): string => createHash('sha256').update(body).digest('hex')

/**
 * What the editor can take back, a file for each paper, so that undo reaches over reopening. The first line says of
 * which text it holds: for any other the steps would fit nowhere.
 * @param folder made when it is missing
 */
export function undoStepsService(context: ServiceContext, folder: string): Handlers<'undo.keep' | 'undo.get'> {
  const fileOf = (paperId: string) => join(folder, `${paperId}.json`)
  return {
    async 'undo.keep'({ paperId, revision, steps }) {
      const paper = findPaper(context, paperId)
      if (paper.revision !== revision) return {}
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFileAtomically(fileOf(paperId), Buffer.from(`${digest(paper.body)}\n${steps}`))
      return {}
    },
    async 'undo.get'({ paperId }) {
      const { body } = findPaper(context, paperId)
      try {
        const kept = await readFile(fileOf(paperId), 'utf8')
        const end = kept.indexOf('\n')
        return { steps: kept.slice(0, end) === digest(body) ? kept.slice(end + 1) : null }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') context.log('undo steps not read', error)
        return { steps: null }
      }
    },
  }
}

/** Clears away what is too old to be taken back. At the start. */
export async function clearUndoSteps(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (now.getTime() - mtimeMs > KEPT_DAYS * DAY) await rm(path, { force: true })
  }
}
