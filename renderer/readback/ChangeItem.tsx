import { Choice } from '../ui/Choice.tsx'
import { Difference } from '../ui/Difference.tsx'
import type { Change } from './changes.ts'

interface ChangeItemProps {
  change: Change
  /** Null while the user has not decided. */
  answer: boolean | null
  onAnswer(take: boolean): void
}

const NAMES: Record<Change['kind'], string> = {
  words: '改了字句',
  new: '加了一段',
  gone: '删了一段',
  rewritten: '这一段两边都改过；采纳就整段换成修改稿的',
}
/** Characters shown before and behind changed words. */
const AROUND = 40

function partsOf(change: Change) {
  if (change.kind === 'new') return [{ kind: 'added' as const, text: change.text }]
  if (change.kind === 'gone') return [{ kind: 'removed' as const, text: change.text }]
  if (change.kind === 'rewritten') return undefined
  const { parts, from, to } = change
  // Other changes of the paragraph have an entry of their own: around this one stands what was exported.
  const plain = (list: typeof parts) =>
    list
      .filter(({ kind }) => kind !== 'added')
      .map(({ text }) => text)
      .join('')
  const before = plain(parts.slice(0, from))
  const behind = plain(parts.slice(to))
  return [
    { kind: 'same' as const, text: before.length > AROUND ? `…${before.slice(-AROUND)}` : before },
    ...parts.slice(from, to),
    { kind: 'same' as const, text: behind.length > AROUND ? `${behind.slice(0, AROUND)}…` : behind },
  ].filter(({ text }) => text !== '')
}

/** One change of a draft that came back: what it was, what it is now, and whether to take it. */
export function ChangeItem({ change, answer, onAnswer }: ChangeItemProps) {
  const parts = partsOf(change)
  return (
    <li className="readback-change" data-answer={answer === null ? 'open' : answer ? 'taken' : 'left'}>
      <p className="readback-kind">{NAMES[change.kind]}</p>
      <Difference
        label={NAMES[change.kind]}
        {...(parts ? { parts } : {})}
        {...(change.kind === 'rewritten' ? { older: change.ours, newer: change.text } : {})}
      />
      <Choice
        label="怎么办"
        hideLabel
        value={answer === null ? '' : answer ? 'take' : 'leave'}
        options={[
          { id: 'take', label: '采纳' },
          { id: 'leave', label: '不采纳' },
        ]}
        onChange={(value) => onAnswer(value === 'take')}
      />
    </li>
  )
}
