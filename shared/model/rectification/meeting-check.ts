import { formatDate, type IsoDate } from '../../text/dates.ts'
import { parseNumeral, toChineseNumeral } from '../../text/numerals.ts'
import { splitSentences } from '../../text/sentences.ts'
import { PAPER_KIND_NAMES, type PaperKind } from '../kinds.ts'
import type { Person } from '../meeting.ts'
import type { TextView } from '../text-view.ts'
import { AGENDA_KIND_NAMES, type Agenda } from './agenda.ts'
import { PAPER_OF, papersOfItems } from './agenda-order.ts'
import type { Chain, Hole } from './chain.ts'
import { shortText } from './chain.ts'
import { isWithoutTerm, type Ledger } from './ledger.ts'
import type { OfficeRules } from './office-rules.ts'
import { repeatedSentences } from './repeated-sentences.ts'
import { aspectsAndProblems } from './statistics.ts'

/** Where a row jumps to. */
export type Place =
  | { kind: 'paper'; paperId: string; start: number; end: number }
  | { kind: 'problem'; problemId: string }
  /** `key` of the fact; `people` for the roster. */
  | { kind: 'facts'; key: string }
  | { kind: 'agenda' | 'chain' | 'ledger' }

export const CHECK_AREAS = ['议程', '名单', '文稿', '数字', '时限', '人名职务', '责任', '重复'] as const
export type CheckArea = (typeof CHECK_AREAS)[number]

/** One line of 全会核对. */
export interface CheckRow {
  area: CheckArea
  state: 'bad' | 'look' | 'ok'
  message: string
  place: Place | null
}

export interface CheckedPaper {
  id: string
  kind: PaperKind
  title: string
  view: TextView
  /** Speaking time at the office's rate. */
  minutes: { min: number; max: number }
  /** What the check of the paper alone says of names, posts, numbers and dates. */
  findings: readonly { area: CheckArea; message: string; start: number; end: number; text: string; isError: boolean }[]
}

export interface MeetingCheckInput {
  agenda: Agenda
  ledger: Ledger
  chain: Chain
  holes: readonly Hole[]
  people: readonly Person[]
  papers: readonly CheckedPaper[]
  fact(key: string): string | null
  /** 会议要素 that name a person, as they are called on the screen. */
  personFacts: readonly { key: string; label: string; name: string }[]
  rules: OfficeRules
}

type Report = (area: CheckArea, state: CheckRow['state'], message: string, place?: Place | null) => void

const at = (paper: CheckedPaper, start: number, end: number): Place => ({
  kind: 'paper',
  paperId: paper.id,
  start,
  end,
})

/** Whether everything of the meeting says the same. Rows that are in order are named too, so that one sees what was looked at. */
export function meetingCheck(input: MeetingCheckInput): CheckRow[] {
  const rows: CheckRow[] = []
  const report: Report = (area, state, message, place = null) => rows.push({ area, state, message, place })
  const section = (area: CheckArea, fine: string, check: (report: Report) => void) => {
    const before = rows.length
    check(report)
    if (rows.length === before) report(area, 'ok', fine)
  }
  section('议程', `主持词和议程一致，共${input.agenda.items.length}项。`, (add) => {
    checkAgenda(input, add)
    checkMinutes(input, add)
  })
  section('名单', '议程上的人都在人员名册里。', (add) => {
    checkSpeakers(input, add)
    checkDeparted(input, add)
  })
  section('文稿', '议程需要的文稿都有。', (add) => {
    checkPapers(input, add)
    checkFindings(input, '文稿', add)
  })
  section('数字', '文稿、要素和问题清单的数目一致。', (add) => {
    checkNumbers(input, add)
    checkFindings(input, '数字', add)
  })
  section('时限', '整改时限都在集中整改期限以内。', (add) => {
    checkDeadlines(input, add)
    checkFindings(input, '时限', add)
  })
  section('人名职务', '各文稿的人名、职务和人员名册一致。', (add) => checkFindings(input, '人名职务', add))
  section('责任', '责任链条没有缺口，讲话点到的第一责任人和名册一致。', (add) => checkDuties(input, add))
  section('重复', '几位领导的讲话没有重复。', (add) => checkRepeats(input, add))
  return rows
}

