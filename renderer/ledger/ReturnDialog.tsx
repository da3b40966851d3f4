import { Check } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { LedgerChange } from '../../shared/model/rectification/change.ts'
import {
  compareLedger,
  type FieldDifference,
  type ReturnedRow,
  type ReturnedState,
} from '../../shared/model/rectification/compare-ledger.ts'
import type { Ledger } from '../../shared/model/rectification/ledger.ts'
import type { ReadTable } from '../../shared/model/rectification/ledger-table.ts'
import { Button } from '../ui/Button.tsx'
import { CheckRow } from '../ui/CheckRow.tsx'
import { Dialog } from '../ui/Dialog.tsx'

export interface Returned {
  table: ReadTable
  /** The ledger as each export gave it, by token. */
  exported: ReadonlyMap<string, Ledger>
  fileName: string
}

interface ReturnDialogProps extends Returned {
  ledger: Ledger
  onChange(change: LedgerChange): void
  onClose(): void
}

/** Rows shown of a group at first, and with each press of the button below it. */
const PAGE = 100

const GROUPS: { state: ReturnedState; title: string; note: string; isChosen: boolean }[] = [
  {
    state: 'conflict',
    title: '两边都改过',
    note: '导出以后台账里也改了。打勾就用表里的，不打勾留台账里的。',
    isChosen: false,
  },
  { state: 'changed', title: '表里改了', note: '打勾的改进台账，改之前的样子留在“历次改动”里。', isChosen: true },
  { state: 'new', title: '新增', note: '台账里没有的。', isChosen: true },
  { state: 'refused', title: '不能改', note: '', isChosen: false },
  { state: 'missing', title: '表里没有', note: '台账里都保留，要移走请在台账里移。', isChosen: false },
]
const TAKEN = new Set<ReturnedState>(['conflict', 'changed', 'new'])

/** A table that came back: row by row what it would change, taken over all at once when it is confirmed. */
export function ReturnDialog({ table, exported, fileName, ledger, onChange, onClose }: ReturnDialogProps) {
  const { rows, same } = useMemo(
    () => compareLedger({ table, exported, ledger, newId: () => crypto.randomUUID() }),
    [table, exported, ledger],
  )
  // What was decided against the group's own answer.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<Partial<Record<ReturnedState, number>>>({})
  const groups = GROUPS.map((group) => ({ ...group, rows: rows.filter(({ state }) => state === group.state) }))
  const isTaken = ({ id, state }: ReturnedRow) =>
    TAKEN.has(state) && turned.has(id) !== (GROUPS.find((group) => group.state === state)?.isChosen ?? false)
  const taken = rows.filter(isTaken)
  const turn = (ids: readonly string[]) => {
    const next = new Set(turned)
    for (const id of ids) if (!next.delete(id)) next.add(id)
    setTurned(next)
  }
  const summary = groups
    .filter((group) => group.rows.length > 0)
    .map(({ title, rows: own }) => `${title}${own.length}处`)
  return (
    <Dialog
      title="核对回传的台账"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>不要了</Button>
          <Button
            look="primary"
            icon={<Check aria-hidden />}
            isDisabled={taken.length === 0}
            onPress={() =>
              onChange({
                kind: 'several',
                changes: taken.flatMap(({ changes }) => changes),
                reason: `按回传的表格“${fileName}”`.slice(0, 300),
              })
            }
          >
            采用打勾的（{taken.length}处）
          </Button>
        </>
      }
    >
      <p role="status">{[`一样的${same}处`, ...summary].join('，')}。</p>
      {table.notes.map((note) => (
        <p key={note} className="banner banner-care">
          {note}
        </p>
      ))}
      {exported.size === 0 && (
        <p className="banner banner-care">
          表里没有本会议导出时写的核对编号，问题按序号和原文对上。导出以后哪一边改的分不出来，请逐条看；空着的格子不动台账。
        </p>
      )}
      {rows.every(({ state }) => state === 'missing') && <p>表里的内容和台账一样，没有要改的。</p>}
      {groups.map(({ state, title, note, rows: own }) => {
        if (own.length === 0) return null
        const most = shown[state] ?? PAGE
        const isOpen = TAKEN.has(state)
        return (
          <section key={state} aria-label={title} className="return-group">
            <div className="sheet-head">
              <h3 className="group-title group-title-small">
                {title}
                <small>{own.length}处</small>
              </h3>
              {isOpen && own.length > 1 && (
                <>
                  <Button size="small" onPress={() => turn(own.filter((row) => !isTaken(row)).map(({ id }) => id))}>
                    {title}：全打勾
                  </Button>
                  <Button size="small" onPress={() => turn(own.filter(isTaken).map(({ id }) => id))}>
                    {title}：全不勾
                  </Button>
                </>
              )}
            </div>
            {note && <p className="tracking-note">{note}</p>}
            <ul className="entry-rows" aria-label={title}>
              {own.slice(0, most).map((row) => (
                <li key={row.id}>
                  {isOpen ? (
                    <CheckRow isSelected={isTaken(row)} onChange={() => turn([row.id])}>
                      <RowText row={row} />
                    </CheckRow>
                  ) : (
                    <RowText row={row} />
                  )}
                </li>
              ))}
            </ul>
            {own.length > most && (
              <Button size="small" onPress={() => setShown({ ...shown, [state]: most + PAGE })}>
                再看{Math.min(PAGE, own.length - most)}处（还有{own.length - most}处）
              </Button>
            )}
          </section>
        )
      })}
    </Dialog>
  )
}

const orEmpty = (text: string): string => text || '（空）'

function RowText({ row: { row, title, text, fields, reason, state } }: { row: ReturnedRow }) {
  return (
    <span className="return-row">
      <b>
        {title}
        {row !== null && <small>表里第{row}行</small>}
      </b>
      <span className="return-text">{text}</span>
      {fields.map((field) => (
        <Field key={field.name} {...field} isConflict={state === 'conflict'} />
      ))}
      {reason && <em>{reason}</em>}
    </span>
  )
}

function Field({ name, base, here, file, isConflict }: FieldDifference & { isConflict: boolean }) {
  return (
    <span className="return-field">
      {name}：
      {isConflict ? (
        <>
          导出时 {orEmpty(base ?? '')}；台账现在 <del>{orEmpty(here)}</del>；表里 <ins>{orEmpty(file)}</ins>
        </>
      ) : (
        <>
          <del>{orEmpty(here)}</del> → <ins>{orEmpty(file)}</ins>
        </>
      )}
    </span>
  )
}
