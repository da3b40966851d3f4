import { checkerFor } from '../../shared/checks/checker.ts'
import type { CheckReport, PointResult } from '../../shared/checks/types.ts'
import { factTexts } from '../../shared/model/facts.ts'
import type { HandoutData } from '../../shared/model/handouts/build-handout.ts'
import { feedbackProblems } from '../../shared/model/handouts/feedback-problems.ts'
import type { ChecklistRow, DutyRow } from '../../shared/model/handouts/handout.ts'
import { papersByAgenda, peopleByAgenda } from '../../shared/model/rectification/agenda-order.ts'
import { dutyRow } from '../../shared/model/rectification/ledger-handouts.ts'
import { type TextView, textView } from '../../shared/model/text-view.ts'
import { isIsoDate } from '../../shared/text/dates.ts'
import type { PaperRow } from '../store/papers-table.ts'
import { readAgenda, readLedger } from './rectification.ts'
import type { ServiceContext } from './service-context.ts'
import { factContext, findMeeting, findPaper, storedDocument } from './stored-meetings.ts'

const STATES = {
  covered: '已写到',
  weak: '写得不够',
  missing: '没有写到',
  confirmed: '人工确认',
  'not-applicable': '不适用',
} as const
const LEVELS = { required: '必备', expected: '应有', optional: '可选' } as const
/** Characters of evidence in a cell; the paper itself says the rest. */
const LONGEST_QUOTE = 60

function pointRow(point: PointResult): ChecklistRow {
  const quote = point.evidence[0]?.text.replace(/\s+/g, '') ?? ''
  const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}……` : quote
  const evidence = short && `“${short}”`
  return {
    title: point.title,
    level: LEVELS[point.level],
    state: STATES[point.decision?.state ?? point.state],
    note: point.decision?.reason || (point.state === 'weak' && point.lacking) || evidence,
  }
}

function checkedPaper(context: ServiceContext, paper: PaperRow, view: TextView): CheckReport {
  const facts = factContext(context, paper.meetingId)
  const date = facts.values.meetingDate
  return checkerFor(context.pack)({
    view,
    kind: paper.kind,
    date: date !== undefined && isIsoDate(date) ? date : null,
    facts: facts.values,
    people: facts.people,
    settings: facts.settings,
    decisions: context.library.decisions.list(paper.id),
    waivers: context.library.waivers.list(paper.meetingId, paper.id),
  })
}

function checklistOf(context: ServiceContext, paper: PaperRow): HandoutData['checklist'] {
  const view = textView(storedDocument(context, paper.body), factTexts(factContext(context, paper.meetingId)))
  const { points, findings } = checkedPaper(context, paper, view)
  const open = view.openFacts.length > 0 ? [`还有 ${view.openFacts.length} 处会议要素没有填`] : []
  const faults = findings
    .filter(({ severity }) => severity !== 'hint')
    .map(({ text, message }) => `“${text.replace(/\s+/g, '')}”：${message}`)
  return { paper: paper.title, rows: points.map(pointRow), faults: [...open, ...faults] }
}

/** What the feedback paper names, to be shared out by hand. */
function dutiesFromFeedback(context: ServiceContext, paper: PaperRow | undefined, deadline: string): DutyRow[] {
  if (!paper) return []
  const view = textView(storedDocument(context, paper.body), factTexts(factContext(context, paper.meetingId)))
  const empty = { measures: '', leader: '', department: '', partners: '', owner: '', deadline, remark: '' }
  return feedbackProblems(view).map((problem) => ({ ...empty, problem }))
}

/** Who answers for what by the ledger, a problem a row; null while it is empty. */
function dutiesFromLedger(context: ServiceContext, meetingId: string): DutyRow[] | null {
  const ledger = readLedger(context, meetingId)
  return ledger.length === 0 ? null : ledger.map(dutyRow)
}

/** Gathers what the handouts of a meeting are made of. @throws Failure `not-found`, `damaged` */
export function handoutData(
  context: ServiceContext,
  input: { meetingId: string; paperId?: string | undefined; absent: readonly string[] },
): HandoutData {
  const { meetingId, paperId, absent } = input
  const meeting = findMeeting(context, meetingId)
  const agenda = readAgenda(context, meetingId)
  const heads = papersByAgenda(context.library.papers.listByMeeting(meetingId), agenda)
  const factText = factTexts(factContext(context, meetingId))
  const fact = (key: string) => factText(key).text ?? ''
  const first = (kind: PaperRow['kind']) => {
    const head = heads.find((paper) => paper.kind === kind)
    return head && findPaper(context, head.id)
  }
  const { order, blankRows } = factContext(context, meetingId).settings.handouts
  const coming = context.library.people.list(meetingId).filter(({ id }) => !absent.includes(id))
  const checked = paperId === undefined ? first('speech') : findPaper(context, paperId)
  return {
    meeting: fact('meetingName') || meeting.title,
    time: [fact('meetingDate'), fact('meetingTime')].filter(Boolean).join(''),
    place: fact('place'),
    givenBy: fact('group'),
    receivedBy: fact('partyOrganization') || fact('unit'),
    people: order === 'agenda' ? peopleByAgenda(coming, agenda) : coming,
    papers: heads.map(({ title }) => title),
    checklist: checked && checked.meetingId === meetingId ? checklistOf(context, checked) : null,
    duties:
      dutiesFromLedger(context, meetingId) ??
      dutiesFromFeedback(context, first('feedback'), fact('rectificationDeadline')),
    blankRows,
  }
}
