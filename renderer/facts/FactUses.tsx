import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Range } from '../../shared/text/sentences.ts'

/** A place where a fact stands; the range is that of the paper's text. */
export interface FactUse extends Range {
  paperId: string
  /** Title of the paper. */
  title: string
  before: string
  after: string
}

interface FactUsesProps {
  label: string
  uses: readonly FactUse[]
  /** What the fact shows. */
  text: string
  onJump(use: FactUse): void
}

/** 用到 3 处: where a fact stands in the papers of the meeting; a click goes there. */
export function FactUses({ label, uses, text, onJump }: FactUsesProps) {
  const [isOpen, setOpen] = useState(false)
  if (uses.length === 0) return null
  const papers = [...Map.groupBy(uses, (use) => use.paperId)]
  return (
    <div className="fact-uses">
      <AriaButton
        className="button-link"
        aria-expanded={isOpen}
        aria-label={`${label}用到 ${uses.length} 处`}
        onPress={() => setOpen(!isOpen)}
      >
        用到 {uses.length} 处
      </AriaButton>
      {isOpen &&
        papers.map(([id, places]) => (
          <section key={id} aria-label={places[0]?.title}>
            <small>{places[0]?.title}</small>
            <ul>
              {places.map((use) => (
                <li key={use.start}>
                  <AriaButton className="fact-use" onPress={() => onJump(use)}>
                    {use.before}
                    <b>{text}</b>
                    {use.after}
                  </AriaButton>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
