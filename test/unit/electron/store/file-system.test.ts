import { expect, test } from 'vitest'
import { isOnNetwork } from '../../../../electron/store/file-system.ts'

const kind = (type: number) => () => ({ type })

test.skipIf(process.platform !== 'linux').each([
  ['NFS', 0x6969, true],
  ['SMB', 0x517b, true],
  ['SMB 2, as some systems sign it', 0xfe534d42 | 0, true],
  ['ext4', 0xef53, false],
  ['tmpfs', 0x01021994, false],
])('a folder on %s', (_name, type, expected) => {
  expect(isOnNetwork('/data', kind(type))).toBe(expected)
})

test('a shared folder of Windows is known by its name, a long path of this machine is not one', () => {
  expect(isOnNetwork('\\\\server\\share\\huibei', kind(0))).toBe(true)
  expect(isOnNetwork('\\\\?\\C:\\Users', kind(0))).toBe(false)
})

test('what cannot be asked counts as this machine’s own', () => {
  const broken = () => {
    throw new Error('gone')
  }
  expect(isOnNetwork('/gone', broken)).toBe(false)
})
