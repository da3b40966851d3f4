import { useEffect, useState } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { notify } from '../ui/notice-store.ts'
import { TextField } from '../ui/TextField.tsx'

/** Asks once who writes here; afterwards the name is changed in the settings. */
export function AuthorField() {
  const backend = useBackend()
  const [isAsked, setIsAsked] = useState(false)

  useEffect(() => {
    backend.call('settings.get', {}).then(
      ({ settings }) => setIsAsked(settings.userName === ''),
      () => undefined,
    )
  }, [backend])

  const keep = async (userName: string) => {
    if (!userName) return
    try {
      const { revision, settings } = await backend.call('settings.get', {})
      await backend.call('settings.save', { revision, settings: { ...settings, userName } })
      setIsAsked(false)
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }

  if (!isAsked) return null
  return (
    <TextField
      label="您的姓名"
      hint="写进以后的版本，填一次就行；在“设置”里改。"
      value=""
      maxLength={30}
      onCommit={(name) => void keep(name)}
    />
  )
}
