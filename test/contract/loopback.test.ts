import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLoopbackHost } from '../../electron/node-host.ts'
import { checkedBackend } from './checked-backend.ts'
import { createHttpClient } from './http-client.ts'
import { runContract } from './run-contract.ts'

runContract('loopback', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-contract-'))
  const rendererDir = join(folder, 'renderer')
  mkdirSync(rendererDir)
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html>')
  const host = await startLoopbackHost({ dataDir: join(folder, 'data'), rendererDir, log: () => {} })
  const client = createHttpClient(host)
  return {
    backend: checkedBackend(client.call, client.on),
    async close() {
      client.close()
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})
