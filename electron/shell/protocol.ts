import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { CustomScheme, Protocol } from 'electron'
import { APP_SCHEME } from './address.ts'

/** Must be registered before the program is ready. */
export const appScheme: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * The files the renderer consists of, by the path in their address: listed once, so that a request can only name
 * a file of the list and never walk out of the folder.
 */
export function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => Object.hasOwn(TYPES, extname(file)))
      .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  )
}

/** Answers a request for one of the listed files. */
export function answerRequest(files: Map<string, string>, address: string): Response {
  const url = new URL(address)
  const file = url.host === 'huibei' ? files.get(url.pathname) : undefined
  if (!file) return new Response('', { status: 404 })
  return new Response(new Uint8Array(readFileSync(file)), {
    headers: {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

/** Serves the renderer under app://. */
export function serveRenderer(protocol: Protocol, folder: string): void {
  const files = listFiles(folder)
  protocol.handle(APP_SCHEME, (request) => answerRequest(files, request.url))
}
