import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addToDate, formatDate, type IsoDate, weekday } from '../../shared/text/dates.ts'
import { IconButton } from '../ui/Button.tsx'

interface MonthGridProps {
  chosen: IsoDate | null
  today: IsoDate
  onChoose(date: IsoDate): void
}

const WEEK = ['一', '二', '三', '四', '五', '六', '日']
const STEPS: Record<string, [number, 'day' | 'month']> = {
  ArrowLeft: [-1, 'day'],
  ArrowRight: [1, 'day'],
  ArrowUp: [-7, 'day'],
  ArrowDown: [7, 'day'],
  PageUp: [-1, 'month'],
  PageDown: [1, 'month'],
}

/** The six weeks that show a month, from a Monday on. */
export function monthDays(date: IsoDate): IsoDate[] {
  const first = `${date.slice(0, 8)}01`
  const lead = WEEK.indexOf((weekday(first) ?? '星期一').slice(2))
  return Array.from({ length: 42 }, (_, index) => addToDate(first, index - lead, 'day') ?? first)
}

/** A month to choose a day from, by mouse or by arrows; Page Up and Page Down turn the months. */
export function MonthGrid({ chosen, today, onChoose }: MonthGridProps) {
  const [cursor, setCursor] = useState(chosen ?? today)
  const cursorButton = useRef<HTMLButtonElement>(null)
  const moved = useRef(true)

  useEffect(() => {
    if (moved.current && cursorButton.current?.dataset.day === cursor) cursorButton.current.focus()
    moved.current = false
  }, [cursor])

  const move = (amount: number, unit: 'day' | 'month', takeFocus: boolean) => {
    moved.current = takeFocus
    setCursor(addToDate(cursor, amount, unit) ?? cursor)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    move(...step, true)
  }

  const [year, month] = cursor.split('-').map(Number)
  const days = monthDays(cursor)
  return (
    <div className="month">
      <div className="month-head">
        <IconButton label="上个月" icon={<ChevronLeft aria-hidden />} onPress={() => move(-1, 'month', false)} />
        <strong aria-live="polite">
          {year}年{month}月
        </strong>
        <IconButton label="下个月" icon={<ChevronRight aria-hidden />} onPress={() => move(1, 'month', false)} />
      </div>
      <table>
        <thead>
          <tr>
            {WEEK.map((name) => (
              <th key={name} scope="col" abbr={`星期${name}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {[0, 7, 14, 21, 28, 35].map((start) => (
            <tr key={start}>
              {days.slice(start, start + 7).map((day) => (
                <td key={day}>
                  <button
                    ref={day === cursor ? cursorButton : undefined}
                    type="button"
                    data-day={day}
                    className="month-day"
                    tabIndex={day === cursor ? 0 : -1}
                    aria-label={`${formatDate(day)} ${weekday(day)}`}
                    aria-pressed={day === chosen}
                    aria-current={day === today ? 'date' : undefined}
                    data-other={day.slice(0, 7) === cursor.slice(0, 7) ? undefined : ''}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
