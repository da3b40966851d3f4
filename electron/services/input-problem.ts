import type { z } from 'zod'

/** Fields of the contract as the user knows them. */
const FIELD_NAMES: Record<string, string> = {
  title: '标题',
  name: '名称',
  post: '职务',
  organization: '单位',
  people: '人员名册',
  facts: '会议要素',
  papers: '文稿',
  kind: '文稿类型',
  body: '正文',
  reason: '理由',
  quote: '原文',
  evidence: '依据',
  fileName: '文件名',
  bytes: '文件内容',
  layout: '版式',
  settings: '设置',
}

/** The first problem of an input as a sentence for the user. */
export function describeInputProblem(error: z.ZodError): string {
  const issue = error.issues[0]
  const field = issue?.path.map((step) => FIELD_NAMES[String(step)]).findLast((name) => name !== undefined)
  const what = field ? `“${field}”` : '提交的内容'
  if (issue?.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array'))
    return `${what}太长，最多 ${issue.maximum} ${issue.origin === 'string' ? '字' : '项'}。`
  if (issue?.code === 'too_small' && issue.origin === 'string') return `${what}不能空着。`
  return `${what}填写得不对。`
}
