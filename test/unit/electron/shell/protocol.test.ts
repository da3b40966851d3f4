import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPageFiles } from '../../../../electron/page/page-files.ts'
import { answerRequest, appScheme } from '../../../../electron/shell/protocol.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-protocol-'))
  mkdirSync(join(folder, 'page/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'page/index.html'), '<p>会备</p>')
  writeFileSync(join(folder, 'page/assets/a.js'), '1')
  writeFileSync(join(folder, 'page/assets/a.js.map'), '{}')
  symlinkSync(join(folder, 'secret.html'), join(folder, 'page/link.html'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (url: string, method = 'GET') => answerRequest(listPageFiles(join(folder, 'page')), { method, url })

test('a listed file is served with its type and the policy', async () => {
  const response = ask('app://huibei/index.html')
  expect([response.status, await response.text()]).toEqual([200, '<p>会备</p>'])
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const policy = response.headers.get('content-security-policy')?.split('; ') ?? []
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy.join()).not.toMatch(/unsafe|https?:|\*/)
  expect(ask('app://huibei/assets/a.js').headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test.each([
  'app://huibei/../secret.html',
  'app://huibei/..%2fsecret.html',
  'app://huibei/%2e%2e/secret.html',
  'app://huibei/assets/..%5c..%5csecret.html',
  'app://huibei//etc/passwd',
  'app://huibei/link.html',
  'app://huibei/assets/a.js.map',
  'app://huibei/constructor',
  'app://other/index.html',
  'file:///index.html',
  'nonsense',
])('%s is not there', (url) => {
  const response = ask(url)
  expect(response.status).toBe(404)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('only GET is answered', () => {
  expect(ask('app://huibei/index.html', 'POST').status).toBe(404)
})

test('the scheme may not reach around the page’s own policy', () => {
  expect(appScheme.privileges).toMatchObject({ standard: true, secure: true })
  expect(appScheme.privileges).not.toHaveProperty('bypassCSP')
  expect(appScheme.privileges).not.toHaveProperty('corsEnabled')
  expect(appScheme.privileges).not.toHaveProperty('allowServiceWorkers')
})
