import {
  type CipherGCMTypes,
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { Failure } from '../../shared/contract/failures.ts'

// A file behind a password. Each file has a key of its own; that key stands in the file's head, locked with a key that
// scrypt makes of the password. So a new password changes no older file: each opens with the password it was made with.
//
//   magic (16) · length of the head (4) · head, JSON · SHA-256 of all before (32) · pieces
//   a piece: up to 1 MiB of ciphertext · tag (16); its nonce is its number, and it is bound to whether it is the last
//
// The sum over the head tells a damaged head from a wrong password, the tags tell damage behind it.

const MAGIC = Buffer.from('HUIBEI-SEALED-1\n', 'latin1')
const CIPHER: CipherGCMTypes = 'aes-256-gcm'
const PIECE = 1 << 20
const TAG = 16
const SUM = 32
/** N = 2^17, r = 8, p = 1: 128 MiB and about half a second for each guess of a password. */
const COST = { N: 1 << 17, r: 8, p: 1 }
/** A head that asks for more than this is not one of ours. */
const MOST = { N: 1 << 18, r: 8, p: 2, head: 4096 }

/** What a password was made into. Locks new files without the password; opens none of another salt. */
export interface PasswordKey {
  cost: { N: number; r: number; p: number }
  /** base64, like `key`. */
  salt: string
  key: string
}

interface Head {
  cost: PasswordKey['cost']
  salt: string
  /** The file's key, locked. */
  nonce: string
  locked: string
  tag: string
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64')

function stretch(password: string, salt: Buffer, { N, r, p }: PasswordKey['cost']): Buffer {
  // The same password typed through another input method may come in another normal form.
  return scryptSync(password.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r })
}

/** Half a second of work: for a worker. */
export function passwordKey(password: string, cost = COST): PasswordKey {
  const salt = randomBytes(16)
  return { cost, salt: salt.toString('base64'), key: stretch(password, salt, cost).toString('base64') }
}

function nonceOf(piece: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(piece, 8)
  return nonce
}

const bound = (last: boolean): Buffer => Buffer.from([last ? 1 : 0])

/** Locks one file piece by piece. `head` goes first; every piece but the last is 1 MiB. */
export function createSealer(made: PasswordKey): { head: Buffer; seal(plain: Buffer, last: boolean): Buffer } {
  const fileKey = randomBytes(32)
  const nonce = randomBytes(12)
  const lock = createCipheriv(CIPHER, bytes(made.key), nonce)
  const locked = Buffer.concat([lock.update(fileKey), lock.final()])
  const head: Head = {
    cost: made.cost,
    salt: made.salt,
    nonce: nonce.toString('base64'),
    locked: locked.toString('base64'),
    tag: lock.getAuthTag().toString('base64'),
  }
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const start = Buffer.concat([MAGIC, length, json])
  let piece = 0
  return {
    head: Buffer.concat([start, createHash('sha256').update(start).digest()]),
    seal(plain, last) {
      const cipher = createCipheriv(CIPHER, fileKey, nonceOf(piece++)).setAAD(bound(last))
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
  }
}

/**
 * Opens the head of a locked file.
 * @param start the beginning of the file, 8 KiB or all of it
 * @throws Failure 'damaged', or 'wrong-password' when the head is whole and the password does not fit
 */
export function createOpener(
  start: Buffer,
  password: string,
): { headLength: number; open(piece: Buffer, last: boolean): Buffer } {
  const length = start.length < MAGIC.length + 4 ? 0 : start.readUInt32BE(MAGIC.length)
  const end = MAGIC.length + 4 + length
  const whole = isSealed(start) && length > 0 && length <= MOST.head && start.length >= end + SUM
  const sum = createHash('sha256').update(start.subarray(0, end)).digest()
  if (!whole || !timingSafeEqual(sum, start.subarray(end, end + SUM))) throw new Failure('damaged')
  const { cost, salt, nonce, locked, tag } = JSON.parse(start.toString('utf8', MAGIC.length + 4, end)) as Head
  if (cost.N > MOST.N || cost.r > MOST.r || cost.p > MOST.p) throw new Failure('damaged')
  let fileKey: Buffer
  try {
    const unlock = createDecipheriv(CIPHER, stretch(password, bytes(salt), cost), bytes(nonce)).setAuthTag(bytes(tag))
    fileKey = Buffer.concat([unlock.update(bytes(locked)), unlock.final()])
  } catch {
    throw new Failure('wrong-password')
  }
  let number = 0
  return {
    headLength: end + SUM,
    open(piece, last) {
      try {
        const decipher = createDecipheriv(CIPHER, fileKey, nonceOf(number++))
          .setAAD(bound(last))
          .setAuthTag(piece.subarray(-TAG))
        return Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()])
      } catch {
        throw new Failure('damaged')
      }
    },
  }
}

