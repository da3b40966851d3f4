import { Failure } from '../../shared/contract/failures.ts'
import { writeFileAtomically } from '../services/atomic-write.ts'
import { Unusable } from './unusable.ts'

const REASONS: Partial<Record<Failure['code'], string>> = {
  'disk-full': '磁盘已满',
  'read-only': '没有写入的权限',
  'folder-missing': '找不到文件夹',
  busy: '文件正被别的程序打开',
}

/** Whole or not at all. @throws Unusable when the disk does not take it */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFileAtomically(path, bytes)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Unusable(`不能写“${path}”：${REASONS[error.code] ?? '写入出错'}。`)
  }
}
