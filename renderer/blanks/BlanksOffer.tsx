import { X } from 'lucide-react'
import type { BlankGroup } from '../../shared/model/blanks.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import './blanks.css'

interface BlanksOfferProps {
  /** What the text leaves open; the bar is shown while there is something. */
  groups: readonly BlankGroup[]
  factText: FactText
  /** Puts facts in place of the blanks that are known. */
  onPlace(): void
  /** Wants to decide one by one. */
  onLook(): void
  onDismiss(): void
}

/** Groups shown by name. */
const SHOWN = 3

/**
 * What a text that was pasted or imported left open with X, ×× and ＿＿: a bar under the paper that waits, takes no
 * focus and goes when it is not wanted.
 */
export function BlanksOffer({ groups, factText, onPlace, onLook, onDismiss }: BlanksOfferProps) {
  const count = (some: readonly BlankGroup[]) => some.reduce((sum, { blanks }) => sum + blanks.length, 0)
  const known = groups.filter(({ key }) => key !== null)
  return (
    <section className="blanks-offer" aria-label="留的空" data-pane="">
      <p role="status">
        这段文字留了 {count(groups)} 处空
        {known.length > 0 ? '，可以变成会议要素：' : '。'}
        {known.slice(0, SHOWN).map(({ id, key, blanks }) => {
          const fact = factText(key ?? '')
          return (
            <span className="blanks-offer-one" key={id}>
              {blanks[0]?.text} → <mark>{fact.text ?? `【${fact.label}】`}</mark>
              {blanks.length > 1 && ` ${blanks.length} 处`}
            </span>
          )
        })}
        {known.length > SHOWN && ' 等'}
      </p>
      {known.length > 0 && (
        <Button size="small" look="primary" onPress={onPlace}>
          换成要素（{count(known)} 处）
        </Button>
      )}
      <Button size="small" onPress={onLook}>
        逐项看…
      </Button>
      <IconButton label="不用" icon={<X aria-hidden />} onPress={onDismiss} />
    </section>
  )
}
