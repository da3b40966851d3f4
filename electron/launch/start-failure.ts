import type { FailureCode } from '../../shared/contract/failures.ts'

/** Why the library could not be opened, and what to do. */
export interface StartFailure {
  message: string
  detail: string
  /** Whether trying once more may help without the user leaving the program. */
  retry: boolean
}

/** In words for whoever sits before it; nothing of the library is touched in any of these cases. */
const BY_CODE: Partial<Record<FailureCode, StartFailure>> = {
  busy: {
    message: '资料库正被另一个窗口或程序使用。',
    detail: '会备可能已经打开，请先找一找它的窗口。关掉那一个以后再试。',
    retry: true,
  },
  damaged: {
    message: '资料库已损坏，没有打开。',
    detail:
      '原文件没有动过。自动备份在数据文件夹的 backups 里，请先把整个数据文件夹拷贝一份，再按管理员手册用备份恢复。',
    retry: false,
  },
  'too-new': {
    message: '资料库是更新版本的会备写的，没有打开。',
    detail: '原文件没有动过。请在这台机器上安装同样新或更新的版本。',
    retry: false,
  },
  'read-only': {
    message: '没有权限写数据文件夹，资料库没有打开。',
    detail: '请确认这个文件夹允许当前用户写入，U 盘没有写保护，然后再试。',
    retry: true,
  },
  'disk-full': {
    message: '磁盘已满，资料库没有打开。',
    detail: '请清出一些空间再试。已有的文稿都在。',
    retry: true,
  },
  'folder-missing': {
    message: '找不到数据文件夹，或者读不出来。',
    detail: '如果资料放在 U 盘或移动硬盘上，请插好以后再试。',
    retry: true,
  },
}

const UNKNOWN: StartFailure = {
  message: '会备没有能够打开。',
  detail: '已有的文稿没有动过。出错的经过记在数据文件夹的 logs 里，请交给管理员。',
  retry: true,
}

/** @param error a Failure of the contract, or anything else that was thrown at the start */
export function startFailure(error: unknown): StartFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const known = typeof code === 'string' && Object.hasOwn(BY_CODE, code) ? BY_CODE[code as FailureCode] : undefined
  return known ?? UNKNOWN
}
