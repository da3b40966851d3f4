import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Backend } from '../../shared/contract/backend.ts'
import { contractCases } from './contract-cases.ts'
import { rectificationCases } from './rectification-cases.ts'
import { transferCases } from './transfer-cases.ts'

export interface OpenBackend {
  backend: Backend
  close(): Promise<void>
}

/** Runs every case of the contract against one backend. */
export function runContract(title: string, openBackend: () => Promise<OpenBackend>): void {
  describe(title, () => {
    let open: OpenBackend
    beforeAll(async () => {
      open = await openBackend()
    })
    afterAll(() => open.close())
    for (const { name, run } of [...contractCases, ...rectificationCases, ...transferCases])
      test(name, () => run(open.backend))
  })
}
