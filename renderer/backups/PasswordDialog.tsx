import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'

interface PasswordDialogProps {
  title: string
  note: string
  problem: string | null
  isBusy: boolean
  /** A new password has to be this long. */
  shortest?: number
  confirm: string
  onClose(): void
  onAnswer(password: string): void
}

/** Asks for a password. It is shown as it is typed: a slip in one nobody can see locks the backup for good. */
export function PasswordDialog(props: PasswordDialogProps) {
  const { title, note, problem, isBusy, shortest = 1, confirm, onClose, onAnswer } = props
  const [password, setPassword] = useState('')
  const fits = password.length >= shortest
  const answer = () => fits && !isBusy && onAnswer(password)
  return (
    <Dialog
      title={title}
      size="question"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button look="primary" isDisabled={!fits || isBusy} onPress={answer}>
            {confirm}
          </Button>
        </>
      }
    >
      <TextField
        label="密码"
        hint={note}
        problem={problem}
        value=""
        maxLength={200}
        autoFocus
        onInput={setPassword}
        onEnter={answer}
      />
    </Dialog>
  )
}
