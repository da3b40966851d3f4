import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeLedger, type LedgerChange } from '../../../../../shared/model/rectification/change.ts'
import { compareLedger, type ReturnedRow } from '../../../../../shared/model/rectification/compare-ledger.ts'
import { emptyProblem, type Ledger, type Problem } from '../../../../../shared/model/rectification/ledger.ts'
import { ledgerTable } from '../../../../../shared/model/rectification/ledger-columns.ts'
import { readLedgerTable, type Table } from '../../../../../shared/model/rectification/ledger-table.ts'
import { defaultOfficeRules as rules } from '../../../../../shared/model/rectification/office-rules.ts'
import { arbitraryLedger, arbitraryStep, measureOf } from './rectification-arbitraries.ts'

const TOKEN = 'K7Q2M4'

/** The table of an export, every cell filled: as somebody gives it back who has taken the merging away. */
function tableOf(ledger: Ledger, token = TOKEN): string[][] {
  const { header, rows } = ledgerTable(ledger, token)
  return [header, ...rows]
}

function compare(rows: readonly (readonly string[])[], exported: Ledger | null, ledger: Ledger) {
  const table: Table = rows.map((row) => row.map((text) => ({ text, isContinued: false })))
  const read = readLedgerTable(table, rules)
  expect(read.faults).toEqual([])
  return compareLedger({
    table: read,
    exported: exported ? new Map([[TOKEN, exported]]) : new Map(),
    ledger,
    newId: () => crypto.randomUUID(),
  })
}

const accept = (ledger: Ledger, rows: readonly ReturnedRow[]): Ledger => {
  const changes = rows.flatMap((row) => row.changes)
  return changes.length === 0
    ? ledger
    : changeLedger(ledger, { kind: 'several', changes, reason: '回传' }, rules).ledger
}

const column = (name: string): number => ledgerTable([]).header.indexOf(name)
const withCell = (rows: string[][], row: number, name: string, text: string): string[][] =>
  rows.with(row, (rows[row] ?? []).with(column(name), text))

const problem = (text: string, ...measures: Problem['measures']): Problem => ({
  ...emptyProblem,
  id: crypto.randomUUID(),
  text,
  measures,
})
const ditches = problem(
  '三处沟渠淤塞',
  measureOf({ text: '清理三处沟渠', owner: '冯小禾', deadline: '2027-03-31', types: ['限期整改'] }),
  measureOf({ text: '定人管护', owner: '秦越川' }),
)
const water = problem('供水点水质检测不及时', measureOf({ text: '每月检测一次', owner: '秦越川' }))
const ledger: Ledger = [ditches, water]

/** The ledger after one step that may be refused. */
function tried(state: Ledger, change: LedgerChange): Ledger {
  try {
    return changeLedger(state, change, rules).ledger
  } catch {
    return state
  }
}