const CALL = /第([一二两三四五六七八九十\d]{1,3})项(?=议程|议题|，|,|：|:|$)/

function checkAgenda({ agenda, papers, people }: MeetingCheckInput, add: Report): void {
  const script = papers.find(({ kind }) => kind === 'host-script')
  if (agenda.items.length === 0) add('议程', 'look', '还没有排议程。', { kind: 'agenda' })
  if (!script || agenda.items.length === 0) return
  const { text, blocks } = script.view
  const calls = blocks.flatMap((block) => {
    const whole = text.slice(block.start, block.end)
    const match = CALL.exec(whole.slice(0, 24))
    return block.kind === 'paragraph' && match ? [{ block, whole, number: parseNumeral(match[1] ?? '') }] : []
  })
  const announced = /共有?([一二两三四五六七八九十\d]{1,3})项(?:议程|议题)/.exec(text)
  const count = agenda.items.length
  if (announced && parseNumeral(announced[1] ?? '') !== count)
    add(
      '议程',
      'bad',
      `主持词说“${announced[0]}”，议程是${count}项。`,
      at(script, announced.index, announced.index + announced[0].length),
    )
  if (calls.length !== count)
    add('议程', 'bad', `主持词逐项引导了${calls.length}项，议程是${count}项。`, { kind: 'agenda' })
  calls.forEach(({ block, whole, number }, index) => {
    const place = at(script, block.start, block.end)
    const item = agenda.items[index]
    if (number !== index + 1)
      add(
        '议程',
        'bad',
        `主持词的第${toChineseNumeral(index + 1)}次引导写的是“第${number === null ? '？' : toChineseNumeral(number)}项”。`,
        place,
      )
    if (!item) return
    const others = agenda.items.filter(
      ({ speaker }) => speaker !== '' && speaker !== item.speaker && whole.includes(speaker),
    )
    if (item.speaker !== '' && !whole.includes(item.speaker) && others[0])
      add('议程', 'bad', `议程第${index + 1}项是${item.speaker}，主持词这里请的是${others[0].speaker}。`, place)
    else if (item.kind !== 'other' && !AGENDA_KIND_NAMES[item.kind].pattern.test(whole))
      add('议程', 'bad', `议程第${index + 1}项是${AGENDA_KIND_NAMES[item.kind].name}，主持词这里没有说到。`, place)
  })
  const order = new Map(agenda.items.flatMap(({ speaker }, index) => (speaker ? [[speaker, index] as const] : [])))
  for (const sentence of sentencesOf(script)) {
    if (!/^刚才/.test(sentence.text)) continue
    const named = people
      .map(({ name }) => ({ name, at: sentence.text.indexOf(name), order: order.get(name) }))
      .filter(
        (entry): entry is { name: string; at: number; order: number } => entry.at >= 0 && entry.order !== undefined,
      )
      .sort((a, b) => a.at - b.at)
    if (named.some((entry, index) => index > 0 && entry.order < (named[index - 1]?.order ?? 0)))
      add(
        '议程',
        'bad',
        `“刚才”里的先后（${named.map(({ name }) => name).join('、')}）和议程不一样。`,
        at(script, sentence.start, sentence.end),
      )
  }
}

/** Whether what is to be read fits into its time. */
function checkMinutes({ agenda, papers }: MeetingCheckInput, add: Report): void {
  papersOfItems(agenda, papers).forEach((paper, index) => {
    const planned = agenda.items[index]?.minutes ?? 0
    if (!paper || planned === 0 || paper.minutes.min <= planned) return
    const message = `${PAPER_KIND_NAMES[paper.kind]}约要讲${paper.minutes.min}—${paper.minutes.max}分钟，议程第${index + 1}项只排了${planned}分钟。`
    add('议程', 'look', message, at(paper, 0, 0))
  })
}

function sentencesOf({ view }: CheckedPaper): { text: string; start: number; end: number }[] {
  const blocks = view.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
  return blocks.flatMap((block) =>
    splitSentences(view.text.slice(block.start, block.end)).map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end,
      text: view.text.slice(block.start + start, block.start + end),
    })),
  )
}

