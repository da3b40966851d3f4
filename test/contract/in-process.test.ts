import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServices } from '../../electron/services/create-services.ts'
import type { Backend } from '../../shared/contract/backend.ts'
import { checkedBackend } from './checked-backend.ts'
import { runContract } from './run-contract.ts'

runContract('in process', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huibei-contract-'))
  const services = await createServices({ dataDir, hostKind: 'memory', log: () => {} })
  const on: Backend['on'] = (name, listener) =>
    services.events.listen((message) => {
      if (message.name === name) listener(message.data as never)
    })
  return {
    backend: checkedBackend(services.dispatch, on),
    async close() {
      await services.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
})
