import { Failure, type FailureCode } from '../../shared/contract/failures.ts'
import type { TransferLine } from '../../shared/contract/transfer-commands.ts'
import { failureMessage } from '../backend/failure-messages.ts'

/** What a failure means for a meeting file; the usual sentences speak of papers and of the library. */
const MESSAGES: Partial<Record<FailureCode, string>> = {
  'unsupported-file': '这不是会备的会议文件，什么也没有导入；请选用“导出会议”做出来的 .huibei 文件。',
  'unreadable-file': '这不是会备的会议文件，什么也没有导入；请选用“导出会议”做出来的 .huibei 文件。',
  damaged: '这个会议文件不完整或者被改动过，什么也没有导入；请从原来的电脑上重新拷一份。',
  'too-new': '这个文件是更新版本的会备做的，什么也没有导入；请先把这台电脑上的会备升级。',
  'too-large': '这个文件太大，不像是一个会议，什么也没有导入。',
  'wrong-password': '密码不对，什么也没有导入；文件没有损坏，请问清做这个文件时用的密码。',
}

export const transferMessage = (error: unknown): string =>
  (error instanceof Failure && MESSAGES[error.code]) || failureMessage(error)

export const STATE_NAMES: Record<TransferLine['state'], string> = {
  new: '新的',
  same: '两边一样',
  theirs: '对方有新改动',
  ours: '这台有新改动',
  both: '两边都改了',
  beside: '另放一份',
}

export const STATE_TONES: Record<TransferLine['state'], string> = {
  new: 'tag-accent',
  same: '',
  theirs: 'tag-accent',
  ours: '',
  both: 'tag-good',
  beside: 'tag-care',
}

export const LINE_NAMES: Record<TransferLine['what'], string> = {
  facts: '会议要素',
  people: '人员名册',
  paper: '文稿',
  ledger: '问题和整改台账',
  agenda: '议程',
  chain: '责任链条',
  clues: '线索件数',
  versions: '文稿的版本',
}
