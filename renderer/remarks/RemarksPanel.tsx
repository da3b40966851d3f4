import { Check, MessageSquarePlus, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { PlacedRemark } from '../../shared/model/remarks.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import './remarks.css'

export interface ShownRemark extends PlacedRemark {
  /** The words it is about as they stand now, facts filled in. */
  words: string
}

interface RemarksPanelProps {
  remarks: readonly ShownRemark[]
  /** Turns a number higher when the field is to take the focus. */
  wanted: number
  /** What is selected in the text now; '' for the paragraph of the cursor. */
  selectedText(): string
  onAdd(text: string): void
  onChange(id: string, change: { done: boolean } | null): void
  onJump(place: PlacedRemark): void
}

const LONGEST = 1000

/** 批注: what the leader said of the draft, place by place. It stays in the program: no export carries it out. */
export function RemarksPanel({ remarks, wanted, selectedText, onAdd, onChange, onJump }: RemarksPanelProps) {
  const [text, setText] = useState('')
  const [about, setAbout] = useState('')
  /** A new field for every remark written: fields are left to the browser. */
  const [turn, setTurn] = useState(0)
  const open = remarks.filter(({ remark }) => !remark.done)
  const done = remarks.filter(({ remark }) => remark.done)
  const add = () => {
    if (!text.trim()) return
    onAdd(text.trim())
    setText('')
    setTurn(turn + 1)
  }
  return (
    <>
      <section className="remark-new" aria-label="写批注" onFocus={() => setAbout(selectedText())}>
        <TextField
          key={`${wanted}-${turn}`}
          label="写批注"
          hint={
            about
              ? `批在“${about.length > 24 ? `${about.slice(0, 24)}…` : about}”上`
              : '批在光标所在的段落上；先选中文字，就只批那几个字'
          }
          value=""
          lines={2}
          maxLength={LONGEST}
          autoFocus={wanted > 0}
          onInput={setText}
        />
        <Button
          size="small"
          look="primary"
          icon={<MessageSquarePlus aria-hidden />}
          isDisabled={!text.trim()}
          onPress={add}
        >
          记下
        </Button>
      </section>
      {remarks.length === 0 && (
        <p className="pane-empty">
          还没有批注。领导口头说的、纸上批的，记在这里逐条落实；批注不会进 Word，也不会打印出来。
        </p>
      )}
      {[
        { name: '没处理', list: open },
        { name: '已处理', list: done },
      ].map(
        ({ name, list }) =>
          list.length > 0 && (
            <section key={name} aria-label={name}>
              <h2 className="group-title">
                {name}
                <small>{list.length}</small>
              </h2>
              <ul>
                {list.map((place) => (
                  <Item key={place.remark.id} place={place} onChange={onChange} onJump={onJump} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  )
}

function Item({ place, onChange, onJump }: { place: ShownRemark } & Pick<RemarksPanelProps, 'onChange' | 'onJump'>) {
  const { remark, words, stands } = place
  return (
    <li className="remark" data-done={remark.done ? '' : undefined}>
      <AriaButton className="remark-row" onPress={() => onJump(place)}>
        <span className="remark-text">{remark.text}</span>
        <span className="remark-words">
          {stands ? `“${words}”` : remark.quote ? '批的那几个字已经改了' : '批在整段上'}
        </span>
        <small>{[remark.author, momentText(remark.written)].filter(Boolean).join(' · ')}</small>
      </AriaButton>
      <p className="remark-tools">
        <Button
          size="small"
          look="quiet"
          icon={remark.done ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
          onPress={() => onChange(remark.id, { done: !remark.done })}
        >
          {remark.done ? '还要再改' : '已处理'}
        </Button>
        <Button size="small" look="quiet" icon={<Trash2 aria-hidden />} onPress={() => onChange(remark.id, null)}>
          删去
        </Button>
      </p>
    </li>
  )
}
