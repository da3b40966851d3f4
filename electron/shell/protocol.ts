import { readFileSync } from 'node:fs'
import type { CustomScheme, Protocol } from 'electron'
import { CONTENT_SECURITY_POLICY, listPageFiles, type PageFile } from '../page/page-files.ts'
import { APP_SCHEME, isOwnAddress } from './address.ts'

/** Must be registered before the program is ready. */
export const appScheme: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
}

/** Answers a request for one of the listed files, and no other. */
export function answerRequest(
  files: ReadonlyMap<string, PageFile>,
  { method, url }: Pick<Request, 'method' | 'url'>,
): Response {
  const file = method === 'GET' && isOwnAddress(url) ? files.get(new URL(url).pathname) : undefined
  if (!file) return new Response('', { status: 404, headers: HEADERS })
  return new Response(new Uint8Array(readFileSync(file.path)), { headers: { ...HEADERS, 'Content-Type': file.type } })
}

/** Serves the renderer under app://. */
export function serveRenderer(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  const files = listPageFiles(folder)
  protocol.handle(APP_SCHEME, (request) => answerRequest(files, request))
}
