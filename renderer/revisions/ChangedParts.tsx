import type { PartChange } from '../text/paragraph-difference.ts'

interface ChangedPartsProps {
  parts: readonly PartChange[]
  /** Whether paragraphs that did not change are shown. */
  isWhole: boolean
}

const sizeText = ({ added, removed }: { added: number; removed: number }): string =>
  added + removed === 0 ? '没有改动' : `加 ${added} 字，去 ${removed} 字`

/** Two texts as one, part by part: what came is underlined, what went is struck out. */
export function ChangedParts({ parts, isWhole }: ChangedPartsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so it must be reachable by keyboard
    <section className="difference changed-parts" aria-label="两份文稿的不同" tabIndex={0}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew for other texts, never reordered
        <section key={at} className="changed-part">
          <h3>
            {part.title || '开头'}
            <small>{sizeText(part)}</small>
          </h3>
          {part.paragraphs.map((paragraph, line) =>
            paragraph.kind === 'same' && !isWhole ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <p key={line} data-kind={paragraph.kind}>
                {paragraph.parts.map((piece, place) => {
                  const key = `${place}`
                  if (piece.kind === 'same') return <span key={key}>{piece.text}</span>
                  return piece.kind === 'added' ? <ins key={key}>{piece.text}</ins> : <del key={key}>{piece.text}</del>
                })}
              </p>
            ),
          )}
        </section>
      ))}
    </section>
  )
}
