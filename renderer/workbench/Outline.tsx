import { CircleAlert, CircleCheck, CircleDashed, CircleDotDashed } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { moveTarget, type OutlineLine, PART_STATE_NAMES, type PartState } from './outline-state.ts'

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

  if (lines.length === 0) return <p className="pane-empty">还没有标题。</p>

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

  return (
    <ol className="outline">
      {lines.map((line, index) => {
        const Icon = ICONS[line.state]
        return (
          <li
            key={`${line.marker}-${line.start}`}
            draggable
            data-level={line.level}
            data-over={over === index ? '' : undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/x-huibei-outline', String(index))
              setDragged(index)
            }}
            onDragOver={(event) => {
              if (dragged < 0 || lines[dragged]?.level !== line.level) return
              event.preventDefault()
              setOver(index)
            }}
            onDragLeave={() => setOver(-1)}
            onDragEnd={() => setDragged(-1)}
            onDrop={(event) => drop(event, index)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <AriaButton
              className="outline-line"
              aria-current={index === current ? 'location' : undefined}
              data-state={line.state}
              onPress={() => onJump(line)}
            >
              <span className="outline-text">
                {line.marker}
                {line.name || '（没有标题）'}
              </span>
              {line.level === 1 && minuteText(line.minutes) && (
                <small className="outline-minutes">{minuteText(line.minutes)}</small>
              )}
              <Icon aria-hidden className="outline-icon" />
              <span className="visually-hidden">{PART_STATE_NAMES[line.state]}</span>
            </AriaButton>
          </li>
        )
      })}
    </ol>
  )
}
