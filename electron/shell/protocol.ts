import { readFileSync } from 'node:fs'
import type { CustomScheme, Protocol } from 'electron'
import { CONTENT_SECURITY_POLICY, listPageFiles, type PageFile } from '../page/page-files.ts'
import { APP_SCHEME } from './address.ts'

/** Must be registered before the program is ready. */
export const appScheme: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** Answers a request for one of the listed files. */
export function answerRequest(files: ReadonlyMap<string, PageFile>, address: string): Response {
  const url = new URL(address)
  const file = url.host === 'huibei' ? files.get(url.pathname) : undefined
  if (!file) return new Response('', { status: 404 })
  return new Response(new Uint8Array(readFileSync(file.path)), {
    headers: {
      'Content-Type': file.type,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

/** Serves the renderer under app://. */
export function serveRenderer(protocol: Protocol, folder: string): void {
  const files = listPageFiles(folder)
  protocol.handle(APP_SCHEME, (request) => answerRequest(files, request.url))
}