export const isSealed = (start: Buffer): boolean => start.subarray(0, MAGIC.length).equals(MAGIC)

/** The same for what is small enough to be held in memory. */
export function sealBytes(plain: Uint8Array, made: PasswordKey): Buffer {
  const { head, seal } = createSealer(made)
  const whole = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  const sealed = [head]
  let at = 0
  do {
    const piece = whole.subarray(at, at + PIECE)
    at += PIECE
    sealed.push(seal(piece, at >= whole.length))
  } while (at < whole.length)
  return Buffer.concat(sealed)
}

/** @throws Failure 'wrong-password' or 'damaged' */
export function openBytes(sealed: Uint8Array, password: string): Buffer {
  const whole = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const { headLength, open } = createOpener(whole, password)
  const plain: Buffer[] = []
  let at = headLength
  do {
    const piece = whole.subarray(at, at + PIECE + TAG)
    at += PIECE + TAG
    plain.push(open(piece, at >= whole.length))
  } while (at < whole.length)
  return Buffer.concat(plain)
}

/** Writes a locked copy beside, synced. The caller gives it its name. */
export function sealFile(from: string, to: string, made: PasswordKey): void {
  const { head, seal } = createSealer(made)
  copyPieces(from, to, 0, PIECE, seal, head)
}

/**
 * Writes an unlocked copy, synced; none is left behind a failure.
 * @throws Failure 'wrong-password' or 'damaged'
 */
export function openSealedFile(from: string, to: string, password: string): void {
  const { headLength, open } = createOpener(readStart(from), password)
  copyPieces(from, to, headLength, PIECE + TAG, open, Buffer.alloc(0))
}

/** The first 8 KiB: more than a head can be long. */
export function readStart(path: string): Buffer {
  const handle = openSync(path, 'r')
  try {
    const start = Buffer.alloc(8192)
    return start.subarray(0, readSync(handle, start, 0, start.length, 0))
  } finally {
    closeSync(handle)
  }
}

function copyPieces(
  from: string,
  to: string,
  start: number,
  size: number,
  turn: (piece: Buffer, last: boolean) => Buffer,
  first: Buffer,
): void {
  const input = openSync(from, 'r')
  try {
    const output = openSync(to, 'w', 0o600)
    try {
      writeSync(output, first)
      let at = start
      let piece = readPiece(input, at, size)
      for (;;) {
        at += piece.length
        const next = readPiece(input, at, size)
        writeSync(output, turn(piece, next.length === 0))
        if (next.length === 0) break
        piece = next
      }
      fsyncSync(output)
    } finally {
      closeSync(output)
    }
  } catch (error) {
    rmSync(to, { force: true })
    throw error
  } finally {
    closeSync(input)
  }
}

function readPiece(handle: number, at: number, size: number): Buffer {
  const piece = Buffer.alloc(size)
  let length = 0
  while (length < size) {
    const read = readSync(handle, piece, length, size - length, at + length)
    if (read === 0) break
    length += read
  }
  return piece.subarray(0, length)
}
