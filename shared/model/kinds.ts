/** The kinds of paper a meeting can hold. 讲话稿, 表态发言, 主持词, 反馈意见, 议程. */
export const PAPER_KINDS = ['speech', 'response', 'host-script', 'feedback', 'agenda'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export const PAPER_KIND_NAMES: Record<PaperKind, string> = {
  speech: '讲话稿',
  response: '表态发言',
  'host-script': '主持词',
  feedback: '反馈意见',
  agenda: '议程',
}
