import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSealedFile, passwordKey, sealFile } from '../../../../electron/store/sealed-file.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { tempFolder } from '../../../temp-folder.ts'

/** Cheap, for tests; a real one costs half a second. */
const COST = { N: 1024, r: 8, p: 1 }

function sealed(plain: Buffer, password = '青垣 2026') {
  const folder = tempFolder()
  const paths = { plain: join(folder, 'plain'), sealed: join(folder, 'sealed'), opened: join(folder, 'opened') }
  writeFileSync(paths.plain, plain)
  sealFile(paths.plain, paths.sealed, passwordKey(password, COST))
  return paths
}

const codeOf = (run: () => void): string => {
  try {
    run()
    return 'opened'
  } catch (error) {
    return error instanceof Failure ? error.code : String(error)
  }
}

describe('a file behind a password', () => {
  test.each([0, 1, 1 << 20, (1 << 20) + 1, 3 << 20])('comes back as it was: %i bytes', (length) => {
    const plain = Buffer.alloc(length, '讲话')
    const paths = sealed(plain)
    openSealedFile(paths.sealed, paths.opened, '青垣 2026')
    expect(readFileSync(paths.opened).equals(plain)).toBe(true)
    if (length > 12) expect(readFileSync(paths.sealed).includes('讲话')).toBe(false)
  })

  test('takes the same password in another normal form', () => {
    const paths = sealed(Buffer.from('x'), 'caf\u00e9')
    expect(codeOf(() => openSealedFile(paths.sealed, paths.opened, 'cafe\u0301'))).toBe('opened')
  })

  test('tells a wrong password from damage, whichever byte is damaged', () => {
    const paths = sealed(Buffer.alloc(3000, 1))
    expect(codeOf(() => openSealedFile(paths.sealed, paths.opened, 'wrong'))).toBe('wrong-password')
    const whole = readFileSync(paths.sealed)
    for (let at = 0; at < whole.length; at += 37) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      writeFileSync(paths.sealed, damaged)
      expect(
        codeOf(() => openSealedFile(paths.sealed, paths.opened, '青垣 2026')),
        `byte ${at}`,
      ).toBe('damaged')
    }
    for (const length of [0, 10, 300, whole.length - 1]) {
      writeFileSync(paths.sealed, whole.subarray(0, length))
      expect(
        codeOf(() => openSealedFile(paths.sealed, paths.opened, '青垣 2026')),
        `${length} bytes`,
      ).toBe('damaged')
    }
  })

  test('cut between two pieces is damaged, not shorter', () => {
    const paths = sealed(Buffer.alloc(2 << 20, 1))
    const whole = readFileSync(paths.sealed)
    writeFileSync(paths.sealed, whole.subarray(0, whole.length - (1 << 20) - 16))
    expect(codeOf(() => openSealedFile(paths.sealed, paths.opened, '青垣 2026'))).toBe('damaged')
  })
})
