import { expect, it } from 'vitest'
import { failureMessage, failureReason } from '../../../../renderer/backend/failure-messages.ts'
import { FAILURE_CODES, Failure } from '../../../../shared/contract/failures.ts'

it('has a Chinese sentence for every way to fail, and a short reason', () => {
  for (const code of FAILURE_CODES) {
    expect(failureMessage(new Failure(code))).toMatch(/^\p{Script=Han}.*。$/u)
    expect(failureReason(code)).toMatch(/^\p{Script=Han}+$/u)
  }
})

it('shows a detail for the user and hides one for the log', () => {
  expect(failureMessage(new Failure('invalid-input', '“会议日期”要填真实存在的日期。'))).toContain('会议日期')
  expect(failureMessage(new Failure('internal', 'ENOENT /home/x'))).not.toContain('ENOENT')
})

it('has a sentence for an error nobody foresaw', () => {
  expect(failureMessage(new TypeError('x is undefined'))).toBe(failureMessage(new Failure('internal')))
})
