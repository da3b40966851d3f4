import type { IncomingHttpHeaders } from 'node:http'
import type { FailureCode } from '../../shared/contract/failures.ts'
import { sameToken } from './token.ts'

/** Why a request is turned away. */
export interface Refusal {
  status: number
  code: FailureCode
}

/** What this host answers to. */
export interface Door {
  /** 127.0.0.1:PORT, as browsers write it in `Host`. */
  host: string
  token: string
}

const FORBIDDEN: Refusal = { status: 403, code: 'unauthorised' }
export const UNAUTHORISED: Refusal = { status: 401, code: 'unauthorised' }

/**
 * Every request must name this host exactly: a page of another site that had its own name point to 127.0.0.1
 * (DNS rebinding) still sends that name.
 */
export function refuseHost(headers: IncomingHttpHeaders, door: Door): Refusal | null {
  return headers.host === door.host ? null : FORBIDDEN
}

/**
 * The API is for our own page: a POST of JSON from our own origin with the token. No other page can set these, and no
 * cookie is used, since all ports of 127.0.0.1 would share it.
 * @param withToken false only for the request that brings a code to get the token
 */
export function refuseApiRequest(
  method: string,
  headers: IncomingHttpHeaders,
  door: Door,
  withToken = true,
): Refusal | null {
  if (method !== 'POST') return { status: 405, code: 'invalid-input' }
  if (headers.origin !== `http://${door.host}`) return FORBIDDEN
  if (headers['sec-fetch-site'] !== 'same-origin') return FORBIDDEN
  if (withToken && !hasToken(headers, door)) return UNAUTHORISED
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? ''))
    return { status: 415, code: 'invalid-input' }
  if (headers['content-encoding'] !== undefined) return { status: 415, code: 'invalid-input' }
  return null
}

function hasToken(headers: IncomingHttpHeaders, door: Door): boolean {
  const token = /^Bearer ([A-Za-z0-9_-]{1,100})$/.exec(headers.authorization ?? '')?.[1]
  return token !== undefined && sameToken(token, door.token)
}

/** A page is read, by its address typed or opened, or by itself; never by a page of another site. */
export function refusePageRequest(method: string, headers: IncomingHttpHeaders): Refusal | null {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, code: 'invalid-input' }
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'none' || site === 'same-origin' ? null : FORBIDDEN
}
