import { useState } from 'react'
import type { Person } from '../../shared/model/meeting.ts'
import { type Chain, chainAfterHandOver } from '../../shared/model/rectification/chain.ts'
import type { LedgerChange } from '../../shared/model/rectification/change.ts'
import type { IsoDate } from '../../shared/text/dates.ts'
import { Button } from '../ui/Button.tsx'
import { CheckRow } from '../ui/CheckRow.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notice-store.ts'
import { TextField } from '../ui/TextField.tsx'
import type { LedgerSession } from './ledger-session.ts'
import { PersonField } from './PersonField.tsx'

interface HandOverDialogProps {
  session: LedgerSession
  chain: Chain
  people: readonly Person[]
  today: IsoDate
  onChange(change: LedgerChange): Promise<boolean>
  onClose(): void
}

/** 责任交接: who leaves, who takes over, why; the chain remembers it. */
export function HandOverDialog({ session, chain, people, today, onChange, onClose }: HandOverDialogProps) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [takesPlace, setTakesPlace] = useState(true)
  const isReady = from.trim() !== '' && to.trim() !== '' && reason.trim() !== ''
  const send = async () => {
    const change = { kind: 'hand-over', from: from.trim(), to: to.trim(), reason: reason.trim() } as const
    onClose()
    if (!(await onChange(change))) return
    const departed = { name: change.from, date: today, successor: change.to, reason: change.reason }
    await session.saveChain(chainAfterHandOver(chain, departed, takesPlace)).catch(() => undefined)
    notify(`${change.from}的事已交给${change.to}。名册、议程和文稿里还有谁写着${change.from}，“全会核对”逐处列出。`, {
      tone: 'good',
    })
  }
  return (
    <Dialog
      title="责任交接"
      size="question"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>不办了</Button>
          <Button look="primary" isDisabled={!isReady} onPress={() => void send()}>
            交接
          </Button>
        </>
      }
    >
      <p>没有销号的问题里，交出人的认领、责任领导、责任人都换成接手的人；已销号的不动。</p>
      <PersonField label="交出人" value={from} people={people} onCommit={setFrom} />
      <PersonField label="接手人" value={to} people={people} onCommit={setTo} />
      <CheckRow isSelected={takesPlace} onChange={setTakesPlace}>
        <span>责任链条里的位置也由接手人接</span>
      </CheckRow>
      <TextField label="理由（必填）" value="" maxLength={300} onInput={setReason} />
    </Dialog>
  )
}
