import { useMemo, useState } from 'react'
import { type BlankGroup, findBlanks } from '../../shared/model/blanks.ts'
import type { FactDefinition } from '../../shared/model/facts.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import './blanks.css'

interface BlanksDialogProps {
  /** The text of the paper as it stands; it stays the same while the dialog is open. */
  text: string
  definitions: readonly FactDefinition[]
  factText: FactText
  onPlace(places: (Range & { key: string })[]): void
  onClose(): void
}

/** Characters shown on either side of a blank. */
const AROUND = 14
/** Of one group at first. */
const SHOWN = 4
const LEAVE = '-'

/** Turns X, ×× and ＿＿ into facts: all of one meaning together, after a look at what they will say. */
export function BlanksDialog({ text, definitions, factText, onPlace, onClose }: BlanksDialogProps) {
  const groups = useMemo(() => findBlanks(text, definitions), [text, definitions])
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(groups.map(({ id, key }) => [id, key ?? LEAVE])),
  )
  const places = groups.flatMap(({ id, blanks }) => {
    const key = chosen[id] ?? LEAVE
    return key === LEAVE ? [] : blanks.map(({ start, end }) => ({ start, end, key }))
  })
  return (
    <Dialog
      title="把空变成会议要素"
      size="sheet"
      onClose={onClose}
      footer={
        groups.length > 0 && (
          <>
            <Button onPress={onClose}>先不改</Button>
            <Button look="primary" isDisabled={places.length === 0} onPress={() => onPlace(places)}>
              换成要素（{places.length} 处）
            </Button>
          </>
        )
      }
    >
      {groups.length === 0 ? (
        <p className="pane-empty">这篇文稿里没有用 X、××、＿＿ 留的空。</p>
      ) : (
        <p className="pane-note">
          换成要素以后，在“要素”里填一次，各篇文稿里一齐变。意思相同的空排在一起；拿不准的选“不动”，可以撤销。
        </p>
      )}
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          text={text}
          definitions={definitions}
          factText={factText}
          chosen={chosen[group.id] ?? LEAVE}
          onChoose={(key) => setChosen({ ...chosen, [group.id]: key })}
        />
      ))}
    </Dialog>
  )
}

interface GroupProps {
  group: BlankGroup
  text: string
  definitions: readonly FactDefinition[]
  factText: FactText
  chosen: string
  onChoose(key: string): void
}

function Group({ group: { blanks }, text, definitions, factText, chosen, onChoose }: GroupProps) {
  const [isLong, setLong] = useState(false)
  const samples = [...new Set(blanks.map((blank) => blank.text))].slice(0, 3).join('、')
  const fact = chosen === LEAVE ? null : factText(chosen)
  const shown = isLong ? blanks : blanks.slice(0, SHOWN)
  return (
    <section className="blank-group" aria-label={samples}>
      <Select
        label={`${samples}（${blanks.length} 处）`}
        value={chosen}
        options={[{ id: LEAVE, label: '不动' }, ...definitions.map(({ key, label }) => ({ id: key, label }))]}
        onChange={onChoose}
      />
      <ul className="blank-places">
        {shown.map((blank) => (
          <li key={blank.start}>
            {before(text, blank.start)}
            <mark>{fact ? (fact.text ?? `【${fact.label}】`) : blank.text}</mark>
            {after(text, blank.end)}
          </li>
        ))}
      </ul>
      {blanks.length > shown.length && (
        <Button size="small" look="quiet" onPress={() => setLong(true)}>
          另外 {blanks.length - shown.length} 处
        </Button>
      )}
    </section>
  )
}

const before = (text: string, at: number): string => {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return line.length > AROUND ? `…${line.slice(-AROUND)}` : line
}

const after = (text: string, at: number): string => {
  const line = text.slice(at).split('\n', 1)[0] ?? ''
  return line.length > AROUND ? `${line.slice(0, AROUND)}…` : line
}
