import type { PaperKind } from '../../shared/model/kinds.ts'

export interface KindGuess {
  kind: PaperKind
  /** What it was told by, for the user. */
  by: string
}

/** Words of a title or file name that only one kind of paper carries, the surest first. */
const NAMES: [PaperKind, RegExp][] = [
  ['host-script', /主持(?:词|稿|讲话)/],
  ['response', /表态(?:发言|讲话)/],
  ['agenda', /议程/],
  ['feedback', /反馈意见|巡察反馈(?:报告|材料|稿)/],
  ['speech', /讲话/],
]

/** How such a paper talks where its title says nothing. */
const TEXTS: [PaperKind, RegExp][] = [
  ['host-script', /现在开会|(?:下面|首先|接下来)，?请.{2,40}(?:讲话|发言|反馈)/],
  ['response', /我代表.{2,30}(?:作|做).{0,6}表态/],
  ['feedback', /现将(?:有关|巡察|主要)?.{0,12}(?:情况)?反馈如下/],
]

/** Which kind of paper this is, by its title, else the name of its file, else its words, else a speech. */
export function guessKind(title: string, fileName: string, text: string): KindGuess {
  const search = (table: [PaperKind, RegExp][], where: string) => table.find(([, words]) => words.test(where))?.[0]
  const byTitle = search(NAMES, title)
  if (byTitle) return { kind: byTitle, by: '按标题判断' }
  const byName = search(NAMES, fileName)
  if (byName) return { kind: byName, by: '按文件名判断' }
  const byText = search(TEXTS, text)
  if (byText) return { kind: byText, by: '按内容判断' }
  return { kind: 'speech', by: '没有写明，当作讲话稿' }
}
