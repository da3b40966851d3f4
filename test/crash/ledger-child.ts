// A process that changes a ledger until it is killed. Every line it prints it may be held to:
//   opened · changed <number> · agenda <number>
// usage: ledger-child.ts <dataDir> <number of the last change>
import { writeSync } from 'node:fs'
import { createServices } from '../../electron/services/create-services.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/commands.ts'
import { emptyProblem } from '../../shared/model/rectification/ledger.ts'

const [dataDir = '', last = '0'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)
const services = await createServices({ dataDir, hostKind: 'memory', log: () => undefined })

async function call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
  const result = await services.dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.code} ${result.detail ?? ''}`)
  return result.value as CommandOutput<N>
}

/** The meeting with three problems that carry the number of the last change; made where there is none. */
async function meetingOf(): Promise<string> {
  const known = (await call('meeting.list', {})).find(({ title }) => title === '整改')
  if (known) return known.id
  const papers = ['agenda', 'host-script'] as const
  const { id } = await call('meeting.create', { title: '整改', facts: {}, people: [], papers: [...papers] })
  const problems = ['甲', '乙', '丙'].map((text) => ({ ...emptyProblem, id: crypto.randomUUID(), text, note: '0' }))
  await call('ledger.change', { meetingId: id, revision: 0, change: { kind: 'add-problems', problems } })
  return id
}

const meetingId = await meetingOf()
let { revision, problems } = await call('ledger.get', { meetingId })
say('opened')
for (let number = Number(last) + 1; ; number++) {
  const changes = problems.map(({ id }) => ({ kind: 'edit-problem' as const, id, fields: { note: String(number) } }))
  const change = { kind: 'several' as const, changes, reason: '回传' }
  ;({ revision } = await call('ledger.change', { meetingId, revision, change }))
  say(`changed ${number}`)
  if (number % 3 === 0) {
    const item = { id: crypto.randomUUID(), kind: 'other' as const, post: '', speaker: '', action: '讲话', minutes: 5 }
    const items = Array.from({ length: 1 + (number % 4) }, () => ({ ...item, id: crypto.randomUUID() }))
    const agenda = { items, closingMinutes: number % 500 }
    ;({ revision } = await call('agenda.save', { meetingId, revision, agenda }))
    say(`agenda ${number}`)
  }
  if (number % 5 === 0) await call('ledger.xlsx', { meetingId })
}
