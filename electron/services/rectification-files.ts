import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { CommandInput } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { factValue } from '../../shared/model/facts.ts'
import type { Handout } from '../../shared/model/handouts/handout.ts'
import { dutyRows } from '../../shared/model/rectification/chain.ts'
import { dueByPerson, dueItems } from '../../shared/model/rectification/due.ts'
import { type Problem, problemSchema } from '../../shared/model/rectification/ledger.ts'
import { dutiesHandout, noticeHandout, rollHandout } from '../../shared/model/rectification/ledger-handouts.ts'
import { problemHandout } from '../../shared/model/rectification/problem-sheet.ts'
import { exportToken } from '../../shared/model/rectification/row-code.ts'
import { ledgerStatistics } from '../../shared/model/rectification/statistics.ts'
import { statisticsHandout } from '../../shared/model/rectification/statistics-sheet.ts'
import { localDay } from './local-day.ts'
import { readChain, readLedger } from './rectification.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'
import { factContext, findMeeting } from './stored-meetings.ts'

type Commands = 'ledger.readFile' | 'ledger.xlsx' | 'ledger.exports' | 'ledger.docx' | 'chain.docx'

/** Null for what an older program kept and this one cannot read: the table is then matched by number and text. */
function exportedProblems(content: string): Problem[] | null {
  const parsed = z.array(problemSchema).safeParse(JSON.parse(content))
  return parsed.success ? parsed.data : null
}

/** 十三届县委第九轮　县委第二巡察组; what is not known is left out. */
function roundLines(fact: (key: string) => string | null): string[] {
  const round = [fact('session'), fact('round')].filter(Boolean).join('')
  return [
    [round && `轮次：${round}`, fact('group') && `巡察组：${fact('group')}`].filter(Boolean).join('　　'),
    fact('partyOrganization') ? `被巡察党组织：${fact('partyOrganization')}` : '',
  ].filter(Boolean)
}

/** The printed sheets of a layout, a page or more each. @throws Failure 'invalid-input' when there is nothing to print */
function handoutsOf(context: ServiceContext, { meetingId, layout, person }: CommandInput<'ledger.docx'>): Handout[] {
  const { settings } = readSettings(context)
  const rules = settings.rectification
  const facts = factContext(context, meetingId)
  const unit = factValue(facts, 'partyOrganization') ?? factValue(facts, 'unit') ?? ''
  const ledger = readLedger(context, meetingId)
  const today = localDay(context.clock())
  if (ledger.length === 0) throw new Failure('invalid-input', '问题清单还是空的，没有可导出的。')
  switch (layout) {
    case 'roll':
      return [rollHandout(ledger, `${unit}巡察反馈问题整改台账`)]
    case 'sheets':
      return ledger.map((problem, index) => problemHandout(problem, index + 1, rules, unit))
    case 'statistics':
      return [
        statisticsHandout(
          ledgerStatistics(ledger, rules, today),
          `${unit}巡察整改情况统计表`,
          today,
          roundLines((key) => factValue(facts, key)),
        ),
      ]
    case 'duties': {
      const chain = readChain(context, meetingId)
      return [dutiesHandout(dutyRows({ chain, ledger, people: facts.people, rules }, today), `${unit}巡察整改责任链条`)]
    }
    case 'notice': {
      const due = dueByPerson(dueItems(ledger, rules, today, context.library.history.lastChanges(meetingId)))
      const wanted =
        person === undefined ? due.filter(({ name }) => name !== '') : due.filter(({ name }) => name === person)
      if (wanted.length === 0) throw new Failure('invalid-input', '没有还要督办的措施。')
      return wanted.map(({ name, items }) => noticeHandout(name, items, today, settings.officeName))
    }
  }
}

/** The ledger as files, and from files. Making them is pure; where they go is the host's affair. */
export function rectificationFilesService(context: ServiceContext): Handlers<Commands> {
  const named = async (title: string, ending = '.docx') => {
    const { exportFileName } = await import('../docx/file-name.ts')
    return exportFileName({ title, layout: 'standard', date: context.clock().toISOString(), ending })
  }
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const author = () => {
    const { settings } = readSettings(context)
    return settings.officeName || settings.userName
  }

  return {
    async 'ledger.readFile'({ fileName, bytes }) {
      const { importLedger } = await import('../import/import-ledger.ts')
      return importLedger(fileName, Buffer.from(bytes, 'base64'), readSettings(context).settings.rectification)
    },
    async 'ledger.xlsx'({ meetingId }) {
      findMeeting(context, meetingId)
      const { ledgerXlsx } = await import('../docx/ledger-xlsx.ts')
      const unit = factValue(factContext(context, meetingId), 'partyOrganization') ?? ''
      const title = `${unit}巡察反馈问题整改台账`
      const ledger = readLedger(context, meetingId)
      const token = context.library.write(() =>
        context.library.ledgerExports.keep(meetingId, JSON.stringify(ledger), () => exportToken(randomBytes(8))),
      )
      return { fileName: await named(title, '.xlsx'), bytes: base64(ledgerXlsx(ledger, title, token)) }
    },
    'ledger.exports'({ meetingId, tokens }) {
      findMeeting(context, meetingId)
      return [...new Set(tokens)].flatMap((token) => {
        const kept = context.library.ledgerExports.get(meetingId, token)
        const problems = kept && exportedProblems(kept.content)
        return kept && problems ? [{ token, created: kept.created, problems }] : []
      })
    },
    async 'ledger.docx'(input) {
      findMeeting(context, input.meetingId)
      const handouts = handoutsOf(context, input)
      const { exportHandouts } = await import('../docx/export-handout.ts')
      const date = context.clock().toISOString()
      const bytes = await exportHandouts({ handouts, settings: readSettings(context).settings, author: author(), date })
      return { fileName: await named(handouts[0]?.title ?? ''), bytes: base64(bytes) }
    },
    async 'chain.docx'({ meetingId, png, width, height }) {
      findMeeting(context, meetingId)
      const { chainDocx } = await import('../docx/ledger-chain.ts')
      const unit = factValue(factContext(context, meetingId), 'partyOrganization') ?? ''
      const title = `${unit}巡察整改责任链条图`
      const date = context.clock().toISOString()
      const { settings } = readSettings(context)
      const bytes = await chainDocx({
        png: Buffer.from(png, 'base64'),
        width,
        height,
        title,
        author: author(),
        date,
        settings,
      })
      return { fileName: await named(title), bytes: base64(bytes) }
    },
  }
}