function checkSpeakers({ agenda, people }: MeetingCheckInput, add: Report): void {
  const roster = new Map(people.map((person) => [person.name, person]))
  agenda.items.forEach(({ speaker, post, kind }, index) => {
    const which = `议程第${index + 1}项`
    const person = roster.get(speaker)
    if (speaker === '') {
      if (kind !== 'hand-over') add('名单', 'look', `${which}没有写由谁来。`, { kind: 'agenda' })
    } else if (!person) add('名单', 'bad', `${which}的${speaker}不在人员名册里。`, { kind: 'agenda' })
    else if (
      post !== '' &&
      person.post !== '' &&
      !`${person.organization}${person.post}`.includes(post) &&
      !post.includes(person.post)
    )
      add('名单', 'bad', `${which}写的是“${post}${speaker}”，人员名册里的职务是“${person.post}”。`, { kind: 'agenda' })
  })
}

/** Lists that still have somebody who has left; papers are looked through by checkDuties. */
function checkDeparted({ agenda, chain, people, personFacts }: MeetingCheckInput, add: Report): void {
  for (const { name, successor } of chain.departed) {
    const took = successor ? `，事情已交给${successor}` : ''
    agenda.items.forEach(({ speaker }, index) => {
      if (speaker === name)
        add('名单', 'bad', `议程第${index + 1}项还是${name}，${name}已经调离${took}。`, { kind: 'agenda' })
    })
    for (const fact of personFacts)
      if (fact.name === name)
        add('名单', 'bad', `会议要素“${fact.label}”还是${name}，${name}已经调离${took}。`, {
          kind: 'facts',
          key: fact.key,
        })
    if (people.some((person) => person.name === name))
      add('名单', 'look', `${name}已经调离，人员名册里还有，签到表和桌签也会有。`, { kind: 'facts', key: 'people' })
  }
}

function checkPapers({ agenda, papers }: MeetingCheckInput, add: Report): void {
  for (const kind of new Set(agenda.items.map((item) => item.kind))) {
    const needed = PAPER_OF[kind]
    if (needed && !papers.some((paper) => paper.kind === needed))
      add('文稿', 'bad', `议程有“${AGENDA_KIND_NAMES[kind].name}”，还没有${PAPER_KIND_NAMES[needed]}。`)
  }
  if (agenda.items.length > 0 && !papers.some(({ kind }) => kind === 'host-script'))
    add('文稿', 'bad', '还没有主持词。')
}

const TOTAL =
  /([\d一二两三四五六七八九十]{1,3})个(?:大?方面|大类|类)(?:的|、|，共|共)?([\d一二两三四五六七八九十百]{1,4})[个条项](?:具体|突出|主要)?(?:问题)?/g

function checkNumbers({ ledger, papers, fact }: MeetingCheckInput, add: Report): void {
  if (ledger.length === 0) {
    add('数字', 'look', '问题清单还是空的，数目没有可对的。', { kind: 'ledger' })
    return
  }
  const { aspects, problems } = aspectsAndProblems(ledger)
  const own = `问题清单是${aspects}个方面${problems}个问题`
  const known = { problems: Number(fact('problemCount') ?? 0), aspects: Number(fact('problemAspects') ?? 0) }
  if (known.problems > 0 && known.problems !== problems)
    add('数字', 'bad', `会议要素里是${known.problems}个问题，${own}。`, { kind: 'facts', key: 'problemCount' })
  if (known.aspects > 0 && known.aspects !== aspects)
    add('数字', 'bad', `会议要素里是${known.aspects}个方面，${own}。`, { kind: 'facts', key: 'problemAspects' })
  for (const paper of papers) {
    for (const match of paper.view.text.matchAll(TOTAL)) {
      const said = { aspects: parseNumeral(match[1] ?? ''), problems: parseNumeral(match[2] ?? '') }
      if (said.aspects === aspects && said.problems === problems) continue
      // The paper's own check has said so already.
      const end = match.index + match[0].length
      if (paper.findings.some((finding) => finding.start < end && match.index < finding.end)) continue
      add(
        '数字',
        'bad',
        `${PAPER_KIND_NAMES[paper.kind]}写的是“${match[0]}”，${own}。`,
        at(paper, match.index, match.index + match[0].length),
      )
    }
  }
}

