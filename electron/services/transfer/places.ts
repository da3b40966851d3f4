import type { TransferConflict } from '../../../shared/contract/transfer-commands.ts'
import type { Open } from '../../../shared/merge/conflicts.ts'
import { idsInOrder } from '../../../shared/merge/from-state.ts'
import { fieldsHere, type Here } from '../../../shared/merge/here.ts'
import { readParagraph } from '../../../shared/merge/merge-paragraphs.ts'
import { parentOf } from '../../../shared/merge/state.ts'
import { PAPER_KIND_NAMES, type PaperKind } from '../../../shared/model/kinds.ts'
import { blockText } from '../../../shared/model/rectification/agenda.ts'
import { MEASURE_FIELDS, PROBLEM_FIELDS } from '../../../shared/model/rectification/change.ts'
import type { FactText } from '../../../shared/model/text-view.ts'
import { formatDate } from '../../../shared/text/dates.ts'

const FIELD_NAMES: Readonly<Record<string, string>> = {
  ...PROBLEM_FIELDS,
  ...MEASURE_FIELDS,
  closed: '销号',
  name: '姓名',
  post: '职务',
  organization: '单位',
  title: '名称',
  closingMinutes: '主持人小结的时间',
  kind: '种类',
  action: '事项',
  speaker: '发言人',
  minutes: '用时',
  role: '责任',
  unit: '单位',
  person: '责任人',
  field: '分管领域',
  duty: '职责',
  decision: '处理',
}

const EMPTY = '（空）'

/** How a conflict is shown: where it is, and what each side says. */
export function conflictShown(
  here: Here,
  open: Open,
  factText: FactText,
  paperTitle: (id: string) => string,
): TransferConflict {
  const text = (value: string) => shownText(open, value, factText)
  const parent = parentOf(open.table)
  const paperId = parent?.table === 'papers' ? parent.id : open.table === 'papers' ? open.row : null
  const ours = open.table === 'papers' ? paperTitle(open.row) : text(open.ours)
  return {
    id: open.id,
    paperId,
    place: placeOf(here, open, factText, paperTitle),
    ours,
    theirs: open.field === null ? [null] : apart(ours, open.theirs.map(text), open),
    canKeepBoth: open.canKeepBoth,
  }
}

/** Two texts that read the same are told apart by what else they are. */
function apart(ours: string, theirs: readonly string[], open: Open): string[] {
  return theirs.map((text, index) =>
    text === ours && open.field === 'node' ? `${text}（${formOf(open.theirs[index] ?? '')}）` : text,
  )
}

function formOf(paragraph: string): string {
  const { type, attrs } = readParagraph(paragraph)
  return type.name === 'heading' ? `作${attrs.level}级标题` : '作正文'
}

function shownText({ field, table }: Open, value: string, factText: FactText): string {
  if (table.startsWith('blocks:')) return blockText(readParagraph(value), factText) || '（空段）'
  if (field === 'deadline') return value === 'null' ? EMPTY : formatDate(value)
  if (field === 'types') return (JSON.parse(value) as string[]).join('、') || EMPTY
  if (field === 'closed') return closedText(value)
  if (field === 'decision')
    return (JSON.parse(value) as { state: string }).state === 'confirmed' ? '确认已写到' : '不适用'
  if (field === 'minutes' || field === 'closingMinutes') return `${value}分钟`
  return value || EMPTY
}

function closedText(value: string): string {
  const { closing, isClosed } = JSON.parse(value) as {
    closing: { step: string; name: string; date: string }[]
    isClosed: boolean
  }
  const steps = closing.map(({ step, name, date }) => `${step} ${name} ${date}`).join('；')
  return isClosed ? `已销号（${steps}）` : steps || '未销号'
}

function placeOf(here: Here, open: Open, factText: FactText, paperTitle: (id: string) => string): string {
  const { table, row, field } = open
  const [kind = '', owner = ''] = table.split(':')
  const nth = (name: string, id: string) => idsInOrder(here, name).indexOf(id) + 1
  const of = (name: string) => (field === null ? '' : `的“${FIELD_NAMES[name] ?? name}”`)
  const at = field ?? ''
  switch (kind) {
    case 'meeting':
      return field === 'title' ? '会议名称' : (FIELD_NAMES[at] ?? at)
    case 'facts':
      return `会议要素“${factText(row).label}”`
    case 'people':
      return `人员名册，${fieldsHere(here, table, row).name ?? ''}${of(at)}`
    case 'papers':
      return `文稿《${paperTitle(row)}》`
    case 'blocks':
      return `${paperName(here, owner)}，${blockName(here, table, row)}`
    case 'decisions':
      return `${paperName(here, owner)}，要点 ${row}${of(at)}`
    case 'waivers':
      return '放行的校核提示'
    case 'problems':
      return `问题清单第 ${nth('problems', row)} 个${of(at)}`
    case 'measures':
      return `第 ${nth('problems', owner)} 个问题第 ${nth(table, row)} 条措施${of(at)}`
    case 'agenda':
      return `议程第 ${nth('agenda', row)} 项${of(at)}`
    default:
      return `责任链条，${fieldsHere(here, table, row).title ?? fieldsHere(here, table, row).name ?? ''}${of(at)}`
  }
}

export function paperName(here: Here, paperId: string): string {
  return PAPER_KIND_NAMES[fieldsHere(here, 'papers', paperId).kind as PaperKind] ?? ''
}

function blockName(here: Here, table: string, row: string): string {
  const { section } = fieldsHere(here, table, row)
  if (section === 'title') return '标题'
  if (section === 'salutation') return '称呼'
  const inSection = idsInOrder(here, table).filter((id) => fieldsHere(here, table, id).section === section)
  const number = inSection.indexOf(row) + 1
  return section === 'byline'
    ? `题下第 ${number} 行`
    : section === 'closing'
      ? `落款第 ${number} 行`
      : `第 ${number} 段`
}
