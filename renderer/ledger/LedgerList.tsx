import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isOverdue, type LedgerRow } from '../../shared/model/rectification/ledger.ts'
import { shownStatus } from '../../shared/model/rectification/ledger-columns.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { formatDate, type IsoDate } from '../../shared/text/dates.ts'

/** rem; the same figure stands in ledger.css. */
const ROW = 3.25
/** Rows drawn above and below what is seen. */
const SPARE = 6

interface LedgerListProps {
  rows: readonly LedgerRow[]
  selected: string | null
  /** Problems with something missing. */
  holes: ReadonlySet<string>
  rules: OfficeRules
  today: IsoDate
  onSelect(problemId: string): void
  onOpen(): void
}

const rowKey = ({ problem, measure }: LedgerRow): string => measure?.id ?? problem.id

/** The table of the ledger. Only the rows in sight are drawn, so that 5,000 scroll like 50. */
export function LedgerList({ rows, selected, holes, rules, today, onSelect, onOpen }: LedgerListProps) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600, row: ROW * 16 })
  const at = Math.max(
    0,
    rows.findIndex(({ problem }) => problem.id === selected),
  )

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setView((now) => ({ ...now, height: element.clientHeight, row: ROW * size }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice may move the list
  useEffect(() => {
    const element = box.current
    if (!element || selected === null) return
    const top = at * view.row
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + view.row > element.scrollTop + element.clientHeight)
      element.scrollTop = top + view.row - element.clientHeight
  }, [selected])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const page = Math.max(1, Math.floor(view.height / view.row) - 1)
    const ends: Record<string, number> = { Home: 0, End: rows.length - 1, PageDown: at + page, PageUp: at - page }
    let next = ends[event.key]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      next = at + step
      while (rows[next] && rows[next]?.problem.id === selected) next += step
    }
    if (event.key === 'Enter') onOpen()
    else if (next === undefined) return
    else {
      const row = rows[Math.min(Math.max(next, 0), rows.length - 1)]
      if (row) onSelect(row.problem.id)
    }
    event.preventDefault()
  }

  const first = Math.max(0, Math.floor(view.top / view.row) - SPARE)
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / view.row) + SPARE)
  const active = rows[at]
  return (
    <div className="ledger-table">
      <div className="ledger-row ledger-head" aria-hidden="true">
        <span>序号</span>
        <span>反馈问题</span>
        <span>整改措施</span>
        <span>责任领导</span>
        <span>责任人</span>
        <span>时限</span>
        <span>状态</span>
      </div>
      <div
        ref={box}
        className="ledger-rows"
        role="listbox"
        aria-label={`整改台账，${rows.length}行`}
        aria-activedescendant={active ? `row-${rowKey(active)}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          const top = event.currentTarget.scrollTop
          setView((now) => ({ ...now, top }))
        }}
      >
        <div className="ledger-space" role="presentation" style={{ blockSize: rows.length * view.row }}>
          {rows.slice(first, last).map((row, index) => {
            const { problem, measure } = row
            const late = measure !== null && isOverdue(problem, measure, rules, today)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself has the keys
              <div
                key={rowKey(row)}
                id={`row-${rowKey(row)}`}
                role="option"
                tabIndex={-1}
                aria-selected={problem.id === selected}
                aria-setsize={rows.length}
                aria-posinset={first + index + 1}
                className="ledger-row"
                data-first={row.isFirst ? '' : undefined}
                data-selected={problem.id === selected ? '' : undefined}
                style={{ insetBlockStart: (first + index) * view.row }}
                onClick={() => onSelect(problem.id)}
              >
                <span>{row.isFirst ? row.number : ''}</span>
                <span className="ledger-text">
                  {row.isFirst && holes.has(problem.id) && <b className="ledger-hole">缺</b>}
                  {row.isFirst ? problem.text || '（没有写问题）' : ''}
                </span>
                <span className="ledger-text">{measure?.text ?? <em>还没有措施</em>}</span>
                <span>{measure?.leader}</span>
                <span>{measure?.owner}</span>
                <span className={late ? 'ledger-late' : undefined}>
                  {measure?.deadline ? formatDate(measure.deadline).replace(/^20/, '') : measure?.types.join('，')}
                  {late && <b>超期</b>}
                </span>
                <span>{shownStatus(problem, measure, rules)}</span>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