function checkDeadlines({ ledger, fact, rules }: MeetingCheckInput, add: Report): void {
  const [last, first]: (IsoDate | null)[] = [fact('rectificationDeadline'), fact('meetingDate')]
  ledger.forEach((problem, index) => {
    for (const measure of problem.measures) {
      if (!measure.deadline) continue
      const place: Place = { kind: 'problem', problemId: problem.id }
      const which = `第${index + 1}个问题“${shortText(problem.text, 14)}”的整改时限${formatDate(measure.deadline)}`
      const goesOn = measure.types.some((name) => isWithoutTerm({ types: [name] }, rules))
      if (last && measure.deadline > last && !goesOn)
        add('时限', 'bad', `${which}超过了集中整改期限${formatDate(last)}。`, place)
      if (first && measure.deadline < first) add('时限', 'bad', `${which}早于反馈会议${formatDate(first)}。`, place)
    }
  })
}

/** What the check of each paper alone says about an area. */
function checkFindings({ papers }: MeetingCheckInput, wanted: CheckArea, add: Report): void {
  for (const paper of papers) {
    for (const { area, message, text, start, end, isError } of paper.findings) {
      if (area !== wanted) continue
      const where = `${PAPER_KIND_NAMES[paper.kind]}“${shortText(text, 20)}”`
      add(area, isError ? 'bad' : 'look', `${where}：${message}`, at(paper, start, end))
    }
  }
}

function checkDuties({ chain, holes, papers, people, fact }: MeetingCheckInput, add: Report): void {
  for (const hole of holes)
    add(
      '责任',
      'bad',
      hole.message,
      hole.problemId ? { kind: 'problem', problemId: hole.problemId } : { kind: 'chain' },
    )
  for (const { name, successor } of chain.departed) {
    for (const paper of papers) {
      for (
        let from = paper.view.text.indexOf(name);
        from >= 0;
        from = paper.view.text.indexOf(name, from + name.length)
      ) {
        const took = successor ? `，事情已交给${successor}` : ''
        const message = `${PAPER_KIND_NAMES[paper.kind]}还写着${name}，${name}已经调离${took}。`
        add('责任', 'bad', message, at(paper, from, from + name.length))
      }
    }
  }
  const first = chain.rungs.find(({ role }) => role === 'first')?.person
  if (!first) return
  const secretary = fact('secretary')
  if (secretary && secretary !== first)
    add('责任', 'bad', `会议要素里党组织书记是${secretary}，责任链条里第一责任人是${first}。`, {
      kind: 'facts',
      key: 'secretary',
    })
  for (const paper of papers.filter(({ kind }) => kind === 'speech')) {
    const sentences = sentencesOf(paper).filter(({ text }) => text.includes('第一责任人'))
    if (sentences.length === 0) add('责任', 'bad', '讲话稿没有说到“第一责任人”。', at(paper, 0, 0))
    const named = sentences.flatMap((sentence) =>
      people.filter(({ name }) => sentence.text.includes(name)).map(({ name }) => ({ ...sentence, name })),
    )
    const wrong = named.find(({ name }) => name !== first)
    if (wrong && !named.some(({ name }) => name === first))
      add('责任', 'bad', `讲话稿说第一责任人是${wrong.name}，责任链条里是${first}。`, at(paper, wrong.start, wrong.end))
    else if (sentences[0] && named.length === 0)
      add('责任', 'look', `讲话稿没有点出第一责任人${first}的姓名。`, at(paper, sentences[0].start, sentences[0].end))
  }
}

function checkRepeats({ papers }: MeetingCheckInput, add: Report): void {
  const speeches = papers.filter(({ kind }) => kind === 'speech' || kind === 'response' || kind === 'host-script')
  const inputs = speeches.map((paper) => ({ paper, sentences: sentencesOf(paper) }))
  for (const { first, second } of repeatedSentences(inputs.map(({ sentences }) => sentences.map(({ text }) => text)))) {
    const [a, b] = [inputs[first.list], inputs[second.list]]
    const sentence = a?.sentences[first.index]
    if (!a || !b || !sentence) continue
    const names = `${PAPER_KIND_NAMES[a.paper.kind]}和${PAPER_KIND_NAMES[b.paper.kind]}`
    add(
      '重复',
      'look',
      `${names}说了同样的话：“${shortText(sentence.text, 28)}”`,
      at(a.paper, sentence.start, sentence.end),
    )
  }
}
