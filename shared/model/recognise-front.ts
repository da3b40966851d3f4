import { readMarker } from './heading-marker.ts'
import type { SourceLine } from './recognise.ts'
import type { BylineRole } from './schema.ts'

/** What stands before the text of a paper; `length` lines belong to it. */
export interface FrontMatter {
  title: string[]
  bylines: { role: BylineRole; text: string }[]
  salutation: string | null
  length: number
}

/** What stands over a text on a web page; copied along, it is easily taken for the beginning of the title. */
const WEB_HEADER =
  /(?:^(?:首页|当前位置|您的位置|您现在的位置|来源[：:]|发布(?:时间|日期|者|单位)|作者[：:]|责任编辑|浏览|点击|阅读|字号|分享|打印)|https?:\/\/|www\.|[>＞»›].*[>＞»›]|(?:网|网站|公众号|微信号|客户端|政务网)$)/

/** What a reader should look at in the front, as sentences for the user. */
export function frontNotes({ title }: Pick<FrontMatter, 'title'>): string[] {
  if (title.length < 2) return []
  return title
    .slice(0, -1)
    .filter((line) => WEB_HEADER.test(line))
    .map((line) => `标题前面的“${line}”像是从网页上带来的，已放在标题里，请看一看要不要删去。`)
}

/** More lines than this before the salutation are not a front. */
const LONGEST_FRONT = 12
const LONGEST_FRONT_LINE = 80
const LONGEST_TITLE = 5
const LONGEST_SPEAKER = 40

const SALUTATION_START = /^(?:尊敬的|亲爱的|各位|同志们)/
const SALUTATION_END =
  /(?:同志们|同志|书记|主席|党委|党组|党工委|党总支|党支部|支委会|班子|朋友们|代表们|委员们|女士们|先生们|乡亲们)[：:]$/
const TITLE_END =
  /(?:讲话|发言|讲话稿|发言稿|讲稿|主持词|主持稿|致辞|提纲|意见|方案|议程|日程|报告|汇报|总结|通报|通知|说明|要点|材料|建议|点评|须知|名单|清单|手册|稿)$/
const POST =
  /(?:书记|常委|主任|部长|县长|市长|区长|镇长|乡长|组长|主席|局长|处长|科长|院长|校长|秘书长|委员|组员|专员|站长|所长|董事长|经理|主持人|讲话人|发言人|汇报人)/
const DATE = /^[（(]?\s*(?:[0-9０-９]{4}|[二〇○零一三四五六七八九]{4}|[XxＸ×＿_]{2,4})\s*(?:年|[.\-/．])/
const NOTE =
  /^[（(【[]?(?:讨论稿|征求意见稿|送审稿|审议稿|审定稿|定稿|初稿|草稿|代拟稿|修改稿|代拟|根据.{1,12}整理|.{0,6}第?[一二三四五六0-9]+稿)[）)】\]]?$/
const NAME = /^\p{Script=Han}(?:[\s　]*\p{Script=Han}){1,3}$|^\p{Script=Han}{2,6}·\p{Script=Han}{2,8}$/u

function isSalutation(text: string): boolean {
  if (/^同志们[！!，,]$/.test(text)) return true
  if (!/[：:]$/.test(text) || text.length > LONGEST_FRONT_LINE || /[。；！？]/.test(text)) return false
  return SALUTATION_START.test(text) || (SALUTATION_END.test(text) && text.length <= LONGEST_SPEAKER)
}

/** （讨论稿） and the like behind a title do not decide whether it is one. */
function endsLikeTitle(text: string): boolean {
  return TITLE_END.test(text.replace(/[（(][^（）()]*[）)]$/, '').replace(/[”》]$/, ''))
}

function bylineRole(text: string): BylineRole | null {
  if (NOTE.test(text)) return 'note'
  if (DATE.test(text) && text.length <= LONGEST_SPEAKER && !endsLikeTitle(text)) return 'date'
  if (text.length > LONGEST_SPEAKER || /[。；！？]/.test(text) || endsLikeTitle(text)) return null
  if (NAME.test(text)) return 'speaker'
  if (/^(?:主持人|讲话人|发言人|汇报人)[：:]/.test(text)) return 'speaker'
  return POST.test(text) && !/^(?:在|关于)/.test(text) ? 'speaker' : null
}

function couldStandInFront({ text }: SourceLine): boolean {
  return text.length <= LONGEST_FRONT_LINE && !/[。；！？：:]$/.test(text) && readMarker(text) === null
}

/** The lines of the front that make the title: at least one, more where a later line ends it or goes on with ——. */
function titleLength(front: readonly SourceLine[]): number {
  let length = 1
  for (const [index, line] of front.slice(0, LONGEST_TITLE).entries()) {
    if (index === 0) continue
    const before = front[index - 1]
    const styled = line.role === 'title' && before?.role === 'title'
    if (!styled && bylineRole(line.text) !== null) break
    if (styled || /^(?:——|—|--)/.test(line.text)) length = index + 1
    else if (endsLikeTitle(line.text) && !front.slice(0, index).some(({ text }) => endsLikeTitle(text)))
      length = index + 1
  }
  return length
}

/** Reads title, by-lines and salutation off the first lines; every one of them may be missing. */
export function readFrontMatter(lines: readonly SourceLine[]): FrontMatter {
  const none: FrontMatter = { title: [], bylines: [], salutation: null, length: 0 }
  const salutationAt = lines
    .slice(0, LONGEST_FRONT + 1)
    .findIndex((line, index) => isSalutation(line.text) && lines.slice(0, index).every(couldStandInFront))
  if (salutationAt === 0) return { ...none, salutation: lines[0]?.text ?? '', length: 1 }

  const firstBody = lines.findIndex((line) => !couldStandInFront(line) && bylineRole(line.text) === null)
  const end = salutationAt > 0 ? salutationAt : firstBody < 0 ? lines.length : firstBody
  const front = lines.slice(0, Math.min(end, LONGEST_FRONT))
  if (front.length === 0 || (front[0]?.styleLevel !== undefined && front[0].role !== 'title' && salutationAt < 0))
    return none

  const title = front.slice(0, titleLength(front)).map(({ text }) => text)
  const bylines: FrontMatter['bylines'] = []
  for (const { text, styleLevel } of front.slice(title.length)) {
    const role = bylineRole(text)
    // Before a salutation every line belongs to the front; without one only what is clearly a by-line.
    const unclear = role === null || styleLevel !== undefined || /^\p{Script=Han}{4}$/u.test(text)
    if (unclear && salutationAt < 0) break
    bylines.push({ role: role ?? 'note', text })
  }
  const salutation = salutationAt > 0 ? (lines[salutationAt]?.text ?? '') : null
  const length = title.length + bylines.length + (salutation === null ? 0 : 1)
  // A front longer than LONGEST_FRONT without its salutation inside stays text.
  return { title, bylines, salutation, length }
}
