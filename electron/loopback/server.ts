import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { base64, shortText } from '../../shared/contract/data.ts'
import type { FailureCode } from '../../shared/contract/failures.ts'
import { CONTENT_SECURITY_POLICY, type PageFile } from '../page/page-files.ts'
import type { Services } from '../services/create-services.ts'
import type { Dispatch } from '../services/dispatch.ts'
import type { EventLog } from './event-log.ts'
import type { PageCodes } from './page-codes.ts'
import { isOtherUser } from './peer-user.ts'
import { BodyTooLarge, readBody } from './read-body.ts'
import { type Door, refuseApiRequest, refuseHost, refusePageRequest, UNAUTHORISED } from './request-rules.ts'
import type { UseWatch } from './use-watch.ts'

export interface ServerParts {
  /** Known once the port is. */
  door(): Door
  files: ReadonlyMap<string, PageFile>
  dispatch: Dispatch
  eventLog: EventLog
  useWatch: UseWatch
  codes: PageCodes
  offerFile: Services['offerFile']
  log: (message: string, error?: unknown) => void
  limits: Limits
}

export interface Limits {
  /** Bytes. A paper travels as base64 of at most 60 million characters; see shared/contract/data.ts. */
  body: number
  /** Milliseconds for a whole request to arrive, and for its head. */
  request: number
  headers: number
  connections: number
}

export const LIMITS: Limits = { body: 61_000_000, request: 30_000, headers: 10_000, connections: 200 }

/** The one request that needs no token may not make the host take in much. */
const CLAIM_BYTES = 1000

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

const callBody = z.object({ name: z.string(), input: z.unknown() })
const claimBody = z.object({ code: z.string().max(100) })
const offerBody = z.object({ fileName: shortText, bytes: base64 })
const eventsBody = z.object({ after: z.number().int().min(0).nullish() })

/** The http side of the door: our own page and its few requests, and nothing for anybody else. */
export function createLoopbackServer(parts: ServerParts): Server {
  const { limits, log } = parts
  const server = createServer(
    {
      requestTimeout: limits.request,
      headersTimeout: limits.headers,
      connectionsCheckingInterval: Math.max(100, Math.min(limits.headers, limits.request) / 4),
      maxHeaderSize: 16_384,
      insecureHTTPParser: false,
    },
    (request, response) => {
      answer(parts, request, response).catch((error: unknown) => {
        // The sender went away in the middle, or something broke; the host lives on in both cases.
        if (!request.destroyed) log(`request to ${request.url ?? ''} failed`, error)
        if (response.headersSent) response.destroy()
        else refuse(response, 500, 'internal')
      })
    },
  )
  server.maxConnections = limits.connections
  server.on('upgrade', (_request, socket) => socket.destroy())
  server.on('connect', (_request, socket) => socket.destroy())
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
  return server
}

async function answer(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const door = parts.door()
  const method = request.method ?? ''
  const path = (request.url ?? '').replace(/[?#].*$/s, '')
  const isApi = path.startsWith('/api/')
  const isClaim = path === '/api/claim'
  const refusal =
    refuseHost(request.headers, door) ??
    (isApi ? refuseApiRequest(method, request.headers, door, !isClaim) : refusePageRequest(method, request.headers))
  if (refusal) return refuse(response, refusal.status, refusal.code)
  if (!isApi) return servePage(parts, path, method, response)
  if (path === '/api/call') return call(parts, request, response)
  if (path === '/api/events') return poll(parts, request, response)
  if (path === '/api/code') return sendJson(response, 200, { code: parts.codes.issue() })
  if (path === '/api/offer') return offer(parts, request, response)
  if (isClaim) return claim(parts, request, response)
  refuse(response, 404, 'unknown-command')
}

async function servePage({ files }: ServerParts, path: string, method: string, response: ServerResponse) {
  const file = files.get(path === '/' ? '/index.html' : path)
  if (!file) return refuse(response, 404, 'not-found')
  const bytes = await readFile(file.path)
  response.writeHead(200, { ...HEADERS, 'Content-Type': file.type, 'Content-Length': bytes.length })
  response.end(method === 'HEAD' ? undefined : bytes)
}

async function call(parts: ServerParts, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(parts, request, response, callBody)
  if (body) sendJson(response, 200, await parts.dispatch(body.name, body.input))
}

async function claim(parts: ServerParts, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(parts, request, response, claimBody, CLAIM_BYTES)
  if (!body) return
  // Asked first: a stranger must not use up the code.
  if (!isOtherUser(request.socket) && parts.codes.claim(body.code))
    sendJson(response, 200, { token: parts.door().token })
  else refuse(response, UNAUTHORISED.status, UNAUTHORISED.code)
}

/** From a second start of the program, which was asked to open a file. */
async function offer(parts: ServerParts, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(parts, request, response, offerBody)
  if (!body) return
  parts.offerFile({ fileName: body.fileName, bytes: Buffer.from(body.bytes, 'base64') })
  sendJson(response, 200, {})
}

async function poll(parts: ServerParts, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(parts, request, response, eventsBody)
  if (!body) return
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  parts.useWatch.began()
  const events = await parts.eventLog.poll(body.after ?? null, gone.signal)
  parts.useWatch.ended(gone.signal.aborted ? 'gone' : 'answered')
  if (!gone.signal.aborted) sendJson(response, 200, events)
}

/** The parsed body, or null when the request has been refused. */
async function readJson<T>(
  { limits }: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  schema: z.ZodType<T>,
  limit = limits.body,
): Promise<T | null> {
  let text: string
  try {
    text = await readBody(request, limit)
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error
    refuse(response, 413, 'too-large')
    return null
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  refuse(response, 400, 'invalid-input')
  return null
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
  })
  response.end(bytes)
}

/** Turned away, and the connection with it: whatever else the sender had to say is not read. */
function refuse(response: ServerResponse, status: number, code: FailureCode): void {
  response.setHeader('Connection', 'close')
  sendJson(response, status, { ok: false, code })
}
