import { ArrowDown, ArrowUp, GripVertical, Plus, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { Person } from '../../shared/model/meeting.ts'
import {
  AGENDA_KIND_NAMES,
  AGENDA_KINDS,
  type Agenda,
  type AgendaItem,
  agendaMinutes,
} from '../../shared/model/rectification/agenda.ts'
import { toChineseNumeral } from '../../shared/text/numerals.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

interface AgendaScreenProps {
  agenda: Agenda
  people: readonly Person[]
  /** 9:00, or null while open. */
  start: string | null
  onSave(agenda: Agenda): void
}

/** 9:00 and 35 minutes later → 9:35 */
function later(start: string, minutes: number): string {
  const [hour = 0, minute = 0] = start.split(':').map(Number)
  const total = hour * 60 + minute + minutes
  return `${Math.floor(total / 60) % 24}:${String(total % 60).padStart(2, '0')}`
}

const minutesOf = (text: string): number => Math.min(Number.parseInt(text, 10) || 0, 600)

/** 议程: order, speakers, minutes. Host script and agenda paper follow every change. */
export function AgendaScreen({ agenda, people, start, onSave }: AgendaScreenProps) {
  const [dragged, setDragged] = useState<number | null>(null)
  const { items } = agenda
  const save = (next: AgendaItem[]) => onSave({ ...agenda, items: next })
  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || to < 0 || to >= items.length || from === to) return
    save(items.toSpliced(from, 1).toSpliced(to, 0, item))
  }
  const edit = (at: number, fields: Partial<AgendaItem>) =>
    save(items.map((item, index) => (index === at ? { ...item, ...fields } : item)))
  const speak = (at: number, speaker: string) => {
    const person = people.find(({ name }) => name === speaker)
    edit(at, { speaker, ...(person ? { post: person.post } : {}) })
  }
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(at, event.key === 'ArrowUp' ? at - 1 : at + 1)
  }
  let before = 0
  return (
    <div className="agenda">
      <div className="sheet-head">
        <h2>议程</h2>
        <span role="status">
          共{items.length}项，{agendaMinutes(agenda)}分钟
          {start && `，${start}开始，${later(start, agendaMinutes(agenda))}结束`}
        </span>
      </div>
      <p className="tracking-note">
        拖动或用 Alt+↑↓ 换先后。主持词的“第几项”“刚才”和议程稿跟着变，改之前的稿子留在“版本”里。
      </p>
      <ol className="agenda-items">
        {items.map((item, index) => {
          const begins = before
          before += item.minutes
          return (
            <li
              key={item.id}
              className="agenda-item"
              draggable
              data-dragged={dragged === index ? '' : undefined}
              aria-label={`第${toChineseNumeral(index + 1)}项 ${item.speaker}${item.action}`}
              onKeyDown={onKeyDown(index)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', String(index))
                setDragged(index)
              }}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged !== null && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                if (dragged !== null) move(dragged, index)
                setDragged(null)
              }}
            >
              <GripVertical aria-hidden className="agenda-grip" />
              <strong className="agenda-number">
                第{toChineseNumeral(index + 1)}项<small>{start && later(start, begins)}</small>
              </strong>
              <Select
                label="类别"
                hideLabel
                value={item.kind}
                options={AGENDA_KINDS.map((id) => ({ id, label: AGENDA_KIND_NAMES[id].name }))}
                onChange={(kind) => edit(index, { kind })}
              />
              <TextField
                label={`第${index + 1}项职务`}
                hideLabel
                placeholder="职务"
                value={item.post}
                maxLength={100}
                onCommit={(post) => edit(index, { post })}
              />
              <TextField
                label={`第${index + 1}项姓名`}
                hideLabel
                placeholder="姓名"
                value={item.speaker}
                maxLength={30}
                problem={
                  item.speaker !== '' && !people.some(({ name }) => name === item.speaker) ? '不在人员名册里' : null
                }
                onCommit={(speaker) => speak(index, speaker)}
              />
              <TextField
                label={`第${index + 1}项内容`}
                hideLabel
                placeholder="做什么"
                value={item.action}
                maxLength={100}
                onCommit={(action) => edit(index, { action })}
              />
              <TextField
                label={`第${index + 1}项分钟`}
                hideLabel
                placeholder="分钟"
                inputMode="numeric"
                value={item.minutes > 0 ? String(item.minutes) : ''}
                onCommit={(text) => edit(index, { minutes: minutesOf(text) })}
              />
              <span className="rung-tools">
                <IconButton
                  label={`第${index + 1}项往前移`}
                  icon={<ArrowUp aria-hidden />}
                  isDisabled={index === 0}
                  onPress={() => move(index, index - 1)}
                />
                <IconButton
                  label={`第${index + 1}项往后移`}
                  icon={<ArrowDown aria-hidden />}
                  isDisabled={index === items.length - 1}
                  onPress={() => move(index, index + 1)}
                />
                <IconButton
                  label={`移走第${index + 1}项`}
                  icon={<Trash2 aria-hidden />}
                  onPress={() => save(items.toSpliced(index, 1))}
                />
              </span>
            </li>
          )
        })}
      </ol>
      <div className="agenda-foot">
        <Button
          icon={<Plus aria-hidden />}
          onPress={() =>
            save([...items, { id: crypto.randomUUID(), kind: 'other', action: '', post: '', speaker: '', minutes: 5 }])
          }
        >
          加一项
        </Button>
        <TextField
          label="主持人小结用时（分钟）"
          inputMode="numeric"
          value={agenda.closingMinutes > 0 ? String(agenda.closingMinutes) : ''}
          onCommit={(text) => onSave({ ...agenda, closingMinutes: minutesOf(text) })}
        />
      </div>
    </div>
  )
}
