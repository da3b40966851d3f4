import { type DifferencePart, difference } from '../text/difference.ts'

interface DifferenceProps {
  parts?: readonly DifferencePart[]
  older?: string
  newer?: string
  label: string
}

/** Two versions as one text: what came is underlined, what went is struck out. */
export function Difference({ parts, older = '', newer = '', label }: DifferenceProps) {
  let offset = 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so it must be reachable by keyboard
    <section className="difference" aria-label={label} tabIndex={0}>
      {(parts ?? difference(older, newer)).map((part) => {
        const key = offset
        offset += part.text.length
        if (part.kind === 'same') return <span key={`${key}s`}>{part.text}</span>
        return part.kind === 'added' ? <ins key={`${key}a`}>{part.text}</ins> : <del key={`${key}r`}>{part.text}</del>
      })}
    </section>
  )
}
