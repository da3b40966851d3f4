import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { listPageFiles } from '../../electron/page/page-files.ts'

/** Serves the pages of `bare/`, ours are measured against. */
export async function openBarePages(): Promise<{ address: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-bare-'))
  const root = join(import.meta.dirname, 'bare')
  await build({ configFile: false, root, base: './', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  const files = listPageFiles(folder)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bare').pathname
    const file = files.get(path === '/' ? '/index.html' : path)
    if (file) response.setHeader('content-type', file.type).end(readFileSync(file.path))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close }
}