describe('a table that comes back', () => {
  it('as it went out changes nothing, whatever was done here meanwhile', () => {
    fc.assert(
      fc.property(arbitraryLedger, fc.array(arbitraryStep, { maxLength: 6 }), (exported, steps) => {
        fc.pre(exported.length > 0)
        const now = steps.reduce<Ledger>((state, step) => tried(state, step(state)), exported)
        const { rows } = compare(tableOf(exported), exported, now)
        // Only what was taken out here is offered again.
        const removed = rows.filter(({ state }) => state !== 'missing')
        for (const { title } of removed) expect(title).toMatch(/移走了|新措施/)
        expect(rows.filter(({ state }) => state === 'changed')).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('with changes gives, taken over whole, the ledger that was changed', () => {
    const open = arbitraryLedger.map((problems) =>
      problems.map((one): Problem => ({ ...one, closing: [], isClosed: false, text: `${one.text}问题` })),
    )
    const edit = arbitraryStep.filter((step) =>
      ['edit-problem', 'edit-measure', 'add-measure'].includes(step(ledger).kind),
    )
    fc.assert(
      fc.property(open, fc.array(edit, { maxLength: 6 }), (exported, steps) => {
        fc.pre(exported.length > 0)
        const changed = steps.reduce<Ledger>((state, step) => {
          const next = tried(state, step(state))
          return next.every(({ text }) => text !== '') ? next : state
        }, exported)
        const old = tableOf(exported)
        const code = column('核对编号')
        // A row that is new in the table has no code of its own.
        const known = new Map(
          exported.flatMap((p, at) => p.measures.map((m, i) => [m.id, `${TOKEN}-${at + 1}-${i + 1}`])),
        )
        const rows = changed.flatMap((p, at) => {
          const own = ledgerTable(changed.slice(0, at + 1)).rows.slice(-Math.max(1, p.measures.length))
          return own.map((row, i) =>
            row.with(code, known.get(p.measures[i]?.id ?? '') ?? (i === 0 ? `${TOKEN}-${at + 1}-0` : '')),
          )
        })
        const comparison = compare([old[0] ?? [], ...rows], exported, exported)
        const after = accept(exported, comparison.rows)
        const bare = (all: Ledger) =>
          JSON.parse(JSON.stringify(all, (key, value) => (key === 'id' ? undefined : value)))
        const sorted = (all: Ledger) =>
          all.map((p) => ({
            ...p,
            measures: p.measures
              .map((m) => ({ ...m, types: [...m.types].sort() }))
              .sort((a, b) => JSON.stringify(bare([a] as never)).localeCompare(JSON.stringify(bare([b] as never)))),
          }))
        expect(bare(sorted(after))).toEqual(bare(sorted(changed)))
      }),
      { numRuns: 80 },
    )
  })

  it('shows old and new by field, also when it was sorted otherwise', () => {
    const rows = withCell(tableOf(ledger), 1, '责任人', '秦越川')
    const { rows: found, same } = compare([rows[0] ?? [], rows[3] ?? [], rows[2] ?? [], rows[1] ?? []], ledger, ledger)
    expect(found).toMatchObject([
      {
        state: 'changed',
        row: 4,
        title: '第1个问题 措施1',
        fields: [{ name: '责任人', base: '冯小禾', here: '冯小禾', file: '秦越川' }],
      },
    ])
    expect(same).toBe(4)
    expect(accept(ledger, found)[0]?.measures[0]?.owner).toBe('秦越川')
  })

  it('says where both sides changed something, each with its text; the rest of the row is taken all the same', () => {
    const id = ditches.id
    const measureId = ditches.measures[0]?.id ?? ''
    const here = changeLedger(
      ledger,
      { kind: 'edit-measure', id, measureId, fields: { owner: '彭砺之' } },
      rules,
    ).ledger
    const table = withCell(withCell(tableOf(ledger), 1, '责任人', '秦越川'), 1, '整改进展', '清了两处')
    const { rows } = compare(table, ledger, here)
    expect(rows.map(({ state, fields }) => [state, fields])).toEqual([
      ['changed', [{ name: '整改进展', base: '', here: '', file: '清了两处' }]],
      ['conflict', [{ name: '责任人', base: '冯小禾', here: '彭砺之', file: '秦越川' }]],
    ])
  })

  it('without codes is matched by text, then by number', () => {
    const table = tableOf(ledger, '')
    const another = withCell(table, 3, '反馈问题', '水质公示不及时')
    expect(compare(another, null, ledger).rows.map(({ state }) => state)).toEqual(['new', 'missing'])
    // An empty cell may never have been filled.
    expect(compare(withCell(table, 1, '责任人', ''), null, ledger).rows).toEqual([])
    const rewritten = withCell(withCell(table, 3, '反馈问题', '供水点水质检测很不及时'), 1, '整改状态', '整改中')
    const { rows } = compare(rewritten, null, ledger)
    expect(rows.map(({ state, title, fields }) => [state, title, fields.map(({ name }) => name)])).toEqual([
      ['changed', '第1个问题 措施1', ['整改状态']],
      ['changed', '第2个问题', ['反馈问题']],
    ])
  })

  it('keeps what it does not have, and leaves columns alone that it does not have', () => {
    const table = tableOf(ledger).map((row) => [
      row[column('序号')] ?? '',
      row[column('反馈问题')] ?? '',
      row[column('整改措施')] ?? '',
      row[column('核对编号')] ?? '',
    ])
    const { rows } = compare(table.slice(0, 2), ledger, ledger)
    expect(rows.map(({ state, title }) => [state, title])).toEqual([
      ['missing', '第1个问题 措施2'],
      ['missing', '第2个问题'],
    ])
    expect(accept(ledger, rows)).toBe(ledger)
  })

  it('does not open what is closed, nor takes steps of 销号 by the way', () => {
    const closed: Problem = {
      ...ditches,
      isClosed: true,
      closing: rules.closingSteps.map((step) => ({ step, name: '唐稼轩', date: '2027-04-01', opinion: '' })),
    }
    const state = [closed, water]
    const table = withCell(
      withCell(tableOf(state), 1, '整改进展', '又淤了'),
      3,
      '销号审核',
      '责任人填报：秦越川 2027年4月2日',
    )
    const { rows } = compare(table, state, state)
    expect(rows.map(({ state: kind, title, changes }) => [kind, title, changes])).toEqual([
      ['refused', '第1个问题 措施1', []],
      ['refused', '第2个问题', []],
    ])
    expect(rows[0]?.reason).toContain('已经销号')
    expect(rows[1]?.reason).toContain('逐步办')
  })

  it('offers again what was removed here since', () => {
    const here = changeLedger(ledger, { kind: 'remove-problem', id: water.id }, rules).ledger
    const { rows } = compare(tableOf(ledger), ledger, here)
    expect(rows).toMatchObject([{ state: 'conflict', title: '移走了的问题' }])
    expect(accept(here, rows).map(({ id }) => id)).toEqual([ditches.id, water.id])
  })

  it('takes all of it or nothing', () => {
    const changes = [
      { kind: 'edit-problem', id: ditches.id, fields: { note: '甲' } },
      { kind: 'remove-problem', id: crypto.randomUUID() },
    ] as const
    expect(() => changeLedger(ledger, { kind: 'several', changes: [...changes], reason: '回传' }, rules)).toThrow()
    const { lines } = changeLedger(ledger, { kind: 'several', changes: [changes[0]], reason: '回传' }, rules)
    expect(lines).toEqual([{ problemId: ditches.id, what: '改“备注”：（空） → 甲', reason: '回传' }])
  })
})
