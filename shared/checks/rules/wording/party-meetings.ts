import { formatDate } from '../../../text/dates.ts'
import { parseNumeral } from '../../../text/numerals.ts'
import type { Fault, Rule } from '../rule.ts'
import { sentenceHas } from './dated-wording.ts'

const PLENUM = /(十八|十九|二十|二十一)届((?:[一二三四五六七八]中(?:、|和|及)?){1,4})全会/g
const CONGRESS = /党的(十八|十九|二十|二十一)大(?!以来|报告|代表|上|提出|指出|之后|后|确立|通过|把|对|作出)/g
const STUDY = /学习|贯彻|领会|落实|学深|学懂|学透|宣传/
const JUST = /刚刚|前不久|不久前|近日|日前/
/** So long after its close a session may be called the one just held. */
const JUST_DAYS = 150
const AWAITED = /迎接|喜迎|献礼|静待/
const PAST = ['以来', '期间', '曾', '当时', '年学习', '当年']

/** A congress or plenary session that has not met yet, or that a later one has followed. */
export const partyMeeting: Rule = {
  id: 'wording/party-meeting',
  family: 'wording',
  severity: 'error',
  sourceLevel: 'practice',
  source: '党的代表大会和中央全会的时间',
  find(context) {
    const { text, matches, date, pack, input } = context
    if (!date) return []
    const { meetings, future, history } = pack.wording
    const faults: Fault[] = []
    const held = meetings.filter(({ day }) => day <= date)
    const latestCongress = held.filter(({ congress }) => congress).at(-1)
    const latestPlenum = held.filter(({ congress }) => !congress).at(-1)
    const late = (start: number, end: number, message: string, unlessPaperHas: string[]) => {
      const sentence = context.sentenceAt(start)
      // A report on the past names what was to be studied then.
      if (input.kind === 'feedback' && !/要|应|持续|深入学习/.test(sentence?.text ?? '')) return
      if (sentenceHas(context, { start, end }, [...PAST, ...history])) return
      const clause = text.slice(Math.max(0, start - 24), end + 4)
      if (STUDY.test(clause)) faults.push({ start, end, message, severity: 'warning', unlessPaperHas })
    }

    for (const match of matches(PLENUM)) {
      const sessions = [...(match[2] ?? '')].filter((char) => '一二三四五六七八'.includes(char))
      const last = sessions
        .map((char) => parseNumeral(char) ?? 0)
        .sort((a, b) => a - b)
        .at(-1)
      const name = `${match[1]}届${'零一二三四五六七八'.charAt(last ?? 0)}中全会`
      const [start, end] = [match.index, match.index + match[0].length]
      const known = meetings.findIndex((meeting) => meeting.name === name)
      if (known < 0) {
        // A session the pack does not know lies behind the last one it knows, as long as the pack is up to date.
        const newest = meetings.at(-1)
        const later = newest?.name.startsWith(`${match[1]}届`) && (last ?? 0) > sessionOf(newest.name)
        if (later && date <= pack.version && !sentenceHas(context, { start, end }, future)) {
          const message = `规则包（${pack.version}）里还没有${name}，请核对是否已经召开。`
          faults.push({ start, end, message, severity: 'warning' })
        }
        continue
      }
      const meeting = meetings[known]
      if (!meeting) continue
      if (meeting.day > date) {
        if (!sentenceHas(context, { start, end }, future)) {
          faults.push({ start, end, message: `${name}在这次会议时还没有召开，不能说学习贯彻它的精神。` })
        }
        continue
      }
      if (
        JUST.test(text.slice(Math.max(0, start - 10), start)) &&
        Date.parse(date) - Date.parse(meeting.day) > JUST_DAYS * 86_400_000
      ) {
        faults.push({ start, end, message: `${name}在${formatDate(meeting.day)}闭幕，到这次会议时不能说刚刚召开。` })
        continue
      }
      const newer = meetings.slice(known + 1).filter(({ day, studied }) => studied && day <= graceDay(date))
      const next = newer.at(-1)
      if (!next) continue
      const message = `${name}之后又召开了${next.name}，学习贯彻的应当是最近的会议精神。`
      late(start, end, message, ['历次全会', ...newer.flatMap((later) => waysToName(later.name))])
    }
    for (const match of matches(CONGRESS)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const meeting = meetings.find(({ name }) => name === match[0])
      if (!meeting) continue
      if (meeting.day > date) {
        if (!sentenceHas(context, { start, end }, future)) {
          faults.push({ start, end, message: `${match[0]}在这次会议时还没有召开，不能说学习贯彻它的精神。` })
        }
      } else if (
        /^(?:胜利)?召开/.test(text.slice(end, end + 4)) &&
        AWAITED.test(text.slice(Math.max(0, start - 12), start))
      ) {
        faults.push({ start, end, message: `${match[0]}早已召开，不能再说迎接它召开。` })
      } else if (latestCongress && meeting.day < latestCongress.day) {
        const message = `${match[0]}之后已经召开${latestCongress.name}，这里应当用最近一次大会。`
        late(
          start,
          end,
          message,
          [latestCongress, latestPlenum].flatMap((later) => (later ? waysToName(later.name) : [])),
        )
      }
    }
    return faults
  },
}

/** 4 of 二十届四中全会. */
function sessionOf(name: string): number {
  return parseNumeral(/[一二三四五六七八](?=中全会)/.exec(name)?.[0] ?? '') ?? 0
}

/** A paper may lag behind a new session by some two weeks before anybody calls it stale. */
const GRACE_DAYS = 14

function graceDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - GRACE_DAYS * 86_400_000).toISOString().slice(0, 10)
}

/** 党的二十大 is also 二十大; 二十届四中全会 also stands at the end of 二十届二中、三中、四中全会. */
function waysToName(name: string): string[] {
  const session = /[一二三四五六七八]中全会$/.exec(name)?.[0]
  return [name.replace(/^党的/, ''), ...(session ? [`、${session}`] : [])]
}

const DISCIPLINE_SESSION = /(?:十八|十九|二十)届中央纪委[一二三四五六七八]次全会/g

/** A plenary session of the central commission that has not met yet, or that the next year's has followed. */
export const disciplineSession: Rule = {
  id: 'wording/discipline-session',
  family: 'wording',
  severity: 'error',
  sourceLevel: 'practice',
  source: '中央纪委全会的时间',
  find(context) {
    const { text, matches, date, pack } = context
    if (!date) return []
    const { disciplineSessions, future, history } = pack.wording
    const latest = graceDay(date)
    const newest = disciplineSessions.findLast(({ day }) => day <= latest)
    return matches(DISCIPLINE_SESSION).flatMap((match): Fault[] => {
      const [start, end] = [match.index, match.index + match[0].length]
      const session = disciplineSessions.find(({ name }) => name === match[0])
      if (!session || !newest) return []
      if (session.day > date) {
        if (sentenceHas(context, { start, end }, future)) return []
        return [{ start, end, message: `${session.name}在这次会议时还没有召开。` }]
      }
      if (session.day >= newest.day || sentenceHas(context, { start, end }, [...PAST, ...history])) return []
      if (!STUDY.test(text.slice(Math.max(0, start - 24), end + 4))) return []
      const message = `${session.name}之后又召开了${newest.name}，学习贯彻的应当是最近的会议精神。`
      return [{ start, end, message, severity: 'warning', unlessPaperHas: [newest.name] }]
    })
  },
}
