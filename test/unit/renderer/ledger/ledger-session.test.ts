import { expect, it } from 'vitest'
import { createLedgerSession, type LedgerState } from '../../../../renderer/ledger/ledger-session.ts'
import type { Backend } from '../../../../shared/contract/backend.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import { defaultOfficeRules } from '../../../../shared/model/rectification/office-rules.ts'

const problem = { ...emptyProblem, id: 'p', text: '沟渠淤塞' }
const first: LedgerState = { revision: 1, problems: [problem], chain: null, agenda: null, clues: [], lastChanges: {} }

/** A host that keeps nothing but a revision and writes down what it is asked. */
function sessionWith(fails = false) {
  const asked: string[] = []
  let revision = 1
  const call = async (name: string) => {
    asked.push(name)
    if (name === 'ledger.get') return { ...first, revision }
    if (fails) throw new Failure('conflict')
    revision += 1
    return { revision }
  }
  const backend = { call, on: () => () => undefined } as unknown as Backend
  return { asked, session: createLedgerSession(backend, 'm', first, () => defaultOfficeRules) }
}
const edit = { kind: 'edit-problem', id: 'p', fields: { note: '甲' } } as const

it('does not read a whole ledger again because of a change of its own', async () => {
  const { asked, session } = sessionWith()
  const changed = session.change(edit)
  // The host tells everybody, and is heard before its own answer has come.
  await Promise.all([changed, session.reload(2)])
  expect(asked).toEqual(['ledger.change'])
  expect(session.store.get().problems[0]?.note).toBe('甲')
  await session.reload(3)
  expect(asked).toEqual(['ledger.change', 'ledger.get'])
})

it('shows what is kept when a change was refused', async () => {
  const { asked, session } = sessionWith(true)
  await expect(session.change(edit)).rejects.toThrow()
  await session.settled()
  expect(asked).toEqual(['ledger.change', 'ledger.get'])
  expect(session.store.get().problems[0]?.note).toBe('')
})
