import type { FailureCode } from '../../shared/contract/failures.ts'
import type { LibraryState } from '../../shared/contract/safety-commands.ts'

export interface RecoveryText {
  title: string
  text: string
  ways: readonly ('backup' | 'salvage' | 'again')[]
}

const DAMAGED: RecoveryText = {
  title: '资料库坏了，没有打开',
  text: '坏了的文件一个字节也没有动，以后也不会删除：换成备份时，它会整个移到数据文件夹的“damaged”里留着。可以先从里面抢救，再决定换成哪一份。',
  ways: ['backup', 'salvage', 'again'],
}

const CLOSED: Partial<Record<FailureCode, RecoveryText>> = {
  damaged: DAMAGED,
  'too-new': {
    title: '资料库是更新版本的会备写的',
    text: '这个版本读不懂它，所以没有打开，也没有改动。请在这台电脑上安装同样新或更新的会备，再打开一次。',
    ways: ['again'],
  },
  busy: {
    title: '资料库正被另一个窗口或程序使用',
    text: '会备可能已经打开，请先找一找它的窗口。关掉那一个以后再试。',
    ways: ['again'],
  },
  'read-only': {
    title: '没有权限写数据文件夹',
    text: '已有的文稿都在。请确认这个文件夹允许当前用户写入，优盘没有写保护，然后再试。',
    ways: ['again'],
  },
  'disk-full': {
    title: '磁盘满了',
    text: '已有的文稿都在。请清出一些空间再试。',
    ways: ['again'],
  },
  'folder-missing': {
    title: '找不到数据文件夹，或者读不出来',
    text: '如果资料放在优盘或移动硬盘上，请插好以后再试。',
    ways: ['again'],
  },
}

/** What happened to the library, what became of the papers, and what can be done. */
export function recoveryText({ kind, code, detail }: LibraryState): RecoveryText {
  if (kind === 'open')
    return {
      title: '资料库里有坏的地方',
      text: '上次没有正常退出，检查时发现资料库有损坏。现在写的还能存下，但可能有文稿读不出来。建议先抢救，再换成抢救出来的或最近的备份；坏了的文件会完整留着。',
      ways: ['backup', 'salvage'],
    }
  const known = (code && CLOSED[code]) ?? {
    title: '会备没有能够打开资料库',
    text: '已有的文稿没有动过。出错的经过记在数据文件夹的 logs 里，请交给管理员。',
    ways: ['again', 'backup'] as const,
  }
  return detail ? { ...known, text: `${detail}${known.text}` } : known
}
