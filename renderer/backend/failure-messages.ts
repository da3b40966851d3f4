import { Failure, type FailureCode } from '../../shared/contract/failures.ts'
import { READABLE_FILES } from '../../shared/model/readable-files.ts'

/** What happened, what was kept, what to do: one sentence or two for every way a command can fail. */
const MESSAGES: Record<FailureCode, string> = {
  'invalid-input': '填写的内容有一处不合要求，没有保存；原来的内容没有变，请改正后再试。',
  'unknown-command': '窗口和程序的版本对不上，这一步没有做；请关闭窗口，重新打开会备。',
  unauthorised: '这个窗口已经失效，刚才的操作没有做；请关闭它，重新打开会备。',
  'not-found': '要找的内容已经不在了，可能在另一个窗口里被移走；可以到“最近移走”里找回。',
  conflict: '另一个窗口先保存了，这里的改动还没有写入；两边的内容都在，请选用哪一份。',
  busy: '程序正忙，这次没有写入；内容还在窗口里，马上会再试。',
  'unreadable-file': '这个文件读不出来，什么也没有导入；请在 Word 或 WPS 里另存一份再试。',
  'unsupported-file': `这种文件还不能导入，什么也没有改动；能读的是 ${READABLE_FILES}，请另存为其中一种再试。`,
  'password-protected': '这个文件有密码，没有导入；请先在 Word 或 WPS 里去掉密码。',
  'wrong-password': '密码不对，没有打开；文件没有损坏，请换成做这个文件时用的密码再试。',
  'too-large': '文件太大，没有处理；请拆开或删去图片后再试。',
  'disk-full': '磁盘满了，这次没有写入；内容还在窗口里，请腾出一些空间，程序会自动再试。',
  'read-only': '资料所在的文件夹只许读、不许写，这次没有写入；内容还在窗口里，请检查文件夹的权限。',
  damaged: '资料文件有损坏，没有再写入；请不要删除它，关闭程序后从备份恢复。',
  'too-new': '资料是更新版本的会备写的，这个版本没有打开它；资料没有变，请用新版本打开。',
  'folder-missing': '资料所在的文件夹找不到了，这次没有写入；内容还在窗口里，请检查硬盘或优盘是否接好。',
  disconnected: '和程序失去了联系，这次没有写入；内容还在窗口里，请不要关闭窗口，程序恢复后会自动再存。',
  internal: '程序出了差错，这一步没有做成；已经保存的内容没有变，请再试一次。',
}

/** A few words for the place where there is no room for a sentence: 未能保存（…）. */
const REASONS: Partial<Record<FailureCode, string>> = {
  conflict: '另一窗口已改',
  busy: '程序正忙',
  'disk-full': '磁盘已满',
  'read-only': '不许写入',
  damaged: '资料损坏',
  'folder-missing': '文件夹不见了',
  disconnected: '与程序失去联系',
  unauthorised: '窗口已失效',
  'too-large': '文稿太大',
}

const HAS_CHINESE = /\p{Script=Han}/u

/** The sentence for a failed command. Details in Chinese (which field, which line) are put behind it. */
export function failureMessage(error: unknown): string {
  if (!(error instanceof Failure)) return MESSAGES.internal
  const detail = error.detail && HAS_CHINESE.test(error.detail) ? `（${error.detail.replace(/[。；]$/, '')}）` : ''
  return MESSAGES[error.code] + detail
}

export function failureReason(code: FailureCode): string {
  return REASONS[code] ?? '程序出错'
}
