import { useEffect, useRef, useState } from 'react'
import { manualChapters, pictureAddress } from './manual-chapters.ts'
import type { Inline, ManualBlock } from './manual-text.ts'

/** The manual: its chapters, and the one that is open. Loaded when it is first looked at. */
export function Manual() {
  const [open, setOpen] = useState(0)
  const text = useRef<HTMLElement>(null)
  const chapter = manualChapters[open]
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chapter begins at its top
  useEffect(() => {
    text.current?.scrollIntoView({ block: 'start' })
  }, [open])
  return (
    <div className="manual">
      <nav aria-label="手册目录">
        <ol>
          {manualChapters.map(({ id, title }, index) => (
            <li key={id}>
              <button type="button" aria-current={index === open ? 'page' : undefined} onClick={() => setOpen(index)}>
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <article ref={text}>
        <h3>{chapter?.title}</h3>
        {chapter?.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
          <Block key={index} block={block} />
        ))}
      </article>
    </div>
  )
}

function Block({ block }: { block: ManualBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h4>{block.text}</h4>
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={block.pieces} />
        </p>
      )
    case 'picture':
      return <img src={pictureAddress(block.file)} alt={block.caption} />
    case 'list': {
      const items = block.items.map((pieces, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
        <li key={index}>
          <Pieces pieces={pieces} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
  }
}

function Pieces({ pieces }: { pieces: readonly Inline[] }) {
  return pieces.map(({ kind, text }, index) => {
    const key = `${index}`
    if (kind === 'strong') return <strong key={key}>{text}</strong>
    if (kind === 'key') return <kbd key={key}>{text}</kbd>
    return <span key={key}>{text}</span>
  })
}
