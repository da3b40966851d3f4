import { CircleAlert, CircleCheck, CircleDashed, CircleDotDashed } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, memo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useSteady } from '../ui/use-steady.ts'
import { moveTarget, type OutlineLine, outlineKeys, PART_STATE_NAMES, type PartState } from './outline-state.ts'

const ICONS: Record<PartState, typeof CircleCheck> = {
  empty: CircleDashed,
  faulty: CircleAlert,
  open: CircleDotDashed,
  fine: CircleCheck,
}

/** 3–4分; '' under half a minute. */
function minuteText({ min, max }: OutlineLine['minutes']): string {
  const [low, high] = [Math.round(min), Math.round(max)]
  if (high === 0) return ''
  return low === high || low === 0 ? `${high}分` : `${low}–${high}分`
}

interface OutlineProps {
  lines: readonly OutlineLine[]
  /** Index of the line the cursor is in; -1 for none. */
  current: number
  /** Number of paragraphs of the paper. */
  blocks: number
  onJump(line: OutlineLine): void
  /** Puts a heading with all that hangs under it before the given paragraph. */
  onMove(block: number, before: number): void
}

/** 提纲: a click goes there, dragging or Alt+↑ and Alt+↓ moves a part with all its text. */
export function Outline({ lines, current, blocks, onJump, onMove }: OutlineProps) {
  const [dragged, setDragged] = useState(-1)
  const [over, setOver] = useState(-1)

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const before = moveTarget(lines, index, event.key === 'ArrowUp' ? -1 : 1, blocks)
    const block = lines[index]?.block
    if (before !== null && block !== undefined) onMove(block, before)
  }
  const drop = (event: DragEvent, index: number) => {
    event.preventDefault()
    const [moved, target] = [lines[dragged], lines[index]]
    setOver(-1)
    setDragged(-1)
    if (!moved || !target || moved === target) return
    onMove(moved.block, index > dragged ? (moveTarget(lines, index, 1, blocks) ?? blocks) : target.block)
  }

  const act = useSteady({
    jump: (index: number) => lines[index] && onJump(lines[index]),
    keyDown: onKeyDown,
    drag: (event: DragEvent, index: number) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/x-huibei-outline', String(index))
      setDragged(index)
    },
    dragOver: (event: DragEvent, index: number) => {
      if (dragged < 0 || lines[dragged]?.level !== lines[index]?.level) return
      event.preventDefault()
      setOver(index)
    },
    dragLeave: () => setOver(-1),
    dragEnd: () => setDragged(-1),
    drop,
  })

  if (lines.length === 0) return <p className="pane-empty">还没有标题。</p>
  const keys = outlineKeys(lines)
  return (
    <ol className="outline">
      {lines.map(({ level, marker, name, minutes, state }, index) => (
        <Row
          key={keys[index]}
          index={index}
          level={level}
          text={`${marker}${name || '（没有标题）'}`}
          minutes={level === 1 ? minuteText(minutes) : ''}
          state={state}
          isCurrent={index === current}
          isOver={index === over}
          act={act}
        />
      ))}
    </ol>
  )
}

interface RowProps {
  index: number
  level: number
  text: string
  minutes: string
  state: PartState
  isCurrent: boolean
  isOver: boolean
  act: {
    jump(index: number): void
    keyDown(event: KeyboardEvent, index: number): void
    drag(event: DragEvent, index: number): void
    dragOver(event: DragEvent, index: number): void
    dragLeave(): void
    dragEnd(): void
    drop(event: DragEvent, index: number): void
  }
}

/** A long paper has two hundred of them, and every pause in typing brings a new outline. */
const Row = memo(function Row({ index, level, text, minutes, state, isCurrent, isOver, act }: RowProps) {
  const Icon = ICONS[state]
  return (
    <li
      draggable
      data-level={level}
      data-over={isOver ? '' : undefined}
      onDragStart={(event) => act.drag(event, index)}
      onDragOver={(event) => act.dragOver(event, index)}
      onDragLeave={act.dragLeave}
      onDragEnd={act.dragEnd}
      onDrop={(event) => act.drop(event, index)}
      onKeyDown={(event) => act.keyDown(event, index)}
    >
      <AriaButton
        className="outline-line"
        aria-current={isCurrent ? 'location' : undefined}
        data-state={state}
        onPress={() => act.jump(index)}
      >
        <span className="outline-text">{text}</span>
        {minutes && <small className="outline-minutes">{minutes}</small>}
        <Icon aria-hidden className="outline-icon" />
        <span className="visually-hidden">{PART_STATE_NAMES[state]}</span>
      </AriaButton>
    </li>
  )
})
