import { basename } from 'node:path'
import { createChecker } from '../../shared/checks/checker.ts'
import type { CheckReport } from '../../shared/checks/types.ts'
import { factTexts } from '../../shared/model/facts.ts'
import type { PaperKind } from '../../shared/model/kinds.ts'
import { defaultSettings } from '../../shared/model/settings.ts'
import { textView } from '../../shared/model/text-view.ts'
import { builtInPack, type Pack } from '../../shared/packs/pack.ts'
import { type IsoDate, isIsoDate } from '../../shared/text/dates.ts'
import { documentTitle } from '../services/document-title.ts'
import { programVersion } from '../services/host.ts'
import type { CommandLine } from './command-line.ts'
import { type MeetingFacts, readFactsFile } from './facts-file.ts'
import { dateOfPaper } from './find-date.ts'
import { guessKind } from './guess-kind.ts'
import { theOneFile } from './one-file.ts'
import { readKind } from './paper-kind.ts'
import { readPackFile } from './read-pack-file.ts'
import { readPaperFile } from './read-paper-file.ts'
import { reportJson, reportText } from './report.ts'
import { WrongUsage } from './unusable.ts'

/** A checked paper with what it was checked by. */
export interface CheckedPaper {
  version: string
  file: string
  kind: PaperKind
  kindBy: string
  date: IsoDate
  dateBy: string
  title: string
  text: string
  report: CheckReport
}

/** @returns the exit status: 1 when the paper has an error or lacks a required point */
export async function check({ words, options }: CommandLine): Promise<number> {
  const file = theOneFile(words)
  const askedKind = readKind(options.kind)
  if (options.date !== undefined && !isIsoDate(options.date))
    throw new WrongUsage(`--date 要写真实存在的日期，如 2026-12-15，不能是“${options.date}”。`)

  const pack = options.pack === undefined ? builtInPack : await readPackFile(options.pack)
  const meeting = await meetingFacts(options.facts, pack)
  const { doc, notes } = await readPaperFile(file)
  const settings = defaultSettings
  const factText = factTexts({
    definitions: pack.facts,
    values: meeting.facts,
    people: meeting.people,
    settings,
  })
  const view = textView(doc, factText)
  const title = documentTitle(doc, factText)
  const { kind, by: kindBy } = askedKind
    ? { kind: askedKind, by: '按要求' }
    : guessKind(title, basename(file), view.text)
  const { date, by: dateBy } = chooseDate(options.date, meeting.facts.meetingDate, dateOfPaper(view))

  const report = createChecker(pack)({
    view,
    kind,
    date,
    facts: meeting.facts,
    people: meeting.people,
    settings,
    decisions: [],
    waivers: [],
  })
  for (const note of [...meeting.notes, ...notes]) process.stderr.write(`提示：${note}\n`)
  const checked = { version: programVersion, file, kind, kindBy, date, dateBy, title, text: view.text, report }
  process.stdout.write(`${options.json ? JSON.stringify(reportJson(checked)) : reportText(checked)}\n`)
  return failed(report) ? 1 : 0
}

async function meetingFacts(path: string | undefined, pack: Pack): Promise<MeetingFacts> {
  return path === undefined ? { facts: {}, people: [], notes: [] } : readFactsFile(path, pack.facts)
}

function failed({ findings, points }: CheckReport): boolean {
  return (
    findings.some((finding) => finding.severity === 'error') ||
    points.some((point) => point.level === 'required' && point.state === 'missing')
  )
}

function chooseDate(
  asked: string | undefined,
  ofMeeting: string | undefined,
  ofPaper: IsoDate | null,
): { date: IsoDate; by: string } {
  if (asked) return { date: asked, by: '按要求' }
  if (ofMeeting) return { date: ofMeeting, by: '取自会议要素' }
  if (ofPaper) return { date: ofPaper, by: '取自文稿' }
  const now = new Date()
  const pad = (value: number) => String(value).padStart(2, '0')
  return { date: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`, by: '文稿里没有，用今天' }
}
