/** Every way a command can fail. The renderer has one Chinese sentence for each. */
export const FAILURE_CODES = [
  'invalid-input',
  'unknown-command',
  'unauthorised',
  'not-found',
  'conflict',
  'busy',
  'unreadable-file',
  'unsupported-file',
  'password-protected',
  'wrong-password',
  'too-large',
  'disk-full',
  'read-only',
  'damaged',
  'too-new',
  'folder-missing',
  'disconnected',
  'internal',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/**
 * A command that failed in a foreseen way. `detail` is for the user where it is Chinese (which line, which file),
 * and never a stack trace or a path of the machine.
 */
export class Failure extends Error {
  readonly code: FailureCode
  readonly detail: string | undefined

  constructor(code: FailureCode, detail?: string) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'Failure'
    this.code = code
    this.detail = detail
  }
}

export type CommandResult<T> = { ok: true; value: T } | { ok: false; code: FailureCode; detail?: string }
