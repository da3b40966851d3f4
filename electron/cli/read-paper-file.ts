import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure, type FailureCode } from '../../shared/contract/failures.ts'
import { READABLE_FILES } from '../../shared/model/readable-files.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import { importPaper } from '../import/import-paper.ts'
import { Unusable } from './unusable.ts'

/** Bytes. Papers are far smaller; what is larger was given by mistake. */
const LARGEST_FILE = 60_000_000

const SENTENCES: Partial<Record<FailureCode, string>> = {
  'unsupported-file': `这种文件不能读，请另存为 ${READABLE_FILES}`,
  'unreadable-file': '文件已损坏或者内容读不出来',
  'too-large': '文件太大',
  'password-protected': '文件有密码，请先去掉密码',
}

const SYSTEM_SENTENCES: Record<string, string> = {
  ENOENT: '找不到这个文件',
  ENOTDIR: '找不到这个文件',
  EACCES: '没有权限读这个文件',
  EPERM: '没有权限读这个文件',
  ENAMETOOLONG: '文件名太长',
}

/** The bytes of a file somebody named. @throws Unusable */
export async function readInputFile(path: string, largest = LARGEST_FILE): Promise<Buffer> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) throw new Unusable(`“${path}”是文件夹，不是文件。`)
    // A device or a pipe may never end.
    if (!about.isFile()) throw new Unusable(`“${path}”不是普通文件。`)
    if (about.size > largest) throw new Unusable(`“${path}”太大，最多 ${Math.floor(largest / 1_000_000)} MB。`)
    if (about.size === 0) throw new Unusable(`“${path}”是空文件。`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof Unusable) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Unusable(`${SYSTEM_SENTENCES[code] ?? '读不了这个文件'}：“${path}”。`)
  }
}

/** A paper written elsewhere. @throws Unusable with one sentence that says why it cannot be read */
export async function readPaperFile(path: string): Promise<{ doc: PaperNode; notes: string[] }> {
  const bytes = await readInputFile(path)
  try {
    const { doc, notes, text } = await importPaper(basename(path), bytes)
    if (text.trim() === '') throw new Unusable(`“${path}”里没有文字。`)
    return { doc, notes }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const reason = error.detail?.replace(/[。；]$/, '') ?? SENTENCES[error.code] ?? '文件读不出来'
    throw new Unusable(`“${path}”不能处理：${reason}。`)
  }
}
