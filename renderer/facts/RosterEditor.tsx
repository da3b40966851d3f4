import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { Button, IconButton } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'

/** A row of the roster while it is being edited; rows without a name are not stored. */
export interface RosterRow {
  /** Only for the screen. */
  key: string
  id?: string
  name: string
  post: string
  organization: string
}

interface RosterEditorProps {
  rows: readonly RosterRow[]
  onChange(rows: RosterRow[]): void
}

let last = 0
export function newRow(): RosterRow {
  return { key: `new-${++last}`, name: '', post: '', organization: '' }
}

/** A row moved by one place; the same rows when it stands at the end already. */
export function moveRow(rows: readonly RosterRow[], index: number, by: 1 | -1): RosterRow[] {
  const next = [...rows]
  const [row] = next.splice(index, 1)
  if (!row || index + by < 0 || index + by > next.length) return [...rows]
  next.splice(index + by, 0, row)
  return next
}

/** 人员名册 in the order of rank: names and posts are checked against it in every paper. */
export function RosterEditor({ rows, onChange }: RosterEditorProps) {
  const list = useRef<HTMLOListElement>(null)
  const change = (index: number, fields: Partial<RosterRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...fields } : row)))
  const add = () => {
    onChange([...rows, newRow()])
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
  }
  return (
    <div className="roster">
      <ol ref={list}>
        {rows.map((row, index) => (
          <li key={row.key} className="roster-row">
            <span className="roster-rank" aria-hidden>
              {index + 1}
            </span>
            <TextField
              label={`第${index + 1}位 姓名`}
              hideLabel
              placeholder="姓名"
              value={row.name}
              maxLength={30}
              onCommit={(name) => change(index, { name: name.replace(/[\s　]/g, '') })}
            />
            <TextField
              label={`第${index + 1}位 职务`}
              hideLabel
              placeholder="职务"
              value={row.post}
              maxLength={100}
              onCommit={(post) => change(index, { post })}
              onEnter={index === rows.length - 1 ? add : undefined}
            />
            <TextField
              label={`第${index + 1}位 单位`}
              hideLabel
              placeholder="单位（职务里已写可不填）"
              value={row.organization}
              maxLength={100}
              onCommit={(organization) => change(index, { organization })}
            />
            <span className="roster-tools">
              <IconButton
                label={`${row.name || '这一位'}往前移`}
                icon={<ArrowUp aria-hidden />}
                isDisabled={index === 0}
                onPress={() => onChange(moveRow(rows, index, -1))}
              />
              <IconButton
                label={`${row.name || '这一位'}往后移`}
                icon={<ArrowDown aria-hidden />}
                isDisabled={index === rows.length - 1}
                onPress={() => onChange(moveRow(rows, index, 1))}
              />
              <IconButton
                label={`去掉${row.name || '这一位'}`}
                icon={<Trash2 aria-hidden />}
                onPress={() => onChange(rows.filter((_, at) => at !== index))}
              />
            </span>
          </li>
        ))}
      </ol>
      <Button icon={<Plus aria-hidden />} onPress={add}>
        添一位
      </Button>
    </div>
  )
}
