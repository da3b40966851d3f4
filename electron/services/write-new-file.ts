import { access, link, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import { numberedName } from '../docx/file-name.ts'
import { storeFailure } from '../store/store-failure.ts'
import { syncFolder, writeBeside } from './atomic-write.ts'

/** So many files of one name in a folder are somebody's mistake. */
const MOST_NUMBERS = 1000

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Gives a finished file its name unless that is taken. @returns whether it has it now */
async function takeName(from: string, path: string): Promise<boolean> {
  try {
    await link(from, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // A stick formatted for Windows knows no links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EISDIR'].includes(codeOf(error))) throw error
  }
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) await rename(from, path)
  return !isThere
}

/**
 * Writes a file that is not there yet, whole or not at all. What stands under its name already is never touched: the
 * new file becomes 讲话（2）.docx, 讲话（3）.docx …
 * @returns the name it got. @throws Failure `disk-full`, `read-only`, `folder-missing`, `busy`
 */
export async function writeNewFile(folder: string, wish: string, bytes: Uint8Array): Promise<string> {
  let beside: string | undefined
  try {
    beside = await writeBeside(folder, bytes)
    for (let count = 1; count <= MOST_NUMBERS; count++) {
      const path = join(folder, numberedName(wish, count))
      if (!(await takeName(beside, path))) continue
      await rm(beside, { force: true })
      await syncFolder(folder)
      return basename(path)
    }
    throw new Failure('busy', `文件夹里叫“${wish}”的文件太多了，请换一个文件夹。`)
  } catch (error) {
    if (beside) await rm(beside, { force: true }).catch(() => undefined)
    throw storeFailure(error) ?? error
  }
}
