import { useCallback, useEffect, useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { Backup, BackupStatus } from '../../shared/contract/safety-commands.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'

export type OpenedBackup = CommandOutput<'backup.open'>

/** What waits for a password. */
interface Asking {
  backup: Backup
  then: 'open' | 'check'
  problem: string | null
}

/** The backups as the host knows them, and what is being done with them. One thing at a time: each may take seconds. */
export function useBackups() {
  const backend = useBackend()
  const [status, setStatus] = useState<BackupStatus | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [opened, setOpened] = useState<OpenedBackup | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)

  /** Does something that takes a while; what goes wrong is shown. Resolves to null then. */
  const run = useCallback(async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    setBusy(what)
    setProblem(null)
    try {
      return await work()
    } catch (error) {
      setProblem(failureMessage(error))
      return null
    } finally {
      setBusy(null)
    }
  }, [])

  const update = useCallback(
    async (what: string, work: () => Promise<BackupStatus>) => {
      const next = await run(what, work)
      if (next) setStatus(next)
      return next !== null
    },
    [run],
  )

  const reload = useCallback(() => update('正在读取', () => backend.call('backup.status', {})), [backend, update])
  useEffect(() => void reload(), [reload])

  const attempt = async (backup: Backup, then: Asking['then'], password: string | null) => {
    if (backup.sealed && password === null) return setAsking({ backup, then, problem: null })
    try {
      setBusy(then === 'open' ? '正在打开备份' : '正在检查备份')
      setProblem(null)
      if (then === 'open') setOpened(await backend.call('backup.open', { id: backup.id, password }))
      else {
        await backend.call('backup.check', { id: backup.id, password })
        setStatus(await backend.call('backup.status', {}))
      }
      setAsking(null)
    } catch (error) {
      const wrong = error instanceof Failure && error.code === 'wrong-password'
      if (wrong) setAsking({ backup, then, problem: failureMessage(error) })
      else {
        setAsking(null)
        setProblem(failureMessage(error))
      }
    } finally {
      setBusy(null)
    }
  }

  return {
    status,
    busy,
    problem,
    opened,
    asking,
    run,
    update,
    reload,
    open: (backup: Backup) => void attempt(backup, 'open', null),
    check: (backup: Backup) => void attempt(backup, 'check', null),
    answer: (password: string) => asking && void attempt(asking.backup, asking.then, password),
    stopAsking: () => setAsking(null),
    closeOpened: () => setOpened(null),
  }
}

export type Backups = ReturnType<typeof useBackups>
